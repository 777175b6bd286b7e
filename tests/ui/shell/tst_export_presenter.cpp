// SPDX-License-Identifier: MIT
#include "shell/export_presenter.h"

#include "desk.h"
#include "export/export_dialog.h"
#include "export_work_of.h"
#include "session/export_queue.h"
#include "text/clip_names.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <string>
#include <utility>

using namespace fb;
using namespace fb::ui;

class TestExportPresenter : public QObject {
  Q_OBJECT
private:
  struct ExportDesk : Desk {
    ExportDesk() = default;
    // The next start.
    ExportDesk(const Place& before, const std::shared_ptr<DeskEngine>& running) : Desk({}, before, running) {}
    ExportPresenter exporter{{&window, &theme, &studio, &settings, &clip, &announcer}};
    ExportDialog* dialog = window.findChild<ExportDialog*>();

    // Until the disk has answered.
    bool pressExport() {
      dialog->findChild<QPushButton*>("exportButton")->click();
      return QTest::qWaitFor([this] { return dialog->pending() == 0; });
    }
  };

private Q_SLOTS:
  void exportsNoPreviewAndNothing() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.exporter.exportShown();
    QVERIFY(!desk.dialog->isVisible());
    const auto request = defaultRequest(FakeEngine::testPair());
    desk.clip.watch(7);
    desk.clip.showPreview(7, request, 3, FakeEngine::clipOf(request, 3, 8));
    desk.exporter.exportShown();
    QVERIFY(!desk.dialog->isVisible());
  }

  void exportsARunWithItsSettings() {
    ExportDesk desk;
    QVERIFY(desk.start());
    const auto id = desk.finish("A red star; turns!");
    QVERIFY(id > 0);
    bool shown = false;
    desk.clip.openRun(id, [&] { shown = true; });
    QTRY_VERIFY(shown);
    desk.exporter.exportShown();
    QVERIFY(desk.dialog->isVisible());
    // As the clips are named that are saved by themselves.
    QCOMPARE(QFileInfo(desk.dialog->path()).completeBaseName(),
             clipFileName("{prompt} {schedule} {seed}", desk.clip.shown().request.value(), {}));
    QCOMPARE(QFileInfo(desk.dialog->path()).absolutePath(), desk.folder.path());

    QVERIFY(QDir(desk.folder.path()).mkdir("elsewhere"));
    const auto file = desk.folder.filePath("elsewhere/star.mp4");
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(file);
    QVERIFY(desk.pressExport());
    QTRY_COMPARE(desk.settings.outputFolder(), desk.folder.filePath("elsewhere"));
    QVERIFY2(desk.status.currentMessage().contains("star.mp4"), qPrintable(desk.status.currentMessage()));
    const auto info = desk.engine->inspectClip(file.toStdString());
    QVERIFY(info.ok());
    const auto settings = requestFromJson(info.value().metadata);
    QVERIFY(settings.ok());
    QCOMPARE(settings.value().clip.prompt, std::string("A red star; turns!"));
  }

  void whatTheEngineSaysOfAnExportIsTold() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.clip.showFile(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "clip.mp4", {});
    desk.exporter.exportShown();
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(desk.folder.filePath("warned.mp4"));
    QVERIFY(desk.pressExport());
    QTRY_COMPARE(desk.notice.text(), QString("not all frames are written"));
  }

  void aFileWithoutSettingsIsExportedWithoutThem() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.clip.showFile(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "clip.mp4", {});
    desk.exporter.exportShown();
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(desk.folder.filePath("copy.mp4"));
    QVERIFY(desk.pressExport());
    QTRY_VERIFY(desk.engine->inspectClip(desk.folder.filePath("copy.mp4").toStdString()).ok());
    QVERIFY(desk.engine->inspectClip(desk.folder.filePath("copy.mp4").toStdString()).value().metadata.empty());
  }

  // Return on its Export button must not replace the clip that was exported a moment ago.
  void aClipOfTheSamePromptIsNotProposedInPlaceOfAnother() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.settings.setClipPattern("{date}/{prompt}");
    const auto first = desk.finish("a star", 7), second = desk.finish("a star", 8);
    auto* button = desk.dialog->findChild<QPushButton*>("exportButton");
    QStringList files;
    for (const auto run : {first, second, second}) {
      bool shown = false;
      desk.clip.openRun(run, [&] { shown = true; });
      QTRY_VERIFY(shown);
      desk.exporter.exportShown();
      QVERIFY2(!button->text().contains("place"), qPrintable(button->text()));
      QTRY_VERIFY2(!files.contains(desk.dialog->path()), qPrintable(desk.dialog->path()));
      files << desk.dialog->path();
      QVERIFY(desk.pressExport());
      QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
      QVERIFY(QFileInfo::exists(files.last()));
    }
    QCOMPARE(QFileInfo(files[0]).fileName(), QString("a star.mp4"));
    QCOMPARE(QFileInfo(files[1]).fileName(), QString("a star (2).mp4"));
    const auto info = desk.engine->inspectClip(files[0].toStdString());
    QVERIFY(info.ok());
    QCOMPARE(requestFromJson(info.value().metadata).value().sampling.seed, std::uint64_t{7});
  }

  void aFileIsProposedUnderItsOwnName() {
    ExportDesk desk;
    QVERIFY(desk.start());
    desk.clip.showFile(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "holiday.v2.mov", {});
    desk.exporter.exportShown();
    QCOMPARE(QFileInfo(desk.dialog->path()).fileName(), QString("holiday-v2.mp4"));
  }

  void theDialogFollowsWhatIsWatched() {
    ExportDesk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star", 7), ring = desk.finish("a ring", 9);
    const auto title = [&] { return desk.dialog->findChild<QLabel*>("exportTitle")->text(); };
    const auto words = [&] { return desk.dialog->findChild<QLabel*>("exportSecondLine")->text(); };
    desk.clip.openRun(star, [&] { desk.exporter.exportShown(); });
    QTRY_VERIFY(desk.dialog->isVisible());
    QCOMPARE(title(), QString("a star"));
    QVERIFY2(words().contains("seed 7"), qPrintable(words()));
    QVERIFY(!desk.dialog->findChild<QLabel*>("exportThumbnail")->pixmap().isNull());
    // An export that has begun keeps its clip.
    desk.engine->exporting.close(1);
    const auto starFile = desk.dialog->path();
    QVERIFY(desk.pressExport());
    desk.clip.openRun(ring);
    QTRY_COMPARE(title(), QString("a ring"));
    QVERIFY2(words().contains("seed 9"), qPrintable(words()));
    const auto name = QFileInfo(desk.dialog->path()).completeBaseName();
    QVERIFY2(name.startsWith("a ring ") && name.endsWith(" 9"), qPrintable(name));
    QCOMPARE(desk.studio.exportQueue()->jobs().front().title, QString("a star"));
    desk.engine->exporting.open();
    QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
    QVERIFY(QFileInfo::exists(starFile));
    // Not a preview, and not while it is closed.
    const auto request = defaultRequest(FakeEngine::testPair());
    desk.clip.watch(77);
    desk.clip.showPreview(77, request, 3, FakeEngine::clipOf(request, 3, 8));
    QCOMPARE(title(), QString("a ring"));
    desk.dialog->close();
    bool shown = false;
    desk.clip.openRun(star, [&] { shown = true; });
    QTRY_VERIFY(shown);
    QCOMPARE(title(), QString("a ring"));
  }

  void severalRunsAreExportedWithTheirOwnNamesAndSettings() {
    ExportDesk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star", 7), ring = desk.finish("a ring", 9), again = desk.finish("a star", 7);
    desk.settings.setClipPattern("clips/{prompt} {seed}");
    QVERIFY(QDir(desk.folder.path()).mkdir("out"));
    desk.settings.setOutputFolder(desk.folder.filePath("out"));
    desk.exporter.exportRuns({star, ring, again});
    QVERIFY(desk.dialog->isVisible());
    QCOMPARE(desk.dialog->path(), desk.folder.filePath("out"));
    // It does not follow what is watched meanwhile.
    bool shown = false;
    desk.clip.openRun(ring, [&] { shown = true; });
    QTRY_VERIFY(shown);
    QCOMPARE(desk.dialog->path(), desk.folder.filePath("out"));
    QVERIFY(desk.pressExport());
    QCOMPARE(desk.studio.exportQueue()->unfinished(), 3);
    QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
    for (const auto& [name, prompt] :
         {std::pair("a star 7", "a star"), std::pair("a ring 9", "a ring"), std::pair("a star 7 (2)", "a star")}) {
      const auto file = desk.folder.filePath(QStringLiteral("out/clips/%1.mp4").arg(QLatin1String(name)));
      const auto info = desk.engine->inspectClip(file.toStdString());
      QVERIFY2(info.ok(), qPrintable(file));
      const auto settings = requestFromJson(info.value().metadata);
      QVERIFY(settings.ok());
      QCOMPARE(settings.value().clip.prompt, std::string(prompt));
    }
    // The folders in their names are not where the next export goes.
    QCOMPARE(desk.settings.outputFolder(), desk.folder.filePath("out"));
    desk.exporter.exportShown();
    QCOMPARE(desk.dialog->path(), desk.folder.filePath("out/a ring 9.mp4"));
  }

  void aRunWhoseFramesAreGoneDoesNotKeepTheOthers() {
    ExportDesk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star", 7), ring = desk.finish("a ring", 9);
    desk.settings.setClipPattern("{prompt}");
    desk.engine->forgetRun(desk.folderOf(star));
    desk.exporter.exportRuns({star, ring});
    QVERIFY(desk.pressExport());
    QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
    const auto& jobs = desk.studio.exportQueue()->jobs();
    QVERIFY(jobs[0].state == ExportJob::State::Failed && !jobs[0].problem.message.empty());
    QVERIFY(jobs[1].state == ExportJob::State::Done);
    QVERIFY(!QFileInfo::exists(desk.folder.filePath("a star.mp4")));
    QVERIFY(QFileInfo::exists(desk.folder.filePath("a ring.mp4")));
  }

  void theNextStartNamesExportsThatWereNotFinished() {
    Desk::Place place;
    std::shared_ptr<DeskEngine> engine;
    {
      ExportDesk desk;
      place = desk.place;
      engine = desk.engine;
      QVERIFY(desk.start());
      auto* queue = desk.studio.exportQueue();
      const auto clip = FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9);
      ExportOptions options;
      options.format = ExportFormat::Mp4H264;
      const auto add = [&](const char* name) {
        return queue->add("clip", exportWorkOf(clip, desk.folder.filePath(QLatin1String(name)), options));
      };
      add("done.mp4");
      QTRY_COMPARE(queue->unfinished(), 0);
      engine->exporting.close();
      add("first.mp4");
      add("second.mp4");
      queue->cancel(add("cancelled.mp4"));
      QTRY_VERIFY(engine->exporting.isHolding());
    }
    {
      ExportDesk desk(place, engine);
      QVERIFY(desk.start());
      const auto told = desk.notice.text();
      QVERIFY2(told.contains("2 export") && told.contains("first.mp4") && told.contains("second.mp4"),
               qPrintable(told));
      QVERIFY2(!told.contains("done.mp4") && !told.contains("cancelled.mp4"), qPrintable(told));
      QVERIFY(!QFileInfo::exists(desk.folder.filePath("first.mp4")));
    }
    ExportDesk desk(place, engine);
    QVERIFY(desk.start());
    QVERIFY(desk.settleAll());
    QVERIFY2(desk.notice.text().isEmpty(), qPrintable(desk.notice.text()));
  }

  void aComparisonStaysInTheDialog() {
    ExportDesk desk;
    QVERIFY(desk.start());
    const auto star = desk.finish("a star", 7);
    const auto clip = FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9);
    ExportSource comparison;
    comparison.title = "Comparison";
    comparison.clip = {clip.fps, {clip.frames.front()}};
    comparison.madeShape = {clip.width(), clip.height(), 9, clip.fps};
    comparison.make = [clip](Engine&, const std::stop_token&) { return Outcome<Clip>(clip); };
    comparison.baseName = "both";
    desk.exporter.exportComparison(comparison);
    QCOMPARE(desk.dialog->path(), desk.folder.filePath("both.mp4"));
    bool shown = false;
    desk.clip.openRun(star, [&] { shown = true; });
    QTRY_VERIFY(shown);
    QCOMPARE(desk.dialog->path(), desk.folder.filePath("both.mp4"));
    QCOMPARE(desk.dialog->options().lastFrame.value(), 8);
    QVERIFY(desk.pressExport());
    QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
    const auto info = desk.engine->inspectClip(desk.folder.filePath("both.mp4").toStdString());
    QVERIFY(info.ok());
    QCOMPARE(info.value().frames, 9);
    QVERIFY(info.value().metadata.empty());
  }

  void quittingAsksWhileExportsAreNotFinished_data() {
    QTest::addColumn<int>("role");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<int>("files");
    QTest::newRow("finish") << static_cast<int>(QMessageBox::AcceptRole) << true << 2;
    QTest::newRow("cancel") << static_cast<int>(QMessageBox::DestructiveRole) << true << 0;
    QTest::newRow("stay") << static_cast<int>(QMessageBox::RejectRole) << false << 2;
  }
  void quittingAsksWhileExportsAreNotFinished() {
    QFETCH(int, role);
    QFETCH(bool, leaves);
    QFETCH(int, files);
    ExportDesk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.exporter.mayLeave());
    desk.clip.showFile(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), "clip.mp4", {});
    desk.exporter.exportShown();
    desk.engine->exporting.close(1);
    QVERIFY(QDir(desk.folder.path()).mkdir("out"));
    for (const char* name : {"out/a.mp4", "out/b.mp4"}) {
      desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(desk.folder.filePath(name));
      QVERIFY(desk.pressExport());
    }
    QSignalSpy ready(&desk.exporter, &ExportPresenter::readyToLeave);
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [&] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (!box) return;
      answering.stop();
      QVERIFY2(box->text().contains("2"), qPrintable(box->text()));
      for (auto* button : box->buttons())
        if (box->buttonRole(button) == role) button->click();
    });
    answering.start(0);
    QVERIFY(!desk.exporter.mayLeave());
    QVERIFY(!answering.isActive());
    QCOMPARE(ready.count(), 0);
    desk.engine->exporting.open();
    QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
    QCOMPARE(ready.count(), leaves ? 1 : 0);
    QVERIFY(desk.exporter.mayLeave());
    QCOMPARE(QDir(desk.folder.filePath("out")).entryList(QDir::Files).size(), files);
    // The window may have stayed, because of a run: what is exported later does not end the program.
    desk.dialog->findChild<QLineEdit*>("pathEdit")->setText(desk.folder.filePath("out/c.mp4"));
    QVERIFY(desk.pressExport());
    QCOMPARE(desk.studio.exportQueue()->unfinished(), 1);
    QTRY_COMPARE(desk.studio.exportQueue()->unfinished(), 0);
    QVERIFY(QFileInfo::exists(desk.folder.filePath("out/c.mp4")));
    QCOMPARE(ready.count(), leaves ? 1 : 0);
  }
};

QTEST_MAIN(TestExportPresenter)
#include "tst_export_presenter.moc"
