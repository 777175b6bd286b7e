// SPDX-License-Identifier: MIT
#include "runs/history_model.h"

#include "text/clip_names.h"
#include "text/clip_words.h"
#include "text/durations.h"
#include "widgets/file_data.h"

#include <QMimeData>
#include <QSize>

#include <algorithm>
#include <iterator>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kSsimDecimals = 3;  // as in the comparison
constexpr QLatin1String kDragged("application/x-flowblend-clips");

}  // namespace

HistoryModel::HistoryModel(RunStore* store, QObject* parent) : QAbstractListModel(parent), m_store(store) {
  connect(m_store, &RunStore::historyViewed, this, &HistoryModel::view);
  connect(m_store, &RunStore::historyPage, this, &HistoryModel::append);
  connect(m_store, &RunStore::historyEnded, this, [this](bool whole) {
    m_isLoading = false;
    m_isWhole = whole;
    if (whole) m_early.clear();
    if (whole)
      Q_EMIT loaded();
    else
      Q_EMIT loadFailed();
  });
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const auto& run = summary(index.row());
  switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::AccessibleTextRole:
    case TitleRole:
      return run.displayTitle();
    case Qt::ToolTipRole:
    case PromptRole:
      return run.prompt;
    case IdRole:
      return run.id;
    case KindRole:
      return static_cast<int>(run.kind);
    case CreatedRole:
      return QDateTime::fromMSecsSinceEpoch(run.created);
    case EndedRole:
      return QDateTime::fromMSecsSinceEpoch(run.ended);
    case SizeRole:
      return QSize(run.width, run.height);
    case FramesRole:
      return run.frames;
    case FpsRole:
      return run.fps;
    case SeedRole:
      return run.seed;
    case StepsRole:
      return run.steps;
    case SecondsRole:
      return run.secondsSpent;
    case ThumbnailFileRole:
      return run.thumbnail;
    case ThumbnailFramesRole:
      return run.thumbnailFrames;
    case RunFolderRole:
      return run.runFolder;
    case StarRole:
      return run.starred;
    case TagsRole:
      return run.tags;
    case PairRole:
      return run.pair;
    case WordsRole:
    case Qt::AccessibleDescriptionRole:
      return wordsOf(run);
    case ReferenceRole:
      return referenceSentence(run);
    case VideoRole:
      return run.video;
    default:
      return {};
  }
}

// What is said first is not cut off in a narrow list.
QString HistoryModel::wordsOf(const RunSummary& run) {
  const auto words = clipWords(run.schedule, run.seed, run.secondsSpent, QDateTime::fromMSecsSinceEpoch(run.ended));
  if (run.isReference()) return tr("reference · %1").arg(words);
  if (!run.ssimToReference) return words;
  return tr("SSIM to LLL %1 · %2", "0.952, LSL 40/20").arg(number(*run.ssimToReference, kSsimDecimals), words);
}

QString HistoryModel::referenceSentence(const RunSummary& run) {
  if (run.isReference()) return tr("Reference: the large model alone");
  if (!run.ssimToReference) return {};
  return tr("SSIM to its reference, the clip of the large model alone: %1 (1: the same)")
      .arg(number(*run.ssimToReference, kSsimDecimals));
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (!index.isValid() || index.row() >= rowCount()) return false;
  const auto id = summary(index.row()).id;
  if (isReadOnly(id)) return false;
  if (role == Qt::EditRole || role == TitleRole)
    rename(id, value.toString());
  else if (role == StarRole)
    setStarred(id, value.toBool());
  else if (role == TagsRole)
    setTags(id, value.toStringList());
  else
    return false;
  return true;
}

QHash<int, QByteArray> HistoryModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert(
      {{IdRole, "runId"}, {TitleRole, "title"}, {PromptRole, "prompt"}, {StarRole, "starred"}, {TagsRole, "tags"}});
  return names;
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
  auto flags = QAbstractListModel::flags(index);
  if (!index.isValid()) return flags;
  const auto& run = summary(index.row());
  flags |= Qt::ItemNeverHasChildren;
  if (!isReadOnly(run.id)) flags |= Qt::ItemIsEditable;
  if (!run.video.isEmpty()) flags |= Qt::ItemIsDragEnabled;
  return flags;
}

QStringList HistoryModel::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QMimeData* HistoryModel::mimeData(const QModelIndexList& indexes) const {
  QStringList videos;
  for (const auto& index : indexes)
    if (const auto video = index.data(VideoRole).toString(); !video.isEmpty()) videos << video;
  if (videos.isEmpty()) return nullptr;
  auto* data = mimeDataOf(videos);
  data->setData(kDragged, {});
  return data;
}

bool HistoryModel::isDragged(const QMimeData& data) { return data.hasFormat(kDragged); }

void HistoryModel::load() {
  if (m_isWhole || std::exchange(m_isLoading, true)) return;
  if (!m_readOnly.isEmpty()) {
    beginResetModel();
    std::erase_if(m_runs, [this](const RunSummary& run) { return isReadOnly(run.id); });
    m_readOnly.clear();
    endResetModel();
  }
  m_store->readHistory();
}

void HistoryModel::view(const std::vector<RunSummary>& runs) {
  for (const auto& run : runs) m_readOnly.insert(run.id);
  append(runs);
}

void HistoryModel::append(std::vector<RunSummary> runs) {
  std::erase_if(runs, [this](const RunSummary& run) { return m_early.contains(run.id); });
  if (runs.empty()) return;
  beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(runs.size()) - 1);
  m_runs.insert(m_runs.end(), std::make_move_iterator(runs.begin()), std::make_move_iterator(runs.end()));
  endInsertRows();
}

void HistoryModel::add(const RunRecord& record) {
  if (!m_isWhole) m_early.insert(record.id);
  beginInsertRows({}, 0, 0);
  m_runs.insert(m_runs.begin(), summaryOf(record));
  endInsertRows();
}

template <class Change>
void HistoryModel::change(RunId id, const QList<int>& roles, Change change) {
  const int found = row(id);
  if (found < 0) return;
  change(m_runs[static_cast<std::size_t>(found)]);
  Q_EMIT dataChanged(index(found), index(found), roles);
}

void HistoryModel::setThumbnail(RunId id, const QString& file, int frames) {
  change(id, {ThumbnailFileRole, ThumbnailFramesRole}, [&](RunSummary& run) {
    run.thumbnail = file;
    run.thumbnailFrames = frames;
  });
}

template <class Change>
void HistoryModel::relabel(RunId id, const QList<int>& roles, Change change) {
  if (isReadOnly(id)) return;
  this->change(id, roles, [&](RunSummary& run) {
    change(run);
    m_store->saveLabels({id, run.title, run.starred, run.tags, run.video, run.videoState, run.ssimToReference});
  });
}

void HistoryModel::rename(RunId id, const QString& title) {
  // The prompt itself is not a name: whatever follows the prompt should continue to do so.
  relabel(id, {Qt::DisplayRole, TitleRole},
          [&](RunSummary& run) { run.title = title.trimmed() == run.prompt ? QString() : title.trimmed(); });
}

void HistoryModel::setStarred(RunId id, bool starred) {
  relabel(id, {StarRole}, [&](RunSummary& run) { run.starred = starred; });
}

void HistoryModel::setTags(RunId id, const QStringList& tags) {
  relabel(id, {TagsRole}, [&](RunSummary& run) { run.tags = tagsOf(tags); });
}

void HistoryModel::setVideo(RunId id, const QString& file, const QString& state) {
  relabel(id, {VideoRole}, [&](RunSummary& run) {
    run.video = file;
    run.videoState = state;
  });
}

void HistoryModel::setSsimToReference(RunId id, double ssim) {
  relabel(id, {WordsRole, ReferenceRole, Qt::AccessibleDescriptionRole},
          [&](RunSummary& run) { run.ssimToReference = ssim; });
}

QStringList HistoryModel::tags() const {
  QStringList all;
  for (const auto& run : m_runs) all += run.tags;
  return tagsOf(all);
}

QStringList HistoryModel::pairs() const {
  QSet<QString> names;
  for (const auto& run : m_runs)
    if (!run.pair.isEmpty()) names.insert(run.pair);
  QStringList all(names.begin(), names.end());
  all.sort(Qt::CaseInsensitive);
  return all;
}

void HistoryModel::remove(const std::vector<RunId>& ids) {
  for (const auto id : ids) {
    const int found = row(id);
    if (found < 0 || isReadOnly(id)) continue;
    beginRemoveRows({}, found, found);
    m_runs.erase(m_runs.begin() + found);
    endRemoveRows();
    m_store->remove(id);
  }
}

int HistoryModel::row(RunId id) const {
  const auto found = std::find_if(m_runs.begin(), m_runs.end(), [id](const RunSummary& run) { return run.id == id; });
  return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

std::optional<RunRecord> HistoryModel::record(RunId id) const { return m_store->read(id); }

HistoryFilter::HistoryFilter(HistoryModel* history, QObject* parent)
    : QSortFilterProxyModel(parent), m_history(history) {
  setSourceModel(history);
}

void HistoryFilter::setSearch(const QString& text) {
  m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

void HistoryFilter::setStarredOnly(bool starredOnly) {
  m_starredOnly = starredOnly;
  invalidateFilter();
}

void HistoryFilter::setCriteria(const HistoryCriteria& criteria) {
  m_criteria = criteria;
  invalidateFilter();
}

void HistoryFilter::setHidden(std::vector<RunId> ids) {
  m_hidden = std::move(ids);
  invalidateFilter();
}

bool HistoryFilter::filterAcceptsRow(int row, const QModelIndex&) const {
  const auto& run = m_history->summary(row);
  if (std::find(m_hidden.begin(), m_hidden.end(), run.id) != m_hidden.end()) return false;
  if (m_starredOnly && !run.starred) return false;
  if (!m_criteria.pair.isEmpty() && run.pair != m_criteria.pair) return false;
  // A damaged row has no steps.
  if (m_criteria.schedule && (run.schedule.steps <= 0 || presetOf(run.schedule) != m_criteria.schedule)) return false;
  if (!m_criteria.tag.isEmpty() && !run.tags.contains(m_criteria.tag, Qt::CaseInsensitive)) return false;
  return std::all_of(m_words.begin(), m_words.end(), [&run](const QString& word) {
    return run.prompt.contains(word, Qt::CaseInsensitive) || run.title.contains(word, Qt::CaseInsensitive) ||
           std::any_of(run.tags.begin(), run.tags.end(),
                       [&word](const QString& tag) { return tag.contains(word, Qt::CaseInsensitive); });
  });
}

}  // namespace fb::ui
