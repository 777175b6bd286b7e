// SPDX-License-Identifier: MIT
#include "runs/run_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

namespace fb::ui {
namespace {

constexpr int kVersion = 1;
constexpr const char* kSchema = R"(
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
  COMMIT;)";

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

QString curveToJson(const std::vector<StepReport>& steps) {
  QJsonArray array;
  for (const auto& step : steps) {
    QJsonObject object{{"step", step.step},
                       {"end", step.next()},
                       {"steps", step.steps},
                       {"sigma", step.sigma},
                       {"timestep", step.timestep},
                       {"seconds", step.seconds},
                       {"small", step.model == Model::Small}};
    if (step.divergence) {
      object["l2"] = step.divergence->relativeL2;
      object["cosine"] = step.divergence->cosineDistance;
    }
    array.append(object);
  }
  return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::vector<StepReport> curveFromJson(const QString& text) {
  std::vector<StepReport> steps;
  for (const auto& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
    const auto object = value.toObject();
    StepReport step;
    step.step = object["step"].toInt();
    step.end = object["end"].toInt();
    step.steps = object["steps"].toInt();
    step.sigma = object["sigma"].toDouble();
    step.timestep = object["timestep"].toDouble();
    step.seconds = object["seconds"].toDouble();
    step.model = object["small"].toBool() ? Model::Small : Model::Large;
    if (object.contains("l2")) step.divergence = Divergence{object["l2"].toDouble(), object["cosine"].toDouble()};
    steps.push_back(step);
  }
  return steps;
}

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
  record.steps = curveFromJson(query.text());
  return record;
}

bool save(sqlite3* base, const RunRecord& record) {
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
  query.add(record.problem).add(QString::fromStdString(toJson(request))).add(curveToJson(record.steps));
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
  if (found == 0 && sqlite3_exec(m_writing, kSchema, nullptr, nullptr, nullptr) != SQLITE_OK) return close();
  if (found > kVersion) return close();
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
  while (query.next()) {
    records.push_back(readRecord(query));
    ++m_parsedRequests;
  }
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

std::optional<RunRecord> RunStore::read(RunId id) {
  {
    const QMutexLocker lock(&m_mutex);
    for (auto write = m_line.rbegin(); write != m_line.rend(); ++write) {
      if (const auto* record = std::get_if<RunRecord>(&*write); record && record->id == id) return *record;
      if (const auto* removal = std::get_if<Removal>(&*write); removal && removal->id == id) return {};
    }
  }
  Query query(m_reading, (std::string(kRecordColumns) + "WHERE id = ?").c_str());
  query.add(id);
  if (!query.next()) return {};
  ++m_parsedRequests;
  return readRecord(query);
}

void RunStore::save(const RunRecord& record) { put(record); }
void RunStore::remove(RunId id) { put(Removal{id}); }
void RunStore::saveOrder(const std::vector<RunId>& queue) { put(Order{queue}); }

void RunStore::put(Write write) {
  const QMutexLocker lock(&m_mutex);
  // A run that reports faster than the disk writes is written as it is last; the first in line is being written.
  auto* last = m_line.size() > 1 ? std::get_if<RunRecord>(&m_line.back()) : nullptr;
  const auto* record = std::get_if<RunRecord>(&write);
  if (last && record && last->id == record->id)
    m_line.back() = std::move(write);
  else
    m_line.push_back(std::move(write));
  m_changed.wakeAll();
}

void RunStore::flush() {
  QMutexLocker lock(&m_mutex);
  while (!m_line.empty()) m_changed.wait(&m_mutex);
}

void RunStore::writeInTurn() {
  QMutexLocker lock(&m_mutex);
  while (true) {
    while (m_line.empty() && !m_stopping) m_changed.wait(&m_mutex);
    if (m_line.empty()) return;
    const auto write = m_line.front();
    lock.unlock();
    bool written = true;
    if (const auto* record = std::get_if<RunRecord>(&write)) {
      written = ui::save(m_writing, *record);
    } else if (const auto* removal = std::get_if<Removal>(&write)) {
      written = Query(m_writing, "DELETE FROM runs WHERE id = ?").add(removal->id).run();
    } else {
      // All places or none: a crash between two of them must not mix the orders.
      sqlite3_exec(m_writing, "BEGIN", nullptr, nullptr, nullptr);
      qint64 place = 0;
      for (const auto id : std::get<Order>(write).queue)
        written &= Query(m_writing, "UPDATE runs SET place = ? WHERE id = ?").add(++place).add(id).run();
      written &= sqlite3_exec(m_writing, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK;
    }
    const auto reason = written ? QString() : QString::fromUtf8(sqlite3_errmsg(m_writing));
    if (!written) Q_EMIT writeFailed(tr("Queue and history could not be saved: %1.").arg(reason));
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
