// SPDX-License-Identifier: MIT
// Where the engine is: a shared library that is opened on a worker thread once the window is there.
#pragma once

#include "flowblend/engine_api.h"
#include "session/metatypes.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace fb::ui {

// Lives on the GUI thread; opens the engine on its pool's thread. Jobs that must not wait for a generation (inspecting,
// estimating, exporting, reading clips) go through ask(); generations through GenerationSession.
class EngineHost : public QObject {
  Q_OBJECT
public:
  // makeEngine is called once, on a worker thread, by open(); it returns null and fills the error on failure.
  using MakeEngine = std::function<std::shared_ptr<EngineApi>(Error&)>;
  explicit EngineHost(MakeEngine makeEngine, QObject* parent = nullptr);
  ~EngineHost() override;  // waits for what is running

  // Starts opening; opened() or failed() follows. Calling it again does nothing.
  void open();
  // Null until opened.
  std::shared_ptr<EngineApi> engine() const { return m_engine; }

  // Runs work(engine) on a worker thread, then done(value) on the thread of `context`, unless that was deleted. Asked
  // before the engine is open, it waits for it; if opening failed it never runs. Work of one host is done two at a
  // time.
  template <class Work, class Then>
  void ask(QObject* context, Work work, Then done) {
    enqueue([context = QPointer<QObject>(context), work = std::move(work),
             done = std::move(done)](EngineApi& engine) mutable {
      auto value = std::make_shared<std::decay_t<decltype(work(engine))>>(work(engine));
      if (auto* receiver = context.data())
        QMetaObject::invokeMethod(
            receiver, [value, done]() mutable { done(std::move(*value)); }, Qt::QueuedConnection);
    });
  }

  // The default of makeEngine: opens libflowblend_engine beside the program, or where `folder` says.
  static MakeEngine sharedLibrary(const QString& folder, int threads);

Q_SIGNALS:
  void opened();
  void failed(const fb::Error& error);

private:
  void enqueue(std::function<void(EngineApi&)> work);
  void start(std::function<void(EngineApi&)> work);

  MakeEngine m_makeEngine;
  std::shared_ptr<EngineApi> m_engine;
  std::vector<std::function<void(EngineApi&)>> m_waiting;
  bool m_opening = false;
  QThreadPool m_pool;
};

}  // namespace fb::ui
