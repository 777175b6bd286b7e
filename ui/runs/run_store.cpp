// SPDX-License-Identifier: MIT
#include "runs/run_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <iterator>

namespace fb::ui {
namespace {

// What brings a file from each version to the next one; 0 is an empty file.
constexpr const char* kMigrations[] = {
    R"(
  BEGIN;
  CREATE TABLE runs(
    id INTEGER PRIMARY KEY, place INTEGER NOT NULL, kind INTEGER NOT NULL, state INTEGER NOT NULL, title TEXT NOT NULL,
    prompt TEXT NOT NULL, created INTEGER NOT NULL, ended INTEGER NOT NULL, width INTEGER NOT NULL,
    height INTEGER NOT NULL, frames INTEGER NOT NULL, fps REAL NOT NULL, steps INTEGER NOT NULL, seed INTEGER NOT NULL,
    seconds REAL NOT NULL, thumbnail TEXT NOT NULL, thumbnail_frames INTEGER NOT NULL, run_folder TEXT NOT NULL,
    starred INTEGER NOT NULL, steps_done INTEGER NOT NULL, problem TEXT NOT NULL, request TEXT NOT NULL,
    curve TEXT NOT NULL);
  CREATE INDEX runs_by_state ON runs(state, ended);
  PRAGMA user_version = 1;
  COMMIT;)",
    // Steps since the run's row was last written, in the order of their rowid.
    R"(
  BEGIN;
  CREATE TABLE steps(run INTEGER NOT NULL, report TEXT NOT NULL);
  CREATE INDEX steps_by_run ON steps(run);
  PRAGMA user_version = 2;
  COMMIT;)"};
constexpr qint64 kVersion = std::size(kMigrations);

// One prepared statement; parameters and columns in the order of their use.
class Query {
public:
  Query(sqlite3* base, const char* sql) { sqlite3_prepare_v2(base, sql, -1, &m_statement, nullptr); }
  ~Query() { sqlite3_finalize(m_statement); }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  Query& add(qint64 value) {
    sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
  }
  Query& add(double value) {
    sqlite3_bind_double(m_statement, ++m_bound, value);
    return *this;
  }
  Query& add(const QString& value) {
    const auto text = value.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  bool next() {
    m_read = 0;
    return m_statement && sqlite3_step(m_statement) == SQLITE_ROW;
  }
  bool run() { return m_statement && sqlite3_step(m_statement) == SQLITE_DONE; }
  qint64 integer() { return sqlite3_column_int64(m_statement, m_read++); }
  double real() { return sqlite3_column_double(m_statement, m_read++); }
  QString text() {
    const int column = m_read++;
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column)),
                             sqlite3_column_bytes(m_statement, column));
  }

private:
  sqlite3_stmt* m_statement = nullptr;
  int m_bound = 0;
  int m_read = 0;
};

constexpr const char* kRecordColumns =
    "SELECT id, kind, state, title, created, ended, steps_done, seconds, problem, thumbnail, thumbnail_frames, "
    "starred, run_folder, request, curve FROM runs ";

RunRecord readRecord(Query& query) {
  RunRecord record;
  record.id = query.integer();
  record.kind = static_cast<RunKind>(query.integer());
  record.state = static_cast<RunState>(query.integer());
  record.title = query.text();
  record.created = QDateTime::fromMSecsSinceEpoch(query.integer(), Qt::UTC);
  if (const auto ended = query.integer()) record.ended = QDateTime::fromMSecsSinceEpoch(ended, Qt::UTC);
  record.stepsDone = static_cast<int>(query.integer());
  record.secondsSpent = query.real();
  record.problem = query.text();
  record.thumbnail = query.text();
  record.thumbnailFrames = static_cast<int>(query.integer());
  record.starred = query.integer() != 0;
  const auto runFolder = query.text().toStdString();
  if (auto request = requestFromJson(query.text().toStdString())) record.request = std::move(request.value());
  record.request.options.runFolder = runFolder;
  if (auto steps = stepReportsFromJson(query.text().toStdString())) record.steps = std::move(steps.value());
  return record;
}

bool execute(sqlite3* base, const char* sql) { return sqlite3_exec(base, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

// Does all that `writes` does or, if it returns false, nothing: a crash in between must not leave half of it. What went
// wrong, or an empty text.
template <class Writes>
QString together(sqlite3* base, Writes writes) {
  if (execute(base, "BEGIN") && writes() && execute(base, "COMMIT")) return {};
  const auto reason = QString::fromUtf8(sqlite3_errmsg(base));
  execute(base, "ROLLBACK");
  return reason;
}

bool forgetSteps(sqlite3* base, RunId id) { return Query(base, "DELETE FROM steps WHERE run = ?").add(id).run(); }

bool writeRow(sqlite3* base, const RunRecord& record) {
  const auto& request = record.request;
  const auto run = summaryOf(record);
  // A new run's place is its number, which is behind every place of the queue.
  Query query(
      base,
      "INSERT INTO runs VALUES(?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
      "?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?22, ?18, ?19, ?20, ?21) ON CONFLICT(id) DO UPDATE SET kind = ?2, "
      "state = ?3, title = ?4, prompt = ?5, created = ?6, ended = ?7, width = ?8, height = ?9, frames = ?10, "
      "fps = ?11, steps = ?12, seed = ?13, seconds = ?14, thumbnail = ?15, thumbnail_frames = ?16, run_folder = "
      "?17, steps_done = ?18, problem = ?19, request = ?20, curve = ?21, starred = ?22");
  query.add(run.id).add(qint64(run.kind)).add(qint64(record.state)).add(run.title).add(run.prompt);
  query.add(run.created).add(run.ended).add(qint64(run.width)).add(qint64(run.height)).add(qint64(run.frames));
  query.add(run.fps).add(qint64(run.steps)).add(static_cast<qint64>(run.seed)).add(run.secondsSpent);
  query.add(run.thumbnail).add(qint64(run.thumbnailFrames)).add(run.runFolder).add(qint64(record.stepsDone));
  query.add(record.problem)
      .add(QString::fromStdString(toJson(request)))
      .add(QString::fromStdString(toJson(record.steps)));
  query.add(qint64(record.starred));
  return query.run();
}

}  // namespace

RunSummary summaryOf(const RunRecord& record) {
  RunSummary run;
  run.id = record.id;
  run.kind = record.kind;
  run.title = record.title;
  run.prompt = QString::fromStdString(record.request.clip.prompt);
  run.created = record.created.toMSecsSinceEpoch();
  run.ended = record.ended.isValid() ? record.ended.toMSecsSinceEpoch() : 0;
  run.width = record.request.clip.width;
  run.height = record.request.clip.height;
  run.frames = record.request.clip.frames;
  run.fps = record.request.clip.fps;
  run.steps = record.request.totalSteps();
  run.seed = record.request.sampling.seed;
  run.secondsSpent = record.secondsSpent;
  run.thumbnail = record.thumbnail;
  run.thumbnailFrames = record.thumbnailFrames;
  run.runFolder = QString::fromStdString(record.request.options.runFolder.string());
  run.starred = record.starred;
  return run;
}

RunStore::RunStore(const QString& file, QObject* parent) : QObject(parent) {
  QDir().mkpath(QFileInfo(file).absolutePath());
  if (!openFile(file)) {
    const auto aside = QStringLiteral("%1.damaged-%2")
                           .arg(file, QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss")));
    for (const char* part : {"", "-wal", "-shm"})
      QFile::rename(file + QLatin1String(part), aside + QLatin1String(part));
    m_problem = tr("Queue and history could not be read from %1. The file was kept as %2 and a new one was begun.")
                    .arg(file, aside);
    if (!openFile(file)) m_problem = tr("Queue and history cannot be kept: %1 cannot be written.").arg(file);
  }
  m_thread.reset(QThread::create([this] { writeInTurn(); }));
  m_thread->start();
}

RunStore::~RunStore() { stopWriting(); }

bool RunStore::openFile(const QString& file) {
  const auto open = [&](sqlite3*& base) {
    if (sqlite3_open(file.toUtf8().constData(), &base) != SQLITE_OK) return false;
    sqlite3_busy_timeout(base, 5000);
    return sqlite3_exec(base, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", nullptr, nullptr, nullptr) ==
           SQLITE_OK;
  };
  const auto close = [this] {
    sqlite3_close(m_reading);
    sqlite3_close(m_writing);
    m_reading = m_writing = nullptr;
    return false;
  };
  if (!open(m_writing) || !open(m_reading)) return close();
  // A long history is read in one go while the window waits for it.
  sqlite3_exec(m_reading, "PRAGMA mmap_size = 268435456", nullptr, nullptr, nullptr);
  Query check(m_writing, "PRAGMA quick_check");
  if (!check.next() || check.text() != QLatin1String("ok")) return close();
  Query version(m_writing, "PRAGMA user_version");
  if (!version.next()) return close();
  const auto found = version.integer();
  if (found > kVersion) return close();
  for (auto next = found; next < kVersion; ++next)
    if (!execute(m_writing, kMigrations[next])) return close();
  Query last(m_writing, "SELECT coalesce(max(id), 0) FROM runs");
  if (last.next()) m_lastId = last.integer();
  return true;
}

std::vector<RunRecord> RunStore::readQueue() {
  flush();
  std::vector<RunRecord> records;
  // The states by name: an index finds those few, "all but finished" would read through the whole history.
  Query query(m_reading, (std::string(kRecordColumns) + "WHERE state IN (?, ?, ?, ?) ORDER BY place").c_str());
  for (const auto state : {RunState::Waiting, RunState::Running, RunState::Paused, RunState::Failed})
    query.add(qint64(state));
  while (query.next()) records.push_back(readRecord(query));
  for (auto& record : records) addKeptSteps(record);
  m_parsedRequests += static_cast<int>(records.size());
  return records;
}

std::vector<RunSummary> RunStore::readHistory() {
  flush();
  std::vector<RunSummary> runs;
  Query query(
      m_reading,
      "SELECT id, kind, title, prompt, created, ended, width, height, frames, fps, steps, seed, seconds, "
      "thumbnail, thumbnail_frames, run_folder, starred FROM runs WHERE state = ? ORDER BY ended DESC, id DESC");
  query.add(qint64(RunState::Finished));
  while (query.next()) {
    RunSummary run;
    run.id = query.integer();
    run.kind = static_cast<RunKind>(query.integer());
    run.title = query.text();
    run.prompt = query.text();
    run.created = query.integer();
    run.ended = query.integer();
    run.width = static_cast<int>(query.integer());
    run.height = static_cast<int>(query.integer());
    run.frames = static_cast<int>(query.integer());
    run.fps = query.real();
    run.steps = static_cast<int>(query.integer());
    run.seed = static_cast<quint64>(query.integer());
    run.secondsSpent = query.real();
    run.thumbnail = query.text();
    run.thumbnailFrames = static_cast<int>(query.integer());
    run.runFolder = query.text();
    run.starred = query.integer() != 0;
    runs.push_back(std::move(run));
  }
  return runs;
}

std::optional<RunRecord> RunStore::readStored(RunId id) {
  Query query(m_reading, (std::string(kRecordColumns) + "WHERE id = ?").c_str());
  query.add(id);
  if (!query.next()) return {};
  ++m_parsedRequests;
  auto record = readRecord(query);
  addKeptSteps(record);
  return record;
}

void RunStore::addKeptSteps(RunRecord& record) {
  Query query(m_reading, "SELECT report FROM steps WHERE run = ? ORDER BY rowid");
  query.add(record.id);
  while (query.next())
    if (const auto step = stepReportFromJson(query.text().toStdString())) addStep(record, step.value());
}

std::optional<RunRecord> RunStore::read(RunId id) {
  // What is not on disk yet. Only this thread puts more in line, so no other write can come between.
  std::optional<RunRecord> record;
  std::vector<StepReport> steps;
  bool isRemoved = false;
  {
    const QMutexLocker lock(&m_mutex);
    for (const auto& write : m_line) {
      if (const auto* saved = std::get_if<RunRecord>(&write); saved && saved->id == id) {
        record = *saved;
        steps.clear();
        isRemoved = false;
      } else if (const auto* more = std::get_if<Steps>(&write); more && more->id == id) {
        steps.insert(steps.end(), more->reports.begin(), more->reports.end());
      } else if (const auto* removal = std::get_if<Removal>(&write); removal && removal->id == id) {
        record.reset();
        isRemoved = true;
      }
    }
  }
  if (isRemoved) return {};
  if (!record) record = readStored(id);
  if (record)
    for (const auto& step : steps) addStep(*record, step);
  return record;
}

void RunStore::save(const RunRecord& record) { put(record); }
void RunStore::appendStep(RunId id, const StepReport& step) { put(Steps{id, {step}}); }
void RunStore::remove(RunId id) { put(Removal{id}); }
void RunStore::saveOrder(const std::vector<RunId>& queue) { put(Order{queue}); }

void RunStore::put(Write write) {
  const QMutexLocker lock(&m_mutex);
  if (!joinLast(write)) m_line.push_back(std::move(write));
  m_changed.wakeAll();
}

// A run that reports faster than the disk writes is written as it is last, and its steps in one go.
bool RunStore::joinLast(Write& write) {
  if (m_line.size() < 2) return false;  // the first in line is being written
  auto& last = m_line.back();
  if (auto* record = std::get_if<RunRecord>(&write)) {
    auto* before = std::get_if<RunRecord>(&last);
    if (!before || before->id != record->id) return false;
    *before = std::move(*record);
    return true;
  }
  const auto* more = std::get_if<Steps>(&write);
  auto* before = std::get_if<Steps>(&last);
  if (!more || !before || before->id != more->id) return false;
  before->reports.insert(before->reports.end(), more->reports.begin(), more->reports.end());
  return true;
}

void RunStore::flush() {
  QMutexLocker lock(&m_mutex);
  while (!m_line.empty()) m_changed.wait(&m_mutex);
}

// What went wrong, or an empty text.
QString RunStore::perform(const Write& write) {
  return together(m_writing, [&] {
    if (const auto* record = std::get_if<RunRecord>(&write))
      return writeRow(m_writing, *record) && forgetSteps(m_writing, record->id);
    if (const auto* steps = std::get_if<Steps>(&write))
      return std::ranges::all_of(steps->reports, [&](const StepReport& report) {
        return Query(m_writing, "INSERT INTO steps VALUES(?, ?)")
            .add(steps->id)
            .add(QString::fromStdString(toJson(report)))
            .run();
      });
    if (const auto* removal = std::get_if<Removal>(&write))
      return Query(m_writing, "DELETE FROM runs WHERE id = ?").add(removal->id).run() &&
             forgetSteps(m_writing, removal->id);
    qint64 place = 0;
    return std::ranges::all_of(std::get<Order>(write).queue, [&](RunId id) {
      return Query(m_writing, "UPDATE runs SET place = ? WHERE id = ?").add(++place).add(id).run();
    });
  });
}

void RunStore::writeInTurn() {
  QMutexLocker lock(&m_mutex);
  while (true) {
    while (m_line.empty() && !m_stopping) m_changed.wait(&m_mutex);
    if (m_line.empty()) return;
    const auto write = m_line.front();
    lock.unlock();
    if (const auto reason = perform(write); !reason.isEmpty())
      Q_EMIT writeFailed(tr("Queue and history could not be saved: %1.").arg(reason));
    lock.relock();
    m_line.pop_front();
    m_changed.wakeAll();
  }
}

void RunStore::stopWriting() {
  {
    const QMutexLocker lock(&m_mutex);
    m_stopping = true;
    m_changed.wakeAll();
  }
  m_thread->wait();
  sqlite3_close(m_reading);
  sqlite3_close(m_writing);
}

}  // namespace fb::ui
