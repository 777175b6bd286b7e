// SPDX-License-Identifier: MIT
// Exports that run one after the other, each with its own clip and options.
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "session/export_work.h"
#include "session/metatypes.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>

#include <limits>
#include <vector>

namespace fb::ui {

class ExportSession;

using ExportId = int;

struct ExportJob {
  enum class State { Waiting, Running, Done, Cancelled, Failed };
  ExportId id = 0;
  QString title;  // of the clip
  QString path;
  bool isNumbered = false;  // the path has its number when it is done
  State state = State::Waiting;
  double done = 0;                                                // 0..1
  double secondsLeft = std::numeric_limits<double>::quiet_NaN();  // unless known
  Error problem;                                                  // if failed
  QString runFolder;                                              // as in its work

  bool isUnfinished() const { return state == State::Waiting || state == State::Running; }
};

// GUI thread. The session is not owned, must outlive this, and is used by nobody else.
class ExportQueue : public QObject {
  Q_OBJECT
public:
  explicit ExportQueue(ExportSession* session, QObject* parent = nullptr);

  // An existing file at `path` is replaced only if the options say so; the name is claimed when the file is complete.
  ExportId add(const QString& title, const ExportWork& work);
  // Nothing is left under the name of one that is cancelled.
  void cancel(ExportId id);
  void cancelAll();
  // Takes those that have ended off the list.
  void clearEnded();

  // In the order in which they were added.
  const std::vector<ExportJob>& jobs() const { return m_jobs; }
  const ExportJob* find(ExportId id) const;
  int unfinished() const;
  // Where the unfinished ones will write, as cleanAbsolutePath().
  QStringList targets() const;
  bool isTarget(const QString& path) const;
  // From which unfinished ones read their clips.
  QStringList runFoldersInUse() const;

Q_SIGNALS:
  // One was added, or some were taken off the list.
  void listChanged();
  void jobChanged(fb::ui::ExportId id);
  void exported(const QString& path);
  void exportFailed(const QString& path, const fb::Error& error);
  // No unfinished one is left.
  void emptied();

private:
  struct Content {
    ExportId id = 0;
    ExportWork work;
  };
  ExportJob* at(ExportId id);
  void startNext();
  void onProgress(double done);
  void end(ExportJob::State state, const Error& problem = {});

  ExportSession* m_session;
  std::vector<ExportJob> m_jobs;
  std::vector<Content> m_waiting;  // of the unfinished ones, the first to run first
  ExportId m_running = 0;
  ExportId m_last = 0;
  QElapsedTimer m_elapsed;  // since the first progress of the running one
  double m_doneThen = 0;
};

}  // namespace fb::ui
