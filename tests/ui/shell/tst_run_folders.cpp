// SPDX-License-Identifier: MIT
#include "fake_engine.h"
#include "flowblend/run_folder.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "session/export_queue.h"
#include "session/export_session.h"
#include "shell/studio.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

namespace fs = std::filesystem;

class TestRunFolders : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    // The trash of this test: on the same disk as the runs.
    qputenv("HOME", m_dir->path().toUtf8());
    qputenv("XDG_DATA_HOME", m_dir->filePath("data").toUtf8());
    m_engine = std::make_shared<FakeEngine>();
  }

  void onlyWhatNoRunRefersToIsRemoved() {
    const auto kept = path("runs/kept"), edited = path("runs/edited"), fresh = path("runs/fresh"),
               others = path("runs/others"), strange = path("runs/strange"), with = path("runs/with");
    RunFolders folders(path("list"));
    for (const auto& folder : {kept, edited, fresh, strange, with}) folders.note(folder);
    for (const auto& folder : {kept, edited, fresh, others, with}) makeRun(folder);
    write(strange + "/request.json");  // which does not belong to a run
    for (const auto* file : {"/holiday.mp4", "/trace.safetensors"}) write(with + QLatin1String(file));
    for (const auto& folder : {kept, edited, others, strange, with}) age(folder);
    folders.cleanUp({kept + "/", path("runs/not/there/yet")});
    folders.wait();
    QVERIFY(!QFile::exists(edited));
    for (const auto& folder : {kept, fresh, others, strange}) QVERIFY2(QFile::exists(folder), qPrintable(folder));
    QCOMPARE(QDir(with).entryList(QDir::Files), (QStringList{"holiday.mp4", "trace.safetensors"}));
  }

  void aFolderIsRememberedBeforeItIsMade() {
    const auto later = path("runs/later");
    {
      RunFolders folders(path("list"));
      folders.note(later);
      folders.cleanUp({later});
      folders.wait();
    }
    makeRun(later);
    age(later);
    RunFolders folders(path("list"));
    folders.cleanUp({});
    folders.wait();
    QVERIFY(!QFile::exists(later));
  }

  void aNameThatWasCutOffMeansNoOtherFolder() {
    const auto others = path("runs/run-1"), own = path("runs/run-2"), next = path("runs/run-3");
    for (const auto& folder : {others, own, next}) {
      makeRun(folder);
      age(folder);
    }
    // The process ended while it was writing "run-12".
    write(path("list"), (own + "\n" + others).toUtf8());
    RunFolders folders(path("list"));
    folders.note(next);
    folders.cleanUp({});
    folders.wait();
    QVERIFY(QFile::exists(others));
    QVERIFY(!QFile::exists(own));
    QVERIFY(!QFile::exists(next));
  }

  void aDamagedListRemovesNothing() {
    const auto own = path("runs/run-2");
    makeRun(own);
    age(own);
    for (const auto& bytes :
         {QByteArray("runs/run-2\n"), own.toUtf8() + QByteArray(3, '\0') + "\n", own.toUtf8() + "\xff\n"}) {
      write(path("list"), bytes);
      RunFolders folders(path("list"));
      folders.cleanUp({});
      folders.wait();
      QVERIFY2(QFile::exists(own), bytes.constData());
    }
  }

  void aDeletedRunStaysAsLongAsQueuedOnesContinueFromIt() {
    auto studio = open();
    QSignalSpy ended(studio->runner(), &QueueRunner::runFinished);
    const auto parent = studio->runner()->enqueue(request());
    QTRY_COMPARE(ended.count(), 1);
    const auto folder = folderOf(ended[0][0]);
    studio->runner()->pauseQueue();
    auto branch = request();
    branch.options.branchFrom = folder.toStdString();
    branch.options.branchAt = 4;
    studio->runner()->enqueue(branch);
    studio->deleteRuns({parent});
    studio->folders().wait();
    QVERIFY(QFile::exists(folder));
    QCOMPARE(studio->history()->rowCount(), 0);
    studio->runner()->start();
    QTRY_COMPARE(ended.count(), 2);
    studio->folders().wait();
    QVERIFY2(!QFile::exists(folder), "nothing needs it any more");
    QVERIFY(QFile::exists(folderOf(ended[1][0])));
  }

  // Even if it was deleted long ago, and the program has been started again since.
  void whatAQueuedRunContinuesFromIsNotRemoved() {
    const auto parent = path("runs/parent");
    {
      auto studio = open();
      studio->folders().note(parent);
      studio->runner()->pauseQueue();
      auto branch = request();
      branch.options.branchFrom = parent.toStdString();
      branch.options.branchAt = 4;
      studio->runner()->enqueue(branch);
    }
    makeRun(parent);
    age(parent);
    auto studio = open();
    studio->folders().wait();
    QVERIFY(QFile::exists(parent));
  }

  void whatNoTrashTakesIsRemovedLater() {
    // A file is in the trash's place.
    write(path("data"));
    const auto run = path("runs/run");
    makeRun(run);
    age(run);
    RunFolders folders(path("list"));
    folders.note(run);
    folders.moveToTrash({run});
    folders.wait();
    QVERIFY(QFile::exists(run));
    QVERIFY(!QFile::exists("files") && !QFile::exists("info"));
    folders.cleanUp({});
    folders.wait();
    QVERIFY(!QFile::exists(run));
  }

  void aDeletedRunStaysUntilItIsExported() {
    auto studio = open();
    QSignalSpy ended(studio->runner(), &QueueRunner::runFinished);
    const auto first = studio->runner()->enqueue(request()), second = studio->runner()->enqueue(request());
    QTRY_COMPARE(ended.count(), 2);
    auto* exports = studio->exportQueue();
    const auto add = [&](RunId id, const char* name) {
      const auto record = *studio->history()->record(id);
      ExportOptions options;
      options.format = ExportFormat::Mp4H264;
      const auto folder = QString::fromStdString(record.request.options.runFolder.string());
      exports->add(record.displayTitle(), {Studio::clipOf(record), path(name), options, false, folder});
    };
    m_engine->exporting.close();
    add(first, "first.mp4");
    add(second, "second.mp4");
    QTRY_VERIFY(m_engine->exporting.isHolding());
    studio->deleteRuns({second});
    studio->folders().wait();
    QVERIFY(QFile::exists(folderOf(ended[1][0])));
    m_engine->exporting.open();
    QTRY_COMPARE(exports->unfinished(), 0);
    QVERIFY(exports->jobs()[1].state == ExportJob::State::Done);
    studio->folders().wait();
    QVERIFY(!QFile::exists(folderOf(ended[1][0])));
    QVERIFY(QFile::exists(folderOf(ended[0][0])));
  }

  void whereTheHistoryIsLostNothingIsRemoved() {
    const auto run = path("runs/run");
    RunFolders folders(path("list"));
    folders.note(run);
    makeRun(run);
    age(run);
    folders.leaveAll();
    folders.cleanUp({});
    folders.wait();
    QVERIFY(QFile::exists(run));
  }

  // Kept states go first, then the data of clips that have a video; what must stay stays.
  void theOldestAreReducedUntilAllFit() {
    std::vector<RunFolders::Kept> runs;
    const auto video = path("clip.mp4");
    write(video, "video");
    for (const char* name : {"a", "b", "c", "d", "e", "f"}) {
      const auto folder = path("runs") + "/" + name;
      makeRun(folder);
      write(folder + "/state-00004.safetensors", QByteArray(100, 'x'));
      write(folder + "/clip.safetensors", QByteArray(1000, 'x'));
      runs.push_back({folder, video, stateOfFile(video), false});
    }
    runs[0].video.clear();
    runs[1].video = path("moved away.mp4");
    runs[3].mustStay = true;
    // Another clip has got the name of the one that was saved.
    write(path("again.mp4"), "another video");
    runs[5].video = path("again.mp4");
    std::uint64_t all = 0;
    for (const auto& run : runs) all += runSpace(run.folder.toStdString()).all;
    const auto left = [&](std::uint64_t limit) {
      RunFolders folders(path("list"));
      folders.keepWithin(limit, runs);
      folders.wait();
      QString words;
      for (const auto& run : runs) {
        words += QFile::exists(run.folder + "/state-00004.safetensors") ? 's' : '-';
        words += QFile::exists(run.folder + "/clip.safetensors") ? 'c' : '-';
        words += QFile::exists(run.folder + "/thumbnail.png") ? ' ' : '!';
      }
      return words.trimmed();
    };
    QCOMPARE(left(all), QString("sc sc sc sc sc sc"));
    QCOMPARE(left(all - 150), QString("-c -c sc sc sc sc"));
    QCOMPARE(left(all - 300), QString("-c -c -c sc sc sc"));
    QCOMPARE(left(all - 1400), QString("-c -c -- sc -c -c"));
    QCOMPARE(left(0), QString("-c -c -- sc -- -c"));
    QCOMPARE(left(0), QString("-c -c -- sc -- -c"));
  }

  void theStudioKeepsWithinItsLimit() {
    auto studio = open();
    studio->setSpaceLimit(1e-9);
    QSignalSpy ended(studio->runner(), &QueueRunner::runFinished);
    const auto finish = [&](bool isStarred) {
      const auto count = ended.count();
      const auto id = studio->runner()->enqueue(request());
      if (!QTest::qWaitFor([&] { return ended.count() > count; })) qFatal("the run did not end");
      const auto folder = folderOf(ended.last()[0]);
      makeRun(folder);
      write(folder + "/clip.safetensors", "x");
      studio->history()->setVideo(id, path("video.mp4"), stateOfFile(path("video.mp4")));
      studio->history()->setStarred(id, isStarred);
      return folder;
    };
    write(path("video.mp4"), "video");
    const auto starred = finish(true), first = finish(false), parent = finish(false);
    auto branch = request();
    branch.options.branchFrom = parent.toStdString();
    m_engine->steps.close(1);
    QSignalSpy started(studio->runner(), &QueueRunner::runStarted);
    studio->runner()->enqueue(branch);
    QTRY_COMPARE(started.count(), 1);
    Q_EMIT studio->saves()->finished({});
    studio->folders().wait();
    QVERIFY(QFile::exists(starred + "/clip.safetensors"));
    QVERIFY(QFile::exists(parent + "/clip.safetensors"));
    QVERIFY(!QFile::exists(first + "/clip.safetensors"));
    QVERIFY(QFile::exists(first + "/thumbnail.png"));
    m_engine->steps.open();
  }

  void aClipWithoutItsFramesIsPlayedFromItsVideo() {
    class Reduced : public FakeEngine {
    public:
      Result<Clip> loadRunClip(const fs::path& folder) override {
        return Error{ErrorKind::NotFound, folder.string() + " has no frames"};
      }
      Result<Clip> readClip(const fs::path& file) override {
        if (file.filename() != "video.mp4") return Error{ErrorKind::NotFound, file.string() + " does not exist"};
        Clip clip;
        clip.fps = 12;
        return clip;
      }
    };
    m_engine = std::make_shared<Reduced>();
    auto studio = open();
    QSignalSpy ended(studio->runner(), &QueueRunner::runFinished);
    const auto id = studio->runner()->enqueue(request());
    QTRY_COMPARE(ended.count(), 1);
    QSignalSpy failed(studio.get(), &Studio::openFailed);
    double fps = 0;
    const auto openIt = [&] {
      studio->openRun(id, studio.get(), [&](const RunRecord&, const Clip& clip) { fps = clip.fps; });
    };
    openIt();
    QTRY_COMPARE(failed.count(), 1);
    write(path("video.mp4"), "video");
    studio->history()->setVideo(id, path("video.mp4"), stateOfFile(path("video.mp4")));
    openIt();
    QTRY_COMPARE(fps, 12.);
    // As after copying it back.
    fps = 0;
    fs::last_write_time(path("video.mp4").toStdString(), fs::file_time_type::clock::now() - std::chrono::hours(1));
    openIt();
    QTRY_COMPARE(fps, 12.);
    // Another clip with its name is not shown as this one.
    const auto sentence = [&] { return QString::fromStdString(failed.last()[1].value<Error>().message); };
    fps = 0;
    write(path("video.mp4"), "another video");
    openIt();
    QTRY_COMPARE(failed.count(), 2);
    QVERIFY2(sentence().contains(path("video.mp4")), qPrintable(sentence()));
    QCOMPARE(fps, 0.);
    studio->history()->setVideo(id, path("moved.mp4"), stateOfFile(path("moved.mp4")));
    openIt();
    QTRY_COMPARE(failed.count(), 3);
    QVERIFY2(sentence().contains(path("moved.mp4")), qPrintable(sentence()));
  }

  void theStudioRemovesTheFolderOfARunThatWasTakenFromTheQueue() {
    QString removed, finished;
    {
      auto studio = open();
      QSignalSpy ended(studio->runner(), &QueueRunner::runFinished);
      studio->runner()->enqueue(request());
      QTRY_COMPARE(ended.count(), 1);
      finished = folderOf(ended[0][0]);
      m_engine->steps.close(1);
      QSignalSpy started(studio->runner(), &QueueRunner::runStarted);
      QSignalSpy steps(studio->runner(), &QueueRunner::stepFinished);
      QSignalSpy gone(studio->runner(), &QueueRunner::runRemoved);
      const auto id = studio->runner()->enqueue(request());
      QTRY_COMPARE(steps.count(), 1);
      removed = folderOf(started[0][0]);
      studio->runner()->remove(id);
      QTRY_COMPARE(gone.count(), 1);
      studio->folders().wait();
      QVERIFY2(QFile::exists(removed), "it has not rested for a day");
    }
    for (const auto& folder : {removed, finished}) {
      makeRun(folder);
      age(folder);
    }
    auto studio = open();
    studio->folders().wait();
    QVERIFY(!QFile::exists(removed));
    QVERIFY(QFile::exists(finished));
  }

  // However long it has rested: what it has computed is what Undo brings back.
  void aRunThatWasTakenFromTheQueueKeepsItsFolderUntilTheNextStart() {
    QString folder;
    {
      auto studio = open();
      m_engine->steps.close(1);
      QSignalSpy paused(studio->runner(), &QueueRunner::runPaused);
      QSignalSpy steps(studio->runner(), &QueueRunner::stepFinished);
      const auto id = studio->runner()->enqueue(request());
      QTRY_COMPARE(steps.count(), 1);
      studio->runner()->pause(id);
      QTRY_COMPARE(paused.count(), 1);
      folder = folderOf(paused[0][0]);
      makeRun(folder);
      age(folder);
      studio->runner()->remove(id);
      studio->deleteRuns({});
      studio->folders().wait();
      QVERIFY(QFile::exists(folder + "/state.safetensors"));
    }
    auto studio = open();
    studio->folders().wait();
    QVERIFY(!QFile::exists(folder));
  }

private:
  QString path(const char* name) const { return m_dir->filePath(QLatin1String(name)); }
  static QString folderOf(const QVariant& record) {
    return QString::fromStdString(record.value<RunRecord>().request.options.runFolder.string());
  }
  GenerationRequest request() const {
    auto request = defaultRequest(FakeEngine::testPair());
    request.clip.prompt = "a red circle";
    return request;
  }
  std::unique_ptr<Studio> open() {
    auto studio = std::make_unique<Studio>([engine = m_engine](Error&) { return engine; }, m_dir->path());
    studio->runner()->setRunsFolder(path("runs"));
    QSignalSpy ready(studio.get(), &Studio::ready);
    studio->start();
    if (ready.isEmpty() && !ready.wait()) qFatal("the engine did not open");
    if (!QTest::qWaitFor([&] { return studio->history()->isWhole(); })) qFatal("the history was not read");
    return studio;
  }
  static void write(const QString& name, const QByteArray& content = {}) {
    QDir().mkpath(QFileInfo(name).path());
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
      qFatal("cannot write %s", qPrintable(name));
  }
  void makeRun(const QString& folder) {
    for (const auto* file : {"/state.safetensors", "/thumbnail.png", "/.flowblend-0123456789abcdef.part.safetensors"})
      write(folder + QLatin1String(file));
    write(folder + "/request.json", QByteArray::fromStdString(toJson(request())));
    auto kept = request();
    kept.options.runFolder = folder.toStdString();
    m_engine->keepRun(kept, 2);
  }
  static void age(const QString& folder) {
    const auto then = fs::file_time_type::clock::now() - std::chrono::hours(25);
    for (const auto& entry : fs::directory_iterator(folder.toStdString())) fs::last_write_time(entry.path(), then);
    fs::last_write_time(folder.toStdString(), then);
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<FakeEngine> m_engine;
};

QTEST_MAIN(TestRunFolders)
#include "tst_run_folders.moc"
