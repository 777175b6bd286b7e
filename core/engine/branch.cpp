// SPDX-License-Identifier: MIT
#include "engine/branch.h"

#include "base/absolute_paths.h"
#include "base/failure.h"
#include "engine/family.h"
#include "engine/magnitudes.h"
#include "engine/pairs.h"
#include "flowblend/counted.h"
#include "flowblend/settings.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

namespace fb::engine {
namespace {

// Settings whose change cannot undo the steps taken before it.
bool maySwitch(const Setting& setting) {
  static const SettingMember members[] = {&SamplingSettings::solver, &SamplingSettings::history,
                                          &SamplingSettings::guidance, &SamplingSettings::guidanceSmall,
                                          &RunOptions::linearPrecision};
  return std::ranges::find(members, setting.member) != std::end(members);
}

// The stages and what a guard decided are compared step by step, the dtype by where the runs take place.
bool isComparedElsewhere(const Setting& setting) {
  static const SettingMember members[] = {&StageSchedule::early,
                                          &StageSchedule::late,
                                          &StageSchedule::middleSteps,
                                          &SamplingSettings::guard,
                                          &SamplingSettings::guardBound,
                                          &SamplingSettings::guardEvery,
                                          &SamplingSettings::guardReturns,
                                          &SamplingSettings::guardChange,
                                          &SamplingSettings::guardSettling,
                                          &RunOptions::dtype,
                                          &RunOptions::decodePrecision};
  return std::ranges::find(members, setting.member) != std::end(members);
}

// The levels that follow from them are compared instead if one of the runs gives its own.
bool setsLevels(const Setting& setting) {
  static const SettingMember members[] = {&SamplingSettings::sigmas, &SamplingSettings::shift};
  return std::ranges::find(members, setting.member) != std::end(members);
}

// A threshold without a cache has no effect, nor a limit without MagCache or retention steps without TeaCache.
bool hasEffect(const Setting& setting, const GenerationRequest& request) {
  const auto cache = request.sampling.cache;
  if (setting.member == SettingMember(&SamplingSettings::cacheThreshold)) return cache != CacheRule::None;
  if (setting.member == SettingMember(&SamplingSettings::cacheRetention)) return cache == CacheRule::TeaCache;
  return setting.member != SettingMember(&SamplingSettings::cacheReuseLimit) || cache == CacheRule::MagCache;
}

bool givesLevels(const GenerationRequest& request) { return !request.sampling.sigmas.empty(); }

// How many intervals of the two runs, which have equally many, begin and end at the same noise levels.
int intervalsInCommon(GenerationRequest parent, const GenerationRequest& request) {
  const auto& family = familyOf(request.pair.family);
  // The solver may change where a run branches off.
  parent.sampling.solver = request.sampling.solver;
  const auto then = family.noiseLevels(parent), now = family.noiseLevels(request);
  const auto steps = now.timesteps.size();
  std::size_t same = 0;
  while (same < steps && then.timesteps[same] == now.timesteps[same] && then.sigmas[same] == now.sigmas[same] &&
         then.sigmas[same + 1] == now.sigmas[same + 1])
    ++same;
  return static_cast<int>(same);
}

// Everything of the pair that shapes the trajectory beside its files.
PairSpec rulesOf(PairSpec pair) {
  pair.name.clear();
  pair.defaults = {};
  pair.previewFactors.clear();
  pair.previewBias = {};
  pair.largeMagCache = pair.smallMagCache = {};  // compared for the models of the shared steps
  for (const auto& part : kPairParts) (pair.*part.member).clear();
  return pair;
}

// Its images and LoRAs as they are used; where their files are does not matter, and their content is compared itself.
GenerationRequest withoutPlaces(GenerationRequest request) {
  for (auto& image : request.clip.images) image.file.clear();
  for (auto& lora : request.sampling.loras) lora.file.clear();
  return request;
}

// Whether it matters in which stage the large model takes a step.
bool dependsOnStages(const SamplingSettings& sampling) {
  return sampling.cache != CacheRule::None || sampling.guard != GuardRule::None ||
         std::ranges::any_of(sampling.loras, [](const Lora& lora) {
           return lora.target == LoraTarget::Early || lora.target == LoraTarget::Late;
         });
}

// Whether the guard would have done with the next step of its stage what the report says. stored: of the run that took
// it.
bool isAsGuarded(const Guard& guard, const StepReport& report, const GuardPlan& plan, GuardRule stored) {
  const auto next = guard.next();
  if (next.model != report.model || next.isCheck != (report.check != GuardCheck::None)) return false;
  // Only a run under this rule compares its steps, and keeps what the next one is compared with.
  if (plan.comparesSteps()) {
    const auto known = guard.foreseen(true);
    return stored == plan.rule && known.change.has_value() == report.change.has_value() &&
           known.velocityChange.has_value() == report.velocityChange.has_value() &&
           known.settling.has_value() == report.settling.has_value();
  }
  return !next.isCheck || sampling::checked(report.divergence, plan.bound) == report.check;
}

// Whether the request's stages and guard would have given the steps to the same models. stored: as above.
bool wouldTake(const SamplingSettings& sampling, const std::vector<StepReport>& reports, GuardRule stored) {
  const auto& stages = sampling.schedule;
  const auto plan = guardPlanOf(sampling);
  Guard guard(plan);
  return std::ranges::all_of(reports, [&](const StepReport& report) {
    if (report.step >= stages.steps) return true;
    if (stages.stepEnd(report.step) != report.end) return false;
    if (sampling.guard == GuardRule::None || sampling::stageOf(stages, report.step) != sampling::Stage::Middle)
      return stages.modelAt(report.step) == report.model;
    const bool isSame = isAsGuarded(guard, report, plan, stored);
    guard.add(report);
    return isSame;
  });
}

std::string_view keyOf(Model model) { return model == Model::Large ? "large" : "small"; }

class Branching {
public:
  explicit Branching(const GenerationRequest& request)
      : m_request(request),
        m_folder(request.options.branchFrom),
        m_parent(parentIn(m_folder)),
        m_parentInputs(m_folder.loadInputs()) {}

  const std::optional<RunInputs>& parentInputs() const { return m_parentInputs; }
  bool hasText() const { return m_folder.hasText(); }
  RunFolder::Steps stepsBefore(int step) const { return m_folder.loadSteps(step); }

  struct Found {
    int step = 0;
    std::vector<std::string> differences;  // before it
  };
  // inputs: the request's.
  Found find(const RunInputs& inputs) {
    m_inputs = inputs;
    requireSameRun();
    const int named = m_request.options.branchAt;
    auto steps = m_folder.keptSteps();
    if (named > 0 && std::ranges::find(steps, named) == steps.end()) refuseStep(named, steps);
    if (named > 0) steps = {named};
    std::string reason = "it stored no state to branch from";
    const int all = m_request.sampling.schedule.steps;
    const int inCommon = givesLevels(m_parent) || givesLevels(m_request) ? intervalsInCommon(m_parent, m_request) : all;
    for (const int step : steps) {
      if (std::min(step, all) > inCommon) {
        if (named > 0)
          fail(ErrorKind::Invalid,
               "cannot branch from {} after step {}: the noise levels of the two runs are the same for {} only", path(),
               named, counted(inCommon, "step"));
        reason = fmt::format("their noise levels are the same for {} only", counted(inCommon, "step"));
        continue;
      }
      auto differences = differencesBefore(m_folder.loadSteps(step));
      if (differences.empty() || named > 0) return {step, std::move(differences)};
      reason = fmt::format("up to step {} they differ in {}", step, fmt::join(differences, ", "));
    }
    fail(ErrorKind::Invalid,
         "no step of {} can be shared: {}; set branch_at to a step to take over those before it, or start a new run",
         path(), reason);
  }

  BranchPoint pointAt(const Found& found, const RunPlace& place) const {
    BranchPoint point{m_folder.loadState(found.step), m_folder.loadText(), {}};
    if (!found.differences.empty())
      point.warnings.push_back(
          fmt::format("the first {} {}, which differs in {}: the settings alone do not make this clip again",
                      found.step == 1 ? "step is that of" : fmt::format("{} steps are those of", found.step), path(),
                      fmt::join(found.differences, ", ")));
    auto& trajectory = point.saved.trajectory;
    if (m_parent.sampling.solver != m_request.sampling.solver) trajectory.solver = {};
    if (const auto model = trajectory.cache.model;
        model && (!sameContent(*m_parentInputs, m_inputs, keyOf(*model)) ||
                  m_parent.options.linearPrecision != m_request.options.linearPrecision))
      trajectory.cache = {};
    if (const auto then = m_folder.loadPlace(); then && differs(*then, place))
      point.warnings.push_back(
          fmt::format("the shared steps were taken in {} on {} and this run is in {} on {}, so its clip may differ "
                      "slightly from that of a whole run",
                      toString(then->dtype), then->deviceName, toString(place.dtype), place.deviceName));
    return point;
  }

private:
  static GenerationRequest parentIn(const RunFolder& folder) {
    auto request = folder.readRequest();
    const auto magnitudes = folder.loadMagnitudes();
    return magnitudes ? withMagnitudes(std::move(request), *magnitudes) : request;
  }

  std::string path() const { return m_request.options.branchFrom.string(); }

  [[noreturn]] void refuseStep(int named, const std::vector<int>& steps) const {
    if (steps.empty()) fail(ErrorKind::NotFound, "{} stored no state to branch from", path());
    fail(ErrorKind::NotFound, "{} stored no state after step {}; it has those after {}", path(), named,
         fmt::join(steps.rbegin(), steps.rend(), ", "));
  }

  // It encodes images, and its statistics stand between two passes.
  bool samplingNeedsVae() const { return !m_request.clip.images.empty() || m_request.sampling.twoPass; }

  // Requires what all shared steps depend on.
  void requireSameRun() const {
    const auto before = withoutPlaces(m_parent), asked = withoutPlaces(m_request);
    for (const auto& setting : kSettings) {
      if (!setting.shapesClip || maySwitch(setting) || isComparedElsewhere(setting)) continue;
      if (setsLevels(setting) && (givesLevels(m_parent) || givesLevels(m_request))) continue;
      if (!hasEffect(setting, m_parent) && !hasEffect(setting, m_request)) continue;
      if (setting.value(before) != setting.value(asked))
        fail(ErrorKind::Invalid, "cannot branch from {}: its {} is \"{}\" and that of the new run is \"{}\"", path(),
             setting.key, settingText(setting.value(m_parent)), settingText(setting.value(m_request)));
    }
    if (rulesOf(m_parent.pair) != rulesOf(m_request.pair))
      fail(ErrorKind::Invalid, "cannot branch from {}: its pair \"{}\" samples by other rules than \"{}\"", path(),
           m_parent.pair.name, m_request.pair.name);
    if (!m_parentInputs)
      fail(ErrorKind::Invalid, "cannot branch from {}: it does not say which files its run began with", path());
    for (const auto& part : kPairParts)
      if (part.member != &PairSpec::large && part.member != &PairSpec::small &&
          (part.member != &PairSpec::vae || samplingNeedsVae()) && !sameContent(*m_parentInputs, m_inputs, part.key))
        fail(ErrorKind::Invalid, "cannot branch from {}: its {} is another file", path(), part.name);
    if (!sameContent(*m_parentInputs, m_inputs, kImagePart))
      fail(ErrorKind::Invalid, "cannot branch from {}: one of its images has changed", path());
    if (!sameContent(*m_parentInputs, m_inputs, kLoraPart))
      fail(ErrorKind::Invalid, "cannot branch from {}: one of its LoRAs has changed", path());
  }

  // How the stored steps differ from those of the request.
  std::vector<std::string> differencesBefore(const RunFolder::Steps& taken) const {
    std::vector<std::string> found;
    // What is not set follows another setting, which is compared itself.
    const auto isSet = [](const Setting& setting, const GenerationRequest& request) {
      return !std::holds_alternative<std::monostate>(setting.value(request));
    };
    for (const auto& setting : kSettings)
      if (maySwitch(setting) && (isSet(setting, m_parent) || isSet(setting, m_request)) &&
          setting.effectiveValue(m_parent) != setting.effectiveValue(m_request))
        found.emplace_back(setting.key);
    const auto& stages = m_request.sampling.schedule;
    const auto& reports = taken.reports;
    const bool sameStages =
        std::ranges::equal(taken.stages, reports, [&](sampling::Stage stage, const StepReport& report) {
          return stage == sampling::stageOf(stages, report.step);
        });
    if (!wouldTake(m_request.sampling, reports, m_parent.sampling.guard))
      found.emplace_back(guardPlanOf(m_parent.sampling) == guardPlanOf(m_request.sampling) ? "stages"
                                                                                           : "stages or guard");
    else if (!sameStages && dependsOnStages(m_request.sampling))
      found.emplace_back("stages");
    for (const auto model : {Model::Large, Model::Small}) {
      const bool used = std::ranges::any_of(reports, [&](const StepReport& report) { return report.model == model; });
      if (used && !sameContent(*m_parentInputs, m_inputs, keyOf(model)))
        found.push_back(fmt::format("{} model", toString(model)));
      const auto curves = model == Model::Large ? &PairSpec::largeMagCache : &PairSpec::smallMagCache;
      if (used && m_request.sampling.cache == CacheRule::MagCache && m_parent.pair.*curves != m_request.pair.*curves)
        found.push_back(fmt::format("magnitudes of the {} model", toString(model)));
    }
    return found;
  }

  const GenerationRequest& m_request;
  const RunFolder m_folder;
  const GenerationRequest m_parent;
  const std::optional<RunInputs> m_parentInputs;
  RunInputs m_inputs;
};

}  // namespace

BranchPoint branchPoint(const GenerationRequest& request, const RunInputs& inputs, const RunPlace& place) {
  Branching branching(request);
  return branching.pointAt(branching.find(inputs), place);
}

SharedSteps sharedSteps(const GenerationRequest& asked, weights::CheckpointCache& checkpoints) {
  // As it is in the other run.
  const auto request = withAbsolutePaths(withMagnitudes(asked, magnitudesOf(asked, checkpoints)));
  Branching branching(request);
  const auto inputs = expectInputs(request, branching.parentInputs().value_or(RunInputs{}), checkpoints);
  const int steps = branching.find(inputs).step;
  return {steps, branching.hasText(), branching.stepsBefore(steps)};
}

}  // namespace fb::engine
