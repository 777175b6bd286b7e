// SPDX-License-Identifier: MIT
// One export at a time, on a worker thread.
#pragma once

#include "session/export_journal.h"
#include "session/export_work.h"
#include "session/metatypes.h"
#include "session/worker_thread.h"

#include <QObject>
#include <QString>

#include <memory>

namespace fb::ui {

class EngineHost;

// Lives on the GUI thread, as do its slots and signals. Every start() is followed by exactly one of finished(),
// cancelled(), failed().
class ExportSession : public QObject {
  Q_OBJECT
public:
  // `host` is not owned and must outlive the session.
  explicit ExportSession(EngineHost* host, QObject* parent = nullptr);
  ~ExportSession() override;  // stops and waits

  // Where exports in progress are recorded; removes what earlier processes left unfinished. Call before the first
  // start.
  void keepJournal(const QString& folder);

  bool isRunning() const { return m_running; }

  // Only if nothing is running. An existing file at `path` is replaced only if the options say so.
  void start(const ExportWork& work);
  // Direct and atomic; noticed within a frame. No file is left under the final name.
  void requestStop();
  // The export under way is completed, even if the session ends before it.
  void letEnd() { m_control.reset(); }

Q_SIGNALS:
  void progress(double done);  // 0..1
  void warning(const QString& sentence);

  void finished(const QString& path);  // which may have got a number
  void cancelled();
  void failed(const fb::Error& error);

private:
  void end(const Outcome<QString>& outcome);

  EngineHost* m_host;
  std::shared_ptr<RunControl> m_control;  // of the export under way
  ExportJournal m_journal;
  bool m_running = false;
  WorkerThread m_thread;
};

}  // namespace fb::ui
