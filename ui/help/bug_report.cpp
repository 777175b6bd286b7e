// SPDX-License-Identifier: MIT
#include "help/bug_report.h"

#include "flowblend/request.h"
#include "help/log_book.h"

#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>
#include <QThread>

#include <algorithm>
#include <functional>

namespace fb::ui {
namespace {

constexpr int kLines = 200;
constexpr qsizetype kPrompts = 5;

// The longest first: one may be a part of another. Short ones would take away what is no prompt.
QString withoutTraces(QString text, QStringList traces) {
  constexpr qsizetype kShortest = 4;
  std::ranges::sort(traces, std::ranges::greater(), &QString::size);
  for (const auto& trace : traces)
    if (trace.size() >= kShortest) text.replace(trace, QStringLiteral("(prompt)"));
  return text;
}

}  // namespace

QString bugReport(const LogBook& book, const QStringList& devices, const ReportPrompts& prompts, bool withPrompts) {
  QStringList text;
  text << QStringLiteral("FlowBlending Studio ") + QString::fromStdString(version())
       << QStringLiteral("System: %1, kernel %2, %3, %4 threads")
              .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture())
              .arg(QThread::idealThreadCount())
       << QStringLiteral("Qt: %1 (built with %2), platform %3, locale %4")
              .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR), QGuiApplication::platformName(),
                   QLocale().name());
  for (const auto& device : devices) text << QStringLiteral("Device: ") + device;
  if (withPrompts && !prompts.newest.isEmpty())
    text << QString() << QStringLiteral("Newest prompts:")
         << prompts.newest.first(std::min(kPrompts, prompts.newest.size()));
  const auto log = book.newest(kLines).join(QLatin1Char('\n'));
  text << QString() << QStringLiteral("Last %1 lines of the log:").arg(kLines)
       << (withPrompts ? log : withoutTraces(log, prompts.traces));
  auto report = text.join(QLatin1Char('\n')) + QLatin1Char('\n');
  const auto home = QDir::homePath();
  return home.size() > 1 ? report.replace(home, QStringLiteral("~")) : report;
}

}  // namespace fb::ui
