// SPDX-License-Identifier: MIT
// Queue and history on disk: one SQLite file that survives crashes and power loss.
#pragma once

#include "runs/run_database.h"

#include <QMutex>
#include <QObject>
#include <QString>
#include <QThread>
#include <QWaitCondition>

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace fb::ui {

// Made by the window, used on the GUI thread alone. The file is opened, and writes are done in order, by the store's
// own thread, so the GUI never waits for the disk. What was saved is what is read, also before it is on disk.
//
// Only a file that SQLite calls damaged is set aside, as "<file>.damaged-<time>", and a new one begun. Whatever else
// stands in the way is waited for: writes are kept in memory, in their order, and repeated with each new one, after a
// while, and at the end.
class RunStore : public QObject {
  Q_OBJECT
public:
  // Makes the file (and its folder) if there is none.
  explicit RunStore(const QString& file, QObject* parent = nullptr);
  ~RunStore() override;  // writes everything that was saved, if that can be done now

  // Waits until the file was opened or could not be; the same for all that read. True if it is open.
  bool awaitOpening();
  bool isOpen() const;
  // It was opened or could not be.
  bool isSettled() const;
  // A sentence: what keeps the store from being read or written now. Empty if nothing does.
  QString trouble() const;
  // A sentence: what is lost, as the last time a damaged file was set aside or a write refused. Empty if nothing is.
  QString loss() const;
  // Something that was saved is not on disk yet.
  bool hasUnsaved() const;

  // The number for a run that is not saved yet.
  RunId newId();

  // The last readQueue() and readHistory() gave all there is; else trouble() says why they did not.
  bool wasReadWhole() const { return m_isQueueWhole && m_isHistoryWhole; }
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
  // Waits until everything saved so far is on disk, or one try at it has failed: false.
  bool flush();
  // At the user's wish: does not wait for the time of the next try, and tells how it went.
  void retry();
  void setRetryAfter(std::chrono::milliseconds time);

Q_SIGNALS:
  // By the event loop, after the constructor.
  // The file was opened, or could not be; once.
  void settled();
  // Queue and history can be read; once, maybe long after settled().
  void opened();
  // trouble() or loss() is another one.
  void conditionChanged();

private:
  bool joinLast(RunWrite& write);
  void put(RunWrite write);
  StoreFault openFile();
  void work();
  void note(const StoreFault& fault);
  template <class Rows>
  Rows wholeOf(std::optional<Rows> rows, bool& isWhole);
  QString sentenceFor(const StoreFault& fault, bool canBeRead) const;

  const QString m_file;
  int m_parsedRequests = 0;
  bool m_isQueueWhole = false;
  bool m_isHistoryWhole = false;
  RunDatabase m_database;

  mutable QMutex m_mutex;  // guards all that follows
  QWaitCondition m_changed;
  std::deque<RunWrite> m_line;  // what is being written stays in it until it is on disk
  std::chrono::milliseconds m_retryAfter = std::chrono::seconds(5);
  bool m_isSettled = false;
  bool m_isOpen = false;
  bool m_isStalled = false;  // the last try has failed, and it is not yet time for the next
  bool m_mustTell = false;   // also if m_trouble stays what it was
  bool m_stopping = false;
  QString m_trouble, m_readingTrouble;
  QString m_loss;
  std::unique_ptr<QThread> m_thread;
};

}  // namespace fb::ui
