// SPDX-License-Identifier: MIT
#include "shell/secondary_windows.h"

#include "desk.h"
#include "flowblend/run_folder.h"
#include "help/about_dialog.h"
#include "help/help_window.h"
#include "help/log_book.h"
#include "help/log_viewer.h"
#include "pairs/models_page.h"
#include "settings/settings_dialog.h"
#include "shell/actions.h"
#include "text/clip_names.h"
#include "text/language.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QTimer>

using namespace fb;
using namespace fb::ui;

class TestSecondaryWindows : public QObject {
  Q_OBJECT
private:
  struct WindowsDesk : Desk {
    QMainWindow main;
    Language language;
    LogBook log;
    Actions actions{&main, &undo, &theme};
    SecondaryWindows windows{{&main, &actions, &theme, &language, &settings, &log, &studio, &shelf, &pair}};

    // Opened twice, it is one window, and a hidden one is shown again.
    template <class Window>
    bool opensOnce(void (SecondaryWindows::*show)()) {
      if (main.findChild<Window*>()) return false;
      (windows.*show)();
      auto* opened = main.findChild<Window*>();
      if (!opened || !opened->isVisible()) return false;
      opened->close();
      (windows.*show)();
      return main.findChildren<Window*>() == QList<Window*>{opened} && opened->isVisible();
    }
  };

private Q_SLOTS:
  void eachIsMadeOnce() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.opensOnce<SettingsDialog>(&SecondaryWindows::showSettings));
    QVERIFY(desk.opensOnce<ModelsPage>(&SecondaryWindows::showModels));
    QVERIFY(desk.opensOnce<HelpWindow>(&SecondaryWindows::showHelp));
    QVERIFY(desk.opensOnce<LogViewer>(&SecondaryWindows::showLog));
  }

  // Names of files and messages of failures contain them.
  void aReportOfTheLogHasNoPromptOfTheHistory() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.finish("a purple lighthouse") > 0);
    desk.log.append(LogLevel::Error, "export", "cannot write /clips/" + shortFileName("a purple lighthouse") + ".mp4");
    QTRY_COMPARE(desk.log.rowCount(), 1);
    desk.windows.showLog();
    desk.main.findChild<QPushButton*>("copyReportButton")->click();
    const auto text = QApplication::clipboard()->text();
    QVERIFY2(text.contains("/clips/(prompt).mp4") && !text.contains("lighthouse"), qPrintable(text));
  }

  void quittingWorksInEveryWindow() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    desk.main.show();
    QSignalSpy quit(desk.actions.quit, &QAction::triggered);
    desk.windows.showHelp();
    auto* help = desk.main.findChild<HelpWindow*>();
    QVERIFY(QTest::qWaitForWindowActive(help));
    // Not every platform has a key for it.
    desk.actions.quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    QTest::keySequence(help, desk.actions.quit->shortcut());
    QCOMPARE(quit.count(), 1);
  }

  void aReportIsOneKeyAway() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.opensOnce<LogViewer>(&SecondaryWindows::showReport));
    auto* viewer = desk.main.findChild<LogViewer*>();
    auto* copy = viewer->findChild<QPushButton*>("copyReportButton");
    QCOMPARE(viewer->focusWidget(), copy);
    QApplication::clipboard()->clear();
    QTest::keyClick(copy, Qt::Key_Space);
    const auto text = QApplication::clipboard()->text();
    QVERIFY2(text.startsWith("FlowBlending Studio "), qPrintable(text));
  }

  // As clips that are saved by themselves are named: with the beginning of a long prompt.
  void aReportHasNoNameOfASavedClip() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    const auto* prompt = "a purple lighthouse in the storm, its light falls on the waves and on a small red boat";
    QVERIFY(desk.finish(prompt) > 0);
    desk.log.append(LogLevel::Error, "export", "cannot write /clips/" + promptInFileName(prompt) + " LSL 40-20 7.mp4");
    QTRY_COMPARE(desk.log.rowCount(), 1);
    desk.windows.showLog();
    desk.main.findChild<QPushButton*>("copyReportButton")->click();
    const auto text = QApplication::clipboard()->text();
    QVERIFY2(text.contains("/clips/(prompt) LSL 40-20 7.mp4") && !text.contains("lighthouse"), qPrintable(text));
  }

  void theSettingsSayWhatKeptStatesTakeUp() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star");
    QVERIFY(star > 0);
    for (const char* name : {"state-00004.safetensors", "state-00008.safetensors", "state.safetensors"}) {
      QFile state(QString::fromStdString((desk.folderOf(star) / name).string()));
      QVERIFY(state.open(QIODevice::WriteOnly));
      state.write(QByteArray(1 << 20, 'x'));
    }
    desk.windows.showSettings();
    auto* note = desk.main.findChild<SettingsDialog*>()->findChild<QLabel*>("keptNote");
    QVERIFY(note);
    QTRY_VERIFY2(note->text().contains(note->locale().formattedDataSize(2 << 20, 1)), qPrintable(note->text()));
    auto* all = desk.main.findChild<SettingsDialog*>()->findChild<QLabel*>("spaceNote");
    QVERIFY(all);
    const auto bytes = static_cast<qint64>(runSpace(desk.folderOf(star)).all);
    QVERIFY(bytes >= 3 << 20);
    QVERIFY2(all->text().contains(all->locale().formattedDataSize(bytes, 1)), qPrintable(all->text()));
  }

  void theModelsPageChoosesThePair() {
    WindowsDesk desk;
    QVERIFY(desk.start());
    desk.windows.showModels();
    auto other = FakeEngine::testPair();
    other.name = "Another";
    Q_EMIT desk.main.findChild<ModelsPage*>()->pairChosen(other);
    QCOMPARE(desk.pair.pair().name, std::string("Another"));
  }

  void aboutWaitsForItsAnswer() {
    WindowsDesk desk;
    bool seen = false;
    // It has its own event loop, from which it is closed.
    QTimer looking;
    connect(&looking, &QTimer::timeout, &desk.main, [&] {
      auto* about = desk.main.findChild<AboutDialog*>();
      if (!about || !about->isVisible()) return;
      seen = true;
      looking.stop();
      about->close();
    });
    looking.start(0);
    desk.windows.showAbout();
    QVERIFY(seen);
    QVERIFY(!desk.main.findChild<AboutDialog*>());
  }
};

QTEST_MAIN(TestSecondaryWindows)
#include "tst_secondary_windows.moc"
