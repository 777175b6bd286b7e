// SPDX-License-Identifier: MIT
#include "session/export_session.h"

#include "session/engine_host.h"

namespace fb::ui {
namespace {

class ProgressSink : public EventSink {
public:
  explicit ProgressSink(ExportSession* session) : m_session(session) {}

  void progress(Phase /*phase*/, double done) override {
    QMetaObject::invokeMethod(
        m_session, [session = m_session, done] { Q_EMIT session->progress(done); }, Qt::QueuedConnection);
  }

  void warning(const std::string& sentence) override {
    QMetaObject::invokeMethod(
        m_session, [session = m_session, text = QString::fromStdString(sentence)] { Q_EMIT session->warning(text); },
        Qt::QueuedConnection);
  }

private:
  ExportSession* m_session;  // waits for the engine call before it is destroyed
};

}  // namespace

ExportSession::ExportSession(EngineHost* host, QObject* parent) : QObject(parent), m_host(host), m_thread("export") {}

ExportSession::~ExportSession() { requestStop(); }

void ExportSession::keepJournal(const QString& folder) {
  Q_ASSERT(!m_running);
  m_journal = ExportJournal(folder);
  m_thread.post([journal = m_journal] { journal.clearLeftOvers(); });
}

void ExportSession::start(const Clip& clip, const QString& path, const ExportOptions& options) {
  Q_ASSERT(!m_running);
  m_running = true;
  m_control = std::make_shared<RunControl>();
  auto work = [this, clip, path, options, journal = m_journal, engine = m_host->engine(), control = m_control] {
    auto perform = [&]() -> Outcome<Done> {
      if (!engine) return Error{ErrorKind::Internal, tr("The engine is not ready yet.").toStdString()};
      if (control->stopToken().stop_requested()) return Cancelled{};
      ProgressSink sink(this);
      journal.begin(path);
      auto outcome = engine->exportClip(clip, path.toStdString(), options, sink, *control);
      journal.end();
      return outcome;
    };
    QMetaObject::invokeMethod(
        this, [this, path, outcome = perform()] { end(outcome, path); }, Qt::QueuedConnection);
  };
  m_thread.post(std::move(work));
}

void ExportSession::end(const Outcome<Done>& outcome, const QString& path) {
  // Before the signal, so that its receivers can start the next export.
  m_running = false;
  m_control.reset();
  if (outcome.done()) Q_EMIT finished(path);
  if (outcome.cancelled()) Q_EMIT cancelled();
  if (outcome.failed()) Q_EMIT failed(outcome.error());
}

void ExportSession::requestStop() {
  if (m_control) m_control->requestStop();
}

}  // namespace fb::ui
