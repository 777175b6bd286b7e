// SPDX-License-Identifier: MIT
#include "shell/clip_presenter.h"

#include "runs/history_model.h"
#include "session/engine_host.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"
#include "viewer/preview_panel.h"

#include <utility>

namespace fb::ui {

ClipPresenter::ClipPresenter(Studio* studio, PreviewPanel* preview, StagePanel* stages, QObject* parent)
    : QObject(parent), m_studio(studio), m_preview(preview), m_stages(stages) {
  connect(m_preview, &PreviewPanel::liveRequested, this, [this] {
    if (m_live) watch(m_live->run);
  });
}

void ClipPresenter::watch(RunId run) {
  m_isInUse = true;
  m_isReopened = false;
  m_opened.drop();
  m_watched = run;
  m_stages->showRunCurve();
  if (m_newest && m_newest->run == run) present(*m_newest);
  offerLive();
  Q_EMIT shownChanged();
}

void ClipPresenter::setLive(const std::optional<Live>& live) {
  m_live = live;
  if (m_newest && (!live || live->run != m_newest->run)) m_newest.reset();
  offerLive();
}

void ClipPresenter::offerLive() {
  m_preview->offerLive(m_live && m_live->run != m_watched ? m_live->words : QString());
}

bool ClipPresenter::isWhole() const { return !m_preview->isPreview() && !m_preview->clip().frames.empty(); }

void ClipPresenter::showRun(const RunRecord& record, const Clip& clip) {
  show({clip, record.displayTitle(), record.request, record.id});
  m_stages->showCurve(record.steps);
}

void ClipPresenter::showFile(const Clip& clip, const QString& title, const std::optional<GenerationRequest>& request) {
  show({clip, title, request, 0});
}

void ClipPresenter::showPreview(RunId run, const GenerationRequest& request, int step, const Clip& clip) {
  const double seconds = request.clip.fps > 0 ? request.clip.frames / request.clip.fps : 0;
  m_newest = Preview{run, step, request.totalSteps(), clip, seconds};
  if (run == m_watched) present(*m_newest);
}

void ClipPresenter::present(const Preview& preview) {
  m_preview->showPreview(preview.step, preview.steps, preview.clip, preview.seconds);
  Q_EMIT wholeChanged(isWhole());
}

void ClipPresenter::showAgain() { show(std::exchange(m_shown, {})); }

void ClipPresenter::show(Shown shown) {
  m_isInUse = true;
  m_isReopened = false;
  m_shown = std::move(shown);
  m_watched = m_shown.run;
  offerLive();
  if (m_shown.clip.frames.empty())
    m_preview->clear();
  else
    m_preview->showClip(m_shown.clip, m_shown.title);
  Q_EMIT wholeChanged(isWhole());
  Q_EMIT shownChanged();
}

void ClipPresenter::reopen(RunId id) {
  if (m_isInUse || id == 0) return;
  const auto record = m_studio->history()->record(id);
  if (!record || record->kind != RunKind::Generate) return;
  m_isInUse = true;
  m_studio->host()->ask(
      this, [make = Studio::clipOf(*record)](Engine& engine) { return make(engine, {}); },
      m_opened.ask([this, record = *record](const Outcome<Clip>& clip) {
        if (!clip.done()) return;
        showRun(record, clip.value());
        m_isReopened = true;
        Q_EMIT reopened(record.id);
      }));
}

void ClipPresenter::openRun(RunId id, std::function<void()> then) {
  m_isInUse = true;
  m_studio->openRun(id, this, m_opened.ask([this, then = std::move(then)](const RunRecord& record, const Clip& clip) {
    showRun(record, clip);
    if (then) then();
  }));
}

}  // namespace fb::ui
