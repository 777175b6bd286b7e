// SPDX-License-Identifier: MIT
#include "session/export_queue.h"

#include "export_work_of.h"
#include "fake_engine.h"
#include "session/engine_host.h"
#include "session/export_session.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <new>
#include <stdexcept>

using namespace fb;
using namespace fb::ui;

class TestExportQueue : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_engine = std::make_shared<FakeEngine>();
    m_host = std::make_unique<EngineHost>([engine = m_engine](Error&) { return engine; });
    QSignalSpy opened(m_host.get(), &EngineHost::opened);
    m_host->open();
    QTRY_COMPARE(opened.count(), 1);
    m_session = std::make_unique<ExportSession>(m_host.get());
    QVERIFY(QDir(m_dir->path()).mkdir("state"));
    m_session->keepJournal(m_dir->filePath("state"));
    m_queue = std::make_unique<ExportQueue>(m_session.get());
  }
  void cleanup() {
    m_engine->exporting.open();
    m_queue.reset();
    m_session.reset();
    m_host.reset();
  }

  void runsOneAfterTheOther() {
    m_engine->exporting.close(1);
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported), emptied(m_queue.get(), &ExportQueue::emptied);
    const auto first = add("a.mp4"), second = add("b.mp4"), third = add("c.mp4");
    QVERIFY(m_queue->find(first)->state == ExportJob::State::Running);
    QVERIFY(m_queue->find(second)->state == ExportJob::State::Waiting);
    QCOMPARE(m_queue->unfinished(), 3);
    QTRY_COMPARE(m_queue->find(first)->done, 1. / 9);
    m_engine->exporting.open();
    QTRY_COMPARE(emptied.count(), 1);
    QCOMPARE(exported.count(), 3);
    for (int i = 0; i < 3; ++i) QCOMPARE(exported[i][0].toString(), path(QStringLiteral("abc").mid(i, 1) + ".mp4"));
    QVERIFY(m_queue->find(third)->state == ExportJob::State::Done);
    QCOMPARE(m_queue->find(third)->done, 1.);
  }

  // Known once there is something to measure; nothing left at the end.
  void theTimeLeftIsMeasured() {
    m_engine->exporting.close(1);
    std::vector<double> left;
    connect(m_queue.get(), &ExportQueue::jobChanged, this,
            [&](ExportId id) { left.push_back(m_queue->find(id)->secondsLeft); });
    const auto id = add("a.mp4");
    QTRY_VERIFY(m_queue->find(id)->done > 0);
    QVERIFY(std::isnan(m_queue->find(id)->secondsLeft));
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
    for (std::size_t i = 0; i + 1 < left.size(); ++i) QVERIFY(std::isnan(left[i]) || left[i] >= 0);
    QCOMPARE(m_queue->find(id)->secondsLeft, 0.);
  }

  // A comparison of several clips may be larger than the memory.
  void aClipThatCannotBeMadeFailsAloneAndIsTold() {
    const auto throwing = [this](const char* name, auto exception) {
      return m_queue->add("clip", {[exception](Engine&, const std::stop_token&) -> Outcome<Clip> { throw exception; },
                                   path(QLatin1String(name)),
                                   {}});
    };
    const auto large = throwing("large.mp4", std::bad_alloc()), odd = throwing("odd.mp4", std::length_error("odd"));
    const auto sound = add("sound.mp4");
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QVERIFY(m_queue->find(large)->state == ExportJob::State::Failed);
    QVERIFY(m_queue->find(large)->problem.kind == ErrorKind::OutOfMemory);
    QVERIFY(!m_queue->find(large)->problem.message.empty());
    QVERIFY(m_queue->find(odd)->state == ExportJob::State::Failed);
    QCOMPARE(m_queue->find(odd)->problem.message, std::string("odd"));
    QVERIFY(m_queue->find(sound)->state == ExportJob::State::Done);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList("sound.mp4"));
  }

  void eachCanBeCancelled() {
    m_engine->exporting.close(1);
    const auto first = add("a.mp4"), second = add("b.mp4"), third = add("c.mp4");
    m_queue->cancel(second);
    QVERIFY(m_queue->find(second)->state == ExportJob::State::Cancelled);
    m_queue->cancel(first);
    QTRY_VERIFY(m_queue->find(first)->state == ExportJob::State::Cancelled);
    QVERIFY(m_queue->find(third)->state == ExportJob::State::Running);
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList("c.mp4"));
    // What has ended cannot be cancelled.
    m_queue->cancel(third);
    QVERIFY(m_queue->find(third)->state == ExportJob::State::Done);
    m_queue->clearEnded();
    QVERIFY(m_queue->jobs().empty());
  }

  void allCanBeCancelledAtOnce() {
    m_engine->exporting.close(1);
    QSignalSpy emptied(m_queue.get(), &ExportQueue::emptied);
    for (const char* name : {"a.mp4", "b.mp4", "c.mp4"}) add(name);
    m_queue->cancelAll();
    QTRY_COMPARE(emptied.count(), 1);
    QVERIFY(QDir(m_dir->path()).entryList(QDir::Files).isEmpty());
  }

  void aFailureDoesNotStopTheOthers() {
    QSignalSpy failed(m_queue.get(), &ExportQueue::exportFailed);
    const auto first = add("absent/a.mp4"), second = add("b.mp4");
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QCOMPARE(failed.count(), 1);
    QVERIFY(m_queue->find(first)->state == ExportJob::State::Failed);
    QVERIFY(m_queue->find(first)->problem.message.find("absent/a.mp4") != std::string::npos);
    QVERIFY(m_queue->find(second)->state == ExportJob::State::Done);
  }

  void aTargetIsTakenUntilItsExportHasEnded() {
    m_engine->exporting.close(1);
    add("a.mp4");
    add("b.mp4");
    QVERIFY(m_queue->isTarget(path("a.mp4")));
    QVERIFY(m_queue->isTarget(m_dir->filePath("state/../b.mp4")));
    QVERIFY(!m_queue->isTarget(path("c.mp4")));
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QVERIFY(!m_queue->isTarget(path("a.mp4")));
  }

  // Names are chosen when the exports begin, so that several may ask for the same one.
  void aNumberedOneTakesTheFirstFreeName() {
    QVERIFY(QFile(path("a.mp4")).open(QIODevice::WriteOnly));
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    const auto first = m_queue->add("one", numbered("a.mp4")), second = m_queue->add("two", numbered("a.mp4"));
    const auto third = m_queue->add("three", numbered("new/folder/b.mp4"));
    // A link that leads nowhere is somebody's, too.
    QVERIFY(QFile::link(path("gone.mp4"), path("c.mp4")));
    const auto fourth = m_queue->add("four", numbered("c.mp4"));
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QCOMPARE(m_queue->find(fourth)->path, path("c (2).mp4"));
    QVERIFY(!QFile::exists(path("gone.mp4")));
    QCOMPARE(m_queue->find(first)->path, path("a (2).mp4"));
    QCOMPARE(m_queue->find(second)->path, path("a (3).mp4"));
    QCOMPARE(m_queue->find(third)->path, path("new/folder/b.mp4"));
    QCOMPARE(exported[1][0].toString(), path("a (3).mp4"));
    QCOMPARE(QFileInfo(path("a.mp4")).size(), 0);
    QVERIFY(m_engine->inspectClip(path("a (3).mp4").toStdString()).ok());
  }

  // What could not be read is told, and the others go on.
  void aClipIsMadeWhenItsExportBegins() {
    m_engine->exporting.close(1);
    int made = 0;
    add("a.mp4");
    auto later = numbered("b.mp4");
    later.make = [&made, make = later.make](Engine& engine, const std::stop_token& stop) {
      ++made;
      return make(engine, stop);
    };
    const auto second = m_queue->add("later", later);
    auto broken = numbered("c.mp4");
    broken.make = [](Engine&, const std::stop_token&) {
      return Outcome<Clip>(Error{ErrorKind::NotFound, "its frames are gone"});
    };
    const auto third = m_queue->add("broken", broken);
    auto stopped = numbered("d.mp4");
    stopped.make = [](Engine&, const std::stop_token&) { return Outcome<Clip>(Cancelled{}); };
    const auto fourth = m_queue->add("stopped", stopped);
    QTRY_VERIFY(m_engine->exporting.isHolding());
    QCOMPARE(made, 0);
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QCOMPARE(made, 1);
    QVERIFY(m_queue->find(second)->state == ExportJob::State::Done);
    QVERIFY(m_queue->find(third)->state == ExportJob::State::Failed);
    QCOMPARE(m_queue->find(third)->problem.message, std::string("its frames are gone"));
    QVERIFY(m_queue->find(fourth)->state == ExportJob::State::Cancelled);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), (QStringList{"a.mp4", "b.mp4"}));
  }

  // If the process is killed, whichever it was working on can be cleaned up at the next start.
  void theOneThatRunsIsInTheJournal() {
    const auto noted = [this] {
      QStringList targets;
      for (const auto& entry : QDir(m_dir->filePath("state")).entryInfoList(QDir::Files)) {
        QFile file(entry.filePath());
        if (file.open(QIODevice::ReadOnly)) targets << QString::fromUtf8(file.readAll());
      }
      return targets;
    };
    m_engine->exporting.close(1);
    const auto first = add("a.mp4");
    const auto second = add("b.mp4");
    QTRY_VERIFY(m_engine->exporting.isHolding());
    QCOMPARE(noted(), QStringList(path("a.mp4")));
    m_queue->cancel(first);
    QTRY_VERIFY(m_queue->find(second)->state == ExportJob::State::Running);
    QTRY_COMPARE(noted(), QStringList(path("b.mp4")));
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QCOMPARE(noted(), QStringList());
  }

private:
  QString path(const QString& name) const { return m_dir->filePath(name); }
  ExportWork numbered(const char* name) const {
    ExportOptions options;
    options.format = ExportFormat::Mp4H264;
    const auto clip = FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9);
    auto work = exportWorkOf(clip, path(name), options);
    work.isNumbered = true;
    return work;
  }
  ExportId add(const char* name) {
    return m_queue->add("a clip",
                        exportWorkOf(FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), 9), path(name)));
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<EngineHost> m_host;
  std::unique_ptr<ExportSession> m_session;
  std::unique_ptr<ExportQueue> m_queue;
};

QTEST_GUILESS_MAIN(TestExportQueue)
#include "tst_export_queue.moc"
