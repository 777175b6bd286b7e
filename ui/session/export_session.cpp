// SPDX-License-Identifier: MIT
#include "session/export_session.h"

#include "session/engine_host.h"
#include "session/free_name.h"

#include <exception>
#include <new>

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

QString nameOf(const ExportWork& work) {
  if (!work.isNumbered || !work.options.format) return work.path;
  const auto extension = fileExtension(*work.options.format);
  const auto ending = QString::fromLatin1(extension.data(), static_cast<qsizetype>(extension.size()));
  return freeName(work.path.endsWith(ending) ? work.path.chopped(ending.size()) : work.path, ending);
}

// A clip that is made here, such as a comparison, may need more memory than there is.
Outcome<Clip> made(const ExportWork& work, Engine& engine, const std::stop_token& stop) {
  try {
    return work.make(engine, stop);
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::OutOfMemory, ExportSession::tr("There is too little memory for this clip.").toStdString()};
  } catch (const std::exception& failure) {
    return Error{ErrorKind::Internal, failure.what()};
  }
}

}  // namespace

ExportSession::ExportSession(EngineHost* host, QObject* parent) : QObject(parent), m_host(host), m_thread("export") {}

ExportSession::~ExportSession() { requestStop(); }

void ExportSession::keepJournal(const QString& folder) {
  Q_ASSERT(!m_running);
  m_journal = ExportJournal(folder);
  m_thread.post([journal = m_journal] { journal.clearLeftOvers(); });
}

void ExportSession::start(const ExportWork& work) {
  Q_ASSERT(!m_running);
  m_running = true;
  m_control = std::make_shared<RunControl>();
  m_thread.post([this, work, journal = m_journal, engine = m_host->engine(), control = m_control] {
    auto perform = [&]() -> Outcome<QString> {
      if (!engine) return Error{ErrorKind::Internal, tr("The engine is not ready yet.").toStdString()};
      if (control->stopToken().stop_requested()) return Cancelled{};
      const auto clip = made(work, *engine, control->stopToken());
      if (clip.cancelled()) return Cancelled{};
      if (clip.failed()) return clip.error();
      ProgressSink sink(this);
      while (true) {
        const auto path = nameOf(work);
        journal.begin(path);
        const auto outcome = engine->exportClip(clip.value(), path.toStdString(), work.options, sink, *control);
        journal.end();
        if (outcome.done()) return path;
        if (outcome.cancelled()) return Cancelled{};
        // Otherwise, somebody else was faster.
        if (!work.isNumbered || !isTaken(path)) return outcome.error();
      }
    };
    QMetaObject::invokeMethod(
        this, [this, outcome = perform()] { end(outcome); }, Qt::QueuedConnection);
  });
}

void ExportSession::end(const Outcome<QString>& outcome) {
  // Before the signal, so that its receivers can start the next export.
  m_running = false;
  m_control.reset();
  if (outcome.done()) Q_EMIT finished(outcome.value());
  if (outcome.cancelled()) Q_EMIT cancelled();
  if (outcome.failed()) Q_EMIT failed(outcome.error());
}

void ExportSession::requestStop() {
  if (m_control) m_control->requestStop();
}

}  // namespace fb::ui
