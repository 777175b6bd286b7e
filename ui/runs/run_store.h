// SPDX-License-Identifier: MIT
// Queue and history on disk: one SQLite file that survives crashes and power loss.
#pragma once

#include "runs/run_record.h"

#include <QMutex>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <memory>
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

// Made by the window, used on the GUI thread alone. Reads happen on the calling thread; writes are put in line and done
// in order by the store's own thread, so the GUI never waits for the disk. What was saved is what is read, also before
// it is on disk.
class RunStore : public QObject {
  Q_OBJECT
public:
  // Makes the file (and its folder) where there is none. A file that is no sound database is renamed to
  // "<file>.damaged-<time>" and a new one is begun; problem() then says so in a sentence.
  explicit RunStore(const QString& file, QObject* parent = nullptr);
  ~RunStore() override;  // writes everything that was saved

  // Empty where the store was opened as it should be.
  QString problem() const { return m_problem; }

  RunId newId() { return ++m_lastId; }

  // All runs that are not finished, in the order of the queue.
  std::vector<RunRecord> readQueue();
  // All finished runs, newest first.
  std::vector<RunSummary> readHistory();
  // One run with everything that is known of it.
  std::optional<RunRecord> read(RunId id);
  // How many requests were read from their JSON so far: lists must not do it for each row.
  int parsedRequests() const { return m_parsedRequests; }

  void save(const RunRecord& record);
  // addStep() of a run that was saved before; neither its request nor its curve is written again.
  void appendStep(RunId id, const StepReport& report);
  void remove(RunId id);
  void saveOrder(const std::vector<RunId>& queue);
  // Waits until everything saved so far is on disk.
  void flush();

Q_SIGNALS:
  // Something could not be written; a sentence.
  void writeFailed(const QString& sentence);

private:
  struct Steps {
    RunId id;
    std::vector<StepReport> reports;
  };
  struct Removal {
    RunId id;
  };
  struct Order {
    std::vector<RunId> queue;
  };
  using Write = std::variant<RunRecord, Steps, Removal, Order>;

  bool openFile(const QString& file);
  std::optional<RunRecord> readStored(RunId id);
  void addKeptSteps(RunRecord& record);
  void put(Write write);
  bool joinLast(Write& write);
  QString perform(const Write& write);
  void writeInTurn();
  void stopWriting();

  QString m_problem;
  RunId m_lastId = 0;
  int m_parsedRequests = 0;
  sqlite3* m_reading = nullptr;  // GUI thread
  sqlite3* m_writing = nullptr;  // store thread

  QMutex m_mutex;
  QWaitCondition m_changed;
  std::deque<Write> m_line;  // guarded by m_mutex; what is being written stays in it until it is on disk
  bool m_stopping = false;   // guarded by m_mutex
  std::unique_ptr<QThread> m_thread;
};

}  // namespace fb::ui
