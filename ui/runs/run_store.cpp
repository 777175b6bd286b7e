// SPDX-License-Identifier: MIT
#include "runs/run_store.h"

#include "files/damaged_file.h"

#include <QFile>
#include <QMutexLocker>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace fb::ui {
namespace {

using Kind = StoreFault::Kind;

// Milliseconds that a write waits for other programs before the user is told.
constexpr int kPatience = 2000;
// Rows of a read-only history.
constexpr std::ptrdiff_t kViewedAtOnce = 250;

}  // namespace

RunStore::RunStore(const QString& file, QObject* parent) : QObject(parent), m_file(file) {
  m_thread.reset(QThread::create([this] { work(); }));
  m_thread->start();
}

RunStore::~RunStore() {
  {
    const QMutexLocker lock(&m_mutex);
    m_stopping = true;
    m_isStalled = false;
    m_changed.wakeAll();
  }
  m_thread->wait();
}

bool RunStore::awaitOpening() {
  QMutexLocker lock(&m_mutex);
  while (!m_isSettled) m_changed.wait(&m_mutex);
  return m_isOpen;
}

RunId RunStore::newId() {
  awaitOpening();
  return m_database.newId();
}

bool RunStore::isOpen() const {
  const QMutexLocker lock(&m_mutex);
  return m_isOpen;
}

bool RunStore::isSettled() const {
  const QMutexLocker lock(&m_mutex);
  return m_isSettled;
}

QString RunStore::trouble() const {
  const QMutexLocker lock(&m_mutex);
  for (const auto& trouble : {m_trouble, m_queueTrouble})
    if (!trouble.isEmpty()) return trouble;
  return m_historyTrouble;
}

QString RunStore::loss() const {
  const QMutexLocker lock(&m_mutex);
  return m_loss;
}

bool RunStore::hasUnsaved() const {
  const QMutexLocker lock(&m_mutex);
  return !m_line.empty();
}

std::vector<RunRecord> RunStore::readQueue() {
  m_isQueueWhole = false;
  if (!awaitOpening()) return {};
  flush();
  auto records = m_database.queue();
  m_isQueueWhole = records.has_value();
  const auto sentence = m_isQueueWhole ? QString() : sentenceFor(m_database.readingFault(), false);
  const QMutexLocker lock(&m_mutex);
  if (std::exchange(m_queueTrouble, sentence) != sentence)
    QMetaObject::invokeMethod(this, &RunStore::conditionChanged, Qt::QueuedConnection);
  if (!m_isQueueWhole) return {};
  m_parsedRequests += static_cast<int>(records->size());
  return *std::move(records);
}

void RunStore::readHistory() {
  const QMutexLocker lock(&m_mutex);
  m_mustReadHistory = true;
  m_changed.wakeAll();
}

// On the store's thread, as is readPage().
void RunStore::viewHistory(const StoreFault& fault) {
  const bool isTold = [&] {
    const QMutexLocker lock(&m_mutex);
    return m_isViewed;
  }();
  const auto kinds = {Kind::Busy, Kind::Full, Kind::Forbidden, Kind::Failed};
  if (isTold || std::find(kinds.begin(), kinds.end(), fault.kind) == kinds.end()) return;
  auto runs = m_database.view(m_file);
  if (!runs) return;
  {
    const QMutexLocker lock(&m_mutex);
    m_isViewed = true;
  }
  for (auto first = runs->begin(); first != runs->end();) {
    const auto end = first + std::min<std::ptrdiff_t>(kViewedAtOnce, runs->end() - first);
    QMetaObject::invokeMethod(
        this,
        [this, page = std::vector(first, end)] {
          if (!isOpen()) Q_EMIT historyViewed(page);
        },
        Qt::QueuedConnection);
    first = end;
  }
}

void RunStore::readPage() {
  HistoryPage page;
  const auto fault = m_database.readHistory(m_historyRead, page);
  const auto sentence = fault ? sentenceFor(fault, false) : QString();
  {
    const QMutexLocker lock(&m_mutex);
    m_mustReadHistory = false;
    if (!fault) m_historyRead = page.isLast ? HistoryPage::Place() : page.end;
    if (std::exchange(m_historyTrouble, sentence) != sentence)
      QMetaObject::invokeMethod(this, &RunStore::conditionChanged, Qt::QueuedConnection);
  }
  QMetaObject::invokeMethod(
      this,
      [this, runs = std::move(page.runs), hasEnded = fault || page.isLast, isWhole = !fault] {
        if (isWhole) Q_EMIT historyPage(runs);
        // The GUI takes one page at a time, so that it can respond in between.
        if (hasEnded)
          Q_EMIT historyEnded(isWhole);
        else
          readHistory();
      },
      Qt::QueuedConnection);
}

std::optional<RunRecord> RunStore::read(RunId id) {
  const bool isOpen = awaitOpening();
  // What is not on disk yet. Only this thread adds more to the queue, so no other write can come between.
  std::optional<RunRecord> record;
  std::vector<StepReport> steps;
  std::optional<RunLabels> labels;
  bool isRemoved = false, isViewed = false;
  {
    const QMutexLocker lock(&m_mutex);
    isViewed = m_isViewed;
    for (const auto& write : m_line) {
      if (const auto* saved = std::get_if<RunRecord>(&write); saved && saved->id == id) {
        record = *saved;
        steps.clear();
        labels.reset();
        isRemoved = false;
      } else if (const auto* more = std::get_if<RunSteps>(&write); more && more->id == id) {
        steps.insert(steps.end(), more->reports.begin(), more->reports.end());
      } else if (const auto* changed = std::get_if<RunLabels>(&write); changed && changed->id == id) {
        labels = *changed;
      } else if (const auto* removal = std::get_if<RunRemoval>(&write); removal && removal->id == id) {
        record.reset();
        isRemoved = true;
      }
    }
  }
  if (isRemoved) return {};
  if (!record && (isOpen || isViewed)) {
    record = isOpen ? m_database.run(id) : m_database.viewedRun(id);
    if (record) ++m_parsedRequests;
  }
  if (!record) return {};
  for (const auto& step : steps) addStep(*record, step);
  if (labels) {
    record->title = labels->title;
    record->starred = labels->starred;
    record->tags = labels->tags;
    record->video = labels->video;
    record->videoState = labels->videoState;
    record->ssimToReference = labels->ssimToReference;
  }
  return record;
}

void RunStore::save(const RunRecord& record) { put(record); }
void RunStore::appendStep(RunId id, const StepReport& step) { put(RunSteps{id, {step}}); }
void RunStore::saveLabels(const RunLabels& labels) { put(labels); }
void RunStore::remove(RunId id) { put(RunRemoval{id}); }
void RunStore::saveOrder(const std::vector<RunId>& queue) { put(QueueOrder{queue}); }

void RunStore::put(RunWrite write) {
  const QMutexLocker lock(&m_mutex);
  if (!joinLast(write)) m_line.push_back(std::move(write));
  m_isStalled = false;
  m_changed.wakeAll();
}

// If a run reports faster than the disk writes, only its latest state is written, with its steps in one go.
bool RunStore::joinLast(RunWrite& write) {
  if (m_line.size() < 2) return false;  // the first in the queue is being written
  auto& last = m_line.back();
  if (auto* record = std::get_if<RunRecord>(&write)) {
    auto* before = std::get_if<RunRecord>(&last);
    if (!before || before->id != record->id) return false;
    *before = std::move(*record);
    return true;
  }
  const auto* more = std::get_if<RunSteps>(&write);
  auto* before = std::get_if<RunSteps>(&last);
  if (!more || !before || before->id != more->id) return false;
  before->reports.insert(before->reports.end(), more->reports.begin(), more->reports.end());
  return true;
}

bool RunStore::flush() {
  QMutexLocker lock(&m_mutex);
  while (!m_line.empty() && !m_isStalled) m_changed.wait(&m_mutex);
  return m_line.empty();
}

bool RunStore::flushWithin(std::chrono::milliseconds time) {
  const QDeadlineTimer deadline(time);
  // The thread that calls this may have the lock.
  if (!m_mutex.tryLock(static_cast<int>(time.count()))) return false;
  while (!m_line.empty() && !m_isStalled && m_changed.wait(&m_mutex, deadline)) {
  }
  const bool isWritten = m_line.empty();
  m_mutex.unlock();
  return isWritten;
}

void RunStore::retry() {
  const QMutexLocker lock(&m_mutex);
  m_mustTell = true;
  m_isStalled = false;
  m_changed.wakeAll();
}

void RunStore::setRetryAfter(std::chrono::milliseconds time) {
  const QMutexLocker lock(&m_mutex);
  m_retryAfter = time;
  m_changed.wakeAll();
}

StoreFault RunStore::openFile() {
  auto fault = m_database.open(m_file);
  if (fault.kind != Kind::Damaged) return fault;
  const auto aside = keepAside(m_file);
  if (aside.isEmpty()) return fault;
  for (const char* part : {"-wal", "-shm"}) QFile::rename(m_file + QLatin1String(part), aside + QLatin1String(part));
  {
    const QMutexLocker lock(&m_mutex);
    m_mustTell = true;
    m_loss = tr("The queue and history could not be read from %1. The file was kept as %2, and a new one was started.")
                 .arg(m_file, aside);
  }
  return m_database.open(m_file);
}

void RunStore::work() {
  QMutexLocker lock(&m_mutex);
  while (true) {
    if (!m_isStalled && !m_isOpen) {
      lock.unlock();
      const auto fault = openFile();
      if (!fault)
        m_database.setPatience(kPatience);
      else
        viewHistory(fault);
      lock.relock();
      m_isOpen = !fault;
      note(fault);
      if (m_isOpen) QMetaObject::invokeMethod(this, &RunStore::opened, Qt::QueuedConnection);
      if (!std::exchange(m_isSettled, true)) QMetaObject::invokeMethod(this, &RunStore::settled, Qt::QueuedConnection);
    } else if (!m_isStalled && !m_line.empty()) {
      const auto write = m_line.front();
      lock.unlock();
      const auto fault = m_database.write(write);
      lock.relock();
      if (!fault || fault.kind == Kind::Refused) m_line.pop_front();
      note(fault);
    } else if (m_stopping) {
      return;
    } else if (m_isOpen && m_mustReadHistory) {
      lock.unlock();
      readPage();
      lock.relock();
      continue;
    } else if (m_isStalled) {
      if (!m_changed.wait(&m_mutex, QDeadlineTimer(m_retryAfter))) m_isStalled = false;
      continue;
    } else {
      m_changed.wait(&m_mutex);
      continue;
    }
    m_changed.wakeAll();
  }
}

// The result of the last attempt; requires m_mutex.
void RunStore::note(const StoreFault& fault) {
  const bool isLost = fault.kind == Kind::Refused;
  if (isLost) m_loss = tr("A change to the queue or history could not be saved: %1.").arg(fault.reason);
  m_mustTell = m_mustTell || isLost;
  m_isStalled = fault && !isLost;
  // As long as something that could not be saved is pending, the user is informed.
  const auto sentence = m_isStalled      ? sentenceFor(fault, m_isOpen, m_isViewed && !m_isOpen)
                        : m_line.empty() ? QString()
                                         : m_trouble;
  const bool mustTell = m_mustTell && (fault || m_line.empty());
  if (sentence == m_trouble && !mustTell) return;
  m_mustTell = false;
  m_trouble = sentence;
  QMetaObject::invokeMethod(this, &RunStore::conditionChanged, Qt::QueuedConnection);
}

QString RunStore::sentenceFor(const StoreFault& fault, bool canBeRead, bool isViewed) const {
  QString reason;
  switch (fault.kind) {
    case Kind::Newer:
      return tr("The queue and history in %1 were saved by a newer version of this program. Open them with that "
                "version: this one leaves the file untouched and saves nothing.")
          .arg(m_file);
    case Kind::Foreign:
      return tr("%1 belongs to another program and is left untouched, so the queue and history are not saved. Start "
                "with another folder: --state FOLDER.")
          .arg(m_file);
    case Kind::Full:
      reason = tr("the disk is full");
      break;
    case Kind::Busy:
      reason = tr("another program is using the file");
      break;
    case Kind::Forbidden:
      reason = tr("access to the file is denied");
      break;
    default:
      reason = fault.reason;
  }
  if (isViewed)
    return tr("The history in %1 is read-only at the moment: %2. Everything that can be read is shown; changes are "
              "kept "
              "in memory and will be saved as soon as possible.")
        .arg(m_file, reason);
  if (!canBeRead)
    return tr("The queue and history cannot be read from %1 at the moment: %2. The file is left untouched and will be "
              "read as soon as possible; until then, changes are kept in memory.")
        .arg(m_file, reason);
  return tr("The queue and history cannot be saved in %1: %2. Changes are kept in memory and will be saved as soon as "
            "possible.")
      .arg(m_file, reason);
}

}  // namespace fb::ui
