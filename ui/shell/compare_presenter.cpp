// SPDX-License-Identifier: MIT
#include "shell/compare_presenter.h"

#include "plots/plot_math.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "shell/bring_up.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/reference_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "text/clip_names.h"
#include "viewer/compare_view.h"
#include "viewer/comparison_sheet.h"
#include "widgets/close_keys.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace fb::ui {
namespace {

constexpr qsizetype kThumbnails = 60;  // of the newest candidates

}  // namespace

ComparePresenter::ComparePresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connect(m_parts.studio->runner(), &QueueRunner::runFinished, this,
          [this](const RunRecord& record, const RunResult& result) { onFinished(record, result.clip); });
  // A clip that is gone cannot be chosen any more.
  connect(m_parts.studio->history(), &QAbstractItemModel::rowsRemoved, this, [this] {
    if (m_view) offer();
  });
  connect(m_parts.studio->history(), &QAbstractItemModel::dataChanged, this,
          [this](const QModelIndex&, const QModelIndex&, const QList<int>& roles) {
            if (roles.contains(HistoryModel::WordsRole) && m_view && m_view->isVisible()) offer();
          });
  connect(&m_thumbnails, &Thumbnails::loaded, this, [this](const QString& file) {
    if (const auto id = m_wanted.take(file)) showThumbnail(id);
  });
}

void ComparePresenter::makeView() {
  m_view = new CompareView(m_parts.theme, m_parts.window);
  m_view->setObjectName(QStringLiteral("compareView"));
  m_view->setWindowFlag(Qt::Window);
  closeByKeys(m_view);
  // Wide enough for two clips with what they cost, on most screens; no smaller than the smallest screen has room for,
  // as its texts would be cut.
  constexpr QSize kLeast(1008, 592);
  m_view->resize(fittingSize(m_view, QSize(1120, 760)).expandedTo(kLeast));
  connect(m_view, &CompareView::pickRequested, this, &ComparePresenter::open);
  connect(m_view, &CompareView::exportRequested, this, &ComparePresenter::exportAll);
  connect(m_view, &CompareView::largeOnlyRequested, this, &ComparePresenter::compareWithLargeOnly);
}

std::vector<RunId> ComparePresenter::candidates() const {
  std::vector<RunId> runs;
  const auto* history = m_parts.studio->history();
  for (int row = 0; row < history->rowCount(); ++row)
    if (const auto& run = history->summary(row); run.kind == RunKind::Generate) runs.push_back(run.id);
  return runs;
}

void ComparePresenter::bringUpView() {
  if (!m_view) makeView();
  m_view->setWindowTitle(tr("Compare"));
  offer();
  bringUp(m_view);
}

void ComparePresenter::offer() {
  QList<CompareCandidate> offered;
  const auto* history = m_parts.studio->history();
  for (const auto id : candidates()) {
    const auto index = history->index(history->row(id));
    offered.append(
        {id, index.data(HistoryModel::TitleRole).toString(), index.data(HistoryModel::WordsRole).toString()});
  }
  m_view->setCandidates(offered);
  for (qsizetype i = 0; i < std::min(offered.size(), kThumbnails); ++i) showThumbnail(offered[i].id);
}

void ComparePresenter::showThumbnail(RunId id) {
  const int row = m_parts.studio->history()->row(id);
  if (row < 0) return;
  const auto& run = m_parts.studio->history()->summary(row);
  const auto image = m_thumbnails.frame(run.thumbnail, run.thumbnailFrames, 0);
  if (image.isNull())
    m_wanted[run.thumbnail] = id;
  else
    m_view->setThumbnail(id, image);
}

void ComparePresenter::show() {
  bringUpView();
  const auto runs = candidates();
  if (runs.empty()) return;
  // The clip that is watched is compared, or else the newest one, with the one before it or, if there is none, after
  // it. The newer one is on the right.
  const auto watched = std::ranges::find(runs, m_parts.clip->watched());
  const auto isOpen = [this](RunId id) { return m_view->clip(Left).id == id || m_view->clip(Right).id == id; };
  const bool isMissing = watched != runs.end() && !isOpen(*watched);
  auto right = watched != runs.end() ? watched : runs.begin();
  auto left = right + 1;
  if (left == runs.end()) left = right;
  if (left == right && right != runs.begin()) --right;
  const auto isWanted = [&](Side side, auto run) {
    return m_view->clip(side).clip.frames.empty() || (isMissing && run == watched);
  };
  if (isWanted(Left, left)) open(Left, *left);
  if (left != right && isWanted(Right, right)) open(Right, *right);
}

void ComparePresenter::compareWith(RunId id) {
  show();
  if (const auto other = counterpart(id)) open(Left, other);
  open(Right, id);
}

RunId ComparePresenter::counterpart(RunId id) const {
  const auto* history = m_parts.studio->history();
  const int row = history->row(id);
  if (row < 0) return 0;
  const auto& run = history->summary(row);
  const bool isReference = run.isReference();
  std::optional<RunRecord> whole;
  for (const auto other : candidates()) {
    const auto& candidate = history->summary(history->row(other));
    if (isReference ? !mayBeReferenceOf(run, candidate) : !mayBeReferenceOf(candidate, run)) continue;
    if (!whole) whole = history->record(id);
    const auto record = history->record(other);
    if (!whole || !record) continue;
    if (isReference ? isReferenceOf(*whole, *record) : isReferenceOf(*record, *whole)) return other;
  }
  return 0;
}

void ComparePresenter::compareMany(const std::vector<RunId>& ids) {
  bringUpView();
  m_view->setSides(static_cast<int>(ids.size()));
  for (int side = 0; side < std::min(static_cast<int>(ids.size()), kMostSides); ++side)
    open(side, ids[static_cast<std::size_t>(side)]);
}

void ComparePresenter::open(int side, RunId id) {
  auto& opened = m_opened[static_cast<std::size_t>(side)];
  m_parts.studio->openRun(id, this, opened.ask([this, side](const RunRecord& record, const Clip& clip) {
    // The side may have been removed in the meantime.
    if (side < m_view->sides()) set(side, record, clip);
  }));
}

void ComparePresenter::set(int side, const RunRecord& record, const Clip& clip) {
  m_opened[static_cast<std::size_t>(side)].drop();
  const auto* history = m_parts.studio->history();
  const auto words = history->index(history->row(record.id)).data(HistoryModel::WordsRole).toString();
  m_view->setClip(side, {record.id, record.displayTitle(), clip, record.request, words, record.secondsSpent});
  askForSaving(side, record);
}

// Of the clip: comparing the models while it was made changes nothing of it. What a cache saved is not known
// beforehand, and a branch has no run of the large model alone to be compared with.
void ComparePresenter::askForSaving(int side, const RunRecord& record) {
  const auto& request = record.request;
  if (request.options.branchAt > 0 || request.sampling.cache != CacheRule::None) return;
  m_parts.studio->host()->ask(
      this, [request](Engine& engine) { return engine.estimateCost(request); },
      [this, side, id = record.id, schedule = request.sampling.schedule](const Result<CostEstimate>& cost) {
        if (cost) m_view->setSaving(side, id, savingOf(schedule, schedule, cost.value()));
      });
}

void ComparePresenter::exportAll() {
  const auto parts = m_view->parts();
  if (parts.empty()) return;
  const auto sheet = std::make_shared<const ComparisonSheet>(parts);
  QStringList labels;
  for (const auto& part : parts) labels << part.label;
  ExportSource source;
  source.title = tr("Comparison of %n clip(s)", nullptr, static_cast<int>(parts.size()));
  source.words = labels.join(QStringLiteral(" | "));
  source.clip = {sheet->shape().fps, {sheet->frame(0)}};
  source.madeShape = sheet->shape();
  source.make = [sheet](Engine&, const std::stop_token& stop) { return sheet->clip(stop); };
  const auto& first = m_view->clip(Left);
  source.baseName = shortFileName(first.request ? QString::fromStdString(first.request->clip.prompt) : first.title) +
                    QStringLiteral("-comparison");
  Q_EMIT exportRequested(source);
}

void ComparePresenter::compareWithLargeOnly() {
  if (!m_parts.studio->isReady()) return;
  // What is compared is A if the comparison is open, otherwise the clip that is watched, otherwise what Generate would
  // run.
  const auto* left = m_view && m_view->isVisible() && m_view->clip(Left).request ? &m_view->clip(Left) : nullptr;
  const auto* running = m_parts.studio->queue()->find(m_parts.clip->watched());
  const auto& shown = m_parts.clip->shown();
  const auto now = running ? std::optional(running->request) : shown.request;
  // Not the rest of another clip, but the large model's own.
  auto asked = withoutBranch(left ? *left->request : now.value_or(m_parts.request->request()));
  // A clip file knows its pair only by name.
  if (asked.pair.large.empty()) asked.pair = m_parts.pair->pair();
  asked.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, asked.sampling.schedule.steps);
  const auto id = m_parts.studio->runner()->enqueue(
      asked, RunKind::Generate, tr("%1 (large only)").arg(QString::fromStdString(asked.clip.prompt)));
  m_awaited = {id, left ? left->id : now ? m_parts.clip->watched() : 0};
}

void ComparePresenter::onFinished(const RunRecord& record, const Clip& clip) {
  if (record.id != m_awaited.largeOnly) return;
  const auto other = std::exchange(m_awaited, {}).other;
  // If the user has moved on, they are not interrupted.
  if (other == 0 || !(m_parts.window->isActiveWindow() || (m_view && m_view->isVisible()))) return;
  show();
  open(Left, other);
  set(Right, record, clip);
}

}  // namespace fb::ui
