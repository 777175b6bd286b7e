// SPDX-License-Identifier: MIT
#include "shell/reference_presenter.h"

#include "flowblend/engine.h"
#include "lab/sweep_runner.h"
#include "runs/history_model.h"
#include "runs/queue_runner.h"
#include "session/engine_host.h"
#include "shell/studio.h"
#include "viewer/settings_diff.h"

#include <QHash>

#include <utility>

namespace fb::ui {
namespace {

bool needsMeasuring(const RunSummary& run) {
  return run.kind == RunKind::Generate && !run.isReference() && !run.ssimToReference;
}

// Clips of the same prompt and seed are few.
QString keyOf(const RunSummary& run) { return QString::number(run.seed) + run.prompt; }

bool haveSameShape(const Clip& a, const Clip& b) {
  return !a.frames.empty() && a.frames.size() == b.frames.size() && a.width() == b.width() && a.height() == b.height();
}

}  // namespace

bool mayBeReferenceOf(const RunSummary& reference, const RunSummary& clip) {
  return reference.isReference() && clip.kind == RunKind::Generate && !clip.isReference() &&
         reference.seed == clip.seed && reference.steps == clip.steps && reference.width == clip.width &&
         reference.height == clip.height && reference.frames == clip.frames && reference.pair == clip.pair &&
         reference.prompt == clip.prompt;
}

// A guard decides who takes the steps of a middle stage, of which a reference has none.
bool isReferenceOf(const RunRecord& reference, const RunRecord& clip) {
  auto staged = reference.request;
  auto& sampling = staged.sampling;
  const auto& asked = clip.request.sampling;
  sampling.schedule = asked.schedule;
  sampling.guard = asked.guard;
  sampling.guardBound = asked.guardBound;
  sampling.guardEvery = asked.guardEvery;
  sampling.guardReturns = asked.guardReturns;
  sampling.guardChange = asked.guardChange;
  sampling.guardSettling = asked.guardSettling;
  return settingsDiff(staged, clip.request).isEmpty();
}

ReferencePresenter::ReferencePresenter(Studio* studio, QObject* parent) : QObject(parent), m_studio(studio) {
  const auto* runner = m_studio->runner();
  connect(runner, &QueueRunner::runFinished, this, [this](const RunRecord& record) { onFinished(record.id); });
  connect(m_studio->history(), &HistoryModel::loaded, this, &ReferencePresenter::findAll);
  connect(&m_meter, &SimilarityMeter::measured, this, &ReferencePresenter::onMeasured);
  connect(m_studio, &Studio::ready, this, &ReferencePresenter::askSoon);
  // The device may be free; but another run may also start in the same turn of the event loop.
  connect(runner, &QueueRunner::runPaused, this, &ReferencePresenter::askSoon);
  connect(runner, &QueueRunner::runFailed, this, &ReferencePresenter::askSoon);
  connect(runner, &QueueRunner::inputsChanged, this, &ReferencePresenter::askSoon);
  connect(runner, &QueueRunner::runRemoved, this, &ReferencePresenter::askSoon);
  connect(m_studio->sweeps(), &SweepRunner::finished, this, &ReferencePresenter::askSoon);
  connect(m_studio->sweeps(), &SweepRunner::paused, this, &ReferencePresenter::askSoon);
  connect(m_studio->sweeps(), &SweepRunner::failed, this, &ReferencePresenter::askSoon);
}

// Either may be finished first.
void ReferencePresenter::onFinished(RunId id) {
  const auto* history = m_studio->history();
  if (const int at = history->row(id); at >= 0) {
    const auto& run = history->summary(at);
    for (int row = 0; row < history->rowCount(); ++row) {
      const auto& other = history->summary(row);
      if (mayBeReferenceOf(other, run)) m_new.push_back({id, other.id});
      if (needsMeasuring(other) && mayBeReferenceOf(run, other)) m_new.push_back({other.id, id});
    }
  }
  askSoon();
}

void ReferencePresenter::findAll() {
  const auto* history = m_studio->history();
  QHash<QString, QList<int>> references;
  for (int row = 0; row < history->rowCount(); ++row)
    if (const auto& run = history->summary(row); run.isReference()) references[keyOf(run)] << row;
  if (references.isEmpty()) return;
  for (int row = 0; row < history->rowCount(); ++row) {
    const auto& run = history->summary(row);
    if (!needsMeasuring(run)) continue;
    for (const int other : references.value(keyOf(run)))
      if (const auto& reference = history->summary(other); mayBeReferenceOf(reference, run))
        m_old.push_back({run.id, reference.id});
  }
  askSoon();
}

// Both are still there, and there is no answer yet.
bool ReferencePresenter::isOpen(const Question& question) const {
  const auto* history = m_studio->history();
  const int clip = history->row(question.clip);
  return clip >= 0 && history->row(question.reference) >= 0 && needsMeasuring(history->summary(clip)) &&
         !history->isReadOnly(question.clip) && !m_asked.contains(question);
}

std::optional<ReferencePresenter::Question> ReferencePresenter::take() {
  const bool isIdle = !m_studio->runner()->runningRun() && !m_studio->sweeps()->isActive();
  auto* line = !m_new.empty() ? &m_new : isIdle && !m_old.empty() ? &m_old : nullptr;
  if (!line) return {};
  const auto question = line->front();
  line->pop_front();
  return question;
}

void ReferencePresenter::askSoon() { QMetaObject::invokeMethod(this, &ReferencePresenter::next, Qt::QueuedConnection); }

// One at a time, so that the window responds in between.
void ReferencePresenter::next() {
  if (m_measured != 0 || !m_studio->isReady()) return;
  if (const auto question = take(); question && !(isOpen(*question) && ask(*question))) askSoon();
}

bool ReferencePresenter::ask(const Question& question) {
  m_asked.insert(question);
  const auto* history = m_studio->history();
  const auto clip = history->record(question.clip), reference = history->record(question.reference);
  if (!clip || !reference || !isReferenceOf(*reference, *clip)) return false;
  m_measured = question.clip;
  m_studio->host()->ask(
      this,
      [clip = clip->request.options.runFolder, reference = reference->request.options.runFolder](Engine& engine) {
        return std::pair(engine.loadRunClip(clip), engine.loadRunClip(reference));
      },
      [this](const std::pair<Result<Clip>, Result<Clip>>& read) {
        if (read.first && read.second && haveSameShape(read.first.value(), read.second.value()))
          return m_meter.measure(read.first.value(), read.second.value());
        m_measured = 0;
        next();
      });
  return true;
}

void ReferencePresenter::onMeasured(const std::vector<FrameSimilarity>& frames) {
  m_studio->history()->setSsimToReference(std::exchange(m_measured, 0), meanSimilarity(frames).ssim);
  next();
}

}  // namespace fb::ui
