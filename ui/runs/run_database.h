// SPDX-License-Identifier: MIT
// The SQLite file of queue and history: its tables, what is read from them, and what stands in the way.
#pragma once

#include "runs/run_record.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

struct sqlite3;

namespace fb::ui {

// What a list shows of a finished run. Reading 10,000 of them parses nothing.
struct RunSummary {
  RunId id = 0;
  RunKind kind = RunKind::Generate;
  QString title;  // as the user named it; empty: the prompt is shown
  QString prompt;
  qint64 created = 0;  // milliseconds since 1970, UTC
  qint64 ended = 0;
  int width = 0;
  int height = 0;
  int frames = 0;
  double fps = 0;
  int steps = 0;
  quint64 seed = 0;
  double secondsSpent = 0;
  QString thumbnail;
  int thumbnailFrames = 0;
  QString runFolder;
  bool starred = false;

  QString displayTitle() const { return title.isEmpty() ? prompt : title; }
};
RunSummary summaryOf(const RunRecord& record);

// Why the file could not be opened or written. Only Damaged says anything about what is in it.
struct StoreFault {
  enum class Kind {
    None,
    Damaged,    // SQLite finds that it contradicts its format
    Newer,      // written by a later version of this program
    Foreign,    // a database of another program
    Full,       // no room on the disk
    Busy,       // another program holds it
    Forbidden,  // it may not be read or written
    Failed,     // anything else that may pass
    Refused,    // this one write can never be done
  };
  Kind kind = Kind::None;
  QString reason;  // SQLite's words

  explicit operator bool() const { return kind != Kind::None; }
};

// One write each; the database does all of it or nothing.
struct RunSteps {
  RunId id;
  std::vector<StepReport> reports;
};
struct RunRemoval {
  RunId id;
};
struct QueueOrder {
  std::vector<RunId> queue;
};
using RunWrite = std::variant<RunRecord, RunSteps, RunRemoval, QueueOrder>;

// Owned by a RunStore. open(), write() and close() on its thread, everything else on the GUI thread.
//
// Which row a run gets is SQLite's to say. So that it can be spoken of before it is on disk, a new run has the number
// that its row should get; if it gets another one, only this class knows.
class RunDatabase {
public:
  RunDatabase() = default;
  ~RunDatabase() { close(); }
  RunDatabase(const RunDatabase&) = delete;
  RunDatabase& operator=(const RunDatabase&) = delete;

  // Makes the file, for its owner's eyes alone, or opens it and brings it to this version; a copy of how it was stays
  // beside it as "<file>.before-v<version>".
  StoreFault open(const QString& file);
  void close();
  StoreFault write(const RunWrite& write);
  // What other programs' locks may cost a write.
  void setPatience(int milliseconds);

  // The number for a run that is not written yet.
  RunId newId();
  // All runs that are not finished, in the order of the queue; nothing if they cannot all be read.
  std::optional<std::vector<RunRecord>> queue();
  // All finished runs, newest first; nothing if they cannot all be read.
  std::optional<std::vector<RunSummary>> history();
  // Why the last of these gave nothing.
  StoreFault readingFault() const;
  std::optional<RunRecord> run(RunId id);

private:
  StoreFault openBoth(const QString& file);
  StoreFault check(const QString& file);
  bool writeRecord(const RunRecord& record, std::optional<qint64>& madeRow);
  bool carryOut(const RunWrite& write, std::optional<qint64>& madeRow);
  bool addKeptSteps(RunRecord& record, qint64 row);
  std::optional<qint64> rowOf(RunId id) const;
  RunId idOf(qint64 row);

  QString m_file;
  sqlite3* m_reading = nullptr;
  sqlite3* m_writing = nullptr;

  mutable QMutex m_mutex;       // guards all that follows
  RunId m_lastId = 0;           // given to a run, or in the file when it was opened
  QSet<RunId> m_unwritten;      // new runs without a row
  QHash<RunId, qint64> m_rows;  // of runs that got another row than was thought; 0: of none any more
  QHash<qint64, RunId> m_ids;   // the other way round
};

}  // namespace fb::ui
