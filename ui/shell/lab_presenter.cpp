// SPDX-License-Identifier: MIT
#include "shell/lab_presenter.h"

#include "flowblend/proposal.h"
#include "flowblend/settings.h"
#include "lab/lab_window.h"
#include "lab/sweep_words.h"
#include "session/engine_host.h"
#include "shell/announcer.h"
#include "shell/bring_up.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"
#include "widgets/close_keys.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

namespace fb::ui {
namespace {

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

// Of everything that makes clips differ, so that each pair and each settings have a sweep of their own.
QString fingerprint(const GenerationRequest& request) {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const auto& setting : kSettings) {
    if (!setting.shapesClip || isSetBySweep(setting)) continue;
    hash.addData(text(setting.key).toUtf8() + '=' + QByteArray::fromStdString(settingText(setting.value(request))) +
                 '\n');
  }
  for (const auto& part : {request.pair.large, request.pair.small, request.pair.textEncoder, request.pair.vae})
    hash.addData(QByteArray::fromStdString(part.string()) + '\n');
  constexpr int kDigits = 8;
  return QString::fromLatin1(hash.result().toHex().left(kDigits));
}

// A pair that was built again may have its former name.
bool isSame(const PairSpec& a, const PairSpec& b) {
  return a.name == b.name && a.large.lexically_normal() == b.large.lexically_normal() &&
         a.small.lexically_normal() == b.small.lexically_normal();
}

struct Found {
  SweepScores scores;
  PairSpec pair;
};

std::optional<Found> readScores(const LabChoices& choices) {
  auto results = readSweepResults(choices.folder.toStdString());
  if (!results) return {};
  const auto wanted = samenessMeasureFromString(choices.measure.toStdString()).value_or(SamenessMeasure::Ssim);
  auto scores = scoreSweep(results.value(), measuredOr(results.value(), wanted),
                           samenessFloorFromString(choices.floor.toStdString()));
  if (!scores) return {};
  return Found{std::move(scores).value(), results.value().sweep.base.pair};
}

}  // namespace

LabPresenter::LabPresenter(const Parts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_runner(parts.studio->sweeps()) {
  connect(m_parts.pair, &PairPresenter::changed, this, &LabPresenter::usePair);
  connect(m_parts.request, &RequestPresenter::requestChanged, this, &LabPresenter::refreshBase);
  connect(m_parts.stages, &StagePanel::findRequested, this, &LabPresenter::show);
  const auto showHandles = [this](const StageSchedule& schedule) {
    if (m_lab) m_lab->setHandles(schedule);
  };
  connect(m_parts.stages, &StagePanel::scheduleChanged, this, showHandles);
  connect(m_parts.stages, &StagePanel::scheduleDragged, this, showHandles);
  connect(m_parts.studio, &Studio::ready, this, &LabPresenter::offerUnfinished);
  connectRunner();
}

void LabPresenter::connectRunner() {
  connect(m_runner, &SweepRunner::warning, m_parts.announcer, &Announcer::warn);
  connect(m_runner, &SweepRunner::finished, this, [this] {
    m_parts.settings->setUnfinishedSweep({});
    m_parts.announcer->say([] { return tr("The boundaries are measured."); });
    m_parts.announcer->notifyIfAway(tr("The boundaries are measured."));
    suggest();
    Q_EMIT measured(m_parts.settings->labChoices(m_sweepPair).folder);
  });
  connect(m_runner, &SweepRunner::paused, this, [this] {
    // If the program ends, it is to go on at the next start.
    if (!m_runner->isLeaving()) m_parts.settings->setUnfinishedSweep({});
    suggest();
  });
  connect(m_runner, &SweepRunner::failed, this, [this](const QString&, const Error& error) {
    m_parts.settings->setUnfinishedSweep({});
    m_parts.announcer->tellError([] { return tr("Finding boundaries"); }, error);
    m_parts.announcer->notifyIfAway(tr("The boundaries could not be measured."));
    suggest();
  });
}

QString LabPresenter::pairName() const { return QString::fromStdString(m_parts.pair->pair().name); }

QString LabPresenter::defaultFolder(const GenerationRequest& request) const {
  auto name = QString::fromStdString(request.pair.name).left(40).toLower();
  name.replace(QRegularExpression(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption),
               QStringLiteral("-"));
  if (name.endsWith(QLatin1Char('-'))) name.chop(1);
  return QDir::cleanPath(QDir(m_parts.settings->runsFolder())
                             .absoluteFilePath(QStringLiteral("../sweeps/%1-%2").arg(name, fingerprint(request))));
}

void LabPresenter::makeWindow() {
  m_lab = new LabWindow(m_parts.theme, m_parts.studio->host(), m_runner, m_parts.window);
  m_lab->resize(fittingSize(m_parts.window, QSize(1080, 800)));
  closeByKeys(m_lab);
  connect(m_lab, &LabWindow::startRequested, this, &LabPresenter::start);
  connect(m_lab, &LabWindow::pauseRequested, m_runner, &SweepRunner::pause);
  connect(m_lab, &LabWindow::choicesChanged, this, &LabPresenter::keep);
  connect(m_lab, &LabWindow::boundariesChosen, this, [this](double early, double late, bool merges) {
    m_parts.stages->applyBoundaries(early, late, tr("Choose measured boundaries", "undo"), merges);
  });
  auto* settings = m_parts.settings;
  m_lab->form()->setWeights(settings->perceptualWeights());
  connect(m_lab->form(), &SweepForm::weightsEdited, settings, &Settings::setPerceptualWeights);
  usePair();
}

void LabPresenter::show() {
  if (!m_lab) makeWindow();
  refreshBase(m_parts.request->request());
  bringUp(m_lab);
}

void LabPresenter::usePair() {
  suggest();
  if (!m_lab) return;
  refreshBase(m_parts.request->request());
  m_lab->setChoices(m_parts.settings->labChoices(pairName()));
}

void LabPresenter::refreshBase(const GenerationRequest& request) {
  if (!m_lab || request.pair.large.empty()) return;
  m_lab->setBase(request, defaultFolder(request));
  m_lab->setHandles(m_parts.stages->next());
}

void LabPresenter::start(const SweepOrder& order) {
  if (m_runner->isActive()) return;
  m_sweepPair = QString::fromStdString(order.sweep.base.pair.name);
  auto choices = m_parts.settings->labChoices(m_sweepPair);
  choices.folder = order.folder;
  m_parts.settings->setLabChoices(m_sweepPair, choices);
  m_parts.settings->setUnfinishedSweep(order.folder);
  if (m_lab && m_sweepPair == pairName()) m_lab->setChoices(choices);
  m_runner->start(order);
}

void LabPresenter::keep(const LabChoices& choices) {
  m_parts.settings->setLabChoices(pairName(), choices);
  suggest();
  Q_EMIT choicesKept();
}

// What the pair's last sweep proposes.
void LabPresenter::suggest() {
  m_suggested.drop();
  const auto choices = m_parts.settings->labChoices(pairName());
  if (choices.folder.isEmpty()) return m_parts.stages->setMeasured({});
  m_parts.studio->host()->ask(
      this, [choices](Engine&) { return readScores(choices); },
      m_suggested.ask([this, choices](const std::optional<Found>& found) {
        if (!found || !isSame(found->pair, m_parts.pair->pair())) return m_parts.stages->setMeasured({});
        const auto& scores = found->scores;
        const auto& score = scores.of(candidateOf(propose(scores, choices.sameness), proposalRuleFrom(choices.rule)));
        m_parts.stages->setMeasured(StagePanel::Measured{score.candidate.early, score.candidate.late, scores.steps,
                                                         score.cost, scores.sameness(score)});
      }));
}

// The settings of a sweep, with the window's prompt, seed and boundaries; it continues only with these.
void LabPresenter::takeOver(GenerationRequest base) {
  const auto shown = m_parts.request->request();
  if (base.pair.name == shown.pair.name && fingerprint(base) == fingerprint(shown)) return;
  base.clip.prompt = shown.clip.prompt;
  base.sampling.seed = shown.sampling.seed;
  base.sampling.schedule.early = shown.sampling.schedule.early;
  base.sampling.schedule.late = shown.sampling.schedule.late;
  m_parts.request->takeOver(base);
}

// The program ended, or was ended, while it ran.
void LabPresenter::offerUnfinished() {
  const auto folder = m_parts.settings->unfinishedSweep();
  if (folder.isEmpty()) return;
  m_parts.studio->host()->ask(
      this, [folder = folder.toStdString()](Engine&) { return storedSweep(folder); },
      m_unfinished.ask([this, folder](const Result<Sweep>& sweep) {
        if (!sweep) {
          m_parts.settings->setUnfinishedSweep({});
          return m_parts.announcer->tellError([] { return tr("Finding boundaries"); }, sweep.error());
        }
        m_parts.announcer->offer([] { return tr("Finding boundaries was interrupted. Everything measured is kept."); },
                                 [] { return tr("Continue"); },
                                 [this, folder, base = sweep.value().base] {
                                   takeOver(base);
                                   show();
                                   m_lab->continueWhenPlanned(folder);
                                 });
      }));
}

}  // namespace fb::ui
