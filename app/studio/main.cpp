// SPDX-License-Identifier: MIT
#include "flowblend/request.h"
#include "help/log_book.h"
#include "prompt/preset_store.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QApplication::setApplicationName(QStringLiteral("flowblending-studio"));
  // By this name task bars know whose window and progress it is.
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

  const QDir folder(parser.isSet(state) ? parser.value(state)
                                        : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
  folder.mkpath(QStringLiteral("."));
  fb::ui::LogBook log;
  log.keepIn(folder.filePath(QStringLiteral("log")));
  const fb::ui::LogCapture capture(log);
  fb::ui::Settings settings(folder.filePath(QStringLiteral("studio.ini")));
  fb::ui::Language language;
  language.setLanguage(settings.language());
  fb::ui::Theme theme(application);
  theme.choose(settings.theme());
  fb::ui::PresetStore presets(folder.filePath(QStringLiteral("presets.json")));

  fb::ui::Studio studio(fb::ui::EngineHost::sharedLibrary({}, settings.threads()), folder.path());
  fb::ui::MainWindow window({&studio, &settings, &theme, &language, &presets, &log});
  window.show();
  for (const auto& file : parser.positionalArguments()) window.openFile(QDir::current().absoluteFilePath(file));
  return QApplication::exec();
}
