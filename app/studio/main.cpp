// SPDX-License-Identifier: MIT
#include "files/state_folder.h"
#include "flowblend/request.h"
#include "help/log_book.h"
#include "prompt/preset_store.h"
#include "settings/settings.h"
#include "shell/bring_up.h"
#include "shell/end_signals.h"
#include "shell/main_window.h"
#include "shell/single_instance.h"
#include "shell/studio.h"
#include "shell/unexpected_end.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDeadlineTimer>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>
#include <QThread>

#include <chrono>
#include <cstdio>

namespace {

using namespace fb::ui;

// The folder is ours, another Studio opens the files, or neither.
enum class Claim { Ours, HandedOver, NoAnswer };

// The process that owns it may be starting or ending.
Claim claim(StateFolder& folder, const QStringList& files) {
  const QDeadlineTimer deadline(std::chrono::seconds(10));
  while (!folder.claim()) {
    if (SingleInstance::handOver(folder.path(), files, std::chrono::milliseconds(deadline.remainingTime())))
      return Claim::HandedOver;
    if (deadline.hasExpired()) return Claim::NoAnswer;
    QThread::msleep(50);
  }
  return Claim::Ours;
}

int tellNoAnswer(const QString& folder) {
  const auto sentence =
      QCoreApplication::translate("Main",
                                  "FlowBlending Studio is already running with the folder %1 but is not responding. "
                                  "Quit it first, or start with another folder: --state FOLDER.")
          .arg(folder);
  std::fprintf(stderr, "%s\n", qPrintable(sentence));
  QMessageBox box(QMessageBox::Warning, QApplication::applicationDisplayName(), sentence);
  box.setTextFormat(Qt::PlainText);
  box.exec();
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("flowblending-studio"));
  // Task bars use this name to assign windows and progress.
  QApplication::setDesktopFileName(QStringLiteral("flowblending-studio"));
  QApplication::setApplicationDisplayName(QStringLiteral("FlowBlending Studio"));
  QApplication::setApplicationVersion(QString::fromStdString(fb::version()));

  QCommandLineParser parser;
  const QCommandLineOption state(QStringLiteral("state"),
                                 QStringLiteral("Keep settings, queue and history in this folder."),
                                 QStringLiteral("folder"));
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addOption(state);
  parser.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A clip or a pair document to open."));
  parser.process(application);
  QStringList files;
  for (const auto& file : parser.positionalArguments()) files << QDir::current().absoluteFilePath(file);

  StateFolder folder(parser.isSet(state) ? parser.value(state)
                                         : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
  Language language;
  language.setLanguage({});
  if (const auto claimed = claim(folder, files); claimed != Claim::Ours)
    return claimed == Claim::HandedOver ? 0 : tellNoAnswer(folder.path());
  // First, so that a process that finds the Studio listening can end it.
  const EndSignals endSignals;
  SingleInstance instance(folder.path());
  instance.listen();

  const UnexpectedEnd unexpected(folder.path());
  const QDir inFolder(folder.path());
  LogBook log;
  log.keepIn(inFolder.filePath(QStringLiteral("log")));
  const LogCapture capture(log);
  Settings settings(inFolder.filePath(QStringLiteral("studio.ini")));
  language.setLanguage(settings.language());
  Theme theme(application);
  theme.choose(settings.theme());
  PresetStore presets(inFolder.filePath(QStringLiteral("presets.json")));

  Studio studio(EngineHost::sharedLibrary({}, settings.threads()), folder.path());
  UnexpectedEnd::keep(studio.store());
  MainWindow window({&studio, &settings, &theme, &language, &presets, &log});
  QObject::connect(&endSignals, &EndSignals::received, &window, &MainWindow::leave);
  QObject::connect(&window, &MainWindow::leaving, &instance, &SingleInstance::stopListening);
  QObject::connect(&instance, &SingleInstance::handedOver, &window, [&window](const QStringList& handed) {
    for (const auto& file : handed) window.openFile(file);
    bringUp(&window);
  });
  window.show();
  window.welcome();
  if (const auto reason = UnexpectedEnd::take(folder.path())) window.tellUnexpectedEnd(*reason);
  for (const auto& file : files) window.openFile(file);
  const int code = QApplication::exec();
  UnexpectedEnd::keep(nullptr);
  return code;
}
