// SPDX-License-Identifier: MIT
#include "shell/history_presenter.h"

#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/compare_presenter.h"
#include "shell/export_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"

namespace fb::ui {

HistoryPresenter::HistoryPresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  auto* panel = m_parts.panel;
  connect(panel, &HistoryPanel::loadRequested, this, &HistoryPresenter::load);
  connect(panel, &HistoryPanel::openRequested, m_parts.clip, [this](RunId id) { m_parts.clip->openRun(id); });
  connect(m_parts.clip, &ClipPresenter::reopened, panel, &HistoryPanel::select);
  connect(panel, &HistoryPanel::exportRequested, this, &HistoryPresenter::exportRun);
  connect(panel, &HistoryPanel::exportManyRequested, m_parts.exporter, &ExportPresenter::exportRuns);
  connect(panel, &HistoryPanel::rerunRequested, this, &HistoryPresenter::rerun);
  connect(panel, &HistoryPanel::compareRequested, m_parts.compare, &ComparePresenter::compareWith);
  connect(panel, &HistoryPanel::compareManyRequested, m_parts.compare, &ComparePresenter::compareMany);
  connect(panel, &HistoryPanel::deleteRequested, m_parts.studio, &Studio::deleteRuns);
}

void HistoryPresenter::load(RunId id) {
  const auto run = m_parts.studio->history()->record(id);
  if (!run) return;
  m_parts.request->takeOver(run->request);
  if (run->kind == RunKind::Probe)
    m_parts.stages->addProbe(run->steps);
  else
    m_parts.clip->openRun(id);
  m_parts.announcer->say(tr("Settings loaded, with the seed locked: unlock it for another clip."));
}

void HistoryPresenter::exportRun(RunId id) {
  m_parts.clip->openRun(id, [this] { m_parts.exporter->exportShown(); });
}

void HistoryPresenter::rerun(RunId id) {
  const auto run = m_parts.studio->history()->record(id);
  if (!run) return;
  m_parts.request->takeOver(run->request);
  m_parts.stages->showCurve(run->steps);
  m_parts.stages->setFocus();
  m_parts.announcer->say([] { return tr("Drag the stage boundaries and press Generate."); });
}

}  // namespace fb::ui
