// SPDX-License-Identifier: MIT
// A run that another live process is working on is neither treated as interrupted nor resumed.
#include "queue_fixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace fb;
using namespace fb::ui;

namespace {

// As held by a process that works in the folder.
class Worker {
public:
  explicit Worker(const QString& folder)
      : m_descriptor(::open(folder.toUtf8().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (m_descriptor < 0 || ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) qFatal("cannot lock the folder");
  }
  ~Worker() { ::close(m_descriptor); }

private:
  int m_descriptor;
};

}  // namespace

class TestRunInUse : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void aRunOfALivingProcessWasNotCutOff() {
    const QTemporaryDir dir;
    const auto folder = dir.filePath("runs/one");
    QVERIFY(QDir().mkpath(folder));
    const auto engine = std::make_shared<FakeEngine>();
    RunRecord record;
    record.state = RunState::Running;
    record.request = defaultRequest(FakeEngine::testPair());
    record.request.options.runFolder = folder.toStdString();
    engine->keepRun(record.request, 4);
    {
      RunStore store(dir.filePath("runs.sqlite"));
      record.id = store.newId();
      store.save(record);
    }
    auto worker = std::make_unique<Worker>(folder);
    QueueFixture desk(engine, dir.path());
    QVERIFY(desk.runner.interruptedRuns().empty());
    QVERIFY(desk.state(record.id) == RunState::Paused);

    QSignalSpy warned(&desk.runner, &QueueRunner::warning);
    QSignalSpy finished(&desk.runner, &QueueRunner::runFinished);
    desk.runner.resume(record.id);
    QTRY_COMPARE(warned.count(), 1);
    QVERIFY(warned[0][0].toString().contains("is in use"));
    QTRY_VERIFY(!desk.runner.runningRun());
    QVERIFY(desk.state(record.id) == RunState::Paused);
    QVERIFY(engine->calls().empty());

    worker.reset();
    desk.runner.resume(record.id);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(engine->calls(), std::vector<std::string>{"resume"});
  }
};

QTEST_GUILESS_MAIN(TestRunInUse)
#include "tst_run_in_use.moc"
