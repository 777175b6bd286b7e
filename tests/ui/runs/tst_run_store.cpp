// SPDX-License-Identifier: MIT
#include "runs/run_store.h"

#include "text/clip_words.h"

#include "history_of.h"
#include "plain_run.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <unistd.h>

using namespace fb;
using namespace fb::ui;

namespace {

RunRecord runWith(RunId id, RunState state = RunState::Waiting) {
  auto record = plainRun(id, state);
  record.request.clip.prompt = "a red star turns on a blue ground";
  record.request.sampling.seed = 0xFFFF'FFFF'FFFF'FFF0u + static_cast<std::uint64_t>(id);
  record.request.options.runFolder = "/runs/" + std::to_string(id);
  for (int step = 0; step < 3; ++step)
    record.steps.push_back({step,
                            step + 1,
                            30,
                            .9,
                            900,
                            Model::Small,
                            .5,
                            1,
                            Divergence{.25, .125},
                            false,
                            0,
                            {},
                            GuardCheck::None,
                            {},
                            {},
                            {}});
  return record;
}

StepReport stepAt(int step) {
  StepReport report{step, step + 1, 60, .5, 500, Model::Large, .5, 1, {}, false, 0, {}, GuardCheck::None, {}, {}, {}};
  if (step % 2 != 0) report.divergence = Divergence{.25, .5};
  return report;
}

// Writes runs endlessly and prints the number of each that is on disk, until it is killed.
int writeUntilKilled(const QString& file) {
  RunStore store(file);
  for (RunId id = 1;; ++id) {
    store.save(runWith(id));
    store.saveOrder({id});
    store.flush();
    const auto line = QByteArray::number(id) + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) < 0) return 1;
  }
}

}  // namespace

class TestRunStore : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_file;

private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath("state/runs.sqlite");
  }

  void keepsEverythingOfARun() {
    auto record = runWith(1, RunState::Failed);
    record.kind = RunKind::Probe;
    record.problem = "no memory";
    record.stepsDone = 3;
    record.secondsSpent = 12.5;
    record.starred = true;
    record.tags = {"best", "night"};
    record.video = "/clips/a\nstar.mp4";
    record.videoState = "5 1700000000000";
    record.ssimToReference = .9525;
    {
      RunStore store(m_file);
      QVERIFY(store.awaitOpening());
      store.save(record);
    }
    RunStore store(m_file);
    const auto read = store.read(1);
    QVERIFY(read);
    QCOMPARE(read->title, record.title);
    QVERIFY(read->kind == RunKind::Probe && read->state == RunState::Failed && read->starred);
    QCOMPARE(read->tags, record.tags);
    QCOMPARE(read->video, record.video);
    QCOMPARE(read->videoState, record.videoState);
    QVERIFY(read->ssimToReference == record.ssimToReference);
    QCOMPARE(read->problem, record.problem);
    QCOMPARE(read->created, record.created);
    QVERIFY(!read->ended.isValid());
    QCOMPARE(read->stepsDone, 3);
    QCOMPARE(read->secondsSpent, 12.5);
    QCOMPARE(read->request.sampling.seed, record.request.sampling.seed);
    QVERIFY(read->request.options.runFolder == record.request.options.runFolder);
    QCOMPARE(read->steps.size(), std::size_t(3));
    QVERIFY(read->steps[2].model == Model::Small);
    QCOMPARE(read->steps[2].divergence.value().relativeL2, .25);
    QCOMPARE(store.newId(), RunId(2));
  }

  void readsStepsAsTheyWereKeptBefore() {
    {
      RunStore store(m_file);
      store.save(runWith(1, RunState::Finished));
    }
    sqlite3* base = nullptr;
    QVERIFY(sqlite3_open(m_file.toUtf8().constData(), &base) == SQLITE_OK);
    constexpr auto kBefore =
        "UPDATE runs SET curve = '[{\"step\":0,\"end\":2,\"steps\":30,\"sigma\":0.9,\"timestep\":900,"
        "\"seconds\":0.5,\"small\":true,\"l2\":0.25,\"cosine\":0.125}]'";
    QVERIFY(sqlite3_exec(base, kBefore, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(base);
    RunStore store(m_file);
    const auto read = store.read(1);
    QVERIFY(read);
    QCOMPARE(read->steps.size(), std::size_t(1));
    QVERIFY(read->steps[0].end == 2 && read->steps[0].model == Model::Small && read->steps[0].seconds == .5);
    QCOMPARE(read->steps[0].divergence.value().cosineDistance, .125);
  }

  void readsWhatIsNotYetOnDisk() {
    RunStore store(m_file);
    for (int i = 0; i < 50; ++i) {
      auto record = runWith(1);
      record.stepsDone = i;
      store.save(record);
      QCOMPARE(store.read(1)->stepsDone, i);
    }
    store.remove(1);
    QVERIFY(!store.read(1));
    store.flush();
    QVERIFY(!store.read(1));
  }

  void appendsStepsWithoutWritingTheRunAgain() {
    {
      RunStore store(m_file);
      store.save(runWith(1, RunState::Running));
      store.flush();
      const auto row = number("SELECT length(request) + length(curve) FROM runs");
      QVERIFY(number("UPDATE runs SET request = replace(request, 'red star', 'blue star') RETURNING 1") == 1);
      for (int step = 3; step < 6; ++step) {
        store.appendStep(1, stepAt(step));
        store.flush();
      }
      // Writing the row would bring back the red star.
      QCOMPARE(number("SELECT length(request) + length(curve) FROM runs"), row + 1);
      QCOMPARE(number("SELECT count(*) FROM steps"), 3);
    }
    RunStore store(m_file);
    const auto queue = store.readQueue();
    QCOMPARE(queue.size(), std::size_t(1));
    QCOMPARE(queue[0].stepsDone, 6);
    QCOMPARE(queue[0].steps.size(), std::size_t(6));
    QCOMPARE(queue[0].steps[5].step, 5);
    QVERIFY(queue[0].steps[5].model == Model::Large);
    QCOMPARE(queue[0].steps[5].divergence.value().cosineDistance, .5);
    QVERIFY(!queue[0].steps[4].divergence);
    QCOMPARE(queue[0].request.clip.prompt, std::string("a blue star turns on a blue ground"));

    // The row includes them when it is written, and they are removed with the run.
    auto record = *store.read(1);
    record.state = RunState::Paused;
    store.save(record);
    store.flush();
    QCOMPARE(number("SELECT count(*) FROM steps"), 0);
    QCOMPARE(store.read(1)->steps.size(), std::size_t(6));
    store.appendStep(1, stepAt(6));
    store.remove(1);
    store.flush();
    QCOMPARE(number("SELECT count(*) FROM steps"), 0);
  }

  void stepsThatAreDoneAgainTakeTheirPlace() {
    {
      RunStore store(m_file);
      store.save(runWith(1, RunState::Running));
      for (const int step : {3, 4, 5}) store.appendStep(1, stepAt(step));
    }
    {
      // After a crash, the run continues from an earlier state.
      RunStore store(m_file);
      for (const int step : {2, 3}) store.appendStep(1, stepAt(step));
    }
    RunStore store(m_file);
    const auto record = store.read(1);
    QVERIFY(record);
    QCOMPARE(record->stepsDone, 4);
    QCOMPARE(record->steps.size(), std::size_t(4));
    QVERIFY(record->steps[1].model == Model::Small);
    QVERIFY(record->steps[2].model == Model::Large);
  }

  void readsStepsThatAreNotYetOnDisk() {
    RunStore store(m_file);
    auto record = runWith(1);
    store.save(record);
    for (int step = 3; step < 53; ++step) {
      store.appendStep(1, stepAt(step));
      if (step == 30) store.save(*store.read(1));
      const auto read = store.read(1);
      QCOMPARE(read->stepsDone, step + 1);
      QCOMPARE(read->steps.size(), static_cast<std::size_t>(step + 1));
    }
    store.flush();
    QCOMPARE(store.read(1)->steps.size(), std::size_t(53));
  }

  void keepsAFileOfTheFirstVersion() {
    {
      RunStore store(m_file);
      store.save(runWith(1));
      store.save(runWith(2, RunState::Finished));
    }
    QCOMPARE(number("DROP TABLE steps; ALTER TABLE runs DROP COLUMN tags; ALTER TABLE runs DROP COLUMN video; ALTER "
                    "TABLE runs DROP COLUMN ssim_to_reference; PRAGMA "
                    "user_version = 1; PRAGMA user_version"),
             1);
    {
      RunStore store(m_file);
      QVERIFY2(store.awaitOpening() && store.loss().isEmpty(), qPrintable(store.trouble() + store.loss()));
      QCOMPARE(historyOf(store)->size(), std::size_t(1));
      QCOMPARE(store.read(1)->steps.size(), std::size_t(3));
      store.appendStep(1, stepAt(3));
    }
    QCOMPARE(number("PRAGMA user_version"), 4);
    QCOMPARE(RunStore(m_file).read(1)->steps.size(), std::size_t(4));
  }

  void keepsAFileFromBeforeTags() {
    {
      RunStore store(m_file);
      store.save(runWith(1, RunState::Finished));
    }
    QCOMPARE(number("ALTER TABLE runs DROP COLUMN tags; ALTER TABLE runs DROP COLUMN video; ALTER TABLE runs DROP "
                    "COLUMN ssim_to_reference; PRAGMA user_version = 2; "
                    "PRAGMA user_version"),
             2);
    RunStore store(m_file);
    QVERIFY2(store.awaitOpening() && store.loss().isEmpty(), qPrintable(store.trouble() + store.loss()));
    QCOMPARE(historyOf(store)->size(), std::size_t(1));
    store.saveLabels({1, "a name", true, {"night"}, "/a.mp4"});
    store.flush();
    QCOMPARE(store.read(1)->video, QString("/a.mp4"));
    // As the first versions with videos stored them.
    QCOMPARE(number("UPDATE runs SET video = '/b.mp4'; SELECT 3"), 3);
    QCOMPARE(store.read(1)->video, QString("/b.mp4"));
    QVERIFY(store.read(1)->videoState.isEmpty());
    QCOMPARE(store.read(1)->tags, QStringList("night"));
    QCOMPARE(store.read(1)->steps.size(), std::size_t(3));
  }

  void keepsAFileFromBeforeClipsWereMeasured() {
    {
      RunStore store(m_file);
      store.save(runWith(1, RunState::Finished));
    }
    QCOMPARE(number("ALTER TABLE runs DROP COLUMN ssim_to_reference; PRAGMA user_version = 3; PRAGMA user_version"), 3);
    RunStore store(m_file);
    QVERIFY2(store.awaitOpening() && store.loss().isEmpty(), qPrintable(store.trouble() + store.loss()));
    auto history = historyOf(store);
    QVERIFY(history && history->size() == 1 && !history->front().ssimToReference);
    store.saveLabels({1, {}, false, {}, {}, {}, .75});
    store.flush();
    history = historyOf(store);
    QVERIFY(history && history->front().ssimToReference == .75);
    // A value that is no similarity reads as none.
    for (const char* value : {"7", "'high'", "NULL", "-1.5"}) {
      const auto damage = QStringLiteral("UPDATE runs SET ssim_to_reference = %1; SELECT 3").arg(QLatin1String(value));
      QCOMPARE(number(damage.toUtf8().constData()), 3);
      history = historyOf(store);
      QVERIFY2(history && history->size() == 1 && !history->front().ssimToReference, value);
    }
  }

  void aRunWhoseRequestIsDamagedIsNoReference() {
    RunStore store(m_file);
    auto record = runWith(1, RunState::Finished);
    record.request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 10);
    store.save(record);
    store.flush();
    auto history = historyOf(store);
    QVERIFY(history && history->size() == 1 && history->front().isReference());
    for (const char* request :
         {"'no request'", "'{}'", "'{\"steps\": 0}'", "'{\"steps\": -3}'", "'{\"steps\": 5}'",
          "'{\"steps\": 5, \"early\": 1, \"late\": \"none\"}'", "'{\"steps\": \"many\", \"early\": 1, \"late\": 0}'"}) {
      const auto damage = QStringLiteral("UPDATE runs SET request = %1; SELECT 3").arg(QLatin1String(request));
      QCOMPARE(number(damage.toUtf8().constData()), 3);
      history = historyOf(store);
      QVERIFY2(history && history->size() == 1 && !history->front().isReference(), request);
      const auto words = clipWords(history->front().schedule, history->front().seed);
      QVERIFY2(words.startsWith(QStringLiteral("settings damaged")), qPrintable(words));
    }
  }

  void labelsAreReadBeforeAndAfterTheyAreOnDisk() {
    RunStore store(m_file);
    for (int round = 0; round < 20; ++round) {
      store.save(runWith(1, RunState::Finished));
      const auto name = QString::number(round);
      store.saveLabels({1, name, round % 2 == 0, {name}, name, {}, round / 20.});
      for (const bool flushed : {false, true}) {
        if (flushed) store.flush();
        const auto read = store.read(1);
        QVERIFY(read);
        QCOMPARE(read->title, name);
        QCOMPARE(read->starred, round % 2 == 0);
        QCOMPARE(read->tags, QStringList(name));
        QCOMPARE(read->video, name);
        QVERIFY(read->ssimToReference == round / 20.);
        QCOMPARE(read->request.options.runFolder.string(), std::string("/runs/1"));
      }
    }
    // Those of a run that is gone bring nothing back.
    store.remove(1);
    store.saveLabels({1, "x", true, {}, {}});
    QVERIFY(!store.read(1));
    store.flush();
    QVERIFY(!store.read(1));
  }

  void keepsTheOrderOfTheQueue() {
    {
      RunStore store(m_file);
      for (const RunId id : {1, 2, 3}) store.save(runWith(id));
      store.saveOrder({3, 1, 2});
      store.save(runWith(4));
      store.save(runWith(5, RunState::Finished));
    }
    RunStore store(m_file);
    std::vector<RunId> order;
    for (const auto& record : store.readQueue()) order.push_back(record.id);
    QCOMPARE(order, (std::vector<RunId>{3, 1, 2, 4}));
    QCOMPARE(historyOf(store)->size(), std::size_t(1));
  }

  void survivesAKill() {
    QProcess writer;
    writer.start(QCoreApplication::applicationFilePath(), {"--write", m_file});
    QVERIFY(writer.waitForStarted());
    QByteArray told;
    while (told.count('\n') < 20) {
      QVERIFY(writer.waitForReadyRead(10'000));
      told += writer.readAll();
    }
    writer.kill();
    QVERIFY(writer.waitForFinished());
    told += writer.readAll();
    const auto whole = told.left(told.lastIndexOf('\n')).split('\n');
    RunStore store(m_file);
    QVERIFY2(store.awaitOpening() && store.loss().isEmpty(), qPrintable(store.trouble() + store.loss()));
    const auto queue = store.readQueue();
    QVERIFY(static_cast<RunId>(queue.size()) >= whole.last().toLongLong());
    for (const auto& record : queue) QCOMPARE(record.title, QStringLiteral("run %1").arg(record.id));
  }

  void setsADamagedFileAside_data() {
    QTest::addColumn<bool>("wholeFile");
    QTest::newRow("no database at all") << true;
    QTest::newRow("a damaged page") << false;
  }
  void setsADamagedFileAside() {
    QFETCH(bool, wholeFile);
    {
      RunStore store(m_file);
      for (RunId id = 1; id <= 200; ++id) store.save(runWith(id));
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto size = file.size();
    file.seek(wholeFile ? 0 : 5 * 4096);
    file.write(QByteArray(wholeFile ? static_cast<int>(size) : 8192, 'x'));
    file.close();

    RunStore store(m_file);
    QVERIFY(store.awaitOpening());
    QVERIFY(store.loss().contains(m_file + ".damaged-"));
    const auto kept = QDir(m_folder->filePath("state")).entryInfoList({"*.damaged-*"}, QDir::Files);
    QVERIFY(!kept.isEmpty());
    QCOMPARE(kept.first().size(), size);
    QVERIFY(store.readQueue().empty());
    store.save(runWith(1));
    store.flush();
    QCOMPARE(store.readQueue().size(), std::size_t(1));
  }

  void saysThatNothingCanBeKept() {
    RunStore store("/proc/no-such-folder/runs.sqlite");
    QSignalSpy told(&store, &RunStore::conditionChanged);
    QVERIFY(!store.awaitOpening());
    QVERIFY(!store.trouble().isEmpty());
    store.save(runWith(1));
    QVERIFY(!store.flush());
    QTRY_VERIFY(told.count() > 0);
  }

  void readsALongHistoryWithoutParsingIt() {
    constexpr int kRuns = 10'000;
    {
      RunStore store(m_file);
      auto record = runWith(1, RunState::Finished);
      for (int step = 3; step < 50; ++step) record.steps.push_back(record.steps[2]);
      store.save(record);
    }
    copyFirstRun(kRuns);
    QElapsedTimer watch;
    watch.start();
    RunStore store(m_file);
    const auto opened = watch.restart();
    const auto runs = historyOf(store).value();
    qInfo("opening took %lld ms, reading %lld ms", opened, watch.elapsed());
    QCOMPARE(runs.size(), std::size_t(kRuns));
    QCOMPARE(runs.front().id, RunId(kRuns));
    QCOMPARE(store.parsedRequests(), 0);
    QVERIFY(store.read(77));
    QCOMPARE(store.parsedRequests(), 1);
  }

private:
  // What a second reader of the file sees: the first column of the last statement's first row.
  qint64 number(const char* sql) {
    sqlite3* base = nullptr;
    if (sqlite3_open(m_file.toUtf8().constData(), &base) != SQLITE_OK) return -1;
    qint64 found = -1;
    const auto take = [](void* into, int, char** columns, char**) {
      *static_cast<qint64*>(into) = QByteArray(columns[0]).toLongLong();
      return 0;
    };
    if (sqlite3_exec(base, sql, take, &found, nullptr) != SQLITE_OK) found = -1;
    sqlite3_close(base);
    return found;
  }

  // Saved one by one, 10,000 runs would mean 10,000 waits for the disk.
  void copyFirstRun(int runs) {
    sqlite3* base = nullptr;
    QCOMPARE(sqlite3_open(m_file.toUtf8().constData(), &base), SQLITE_OK);
    const auto run = [base](const std::string& sql) {
      return sqlite3_exec(base, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    };
    QVERIFY(run("CREATE TEMP TABLE one AS SELECT * FROM runs; BEGIN"));
    for (int id = 2; id <= runs; ++id)
      QVERIFY(run("UPDATE one SET id = id + 1, ended = ended + 1000; INSERT INTO runs SELECT * FROM one"));
    QVERIFY(run("COMMIT"));
    sqlite3_close(base);
  }
};

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  const auto arguments = application.arguments();
  if (arguments.value(1) == QLatin1String("--write")) return writeUntilKilled(arguments.value(2));
  TestRunStore test;
  return QTest::qExec(&test, argc, argv);
}
#include "tst_run_store.moc"
