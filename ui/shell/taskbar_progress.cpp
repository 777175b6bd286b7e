// SPDX-License-Identifier: MIT
#include "shell/taskbar_progress.h"

#include <QDBusConnection>
#include <QVariantMap>

#include <algorithm>
#include <cmath>

namespace fb::ui {

TaskbarProgress::TaskbarProgress(const QString& desktopFile) : m_desktopFile(desktopFile) {
  m_sender.setMaxThreadCount(1);
}

TaskbarProgress::~TaskbarProgress() {
  setProgress({});
  m_sender.waitForDone();
}

void TaskbarProgress::setProgress(std::optional<double> done) {
  std::optional<int> percent;
  if (done && std::isfinite(*done)) percent = static_cast<int>(std::clamp(*done, 0., 1.) * 100);
  if (percent == m_percent) return;
  m_percent = percent;
  const auto shown = percent ? std::optional(*percent / 100.) : std::nullopt;
  m_sender.start([message = message(m_desktopFile, shown)] {
    auto bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) bus.send(message);
  });
}

QDBusMessage TaskbarProgress::message(const QString& desktopFile, std::optional<double> done) {
  auto message =
      QDBusMessage::createSignal(QStringLiteral("/com/canonical/Unity/LauncherEntry"),
                                 QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
  const QVariantMap properties{{QStringLiteral("progress"), done.value_or(0)},
                               {QStringLiteral("progress-visible"), done.has_value()}};
  message << QStringLiteral("application://%1.desktop").arg(desktopFile) << properties;
  return message;
}

}  // namespace fb::ui
