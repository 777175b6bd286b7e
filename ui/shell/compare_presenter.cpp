// SPDX-License-Identifier: MIT
#include "shell/compare_presenter.h"

#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "shell/bring_up.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "viewer/compare_view.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace fb::ui {

ComparePresenter::ComparePresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connect(m_parts.studio->runner(), &QueueRunner::runFinished, this,
          [this](const RunRecord& record, const RunResult& result) { onFinished(record, result.clip); });
}

void ComparePresenter::makeView() {
  m_view = new CompareView(m_parts.theme, m_parts.window);
  m_view->setObjectName(QStringLiteral("compareView"));
  m_view->setWindowFlag(Qt::Window);
  m_view->resize(900, 720);
  connect(m_view, &CompareView::pickRequested, this, [this](int side, RunId id) { open(Side(side), id); });
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
  QList<CompareCandidate> offered;
  const auto* history = m_parts.studio->history();
  for (const auto id : candidates()) offered.append({id, history->summary(history->row(id)).displayTitle()});
  m_view->setCandidates(offered);
  bringUp(m_view);
}

void ComparePresenter::show() {
  bringUpView();
  const auto runs = candidates();
  if (runs.empty()) return;
  // The clip that is watched is compared, or else the newest one, with the one before it.
  const auto watched = std::ranges::find(runs, m_parts.clip->watched());
  const auto isOpen = [this](RunId id) { return m_view->clip(Left).id == id || m_view->clip(Right).id == id; };
  const bool isMissing = watched != runs.end() && !isOpen(*watched);
  const auto right = watched != runs.end() ? watched : runs.begin();
  const auto left = right + 1 != runs.end() ? right + 1 : runs.begin();
  if (m_view->clip(Left).clip.frames.empty()) open(Left, *left);
  if (left != right && (isMissing || m_view->clip(Right).clip.frames.empty())) open(Right, *right);
}

void ComparePresenter::compareWith(RunId id) {
  show();
  open(Right, id);
}

void ComparePresenter::open(Side side, RunId id) {
  m_parts.studio->openRun(id, this, m_opened[side].ask([this, side](const RunRecord& record, const Clip& clip) {
    set(side, record, clip);
  }));
}

void ComparePresenter::set(Side side, const RunRecord& record, const Clip& clip) {
  m_opened[side].drop();
  m_view->setClip(side, {record.id, record.displayTitle(), clip, record.request});
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
