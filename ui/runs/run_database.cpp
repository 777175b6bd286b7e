// SPDX-License-Identifier: MIT
#include "runs/run_database.h"

#include "files/private_files.h"
#include "runs/sqlite_query.h"

#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>
#include <QRegularExpression>
#include <QStorageInfo>
#include <QUrl>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace fb::ui {
namespace {

// Upgrades a file from each version to the next one; 0 is an empty file.
constexpr const char* kMigrations[] = {
    R"(
  CREATE TABLE runs(
    id INTEGER PRIMARY KEY, place INTEGER NOT NULL, kind INTEGER NOT NULL, state INTEGER NOT NULL, title TEXT NOT NULL,
    prompt TEXT NOT NULL, created INTEGER NOT NULL, ended INTEGER NOT NULL, width INTEGER NOT NULL,
    height INTEGER NOT NULL, frames INTEGER NOT NULL, fps REAL NOT NULL, steps INTEGER NOT NULL, seed INTEGER NOT NULL,
    seconds REAL NOT NULL, thumbnail TEXT NOT NULL, thumbnail_frames INTEGER NOT NULL, run_folder TEXT NOT NULL,
    starred INTEGER NOT NULL, steps_done INTEGER NOT NULL, problem TEXT NOT NULL, request TEXT NOT NULL,
    curve TEXT NOT NULL);
  CREATE INDEX runs_by_state ON runs(state, ended);
  PRAGMA user_version = 1;)",
    // Steps since the run's row was last written, in the order of their rowid.
    R"(
  CREATE TABLE steps(run INTEGER NOT NULL, report TEXT NOT NULL);
  CREATE INDEX steps_by_run ON steps(run);
  PRAGMA user_version = 2;)",
    R"(
  ALTER TABLE runs ADD COLUMN tags TEXT NOT NULL DEFAULT '';
  ALTER TABLE runs ADD COLUMN video TEXT NOT NULL DEFAULT '';
  PRAGMA user_version = 3;)",
    R"(
  ALTER TABLE runs ADD COLUMN ssim_to_reference REAL;
  PRAGMA user_version = 4;)"};
constexpr qint64 kVersion = std::size(kMigrations);
// The first versions with these.
constexpr qint64 kWithSteps = 2, kWithLabels = 3, kWithSsim = 4;

constexpr QLatin1Char kTagEnd('\n');
QString toText(const QStringList& tags) { return tags.join(kTagEnd); }
QStringList toTags(const QString& text) { return text.split(kTagEnd, Qt::SkipEmptyParts); }
// A video's path, and its state in a line of its own, which the first versions with videos did not store.
QString videoText(const QString& video, const QString& state) {
  return video.isEmpty() ? video : video + QLatin1Char('\n') + state;
}
template <class Run>
void setVideo(Run& run, const QString& text) {
  const auto end = text.lastIndexOf(QLatin1Char('\n'));
  run.video = text.left(end);
  run.videoState = end < 0 ? QString() : text.mid(end + 1);
}
template <class Run>
void setSsim(Run& run, std::optional<double> ssim) {
  if (ssim && *ssim >= -1 && *ssim <= 1) run.ssimToReference = ssim;
}
const char* labelColumns(qint64 version) {
  if (version >= kWithSsim) return "tags, video, ssim_to_reference";
  return version >= kWithLabels ? "tags, video, NULL" : "'', '', NULL";
}

// Milliseconds; the window waits for queue and history at startup.
constexpr int kFirstPatience = 500;

using Kind = StoreFault::Kind;

std::string selectRecords(qint64 version, const char* where) {
  return std::string(
             "SELECT id, kind, state, title, created, ended, steps_done, seconds, problem, thumbnail, "
             "thumbnail_frames, starred, run_folder, request, curve, ") +
         labelColumns(version) + " FROM runs " + where;
}

RunRecord readRecord(SqliteQuery& query) {
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
  record.tags = toTags(query.text());
  setVideo(record, query.text());
  setSsim(record, query.optionalReal());
  return record;
}

constexpr int kPageRows = 250;
// The boundaries are in the request, which need not be parsed as a whole for that.
std::string selectHistory(qint64 version) {
  return std::string(
             "SELECT id, kind, title, prompt, created, ended, width, height, frames, fps, steps, seed, seconds, "
             "thumbnail, thumbnail_frames, run_folder, starred, "
             "iif(json_valid(request), json_extract(request, '$.early'), 1), "
             "iif(json_valid(request), json_extract(request, '$.late'), 0), "
             // Without its boundaries, no schedule is known.
             "iif(json_valid(request), iif(json_type(request, '$.early') IN ('real', 'integer') AND "
             "json_type(request, '$.late') IN ('real', 'integer'), json_extract(request, '$.steps'), 0), 0), "
             "iif(json_valid(request), json_extract(request, '$.pair.name'), ''), "
             "iif(json_valid(request), iif(json_extract(request, '$.branch_from') <> '', 1, 0), 0), ") +
         labelColumns(version) +
         " FROM runs WHERE state = ? AND (ended, id) < (?, ?) ORDER BY ended DESC, id DESC LIMIT ?";
}

// Reads the columns after the id.
RunSummary readSummary(SqliteQuery& query, RunId id) {
  RunSummary run;
  run.id = id;
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
  run.schedule.early = query.real();
  run.schedule.late = query.real();
  run.schedule.steps = static_cast<int>(query.integer());
  run.pair = query.text();
  run.isBranch = query.integer() != 0;
  run.tags = toTags(query.text());
  setVideo(run, query.text());
  setSsim(run, query.optionalReal());
  return run;
}

bool execute(sqlite3* base, const char* sql) { return sqlite3_exec(base, sql, nullptr, nullptr, nullptr) == SQLITE_OK; }

// The first column of the first row; -1 if there is none.
qint64 number(sqlite3* base, const char* sql) {
  SqliteQuery query(base, sql);
  return query.next() ? query.integer() : -1;
}

QFileInfo stateOf(const QString& file) {
  QFileInfo info(file);
  info.stat();
  return info;
}

bool isUnchanged(const QFileInfo& then) {
  const auto now = stateOf(then.filePath());
  return now.size() == then.size() && now.lastModified() == then.lastModified();
}

Kind kindOfErrno(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return Kind::Full;
    case EACCES:
    case EPERM:
    case EROFS:
      return Kind::Forbidden;
    default:
      return Kind::Failed;
  }
}

Kind kindOfCode(int code) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Kind::Damaged;
    case SQLITE_FULL:
      return Kind::Full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return Kind::Busy;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return Kind::Forbidden;
    case SQLITE_ERROR:
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
      return Kind::Refused;
    default:
      return Kind::Failed;
  }
}

bool forgetSteps(sqlite3* base, qint64 row) {
  return SqliteQuery(base, "DELETE FROM steps WHERE run = ?").add(row).run();
}

StoreFault faultOf(int code, int systemError, const QString& reason, const QString& file) {
  StoreFault fault{kindOfCode(code), reason};
  if (fault.kind != Kind::Failed) return fault;
  fault.kind = kindOfErrno(systemError);
  // If the memory that SQLite shares through a file next to the database fails, there is no errno.
  constexpr qint64 kLeastRoom = 64 << 10;
  const QStorageInfo disk(QFileInfo(file).absolutePath());
  if (fault.kind == Kind::Failed && disk.isValid() && disk.bytesAvailable() < kLeastRoom) fault.kind = Kind::Full;
  return fault;
}

StoreFault faultOf(sqlite3* base, const QString& file) {
  return faultOf(sqlite3_extended_errcode(base), sqlite3_system_errno(base), QString::fromUtf8(sqlite3_errmsg(base)),
                 file);
}

// An unreadable page is reported as if it were damaged.
StoreFault faultOfVerdict(const QString& verdict, const QString& file) {
  static const QRegularExpression code(QStringLiteral("error code[= ](\\d+)"));
  if (const auto found = code.match(verdict); found.hasMatch())
    return faultOf(found.captured(1).toInt(), 0, verdict, file);
  return {Kind::Damaged, verdict};
}

StoreFault faultOf(int error) { return {kindOfErrno(error), QString::fromUtf8(std::strerror(error))}; }

// The whole database under a free name, which `target` is then.
StoreFault copyTo(QString& target, sqlite3* base) {
  const auto unfinished = target + QStringLiteral(".part");
  QFile::remove(unfinished);
  if (const int error = makePrivateFile(unfinished)) return faultOf(error);
  sqlite3* copy = nullptr;
  int code = sqlite3_open(unfinished.toUtf8().constData(), &copy);
  if (auto* backup = code == SQLITE_OK ? sqlite3_backup_init(copy, "main", base, "main") : nullptr) {
    sqlite3_backup_step(backup, -1);
    code = sqlite3_backup_finish(backup);
  }
  auto fault = code == SQLITE_OK ? StoreFault{} : faultOf(copy, target);
  sqlite3_close(copy);
  auto name = target;
  for (int next = 2; QFile::exists(name); ++next) name = QStringLiteral("%1-%2").arg(target).arg(next);
  if (!fault && !QFile::rename(unfinished, name)) fault = faultOf(EIO);
  if (fault) QFile::remove(unfinished);
  target = name;
  return fault;
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
  run.schedule = record.request.sampling.schedule;
  run.isBranch = !record.request.options.branchFrom.empty();
  run.seed = record.request.sampling.seed;
  run.secondsSpent = record.secondsSpent;
  run.thumbnail = record.thumbnail;
  run.thumbnailFrames = record.thumbnailFrames;
  run.runFolder = QString::fromStdString(record.request.options.runFolder.string());
  run.starred = record.starred;
  run.tags = record.tags;
  run.video = record.video;
  run.videoState = record.videoState;
  run.ssimToReference = record.ssimToReference;
  run.pair = QString::fromStdString(record.request.pair.name);
  return run;
}

StoreFault RunDatabase::open(const QString& file) {
  m_file = file;
  auto found = openBoth(file);
  if (!found) found = check(file);
  const auto last = found ? -1 : number(m_writing, "SELECT coalesce(max(id), 0) FROM runs");
  if (!found && last < 0) found = faultOf(m_writing, file);
  if (found) {
    close();
    return found;
  }
  closeView();
  const QMutexLocker lock(&m_mutex);
  m_lastId = std::max(m_lastId, last);
  return {};
}

StoreFault RunDatabase::openBoth(const QString& file) {
  if (const int error = makePrivateFolder(QFileInfo(file).absolutePath())) return faultOf(error);
  // The files that SQLite puts next to it get the same mode.
  for (const char* part : {"", "-wal", "-shm"})
    if (const auto path = file + QLatin1String(part); !*part || QFile::exists(path))
      if (const int error = makePrivateFile(path)) return faultOf(error);
  for (auto** base : {&m_writing, &m_reading}) {
    if (sqlite3_open(file.toUtf8().constData(), base) != SQLITE_OK) return faultOf(*base, file);
    sqlite3_busy_timeout(*base, kFirstPatience);
    if (!SqliteQuery(*base, "PRAGMA journal_mode = WAL").next() || !execute(*base, "PRAGMA synchronous = FULL"))
      return faultOf(*base, file);
  }
  // The GUI waits for it.
  sqlite3_busy_timeout(m_reading, 10);
  return {};
}

StoreFault RunDatabase::check(const QString& file) {
  SqliteQuery sound(m_writing, "PRAGMA quick_check");
  if (!sound.next()) return faultOf(m_writing, file);
  if (const auto verdict = sound.text(); verdict != QLatin1String("ok")) return faultOfVerdict(verdict, file);
  const auto version = number(m_writing, "PRAGMA user_version");
  const auto tables = number(m_writing, "SELECT count(*) FROM sqlite_schema WHERE name IN ('runs', 'steps')");
  const auto all = number(m_writing, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
  if (version < 0 || tables < 0 || all < 0) return faultOf(m_writing, file);
  if (version > kVersion && tables > 0) return {Kind::Newer, {}};
  if (version > kVersion || tables != std::min(version, kWithSteps) || (version == 0 && all > 0))
    return {Kind::Foreign, {}};
  if (version == kVersion) return {};
  auto copy = version > 0 ? QStringLiteral("%1.before-v%2").arg(file).arg(kVersion) : QString();
  if (!copy.isEmpty())
    if (auto failed = copyTo(copy, m_writing)) return failed;
  // All at once: a new store that stopped half way would next time pass for one of an earlier version.
  bool isDone = execute(m_writing, "BEGIN");
  for (auto next = version; isDone && next < kVersion; ++next) isDone = execute(m_writing, kMigrations[next]);
  if (isDone && execute(m_writing, "COMMIT")) return {};
  auto failed = faultOf(m_writing, file);
  execute(m_writing, "ROLLBACK");
  // Nothing has changed, and the next attempt makes another copy: they would fill the disk.
  if (!copy.isEmpty()) QFile::remove(copy);
  return failed;
}

void RunDatabase::close() {
  for (auto** base : {&m_reading, &m_writing, &m_paging}) sqlite3_close(std::exchange(*base, nullptr));
}

bool RunDatabase::openView(const QString& file, const char* how) {
  const auto uri = "file:" + QUrl::toPercentEncoding(file, "/") + how;
  return sqlite3_open_v2(uri.constData(), &m_viewing, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr) == SQLITE_OK;
}

void RunDatabase::closeView() {
  const QMutexLocker lock(&m_viewMutex);
  sqlite3_close(std::exchange(m_viewing, nullptr));
}

std::optional<std::vector<RunSummary>> RunDatabase::view(const QString& file) {
  closeView();
  const QMutexLocker lock(&m_viewMutex);
  m_viewed = stateOf(file);
  // A reader that can lock also sees what is still in the log; without a lock only the file itself can be read.
  const bool hasLog = QFileInfo(file + QStringLiteral("-wal")).size() > 0;
  for (const char* how : {"?mode=ro", "?immutable=1"}) {
    if (!hasLog && how == std::string_view("?mode=ro")) continue;
    std::vector<RunSummary> runs;
    qint64 last = 0;
    bool isRead = openView(file, how);
    if (isRead) {
      const auto version = number(m_viewing, "PRAGMA user_version");
      last = number(m_viewing, "SELECT coalesce(max(id), 0) FROM runs");
      SqliteQuery query(m_viewing, selectHistory(version).c_str());
      constexpr auto kNewest = HistoryPage::Place();
      query.add(qint64(RunState::Finished)).add(kNewest.ended).add(kNewest.row).add(qint64(-1));
      while (query.next()) {
        const auto row = query.integer();
        runs.push_back(readSummary(query, idOf(row)));
      }
      isRead = query.isDone() && last >= 0 && version > 0 && version <= kVersion && isUnchanged(m_viewed);
    }
    if (isRead) {
      const QMutexLocker idLock(&m_mutex);
      m_lastId = std::max(m_lastId, last);
      return runs;
    }
    sqlite3_close(std::exchange(m_viewing, nullptr));
  }
  return {};
}

std::optional<RunRecord> RunDatabase::viewedRun(RunId id) {
  const QMutexLocker lock(&m_viewMutex);
  if (!m_viewing || !isUnchanged(m_viewed)) return {};
  return readRun(m_viewing, id);
}

void RunDatabase::setPatience(int milliseconds) { sqlite3_busy_timeout(m_writing, milliseconds); }

RunId RunDatabase::newId() {
  const QMutexLocker lock(&m_mutex);
  m_unwritten.insert(++m_lastId);
  return m_lastId;
}

std::optional<qint64> RunDatabase::rowOf(RunId id) const {
  const QMutexLocker lock(&m_mutex);
  return m_unwritten.contains(id) ? std::nullopt : std::optional(m_rows.value(id, id));
}

RunId RunDatabase::idOf(qint64 row) {
  const QMutexLocker lock(&m_mutex);
  if (const auto id = m_ids.constFind(row); id != m_ids.constEnd()) return *id;
  if (!m_rows.contains(row) && !m_unwritten.contains(row)) return row;
  // A run of this session already uses that number.
  m_rows[-row] = row;
  m_ids[row] = -row;
  return -row;
}

std::optional<std::vector<RunRecord>> RunDatabase::queue() {
  std::vector<RunRecord> records;
  // The states by name: an index finds those few, "all but finished" would read the whole history.
  SqliteQuery query(m_reading, selectRecords(kVersion, "WHERE state IN (?, ?, ?, ?) ORDER BY place").c_str());
  for (const auto state : {RunState::Waiting, RunState::Running, RunState::Paused, RunState::Failed})
    query.add(qint64(state));
  while (query.next()) records.push_back(readRecord(query));
  if (!query.isDone()) return {};
  for (auto& record : records) {
    if (!addKeptSteps(m_reading, record, record.id)) return {};
    record.id = idOf(record.id);
  }
  return records;
}

StoreFault RunDatabase::readHistory(const HistoryPage::Place& place, HistoryPage& page) {
  StoreFault fault;
  if (!m_paging && sqlite3_open(m_file.toUtf8().constData(), &m_paging) != SQLITE_OK) fault = faultOf(m_paging, m_file);
  if (!fault) {
    sqlite3_busy_timeout(m_paging, kFirstPatience);
    SqliteQuery query(m_paging, selectHistory(kVersion).c_str());
    query.add(qint64(RunState::Finished)).add(place.ended).add(place.row).add(qint64(kPageRows));
    page.end = place;
    while (query.next()) {
      page.end.row = query.integer();
      page.runs.push_back(readSummary(query, idOf(page.end.row)));
      page.end.ended = page.runs.back().ended;
    }
    if (!query.isDone()) fault = faultOf(m_paging, m_file);
  }
  page.isLast = page.runs.size() < std::size_t(kPageRows);
  if (fault || page.isLast) sqlite3_close(std::exchange(m_paging, nullptr));
  return fault;
}

std::optional<RunRecord> RunDatabase::run(RunId id) { return readRun(m_reading, id); }

std::optional<RunRecord> RunDatabase::readRun(sqlite3* base, RunId id) {
  const auto row = rowOf(id);
  if (!row) return {};
  const auto version = number(base, "PRAGMA user_version");
  SqliteQuery query(base, selectRecords(version, "WHERE id = ?").c_str());
  query.add(*row);
  if (!query.next()) return {};
  auto record = readRecord(query);
  if (!addKeptSteps(base, record, *row)) return {};
  record.id = id;
  return record;
}

bool RunDatabase::addKeptSteps(sqlite3* base, RunRecord& record, qint64 row) {
  if (number(base, "PRAGMA user_version") < kWithSteps) return true;
  SqliteQuery query(base, "SELECT report FROM steps WHERE run = ? ORDER BY rowid");
  query.add(row);
  while (query.next())
    if (const auto step = stepReportFromJson(query.text().toStdString())) addStep(record, step.value());
  return query.isDone();
}

StoreFault RunDatabase::readingFault() const { return faultOf(m_reading, m_file); }

// A run without a row gets SQLite's next one.
bool RunDatabase::writeRecord(const RunRecord& record, std::optional<qint64>& madeRow) {
  const auto known = rowOf(record.id);
  const auto& request = record.request;
  const auto run = summaryOf(record);
  // A new run's position is its row, which comes after every position in the queue.
  SqliteQuery query(
      m_writing,
      "INSERT INTO runs VALUES(?1, coalesce(?1, (SELECT coalesce(max(id), 0) + 1 FROM runs)), ?2, ?3, ?4, ?5, ?6, ?7, "
      "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?22, ?18, ?19, ?20, ?21, ?23, ?24, ?25) "
      "ON CONFLICT(id) DO UPDATE SET kind = ?2, state = ?3, title = ?4, prompt = ?5, created = ?6, ended = ?7, width = "
      "?8, height = ?9, frames = ?10, "
      "fps = ?11, steps = ?12, seed = ?13, seconds = ?14, thumbnail = ?15, thumbnail_frames = ?16, run_folder = "
      "?17, steps_done = ?18, problem = ?19, request = ?20, curve = ?21, starred = ?22, tags = ?23, video = ?24, "
      "ssim_to_reference = ?25");
  query.add(known).add(qint64(run.kind)).add(qint64(record.state)).add(run.title).add(run.prompt);
  query.add(run.created).add(run.ended).add(qint64(run.width)).add(qint64(run.height)).add(qint64(run.frames));
  query.add(run.fps).add(qint64(run.steps)).add(static_cast<qint64>(run.seed)).add(run.secondsSpent);
  query.add(run.thumbnail).add(qint64(run.thumbnailFrames)).add(run.runFolder).add(qint64(record.stepsDone));
  query.add(record.problem)
      .add(QString::fromStdString(toJson(request)))
      .add(QString::fromStdString(toJson(record.steps)));
  query.add(qint64(record.starred)).add(toText(record.tags)).add(videoText(record.video, record.videoState));
  query.add(record.ssimToReference);
  if (!query.run()) return false;
  if (!known) madeRow = sqlite3_last_insert_rowid(m_writing);
  return forgetSteps(m_writing, known ? *known : *madeRow);
}

bool RunDatabase::writeLabels(const RunLabels& labels) {
  const auto row = rowOf(labels.id);
  if (!row) return true;
  return SqliteQuery(m_writing,
                     "UPDATE runs SET title = ?, starred = ?, tags = ?, video = ?, ssim_to_reference = ? WHERE id = ?")
      .add(labels.title)
      .add(qint64(labels.starred))
      .add(toText(labels.tags))
      .add(videoText(labels.video, labels.videoState))
      .add(labels.ssimToReference)
      .add(*row)
      .run();
}

bool RunDatabase::carryOut(const RunWrite& write, std::optional<qint64>& madeRow) {
  if (const auto* record = std::get_if<RunRecord>(&write)) return writeRecord(*record, madeRow);
  if (const auto* labels = std::get_if<RunLabels>(&write)) return writeLabels(*labels);
  if (const auto* order = std::get_if<QueueOrder>(&write)) {
    qint64 place = 0;
    return std::ranges::all_of(order->queue, [&](RunId id) {
      const auto row = rowOf(id);
      return !row || SqliteQuery(m_writing, "UPDATE runs SET place = ? WHERE id = ?").add(++place).add(*row).run();
    });
  }
  const auto* steps = std::get_if<RunSteps>(&write);
  const auto row = rowOf(steps ? steps->id : std::get<RunRemoval>(write).id);
  if (!row) return true;
  if (!steps)
    return SqliteQuery(m_writing, "DELETE FROM runs WHERE id = ?").add(*row).run() && forgetSteps(m_writing, *row);
  return std::ranges::all_of(steps->reports, [&](const StepReport& report) {
    return SqliteQuery(m_writing, "INSERT INTO steps VALUES(?, ?)")
        .add(*row)
        .add(QString::fromStdString(toJson(report)))
        .run();
  });
}

StoreFault RunDatabase::write(const RunWrite& write) {
  std::optional<qint64> madeRow;
  if (!execute(m_writing, "BEGIN IMMEDIATE") || !carryOut(write, madeRow) || !execute(m_writing, "COMMIT")) {
    auto failed = faultOf(m_writing, m_file);
    execute(m_writing, "ROLLBACK");
    return failed;
  }
  const QMutexLocker lock(&m_mutex);
  if (madeRow) {
    const auto id = std::get<RunRecord>(write).id;
    m_unwritten.remove(id);
    if (id == *madeRow) return {};
    m_rows[id] = *madeRow;
    m_ids[*madeRow] = id;
  } else if (const auto* removal = std::get_if<RunRemoval>(&write)) {
    m_unwritten.remove(removal->id);
    if (const auto row = m_rows.find(removal->id); row != m_rows.end()) m_ids.remove(std::exchange(*row, 0));
  }
  return {};
}

}  // namespace fb::ui
