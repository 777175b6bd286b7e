// SPDX-License-Identifier: MIT
// The SQLite file of queue and history: its tables, what is read from them, and its errors.
#pragma once

#include "runs/run_record.h"

#include <QFileInfo>
#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

#include <limits>
#include <optional>
#include <variant>
#include <vector>

struct sqlite3;

namespace fb::ui {

// The data of a finished run in a list. Reading 10,000 of them parses nothing.
struct RunSummary {
  RunId id = 0;
  RunKind kind = RunKind::Generate;
  QString title;  // as named by the user; empty: the prompt is shown
  QString prompt;
  qint64 created = 0;  // milliseconds since 1970, UTC
  qint64 ended = 0;
  int width = 0;
  int height = 0;
  int frames = 0;
  double fps = 0;
  int steps = 0;
  StageSchedule schedule;
  bool isBranch = false;  // its first steps are those of another run
  quint64 seed = 0;
  double secondsSpent = 0;
  QString thumbnail;
  int thumbnailFrames = 0;
  QString runFolder;
  bool starred = false;
  QStringList tags;
  QString video, videoState;  // as in RunRecord
  std::optional<double> ssimToReference;
  QString pair;  // its name

  QString displayTitle() const { return runName(title, prompt); }
  // The clip of the large model alone, with which others are compared.
  bool isReference() const {
    // A damaged row has no steps.
    const bool isLargeAlone = schedule.steps > 0 && schedule.largeSteps() == schedule.steps;
    return kind == RunKind::Generate && !isBranch && isLargeAlone;
  }
};
RunSummary summaryOf(const RunRecord& record);

// Why the file could not be opened or written. Only Damaged says anything about its content.
struct StoreFault {
  enum class Kind {
    None,
    Damaged,    // according to SQLite, it violates its format
    Newer,      // written by a later version of this program
    Foreign,    // another program's database
    Full,       // no space left on the disk
    Busy,       // another program is using it
    Forbidden,  // no permission to read or write it
    Failed,     // anything else that may be temporary
    Refused,    // this particular write is impossible
  };
  Kind kind = Kind::None;
  QString reason;  // SQLite's words

  explicit operator bool() const { return kind != Kind::None; }
};

// One write each; the database executes all of it or nothing.
struct RunSteps {
  RunId id;
  std::vector<StepReport> reports;
};
struct RunRemoval {
  RunId id;
};
// What changes of a finished run.
struct RunLabels {
  RunId id;
  QString title;
  bool starred;
  QStringList tags;
  QString video, videoState{};
  std::optional<double> ssimToReference{};
};
struct QueueOrder {
  std::vector<RunId> queue;
};
using RunWrite = std::variant<RunRecord, RunSteps, RunRemoval, RunLabels, QueueOrder>;

// A part of the history, newest first.
struct HistoryPage {
  // Where the last page ended; runs that finish in the meantime come before it.
  struct Place {
    qint64 ended = std::numeric_limits<qint64>::max();
    qint64 row = std::numeric_limits<qint64>::max();
  };
  std::vector<RunSummary> runs;
  Place end;
  bool isLast = false;
};

// Owned by a RunStore. open(), view(), write(), readHistory() and close() on its thread, everything else on the GUI
// thread.
//
// SQLite decides which row a run gets. To refer to a run before it is on disk, a new run has the number that its row
// should get; if it gets another one, only this class knows.
class RunDatabase {
public:
  RunDatabase() = default;
  ~RunDatabase() {
    close();
    closeView();
  }
  RunDatabase(const RunDatabase&) = delete;
  RunDatabase& operator=(const RunDatabase&) = delete;

  // Makes the file, accessible only by its owner, or opens it and upgrades it to this version; a copy of the old file
  // stays next to it as "<file>.before-v<version>".
  StoreFault open(const QString& file);
  void close();
  // The history, newest first, of a file that cannot be opened. Needs no lock and may miss the latest changes; absent
  // if the file cannot be read, changes meanwhile, or belongs to another program or version.
  std::optional<std::vector<RunSummary>> view(const QString& file);
  // One of these runs, until open() succeeds.
  std::optional<RunRecord> viewedRun(RunId id);
  StoreFault write(const RunWrite& write);
  // The finished runs that follow `place`. Uses a connection of its own, which is closed after the last page.
  StoreFault readHistory(const HistoryPage::Place& place, HistoryPage& page);
  // How long a write may wait for other programs' locks.
  void setPatience(int milliseconds);

  // The number for a run that has not been written yet.
  RunId newId();
  // All unfinished runs, in queue order; absent if they cannot all be read.
  std::optional<std::vector<RunRecord>> queue();
  // Why it returned nothing.
  StoreFault readingFault() const;
  std::optional<RunRecord> run(RunId id);

private:
  StoreFault openBoth(const QString& file);
  StoreFault check(const QString& file);
  bool openView(const QString& file, const char* how);
  void closeView();
  std::optional<RunRecord> readRun(sqlite3* base, RunId id);
  bool writeRecord(const RunRecord& record, std::optional<qint64>& madeRow);
  bool carryOut(const RunWrite& write, std::optional<qint64>& madeRow);
  bool writeLabels(const RunLabels& labels);
  bool addKeptSteps(sqlite3* base, RunRecord& record, qint64 row);
  std::optional<qint64> rowOf(RunId id) const;
  RunId idOf(qint64 row);

  QString m_file;
  sqlite3* m_reading = nullptr;
  sqlite3* m_writing = nullptr;
  sqlite3* m_paging = nullptr;

  QMutex m_viewMutex;  // guards the next two
  sqlite3* m_viewing = nullptr;
  QFileInfo m_viewed;  // the file as it was then

  mutable QMutex m_mutex;       // guards everything below
  RunId m_lastId = 0;           // given to a run, or in the file when it was opened
  QSet<RunId> m_unwritten;      // new runs without a row
  QHash<RunId, qint64> m_rows;  // of runs that got another row than expected; 0: they no longer have one
  QHash<qint64, RunId> m_ids;   // the inverse
};

}  // namespace fb::ui
