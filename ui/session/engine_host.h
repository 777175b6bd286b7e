// SPDX-License-Identifier: MIT
// Where the engine is: a shared library that is opened on a worker thread once the window is there.
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

// Lives on the GUI thread; opens the engine on its pool's thread. Jobs that must not wait for a generation (inspecting,
// estimating, exporting, reading clips) go through ask(); generations through GenerationSession.
class EngineHost : public QObject {
  Q_OBJECT
public:
  // makeEngine is called once, on a worker thread, by open(); it returns null and fills the error on failure.
  using MakeEngine = std::function<std::shared_ptr<Engine>(Error&)>;
  explicit EngineHost(MakeEngine makeEngine, QObject* parent = nullptr);
  ~EngineHost() override;  // waits for what is running

  // Starts opening; opened() or failed() follows. Calling it again does nothing.
  void open();
  // Null until opened.
  std::shared_ptr<Engine> engine() const { return m_engine; }

  // Runs work(engine) on a worker thread, then done(value) on the GUI thread, unless `context` (an object of the GUI
  // thread) was deleted meanwhile. Asked before the engine is open, it waits for it; if opening failed it never runs.
  // Work of one host is done two at a time.
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

  // The default of makeEngine: opens libflowblend_engine in `folder`, or, where that is empty, beside the program or in
  // its installed or build tree. Refuses one that was built from other public headers than this program.
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
