// SPDX-License-Identifier: MIT
#include "shell/export_presenter.h"

#include "export/export_dialog.h"
#include "session/export_session.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

namespace fb::ui {
namespace {

QString fileNameFor(const GenerationRequest& request) {
  auto name = QString::fromStdString(request.clip.prompt).left(48).toLower();
  name.replace(QRegularExpression(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption),
               QStringLiteral("-"));
  return name.isEmpty() ? QStringLiteral("clip") : name;
}

}  // namespace

ExportPresenter::ExportPresenter(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_dialog(new ExportDialog(parts.studio->exports(), parts.window)) {
  connect(m_parts.studio, &Studio::ready, this, [this] { m_dialog->setAvailableFormats(m_parts.studio->formats()); });
  connect(m_parts.studio->exports(), &ExportSession::warning, m_parts.announcer, &Announcer::warn);
  connect(m_dialog, &ExportDialog::exported, this, [this](const QString& path) {
    m_parts.settings->setOutputFolder(QFileInfo(path).absolutePath());
    m_parts.announcer->say(tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
  });
}

void ExportPresenter::exportShown() {
  if (!m_parts.clip->isWhole()) return;
  auto folder = m_parts.settings->outputFolder();
  if (folder.isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
  const auto& shown = m_parts.clip->shown();
  m_dialog->setClip(shown.clip, shown.request ? toJson(*shown.request, true) : std::string(), folder,
                    fileNameFor(shown.request.value_or(m_parts.request->request())));
  m_dialog->show();
  m_dialog->raise();
}

}  // namespace fb::ui
