// SPDX-License-Identifier: MIT
// The queue with everything that it needs, around a fake engine and in one folder.
#pragma once

#include "barriers.h"
#include "fake_engine.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "runs/run_store.h"
#include "session/engine_host.h"
#include "session/generation_session.h"

#include <QDir>

#include <memory>
#include <optional>

namespace fb::ui {

// Made a second time in the same folder, it simulates the next start of the program. GUI thread.
class QueueFixture {
public:
  QueueFixture(const std::shared_ptr<FakeEngine>& engine, const QString& folder)
      : host([engine](Error&) { return engine; }),
        store(QDir(folder).filePath(QStringLiteral("runs.sqlite"))),
        history(&store),
        session(std::make_unique<GenerationSession>()),
        runner({&host, session.get(), &store, &queue, &history}) {
    runner.setRunsFolder(QDir(folder).filePath(QStringLiteral("runs")));
    QObject::connect(&host, &EngineHost::opened, session.get(), [this] { session->setEngine(host.engine()); });
    runner.load();
    host.open();
  }
  // In the Studio, too, the session ends first, and its last signals still reach the runner.
  ~QueueFixture() { session.reset(); }

  // For a run in the queue.
  std::optional<RunState> state(RunId id) const {
    const auto* record = queue.find(id);
    return record ? std::optional(record->state) : std::nullopt;
  }
  // The run is in progress, and this many of its steps have been done and reported.
  bool runsAt(RunId id, int steps) {
    return QTest::qWaitFor([=, this] {
      const auto* record = queue.find(id);
      return record && record->state == RunState::Running && record->stepsDone == steps;
    });
  }

  EngineHost host;
  RunStore store;
  QueueModel queue;
  HistoryModel history;
  std::unique_ptr<GenerationSession> session;
  QueueRunner runner;
};

}  // namespace fb::ui
