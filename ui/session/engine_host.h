// SPDX-License-Identifier: MIT
// The engine: a shared library that is loaded on a worker thread once the window is shown.
#pragma once

#include "flowblend/engine.h"
#include "session/metatypes.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <vector>

namespace fb::ui {

// Lives on the GUI thread; loads the engine on its pool's thread. Jobs that must not wait for a run (inspecting,
// estimating, exporting, reading clips) go through ask(); runs through GenerationSession.
class EngineHost : public QObject {
  Q_OBJECT
public:
  // open() calls makeEngine once, on a worker thread; on failure it returns null and sets the error.
  using MakeEngine = std::function<std::shared_ptr<Engine>(Error&)>;
  explicit EngineHost(MakeEngine makeEngine, QObject* parent = nullptr);
  ~EngineHost() override;  // waits for running jobs

  // Starts loading the engine; opened() or failed() follows. Calling it again does nothing.
  void open();
  // Null until opened.
  std::shared_ptr<Engine> engine() const { return m_engine; }

  // Runs work(engine) on a worker thread, then done(value) on the GUI thread, unless `context` (an object of the GUI
  // thread) has been deleted in the meantime. If called before the engine is loaded, it waits; if loading failed, it
  // never runs. A host runs at most two jobs at a time.
  template <class Work, class Then>
  void ask(QObject* context, Work work, Then done) {
    enqueue([this, context = QPointer<QObject>(context), work = std::move(work),
             done = std::move(done)](Engine& engine) mutable {
      auto value = std::make_shared<std::decay_t<decltype(work(engine))>>(work(engine));
      QMetaObject::invokeMethod(
          this,
          [context, value, done]() mutable {
            if (context) done(std::move(*value));
          },
          Qt::QueuedConnection);
    });
  }

  // The default for makeEngine: loads libflowblend_engine from `folder` or, if that is empty, from next to the program
  // or from its installed or build tree. Refuses a library that was built from other public headers than this program.
  static MakeEngine sharedLibrary(const QString& folder, int threads);

Q_SIGNALS:
  void opened();
  void failed(const fb::Error& error);

private:
  using Job = std::function<void(Engine&)>;
  void enqueue(Job job);
  void start(Job job);
  void onMade(std::shared_ptr<Engine> engine, const Error& error);

  MakeEngine m_makeEngine;
  std::shared_ptr<Engine> m_engine;
  std::vector<Job> m_waiting;
  enum class State { Closed, Opening, Open, Failed } m_state = State::Closed;
  QThreadPool m_pool;
};

}  // namespace fb::ui
