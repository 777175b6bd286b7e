// SPDX-License-Identifier: MIT
#include "shell/save_presenter.h"

#include "desk.h"
#include "session/export_session.h"

#include <QDir>
#include <QDirIterator>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <thread>

using namespace fb;
using namespace fb::ui;

namespace {

struct SaveDesk : Desk {
  static void choose(Settings& kept) {
    kept.setClipPattern("{prompt} {schedule} {seed}");
    kept.setClipFormat(ExportFormat::WebmVp9);
  }
  SaveDesk() : Desk(choose) {}
  // The next start.
  SaveDesk(const Place& before, const std::shared_ptr<DeskEngine>& running) : Desk(choose, before, running) {}
  SavePresenter saver{{&window, &studio, &settings, &status, &announcer}};
  QSignalSpy saved{studio.saves(), &ExportSession::finished};

  QString clips() { return settings.clipsFolder(); }
  // A clip that cannot be saved, because a file has the name of the folder; 0: it was not finished, or was saved.
  RunId finishUnsaved(const char* prompt, quint64 seed) {
    QFile inTheWay(clips());
    if (!inTheWay.open(QIODevice::WriteOnly)) return 0;
    QSignalSpy failed(studio.saves(), &ExportSession::failed);
    const auto run = finish(prompt, seed);
    const bool hasFailed = QTest::qWaitFor([&failed] { return failed.count() > 0; });
    inTheWay.remove();
    return hasFailed ? run : 0;
  }
  QStringList files() {
    QStringList found;
    QDirIterator all(clips(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) found << QDir(clips()).relativeFilePath(all.next());
    found.sort();
    return found;
  }
};

}  // namespace

class TestSavePresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aFinishedClipIsAFile() {
    SaveDesk desk;
    QVERIFY(desk.start());
    QVERIFY(!QFileInfo::exists(desk.clips()));
    QVERIFY(desk.finish("a red star", 4189) > 0);
    QTRY_COMPARE(desk.saved.count(), 1);
    QCOMPARE(desk.files(), QStringList("a red star LSL 40-20 4189.webm"));
    // With the settings in it.
    QFile file(QDir(desk.clips()).filePath(desk.files().first()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("4189"));
    QCOMPARE(desk.studio.history()->summary(0).video, QFileInfo(file).absoluteFilePath());
    auto* told = desk.status.findChild<QLabel*>("savedLabel");
    QVERIFY(!told->isHidden());
    QVERIFY2(told->text().contains("a red star LSL 40-20 4189.webm"), qPrintable(told->text()));
    QSignalSpy shown(&desk.status, &StatusLine::folderRequested);
    QVERIFY(!desk.status.findChild<QToolButton*>("showSavedButton")->isHidden());
    Q_EMIT desk.status.findChild<QToolButton*>("showSavedButton")->clicked();
    QCOMPARE(shown[0][0].toString(), QFileInfo(file).absolutePath());
  }

  void noFileIsReplaced() {
    SaveDesk desk;
    QVERIFY(desk.start());
    QVERIFY(QDir().mkpath(desk.clips()));
    QFile mine(QDir(desk.clips()).filePath("a LSL 40-20 7.webm"));
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    for (int clip = 1; clip <= 2; ++clip) {
      QVERIFY(desk.finish("a", 7) > 0);
      QTRY_COMPARE(desk.saved.count(), clip);
    }
    QCOMPARE(desk.files(), QStringList({"a LSL 40-20 7 (2).webm", "a LSL 40-20 7 (3).webm", "a LSL 40-20 7.webm"}));
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("mine"));
  }

  void aLinkThatLeadsNowhereIsLeftAlone() {
    SaveDesk desk;
    QVERIFY(desk.start());
    QVERIFY(QDir().mkpath(desk.clips()));
    const auto elsewhere = QDir(desk.clips()).filePath("elsewhere");
    QVERIFY(QFile::link(elsewhere, QDir(desk.clips()).filePath("a LSL 40-20 7.webm")));
    QVERIFY(desk.finish("a", 7) > 0);
    QTRY_COMPARE(desk.saved.count(), 1);
    QVERIFY(!QFileInfo::exists(elsewhere));
    QVERIFY(QFileInfo::exists(QDir(desk.clips()).filePath("a LSL 40-20 7 (2).webm")));
  }

  void aFileThatComesMeanwhileIsLeftAlone() {
    SaveDesk desk;
    QVERIFY(desk.start());
    desk.engine->exporting.close();
    QVERIFY(desk.finish("a", 7) > 0);
    QTRY_VERIFY(desk.engine->exporting.isHolding());
    QFile theirs(QDir(desk.clips()).filePath("a LSL 40-20 7.webm"));
    QVERIFY(theirs.open(QIODevice::WriteOnly) && theirs.write("theirs") == 6);
    theirs.close();
    desk.engine->exporting.open();
    QTRY_COMPARE(desk.saved.count(), 1);
    QCOMPARE(desk.files(), QStringList({"a LSL 40-20 7 (2).webm", "a LSL 40-20 7.webm"}));
    QVERIFY(theirs.open(QIODevice::ReadOnly));
    QCOMPARE(theirs.readAll(), QByteArray("theirs"));
    QVERIFY2(desk.notice.text().isEmpty(), qPrintable(desk.notice.text()));
  }

  void theUserMayExportMeanwhileAndNextClipsWait() {
    SaveDesk desk;
    QVERIFY(desk.start());
    desk.engine->exporting.close();
    QVERIFY(desk.finish("first", 1) > 0);
    QVERIFY(desk.finish("second", 2) > 0);
    QTRY_VERIFY(desk.engine->exporting.isHolding());
    QVERIFY(!desk.studio.exports()->isRunning());
    QCOMPARE(desk.saved.count(), 0);
    desk.engine->exporting.open();
    QTRY_COMPARE(desk.saved.count(), 2);
    QCOMPARE(desk.files(), QStringList({"first LSL 40-20 1.webm", "second LSL 40-20 2.webm"}));
  }

  void aClipThatIsBeingSavedIsCompletedAtTheEnd() {
    const QTemporaryDir kept;
    std::jthread opener;
    {
      SaveDesk desk;
      desk.settings.setClipsFolder(kept.path());
      QVERIFY(desk.start());
      desk.engine->exporting.close();
      QVERIFY(desk.finish("a", 1) > 0);
      QTRY_VERIFY(desk.engine->exporting.isHolding());
      opener = std::jthread([engine = desk.engine] { engine->exporting.open(); });
    }
    QVERIFY(QFileInfo(kept.filePath("a LSL 40-20 1.webm")).size() > 0);
  }

  void everyClipThatFailedIsTriedAgain() {
    SaveDesk desk;
    QVERIFY(desk.start());
    QFile inTheWay(desk.clips());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(desk.studio.saves(), &ExportSession::failed);
    for (const auto* prompt : {"first", "second"}) QVERIFY(desk.finish(prompt, 1) > 0);
    QTRY_COMPARE(failed.count(), 2);
    QTRY_VERIFY2(desk.notice.text().contains("2 clip"), qPrintable(desk.notice.text()));
    inTheWay.remove();
    // One that can be saved does not make the others be forgotten.
    QVERIFY(desk.finish("third", 1) > 0);
    QTRY_COMPARE(desk.saved.count(), 1);
    QVERIFY2(desk.notice.text().contains("2 clip"), qPrintable(desk.notice.text()));
    desk.notice.findChild<QPushButton*>("noticeAction")->click();
    QTRY_COMPARE(desk.saved.count(), 3);
    QCOMPARE(desk.files(),
             QStringList({"first LSL 40-20 1.webm", "second LSL 40-20 1.webm", "third LSL 40-20 1.webm"}));
    QVERIFY(desk.notice.text().isEmpty());
    QVERIFY(desk.settings.unsavedClips().isEmpty());
  }

  // The first is completed while the program ends, which nobody is left to note; the second has not been begun.
  void theNextStartSavesWhatIsLeft() {
    Desk::Place place;
    std::shared_ptr<DeskEngine> engine;
    std::jthread opener;
    {
      SaveDesk desk;
      place = desk.place;
      engine = desk.engine;
      QVERIFY(desk.start());
      engine->exporting.close();
      for (const auto* prompt : {"first", "second"}) QVERIFY(desk.finish(prompt, 1) > 0);
      QTRY_VERIFY(engine->exporting.isHolding());
      opener = std::jthread([engine] { engine->exporting.open(); });
    }
    opener.join();
    SaveDesk desk(place, engine);
    QCOMPARE(desk.files(), QStringList("first LSL 40-20 1.webm"));
    QVERIFY(desk.start());
    QTRY_COMPARE(desk.saved.count(), 1);
    QTRY_VERIFY(desk.settings.unsavedClips().isEmpty());
    QCOMPARE(desk.files(), QStringList({"first LSL 40-20 1.webm", "second LSL 40-20 1.webm"}));
    for (int row = 0; row < 2; ++row) {
      const auto& run = desk.studio.history()->summary(row);
      QCOMPARE(QFileInfo(run.video).fileName(), run.prompt + " LSL 40-20 1.webm");
    }
  }

  void aFileOfAnotherClipIsNotTakenForTheSavedOne() {
    Desk::Place place;
    std::shared_ptr<DeskEngine> engine;
    {
      SaveDesk desk;
      place = desk.place;
      engine = desk.engine;
      QVERIFY(desk.start());
      const auto run = desk.finishUnsaved("a", 7);
      QVERIFY(run > 0);
      QVERIFY(QDir().mkpath(desk.clips()));
      const auto name = QDir(desk.clips()).filePath("a LSL 40-20 7.webm");
      QFile mine(name);
      QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
      desk.settings.setUnsavedClips({{run, name}});
    }
    SaveDesk desk(place, engine);
    QVERIFY(desk.start());
    QTRY_COMPARE(desk.saved.count(), 1);
    QCOMPARE(desk.files(), QStringList({"a LSL 40-20 7 (2).webm", "a LSL 40-20 7.webm"}));
    QVERIFY(desk.studio.history()->summary(0).video.endsWith("(2).webm"));
    QTRY_VERIFY(desk.settings.unsavedClips().isEmpty());
  }

  // There is nothing to try again.
  void aClipWhoseFramesAreGoneIsToldOnce() {
    Desk::Place place;
    std::shared_ptr<DeskEngine> engine;
    {
      SaveDesk desk;
      place = desk.place;
      engine = desk.engine;
      QVERIFY(desk.start());
      const auto run = desk.finishUnsaved("a ring", 7);
      QVERIFY(run > 0);
      engine->forgetRun(desk.folderOf(run));
    }
    {
      SaveDesk desk(place, engine);
      QVERIFY(desk.start());
      QTRY_VERIFY2(desk.notice.text().contains("a ring"), qPrintable(desk.notice.text()));
      QVERIFY(desk.settings.unsavedClips().isEmpty());
      QVERIFY(desk.files().isEmpty());
    }
    SaveDesk desk(place, engine);
    QVERIFY(desk.start());
    QVERIFY(desk.settleAll());
    QVERIFY2(desk.notice.text().isEmpty(), qPrintable(desk.notice.text()));
  }

  void aDeletedClipIsNotSavedAtTheNextStart() {
    Desk::Place place;
    std::shared_ptr<DeskEngine> engine;
    {
      SaveDesk desk;
      place = desk.place;
      engine = desk.engine;
      QVERIFY(desk.start());
      const auto run = desk.finishUnsaved("a", 7);
      QVERIFY(run > 0);
      desk.studio.history()->remove({run});
    }
    SaveDesk desk(place, engine);
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.settings.unsavedClips().isEmpty());
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.saved.count(), 0);
    QVERIFY(desk.files().isEmpty());
  }

  void nothingIsSavedIfTheSettingsSaySo() {
    SaveDesk desk;
    desk.settings.setSavesClips(false);
    QVERIFY(desk.start());
    QVERIFY(desk.finish("a", 1) > 0);
    QVERIFY(desk.settleAll());
    QVERIFY(!desk.studio.saves()->isRunning());
    QVERIFY(!QFileInfo::exists(desk.clips()));
  }

  void aFailureIsToldAndCanBeTriedAgain() {
    SaveDesk desk;
    QVERIFY(desk.start());
    // The folder cannot be made: a file has its name.
    QFile inTheWay(desk.clips());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy failed(desk.studio.saves(), &ExportSession::failed);
    QVERIFY(desk.finish("a ring", 1) > 0);
    QTRY_COMPARE(failed.count(), 1);
    QTRY_VERIFY2(desk.notice.text().contains("a ring"), qPrintable(desk.notice.text()));
    inTheWay.remove();
    desk.notice.findChild<QPushButton*>("noticeAction")->click();
    QTRY_COMPARE(desk.saved.count(), 1);
    QCOMPARE(desk.files(), QStringList("a ring LSL 40-20 1.webm"));
    QVERIFY(desk.notice.text().isEmpty());
  }
};

QTEST_MAIN(TestSavePresenter)
#include "tst_save_presenter.moc"
