// SPDX-License-Identifier: MIT
// Obstacles for the store that are not damage: it waits, reports them, and loses nothing.
#include "failing_vfs.h"
#include "history_of.h"
#include "plain_run.h"
#include "runs/run_store.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace fb;
using namespace fb::ui;

namespace {

// The first column of the last statement's first row, as another program reads the file.
qint64 number(const QString& file, const char* sql) {
  sqlite3* base = nullptr;
  qint64 found = -1;
  const auto take = [](void* into, int, char** columns, char**) {
    *static_cast<qint64*>(into) = QByteArray(columns[0]).toLongLong();
    return 0;
  };
  if (sqlite3_open(file.toUtf8().constData(), &base) == SQLITE_OK) sqlite3_exec(base, sql, take, &found, nullptr);
  sqlite3_close(base);
  return found;
}

}  // namespace

class TestStoreFaults : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_folder;
  QString m_file;

  QStringList files() const { return QFileInfo(m_file).dir().entryList(QDir::Files | QDir::Hidden); }
  void makeHistory(int runs) {
    RunStore store(m_file);
    for (RunId id = 1; id <= runs; ++id) store.save(plainRun(id, RunState::Finished));
    QVERIFY(store.flush());
  }
  static unsigned modeOf(const QString& path) {
    struct stat status {};
    return ::stat(path.toUtf8().constData(), &status) == 0 ? status.st_mode & 07777 : 0;
  }

private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath("state/studio.sqlite");
  }

  void whatStandsInTheWayIsNoDamage_data() {
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("word");
    QTest::newRow("full") << int(FailingVfs::Write) << SQLITE_FULL << "full";
    QTest::newRow("no room for the shared memory") << int(FailingVfs::Shared) << SQLITE_IOERR_SHMSIZE << "I/O";
    QTest::newRow("locked") << int(FailingVfs::Lock) << SQLITE_BUSY << "another program";
    QTest::newRow("read error") << int(FailingVfs::Read) << SQLITE_IOERR_READ << "I/O";
    QTest::newRow("not to be opened") << int(FailingVfs::Open) << SQLITE_CANTOPEN << "unable to open";
    QTest::newRow("no memory") << int(FailingVfs::Shared) << SQLITE_NOMEM << "memory";
  }
  // Neither at the start nor later.
  void whatStandsInTheWayIsNoDamage() {
    QFETCH(int, call);
    QFETCH(int, code);
    QFETCH(QString, word);
    makeHistory(3);
    const auto before = files();
    FailingVfs vfs;
    vfs.fail(FailingVfs::Call(call), code);
    {
      RunStore store(m_file);
      store.setRetryAfter(std::chrono::milliseconds(20));
      QSignalSpy opened(&store, &RunStore::opened);
      store.save(plainRun(4, RunState::Finished));
      store.appendStep(4, {});
      // A readable file is read, whatever keeps it from being written.
      const bool isOpen = store.awaitOpening();
      QVERIFY(!store.flush());
      QVERIFY(vfs.faults() > 0);
      QVERIFY2(store.trouble().contains(word), qPrintable(store.trouble()));
      QVERIFY(store.trouble().contains(m_file));
      QVERIFY(store.loss().isEmpty());
      QVERIFY(store.hasUnsaved());
      QCOMPARE(historyOf(store).has_value(), isOpen);
      if (isOpen) QCOMPARE(historyOf(store)->size(), std::size_t(3));
      QCOMPARE(store.read(4)->title, QString("run 4"));

      vfs.heal();
      QTRY_COMPARE(opened.count(), 1);
      QTRY_VERIFY(store.trouble().isEmpty());
      QVERIFY(!store.hasUnsaved());
      QCOMPARE(historyOf(store)->size(), std::size_t(4));

      vfs.fail(FailingVfs::Call(call), code);
      store.save(plainRun(5, RunState::Finished));
      store.flush();
      vfs.heal();
    }
    QCOMPARE(files(), before);
    RunStore again(m_file);
    QCOMPARE(historyOf(again)->size(), std::size_t(5));
  }

  // In the order of the calls; reported from the first failure until the last of it is written.
  void whatIsNotSavedIsRepeated() {
    FailingVfs vfs;
    RunStore store(m_file);
    QSignalSpy told(&store, &RunStore::conditionChanged);
    store.save(plainRun(1));
    QVERIFY(store.flush());
    vfs.fail(FailingVfs::Write, SQLITE_FULL);
    for (RunId id = 2; id <= 16; ++id) store.save(plainRun(id));
    store.saveOrder({3, 2, 1});
    store.remove(16);
    for (int step = 0; step < 30; ++step) {
      StepReport report;
      report.step = step;
      report.end = step + 1;
      store.appendStep(1, report);
    }
    QVERIFY(!store.flush());
    QTRY_COMPARE(told.count(), 1);
    QVERIFY2(store.trouble().contains("disk is full"), qPrintable(store.trouble()));
    QCOMPARE(store.read(1)->stepsDone, 30);
    QVERIFY(!store.read(16));
    vfs.heal();
    store.retry();
    QVERIFY(store.flush());
    QTRY_COMPARE(told.count(), 2);
    QVERIFY(store.trouble().isEmpty());
    QCOMPARE(number(m_file, "SELECT count(*) FROM runs"), 15);
    QCOMPARE(number(m_file, "SELECT count(*) FROM steps"), 30);
    std::vector<RunId> order;
    for (const auto& record : store.readQueue()) order.push_back(record.id);
    QCOMPARE(std::vector(order.begin(), order.begin() + 3), (std::vector<RunId>{3, 2, 1}));
  }

  // A partial result must not be taken for everything: the folders of runs that are not listed would be removed.
  void halfAHistoryIsNoHistory() {
    makeHistory(300);
    FailingVfs vfs;
    RunStore store(m_file);
    QVERIFY(store.awaitOpening());
    vfs.fail(FailingVfs::Read, SQLITE_IOERR_READ);
    QVERIFY(!historyOf(store));
    QVERIFY(store.readQueue().empty());
    QVERIFY(!store.wasQueueWhole());
    QVERIFY2(store.trouble().contains("I/O"), qPrintable(store.trouble()));
    vfs.heal();
    QCOMPARE(historyOf(store)->size(), std::size_t(300));
    QVERIFY(store.readQueue().empty());
    QVERIFY(store.wasQueueWhole());
    QVERIFY(store.trouble().isEmpty());
  }

  void theNextWriteAndTheEndTryAgain() {
    FailingVfs vfs;
    {
      RunStore store(m_file);
      store.awaitOpening();
      vfs.fail(FailingVfs::Write, SQLITE_FULL);
      store.save(plainRun(1));
      QVERIFY(!store.flush());
      vfs.heal();
      store.save(plainRun(2));
      QVERIFY(store.flush());
      QCOMPARE(number(m_file, "SELECT count(*) FROM runs"), 2);
      vfs.fail(FailingVfs::Sync, SQLITE_IOERR_FSYNC);
      store.save(plainRun(3));
      QVERIFY(!store.flush());
      vfs.heal();
    }
    QCOMPARE(number(m_file, "SELECT count(*) FROM runs"), 3);
  }

  // A write that SQLite can never do is reported and does not block the others.
  void aWriteThatCannotBeIsNotRepeated() {
    RunStore store(m_file);
    QVERIFY(store.awaitOpening());
    QCOMPARE(number(m_file,
                    "CREATE TRIGGER no BEFORE INSERT ON runs WHEN new.title = 'run 2' BEGIN SELECT "
                    "raise(abort, 'not this one'); END; SELECT 7"),
             7);
    for (const RunId id : {1, 2, 3}) store.save(plainRun(id));
    QVERIFY(store.flush());
    QCOMPARE(store.readQueue().size(), std::size_t(2));
    QVERIFY2(store.loss().contains("not this one"), qPrintable(store.loss()));
    QVERIFY(store.trouble().isEmpty());
  }

  void anotherProgramsLockIsWaitedFor() {
    makeHistory(2);
    sqlite3* other = nullptr;
    QCOMPARE(sqlite3_open(m_file.toUtf8().constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM steps", nullptr,
                          nullptr, nullptr),
             SQLITE_OK);
    RunStore store(m_file);
    store.setRetryAfter(std::chrono::milliseconds(20));
    QVERIFY(!store.awaitOpening());
    QVERIFY2(store.trouble().contains("another program"), qPrintable(store.trouble()));
    sqlite3_close(other);
    QTRY_VERIFY(store.isOpen());
    QCOMPARE(historyOf(store)->size(), std::size_t(2));
    QVERIFY(store.loss().isEmpty());
  }

  void aNewerStoreIsLeftToTheNewerProgram() {
    makeHistory(2);
    QCOMPARE(number(m_file, "PRAGMA user_version = 99; PRAGMA user_version"), 99);
    const auto before = files();
    {
      RunStore store(m_file);
      QVERIFY(!store.awaitOpening());
      QVERIFY2(store.trouble().contains("newer version"), qPrintable(store.trouble()));
      store.save(plainRun(3));
      QVERIFY(!store.flush());
      QCOMPARE(store.read(3)->title, QString("run 3"));
    }
    QCOMPARE(files(), before);
    QCOMPARE(number(m_file, "SELECT count(*) FROM runs"), 2);
    QCOMPARE(number(m_file, "PRAGMA user_version"), 99);
  }

  void anotherProgramsDatabaseIsLeftAlone() {
    QVERIFY(QDir().mkpath(m_folder->filePath("state")));
    QCOMPARE(number(m_file, "CREATE TABLE recipes(name); INSERT INTO recipes VALUES('soup'); SELECT 1"), 1);
    {
      RunStore store(m_file);
      QVERIFY(!store.awaitOpening());
      QVERIFY2(store.trouble().contains("another program"), qPrintable(store.trouble()));
    }
    QCOMPARE(number(m_file, "SELECT count(*) FROM sqlite_schema"), 1);
  }

  void aCopyIsMadeBeforeAChangeOfVersion() {
    makeHistory(2);
    QCOMPARE(number(m_file,
                    "DROP TABLE steps; ALTER TABLE runs DROP COLUMN tags; ALTER TABLE runs DROP COLUMN video; ALTER "
                    "TABLE runs DROP COLUMN ssim_to_reference; PRAGMA "
                    "user_version = 1; PRAGMA user_version"),
             1);
    const auto copy = m_file + ".before-v4";
    {
      FailingVfs vfs;
      vfs.fail(FailingVfs::Write, SQLITE_FULL);
      RunStore store(m_file);
      QVERIFY(!store.awaitOpening());
      QVERIFY2(store.trouble().contains("full"), qPrintable(store.trouble()));
      QCOMPARE(number(m_file, "PRAGMA user_version"), 1);
      QVERIFY(!QFile::exists(copy));
      vfs.heal();
      store.retry();
      QTRY_VERIFY(store.isOpen());
    }
    QCOMPARE(number(m_file, "PRAGMA user_version"), 4);
    QCOMPARE(number(copy, "PRAGMA user_version"), 1);
    QCOMPARE(number(copy, "SELECT count(*) FROM runs"), 2);
    QCOMPARE(modeOf(copy), 0600u);
  }

  // However often the change is tried.
  void thereIsOneCopyAfterAChangeOfVersionThatHadToWait() {
    makeHistory(2);
    QCOMPARE(number(m_file,
                    "ALTER TABLE runs DROP COLUMN tags; ALTER TABLE runs DROP COLUMN video; ALTER TABLE runs DROP "
                    "COLUMN ssim_to_reference; PRAGMA user_version = 2; "
                    "PRAGMA user_version"),
             2);
    sqlite3* other = nullptr;
    QCOMPARE(sqlite3_open(m_file.toUtf8().constData(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto copies = [this] {
      return QFileInfo(m_file).dir().entryList({QStringLiteral("*before*")}, QDir::Files | QDir::Hidden);
    };
    RunStore store(m_file);
    store.setRetryAfter(std::chrono::hours(1));
    QVERIFY(!store.awaitOpening());
    QVERIFY2(store.trouble().contains("another program"), qPrintable(store.trouble()));
    QSignalSpy told(&store, &RunStore::conditionChanged);
    QTRY_COMPARE(told.count(), 1);
    for (int attempt = 2; attempt <= 3; ++attempt) {
      store.retry();
      QTRY_COMPARE(told.count(), attempt);
      QCOMPARE(copies(), QStringList());
    }
    QCOMPARE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(other);
    store.retry();
    QTRY_VERIFY(store.isOpen());
    QCOMPARE(copies(), QStringList{"studio.sqlite.before-v4"});
    QCOMPARE(historyOf(store)->size(), std::size_t(2));
  }

  // A new store has no earlier version that would have to be kept, wherever its making was cut off.
  void aNewStoreIsMadeWholeOrNotAtAll() {
    for (int n = 1;; ++n) {
      QTemporaryDir folder;
      const auto file = folder.filePath("state/studio.sqlite");
      FailingVfs vfs;
      vfs.failFrom(n, SQLITE_FULL);
      bool hasFailed = false;
      {
        RunStore store(file);
        store.awaitOpening();
        hasFailed = vfs.faults() > 0;
        vfs.heal();
        store.retry();
        QTRY_VERIFY(store.isOpen());
      }
      QCOMPARE(QDir(folder.filePath("state")).entryList(QDir::Files), QStringList{"studio.sqlite"});
      if (!hasFailed) break;
    }
  }

  // Prompts are private, and so are the files that SQLite puts next to them.
  void isItsOwnersAlone() {
    const auto before = ::umask(0);
    {
      RunStore store(m_file);
      store.save(plainRun(1));
      QVERIFY(store.flush());
      QCOMPARE(modeOf(QFileInfo(m_file).path()), 0700u);
      for (const auto* part : {"", "-wal", "-shm"}) QCOMPARE(modeOf(m_file + part), 0600u);
    }
    QVERIFY(QFile::setPermissions(m_file, QFile::Permissions(0x6666)));
    RunStore store(m_file);
    QVERIFY(store.awaitOpening());
    QCOMPARE(modeOf(m_file), 0600u);
    ::umask(before);
  }

  // SQLite assigns the row's number, even if another process was faster.
  void runsOfTwoProcessesNeverShareARow() {
    RunStore one(m_file);
    QVERIFY(one.awaitOpening());
    RunStore two(m_file);
    QVERIFY(two.awaitOpening());
    for (int i = 0; i < 20; ++i)
      for (auto* store : {&one, &two}) {
        auto record = plainRun(store->newId());
        record.title = store == &one ? "one" : "two";
        store->save(record);
        StepReport report;
        report.end = 1;
        store->appendStep(record.id, report);
        record.stepsDone = i;
        store->save(record);
        QCOMPARE(store->read(record.id)->title, record.title);
        if (i % 5 == 0) store->remove(record.id);
      }
    QVERIFY(one.flush() && two.flush());
    QCOMPARE(number(m_file, "SELECT count(*) FROM runs WHERE title = 'one'"), 16);
    QCOMPARE(number(m_file, "SELECT count(*) FROM runs WHERE title = 'two'"), 16);
    QCOMPARE(number(m_file, "SELECT count(*) FROM steps"), 0);
    // Each finds its own runs under the numbers that it assigned, and the other's under separate numbers.
    QSet<RunId> ids;
    for (const auto& record : one.readQueue()) {
      ids.insert(record.id);
      QCOMPARE(one.read(record.id)->title, record.title);
    }
    QCOMPARE(ids.size(), 32);
  }

  // Each file system call may be the one that fails: nothing is lost, set aside or only half done.
  void everyCallMayFail() {
    const std::vector<int> codes{SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN};
    int points = 0;
    for (int n = 1;; ++n) {
      QTemporaryDir folder;
      const auto file = folder.filePath("state/studio.sqlite");
      FailingVfs vfs;
      {
        RunStore before(file);
        for (const RunId id : {1, 2}) before.save(plainRun(id));
        QVERIFY(before.flush());
      }
      vfs.failFrom(n, codes[static_cast<std::size_t>(n) % codes.size()]);
      const int faults = vfs.faults();
      bool hasFailed = false;
      {
        RunStore store(file);
        // Runs that could not be read cannot be removed.
        const bool canRemove = store.awaitOpening();
        auto record = plainRun(store.newId());
        record.title = "new";
        store.save(record);
        store.flush();
        store.appendStep(record.id, {});
        if (canRemove) store.remove(1);
        store.flush();
        hasFailed = vfs.faults() > faults;
        vfs.heal();
        store.retry();
        QTRY_VERIFY(store.flush() && store.isOpen());
        QVERIFY2(store.loss().isEmpty(), qPrintable(store.loss()));
        QVERIFY(store.trouble().isEmpty());
        QCOMPARE(store.readQueue().size(), std::size_t(canRemove ? 2 : 3));
      }
      QCOMPARE(QDir(folder.filePath("state")).entryList(QDir::Files), QStringList{"studio.sqlite"});
      QCOMPARE(number(file, "SELECT count(*) FROM runs WHERE title IN ('new', 'run 2')"), 2);
      QCOMPARE(number(file, "SELECT count(*) FROM steps"), 1);
      if (!hasFailed) break;
      ++points;
    }
    qInfo("%d points of failure", points);
    QVERIFY(points > 20);
  }
};

QTEST_GUILESS_MAIN(TestStoreFaults)
#include "tst_store_faults.moc"
