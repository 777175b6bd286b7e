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

// Made by the window, used only on the GUI thread. The store's own thread opens the file and performs the writes in
// order, so the GUI never waits for the disk. Reads return what was saved, even before it is on disk.
//
// Only a file that SQLite reports as damaged is set aside, as "<file>.damaged-<time>", and a new one is started. For
// any other obstacle, the store waits: writes are kept in memory, in order, and retried with each new one, after a
// while, and at the end.
class RunStore : public QObject {
  Q_OBJECT
public:
  // Makes the file (and its folder) if there is none.
  explicit RunStore(const QString& file, QObject* parent = nullptr);
  ~RunStore() override;  // writes everything that was saved, if possible

  // Waits until opening the file has succeeded or failed; so do all reads. True if it is open.
  bool awaitOpening();
  bool isOpen() const;
  // Opening has succeeded or failed.
  bool isSettled() const;
  // A sentence: why the store cannot be read or written at the moment. Empty if it can.
  QString trouble() const;
  // A sentence: what was lost when a damaged file was last set aside or a write refused. Empty if nothing was.
  QString loss() const;
  // Something that was saved is not yet on disk.
  bool hasUnsaved() const;

  // The number for a run that has not been saved yet.
  RunId newId();

  // The last readQueue() returned everything; otherwise trouble() says why it did not.
  bool wasQueueWhole() const { return m_isQueueWhole; }
  // All unfinished runs, in queue order.
  std::vector<RunRecord> readQueue();
  // Reads all finished runs, newest first, on the store's thread: historyPage() follows for each part, then
  // historyEnded(). Includes everything saved before the call. After a failure, another call reads the rest.
  void readHistory();
  // One run with all its data.
  std::optional<RunRecord> read(RunId id);
  // How many requests have been parsed from JSON so far: lists must not do that for each row.
  int parsedRequests() const { return m_parsedRequests; }

  void save(const RunRecord& record);
  // Adds a step to a saved run; neither its request nor its curve is written again.
  void appendStep(RunId id, const StepReport& report);
  // Of a saved run; nothing else of it is read or written.
  void saveLabels(const RunLabels& labels);
  void remove(RunId id);
  void saveOrder(const std::vector<RunId>& queue);
  // Waits until everything saved so far is on disk (true), or one attempt has failed (false).
  bool flush();
  // The same, for at most this time. Any thread, even one that is about to end the program.
  bool flushWithin(std::chrono::milliseconds time);
  // At the user's request: does not wait for the next attempt, and reports the result.
  void retry();
  void setRetryAfter(std::chrono::milliseconds time);

Q_SIGNALS:
  // Called by the event loop, after the constructor.
  // Opening the file has succeeded or failed; once.
  void settled();
  // Queue and history can be read; once, possibly long after settled().
  void opened();
  // Part of the history of a file that cannot be opened: it can be shown, but not changed, until opened().
  void historyViewed(const std::vector<fb::ui::RunSummary>& runs);
  void historyPage(const std::vector<fb::ui::RunSummary>& runs);
  // Whole: everything was read; otherwise trouble() says why the rest was not.
  void historyEnded(bool whole);
  // trouble() or loss() has changed.
  void conditionChanged();

private:
  bool joinLast(RunWrite& write);
  void put(RunWrite write);
  StoreFault openFile();
  void work();
  void note(const StoreFault& fault);
  void readPage();
  void viewHistory(const StoreFault& fault);
  QString sentenceFor(const StoreFault& fault, bool canBeRead, bool isViewed = false) const;

  const QString m_file;
  int m_parsedRequests = 0;
  bool m_isQueueWhole = false;
  RunDatabase m_database;

  mutable QMutex m_mutex;  // guards everything below
  QWaitCondition m_changed;
  std::deque<RunWrite> m_line;  // an item that is being written stays in it until it is on disk
  std::chrono::milliseconds m_retryAfter = std::chrono::seconds(5);
  bool m_isSettled = false;
  bool m_isOpen = false;
  bool m_isViewed = false;   // historyViewed() was emitted
  bool m_isStalled = false;  // the last attempt has failed, and it is not yet time for the next
  bool m_mustTell = false;   // even if m_trouble stays the same
  bool m_stopping = false;
  bool m_mustReadHistory = false;
  HistoryPage::Place m_historyRead;
  QString m_trouble, m_queueTrouble, m_historyTrouble;
  QString m_loss;
  std::unique_ptr<QThread> m_thread;
};

}  // namespace fb::ui
