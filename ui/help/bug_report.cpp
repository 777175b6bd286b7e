// SPDX-License-Identifier: MIT
#include "help/bug_report.h"

#include "flowblend/request.h"
#include "help/log_book.h"

#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

namespace fb::ui {
namespace {

constexpr int kLines = 200;

}  // namespace

QString bugReport(const LogBook& book, const QStringList& devices) {
  QStringList text;
  text << QStringLiteral("FlowBlending Studio ") + QString::fromStdString(version())
       << QStringLiteral("System: %1, kernel %2, %3, %4 threads")
              .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture())
              .arg(QThread::idealThreadCount())
       << QStringLiteral("Qt: %1 (built with %2), platform %3, locale %4")
              .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR), QGuiApplication::platformName(),
                   QLocale().name());
  for (const auto& device : devices) text << QStringLiteral("Device: ") + device;
  text << QString() << QStringLiteral("Last %1 lines of the log:").arg(kLines) << book.newest(kLines);
  auto report = text.join(QLatin1Char('\n')) + QLatin1Char('\n');
  const auto home = QDir::homePath();
  return home.size() > 1 ? report.replace(home, QStringLiteral("~")) : report;
}

}  // namespace fb::ui
