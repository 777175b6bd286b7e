// SPDX-License-Identifier: MIT
#include "runs/queue_model.h"

#include "widgets/frame_image.h"

#include <QMimeData>

#include <algorithm>

namespace fb::ui {
namespace {

const QString kMime = QStringLiteral("application/x-flowblending-run");

QVariant orNothing(const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); }

}  // namespace

QueueModel::QueueModel(QObject* parent) : QAbstractListModel(parent) {}

int QueueModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const auto& entry = m_entries[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TitleRole:
      return entry.record.displayTitle();
    case Qt::ToolTipRole:
    case PromptRole:
      return QString::fromStdString(entry.record.request.clip.prompt);
    case IdRole:
      return entry.record.id;
    case KindRole:
      return static_cast<int>(entry.record.kind);
    case StateRole:
      return static_cast<int>(entry.record.state);
    case PhaseRole:
      return entry.phase ? QVariant(static_cast<int>(*entry.phase)) : QVariant();
    case StepRole:
      return entry.record.stepsDone;
    case StepsRole:
      return entry.record.totalSteps();
    case ModelRole:
      return entry.model ? QVariant(static_cast<int>(*entry.model)) : QVariant();
    case SecondsLeftRole:
      return orNothing(entry.secondsLeft);
    case EstimateRole:
      return orNothing(entry.estimate);
    case ProgressRole:
      return progress(entry);
    case ThumbnailRole:
      return entry.preview;
    case ProblemRole:
      return entry.record.problem;
    case RecordRole:
      return QVariant::fromValue(entry.record);
    default:
      return {};
  }
}

QHash<int, QByteArray> QueueModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert({{IdRole, "runId"}, {TitleRole, "title"}, {StateRole, "state"}, {ProgressRole, "progress"}});
  return names;
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
  const auto flags = QAbstractListModel::flags(index);
  return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags | Qt::ItemIsDropEnabled;
}

QStringList QueueModel::mimeTypes() const { return {kMime}; }

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const {
  if (indexes.isEmpty()) return nullptr;
  auto* data = new QMimeData;
  data->setData(kMime, QByteArray::number(indexes.first().data(IdRole).toLongLong()));
  return data;
}

bool QueueModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex&) const {
  return action == Qt::MoveAction && data->hasFormat(kMime);
}

bool QueueModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                              const QModelIndex& parent) {
  if (!canDropMimeData(data, action, row, column, parent)) return false;
  const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
  move(data->data(kMime).toLongLong(), before);
  // The view would remove the dragged row after a successful drop, but it is already in its place.
  return false;
}

bool QueueModel::moveRows(const QModelIndex& from, int first, int count, const QModelIndex& to, int before) {
  if (from.isValid() || to.isValid() || count != 1 || first < 0 || first >= rowCount()) return false;
  return move(at(first).id, before);
}

void QueueModel::reset(std::vector<RunRecord> records) {
  beginResetModel();
  m_entries.clear();
  for (auto& record : records) m_entries.push_back({std::move(record), {}, {}, {}, {}, 0, {}});
  endResetModel();
}

void QueueModel::add(const RunRecord& record) { insert(rowCount(), record); }

void QueueModel::insert(int row, const RunRecord& record) {
  row = std::clamp(row, 0, rowCount());
  beginInsertRows({}, row, row);
  m_entries.insert(m_entries.begin() + row, Entry{record, {}, {}, {}, {}, 0, {}});
  endInsertRows();
  Q_EMIT orderChanged();
}

bool QueueModel::remove(RunId id) {
  const int found = row(id);
  if (found < 0) return false;
  beginRemoveRows({}, found, found);
  m_entries.erase(m_entries.begin() + found);
  endRemoveRows();
  Q_EMIT orderChanged();
  return true;
}

bool QueueModel::move(RunId id, int before) {
  const int from = row(id);
  before = std::clamp(before, 0, rowCount());
  if (from < 0 || !beginMoveRows({}, from, from, {}, before)) return false;
  const auto begin = m_entries.begin();
  if (from < before)
    std::rotate(begin + from, begin + from + 1, begin + before);
  else
    std::rotate(begin + before, begin + from, begin + from + 1);
  endMoveRows();
  Q_EMIT orderChanged();
  return true;
}

int QueueModel::row(RunId id) const {
  const auto found =
      std::find_if(m_entries.begin(), m_entries.end(), [id](const Entry& entry) { return entry.record.id == id; });
  return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

QModelIndex QueueModel::indexOf(RunId id) const {
  const int found = row(id);
  return found < 0 ? QModelIndex() : index(found);
}

const RunRecord* QueueModel::find(RunId id) const {
  const int found = row(id);
  return found < 0 ? nullptr : &at(found);
}

std::vector<RunId> QueueModel::order() const {
  std::vector<RunId> ids;
  for (const auto& entry : m_entries) ids.push_back(entry.record.id);
  return ids;
}

std::optional<RunId> QueueModel::firstWaiting(std::optional<RunId> except) const {
  for (const auto& entry : m_entries)
    if (entry.record.state == RunState::Waiting && entry.record.id != except) return entry.record.id;
  return {};
}

int QueueModel::count(RunState state) const {
  return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
                                        [state](const Entry& entry) { return entry.record.state == state; }));
}

QueueModel::Entry* QueueModel::entry(RunId id) {
  const int found = row(id);
  return found < 0 ? nullptr : &m_entries[static_cast<std::size_t>(found)];
}

void QueueModel::changed(RunId id, const QList<int>& roles) {
  const auto where = indexOf(id);
  Q_EMIT dataChanged(where, where, roles);
}

void QueueModel::setRecord(const RunRecord& record) {
  auto* found = entry(record.id);
  if (!found) return;
  found->record = record;
  if (record.state != RunState::Running) {
    found->phase.reset();
    found->model.reset();
    found->secondsLeft.reset();
    found->phaseDone = 0;
  }
  changed(record.id, {});
}

void QueueModel::setPhase(RunId id, Phase phase) {
  auto* found = entry(id);
  if (!found) return;
  found->phase = phase;
  found->phaseDone = 0;
  found->secondsLeft.reset();
  if (phase == Phase::Sampling)
    found->model = found->record.modelAt(std::min(found->record.stepsDone, found->record.totalSteps() - 1));
  else
    found->model.reset();
  changed(id, {PhaseRole, ModelRole, SecondsLeftRole, ProgressRole});
}

bool QueueModel::addStep(RunId id, const StepReport& report) {
  auto* found = entry(id);
  if (!found) return false;
  ui::addStep(found->record, report);
  found->phaseDone = 0;  // of the step
  // What a calibration's engine knows of is one model.
  if (found->record.kind != RunKind::Calibrate) found->secondsLeft = report.secondsLeft;
  if (report.next() < report.steps) found->model = found->record.modelAt(report.next());
  changed(id, {StepRole, ModelRole, SecondsLeftRole, ProgressRole, RecordRole});
  return true;
}

void QueueModel::setProgress(RunId id, Phase phase, double done) {
  auto* found = entry(id);
  if (!found) return;
  found->phase = phase;
  found->phaseDone = done;
  changed(id, {PhaseRole, ProgressRole});
}

void QueueModel::setPreview(RunId id, const Clip& clip) {
  auto* found = entry(id);
  if (!found || clip.frames.empty()) return;
  found->preview = frameImage(clip.frames[clip.frames.size() / 2]);
  changed(id, {ThumbnailRole});
}

void QueueModel::setKeptPreview(RunId id, const QImage& image) {
  auto* found = entry(id);
  if (!found || image.isNull() || !found->preview.isNull()) return;
  found->preview = image;
  changed(id, {ThumbnailRole});
}

void QueueModel::setEstimate(RunId id, double seconds) {
  auto* found = entry(id);
  if (!found) return;
  found->estimate = seconds;
  changed(id, {EstimateRole});
}

// Sampling counts as nine tenths of a run, decoding as the rest: the bar never goes back. A calibration decodes
// nothing.
double QueueModel::progress(const Entry& entry) {
  const int steps = entry.record.totalSteps();
  const double ofStep = entry.phase == Phase::Sampling && entry.record.stepsDone < steps ? entry.phaseDone : 0;
  const double sampled = steps > 0 ? (entry.record.stepsDone + ofStep) / steps : 0;
  const double decoded = entry.phase == Phase::Decoding ? entry.phaseDone : 0;
  if (entry.record.kind == RunKind::Calibrate) return sampled;
  return .9 * sampled + .1 * decoded;
}

std::optional<double> QueueModel::secondsLeft(const Entry& entry) const {
  if (entry.secondsLeft) return entry.secondsLeft;
  if (!entry.estimate) return {};
  return *entry.estimate * (1 - progress(entry));
}

std::optional<double> QueueModel::secondsLeft() const {
  double sum = 0;
  for (const auto& entry : m_entries) {
    if (entry.record.state != RunState::Running && entry.record.state != RunState::Waiting) continue;
    const auto left = secondsLeft(entry);
    if (!left) return {};
    sum += *left;
  }
  return sum;
}

}  // namespace fb::ui
