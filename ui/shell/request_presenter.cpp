// SPDX-License-Identifier: MIT
#include "shell/request_presenter.h"

#include "flowblend/calibration.h"
#include "flowblend/engine.h"
#include "prompt/prompt_panel.h"
#include "runs/queue_model.h"
#include "session/engine_host.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/compose_request.h"
#include "shell/pair_presenter.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"

#include <QFileInfo>
#include <QUndoStack>

#include <algorithm>
#include <chrono>
#include <utility>

namespace fb::ui {
namespace {

// Models of the request that its cache needs measured.
struct MissingCalibration {
  GenerationRequest request;  // that measures them
  CalibrationCost cost;
};

// Absent if none is missing, or if something else is in the way of the request.
std::optional<MissingCalibration> missingCalibration(Engine& engine, const GenerationRequest& request) {
  const auto models = engine.uncalibratedModels(request);
  if (!models || models.value().empty()) return {};
  auto uncached = withoutBranch(request);
  uncached.sampling.cache = CacheRule::None;
  if (!engine.validate(uncached).empty()) return {};
  const auto plan = engine.planMemory(uncached);
  if (!plan || !plan.value().fits()) return {};
  auto rest = calibrationFor(request, models.value());
  const auto cost = calibrationCost(engine, rest);
  return cost ? std::optional(MissingCalibration{std::move(rest), cost.value()}) : std::nullopt;
}

}  // namespace

RequestPresenter::RequestPresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  // Before a pair's defaults are loaded and saved in its place.
  if (auto last = requestFromJson(m_parts.settings->lastRequest().toStdString()))
    m_lastRequest = LastRequest{std::move(last).value(), m_parts.settings->lastSeedFixed()};
  m_ask.setSingleShot(true);
  m_ask.setInterval(std::chrono::milliseconds(150));
  connect(&m_ask, &QTimer::timeout, this, &RequestPresenter::askEngine);
  connect(m_parts.pair, &PairPresenter::changed, this, &RequestPresenter::usePair);
  connect(m_parts.pair, &PairPresenter::aboutToChoose, this, [this] { m_lastRequest.reset(); });
  connectPanels();
}

void RequestPresenter::connectPanels() {
  const auto askSoon = qOverload<>(&QTimer::start);
  connect(m_parts.prompt, &PromptPanel::requestChanged, &m_ask, askSoon);
  connect(m_parts.stages, &StagePanel::scheduleChanged, &m_ask, askSoon);
  connect(m_parts.settings, &Settings::deviceChanged, &m_ask, askSoon);
  connect(m_parts.settings, &Settings::dtypeChanged, &m_ask, askSoon);
  connect(m_parts.settings, &Settings::linearPrecisionChanged, &m_ask, askSoon);
  connect(m_parts.settings, &Settings::decodePrecisionChanged, &m_ask, askSoon);
  connect(m_parts.settings, &Settings::memoryBudgetChanged, &m_ask, askSoon);
  connect(m_parts.settings, &Settings::previewChanged, &m_ask, askSoon);
  connect(m_parts.prompt, &PromptPanel::calibrateRequested, this,
          [this] { Q_EMIT calibrationRequested(m_calibration); });
  connect(m_parts.prompt, &PromptPanel::stepsChanged, m_parts.stages, &StagePanel::setSteps);
  connect(m_parts.prompt, &PromptPanel::boundariesChosen, this, [this](double early, double late) {
    m_parts.stages->applyBoundaries(early, late, tr("Choose a preset", "undo"), false);
  });
  connect(m_parts.prompt, &PromptPanel::lorasOffered, this, &RequestPresenter::addLoras);
  connect(m_parts.prompt, &PromptPanel::promptEdited, this, &RequestPresenter::countTokens);
}

GenerationRequest RequestPresenter::request() const {
  auto composed = composeRequest(*m_parts.prompt, *m_parts.stages, *m_parts.settings, m_parts.pair->pair());
  if (m_branch) {
    composed.options.branchFrom = m_branch->folder;
    composed.options.branchAt = m_branch->step;
  }
  return composed;
}

GenerationRequest RequestPresenter::requestToRun() {
  // A branch has the seed of the steps that it takes over.
  if (!m_branch) m_parts.prompt->rollSeedIfRandom();
  auto run = request();
  rememberPrompt(run);
  return run;
}

void RequestPresenter::rememberPrompt(const GenerationRequest& request) {
  m_parts.settings->addRecentPrompt(QString::fromStdString(request.clip.prompt));
}

void RequestPresenter::usePair(const PairSpec& pair) {
  const auto defaults = defaultRequest(pair);
  setBranch({});
  m_parts.prompt->setPair(pair, m_parts.pair->isBuiltIn());
  m_parts.stages->clearProbes();
  m_parts.stages->setPresetBoundaries(pair.defaults.sampling.schedule.early, pair.defaults.sampling.schedule.late);
  m_parts.stages->setSchedule(defaults.sampling.schedule);
  m_parts.undo->clear();
  countTokens(QString::fromStdString(defaults.clip.prompt));
  askEngine();
  takeUpLastRequest();
}

void RequestPresenter::takeUpLastRequest() {
  // Its pair may still be loading.
  if (!m_lastRequest || !m_parts.pair->has(m_lastRequest->request.pair.name)) return;
  const auto last = std::exchange(m_lastRequest, {});
  takeOver(last->request, last->seedIsFixed);
}

void RequestPresenter::setBranch(const std::optional<Branch>& branch) {
  m_branch = branch;
  Q_EMIT branchChanged();
}

void RequestPresenter::takeOver(const GenerationRequest& taken, bool seedIsFixed) {
  m_parts.pair->useNamed(taken.pair.name);
  const auto& pair = m_parts.pair->pair();
  if (taken.pair.name != pair.name)
    m_parts.announcer->warn([with = QString::fromStdString(taken.pair.name), now = QString::fromStdString(pair.name)] {
      return tr("These settings were made with the pair \"%1\", which is not available. They are shown for \"%2\".")
          .arg(with, now);
    });
  m_parts.prompt->setRequest(taken, seedIsFixed);
  m_parts.stages->setSchedule(taken.sampling.schedule);
  m_parts.stages->showNext();
  const auto& options = taken.options;
  setBranch(options.branchFrom.empty() ? std::nullopt : std::optional(Branch{options.branchFrom, options.branchAt}));
  countTokens(QString::fromStdString(taken.clip.prompt));
  m_ask.start();
}

void RequestPresenter::remember() {
  if (!m_ask.isActive() || m_parts.pair->pair().large.empty()) return;
  m_ask.stop();
  store(request());
}

void RequestPresenter::store(const GenerationRequest& request) {
  m_parts.settings->setLastRequest(QByteArray::fromStdString(toJson(request)));
  m_parts.settings->setLastSeedFixed(m_parts.prompt->seedIsFixed());
}

// For the same models: the prompt does not matter.
bool RequestPresenter::isCalibrationQueued(const GenerationRequest& request) const {
  const auto* queue = m_parts.studio->queue();
  for (int row = 0; row < queue->rowCount(); ++row) {
    const auto& run = queue->at(row);
    const bool isUnderWay = run.state == RunState::Waiting || run.state == RunState::Running;
    if (run.kind == RunKind::Calibrate && isUnderWay && run.request.pair == request.pair &&
        run.request.sampling.loras == request.sampling.loras)
      return true;
  }
  return false;
}

void RequestPresenter::askEngine() {
  if (m_parts.pair->pair().large.empty()) return;
  const auto asked = request();
  m_parts.prompt->setSchedule(asked.sampling.schedule);
  auto* host = m_parts.studio->host();
  host->ask(
      this, [asked](Engine& engine) { return engine.estimateCost(asked); },
      m_cost.ask([this, schedule = asked.sampling.schedule](const Result<CostEstimate>& cost) {
        m_parts.stages->setCost(cost ? std::optional(cost.value()) : std::nullopt, schedule);
      }));
  struct Answer {
    std::vector<std::string> problems;
    std::vector<LoraReport> loras;
    std::optional<MemoryPlan> plan;  // of a request that is valid
    std::optional<MissingCalibration> calibration;
  };
  host->ask(
      this,
      [asked](Engine& engine) {
        Answer answer{engine.validate(asked), {}, {}, {}};
        answer.calibration = missingCalibration(engine, asked);
        if (auto loras = engine.checkLoras(asked)) answer.loras = std::move(loras).value();
        if (!answer.problems.empty()) return answer;
        if (const auto plan = engine.planMemory(asked)) answer.plan = plan.value();
        if (answer.plan && !answer.plan->fits()) answer.problems.push_back(answer.plan->problem);
        return answer;
      },
      m_problems.ask([this, asked](const Answer& answer) {
        QStringList sentences;
        for (const auto& problem : answer.problems) sentences << QString::fromStdString(problem);
        m_parts.prompt->setProblems(sentences);
        const auto& missing = answer.calibration;
        if (missing) m_calibration = missing->request;
        m_parts.prompt->offerCalibration(missing ? std::optional(missing->cost) : std::nullopt,
                                         missing && isCalibrationQueued(asked));
        m_parts.prompt->setLoraReports(answer.loras);
        m_parts.status->setMemoryPlan(answer.plan);
        if (answer.plan) compareIfTheyFit(*answer.plan);
      }));
  store(asked);
  Q_EMIT requestChanged(asked);
}

// Blocks that are streamed for a model's own steps would be streamed for each comparison as well.
void RequestPresenter::compareIfTheyFit(const MemoryPlan& plan) {
  const auto isSmall = [](const MemoryPlan::Part& part) { return part.name == "small model"; };
  const auto small = std::ranges::find_if(plan.parts, isSmall);
  if (small == plan.parts.end()) return;
  m_parts.settings->setProbeDefault(small->place == MemoryPlan::Place::Device ? ProbePolicy::Large : ProbePolicy::None);
}

void RequestPresenter::addLoras(const QStringList& files) {
  for (const auto& file : files) addLora(file);
}

void RequestPresenter::addLora(const QString& file) {
  auto asked = request();
  const std::filesystem::path path = file.toStdString();
  asked.sampling.loras = {{path, 1, LoraTarget::Large}, {path, 1, LoraTarget::Small}};
  struct Answer {
    Result<ComponentInfo> info;
    Result<std::vector<LoraReport>> reports;
  };
  m_parts.studio->host()->ask(
      this,
      [asked, path](Engine& engine) {
        return Answer{engine.inspectComponent(path), engine.checkLoras(asked)};
      },
      [this, path, name = QFileInfo(file).fileName()](const Answer& answer) {
        if (!answer.info) return m_parts.announcer->tellError(name, answer.info.error());
        if (answer.info.value().kind.name() != "LoRA")
          return m_parts.announcer->warn([name, kind = QString::fromStdString(answer.info.value().kind.name())] {
            return tr("%1 is not a LoRA but a %2. Models are part of a pair.").arg(name, kind);
          });
        const bool isForSmall = answer.reports && answer.reports.value().size() == 2 &&
                                !answer.reports.value()[0].problem.empty() && answer.reports.value()[1].problem.empty();
        const Lora added{path, 1, isForSmall ? LoraTarget::Small : LoraTarget::Large};
        const auto isSame = [&added](const Lora& lora) {
          return lora.file == added.file && lora.target == added.target;
        };
        // It may be meant so, but a file that is dropped twice is more often a slip.
        if (std::ranges::any_of(request().sampling.loras, isSame))
          m_parts.announcer->say(
              [name] { return tr("%1 is in the list more than once; its strengths add up.").arg(name); });
        m_parts.prompt->addLora(added);
      });
}

void RequestPresenter::countTokens(const QString& prompt) {
  m_parts.studio->host()->ask(
      this,
      [pair = m_parts.pair->pair(), text = prompt.toStdString()](Engine& engine) {
        return engine.countTokens(pair, text);
      },
      m_tokens.ask([this](const Result<int>& tokens) {
        if (tokens) m_parts.prompt->setTokenCount(tokens.value());
      }));
}

}  // namespace fb::ui
