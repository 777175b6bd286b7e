// SPDX-License-Identifier: MIT
// Whole runs under a guard: against the reference, continued after every step, branches, and what they cost.
#include "steps_text.h"
#include "trace_cases.h"

#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace fb {
namespace {

constexpr int kSteps = 20;
constexpr double kAnyDivergence = 10;

struct Case {
  const char* pair;
  SchedulePreset schedule;
  GuardRule guard = GuardRule::Verify;
  bool returns = false;
};

// Of its rule.
double& boundOf(SamplingSettings& sampling) {
  if (sampling.guard == GuardRule::OneWay) return sampling.guardChange;
  return sampling.guard == GuardRule::SrDiffusion ? sampling.guardSettling : sampling.guardBound;
}

std::filesystem::path referenceOf(const Case& tested) {
  return oracleFolder("engine_guard") / fmt::format("{}-{}-{}.safetensors", tested.pair,
                                                    tested.returns ? "returning" : toString(tested.guard),
                                                    toString(tested.schedule));
}

// The arguments of tests/oracle/engine_guard.py. The reference names the bound that it found, and its noise levels if
// these are not the solver's.
GenerationRequest requestFor(const Case& tested) {
  auto request = oracleRequest("engine_guard", tested.pair);
  request.sampling.schedule = StageSchedule::fromPreset(tested.schedule, kSteps, 0.2, 0.1);
  const auto arguments = parseJson(weights::loadMetadata(referenceOf(tested)).at("arguments"), "the reference");
  auto& sampling = request.sampling;
  sampling.guard = tested.guard;
  boundOf(sampling) = arguments.at("guard_bound").get<double>();
  sampling.guardEvery = 2;
  sampling.guardReturns = tested.returns;
  if (const auto& sigmas = arguments.at("sigmas"); !sigmas.is_null())
    sampling.sigmas = sigmas.get<std::vector<double>>();
  return request;
}

constexpr Case kCases[] = {{"wan-tiny", SchedulePreset::LSL},
                           {"wan-tiny", SchedulePreset::SSS},
                           {"ltx-tiny-097", SchedulePreset::LSL},
                           {"ltx-tiny-097", SchedulePreset::SSS},
                           {"wan-tiny", SchedulePreset::LSL, GuardRule::Verify, true},
                           {"wan-tiny", SchedulePreset::SSS, GuardRule::Verify, true},
                           {"ltx-tiny-097", SchedulePreset::LSL, GuardRule::Verify, true},
                           {"ltx-tiny-097", SchedulePreset::SSS, GuardRule::Verify, true}};
constexpr Case kOneWayCases[] = {{"wan-tiny", SchedulePreset::LSL, GuardRule::OneWay},
                                 {"wan-tiny", SchedulePreset::SSS, GuardRule::OneWay},
                                 {"ltx-tiny-097", SchedulePreset::LSL, GuardRule::OneWay},
                                 {"ltx-tiny-097", SchedulePreset::SSS, GuardRule::OneWay}};

constexpr Case kSrDiffusionCases[] = {{"wan-tiny", SchedulePreset::LSL, GuardRule::SrDiffusion},
                                      {"wan-tiny", SchedulePreset::SSS, GuardRule::SrDiffusion},
                                      {"ltx-tiny-097", SchedulePreset::LSL, GuardRule::SrDiffusion},
                                      {"ltx-tiny-097", SchedulePreset::SSS, GuardRule::SrDiffusion}};

class GuardedRun : public testing::Test {
protected:
  RunResult run(const GenerationRequest& asked) {
    watch = {};
    return finished(engine->generate(asked, watch, control));
  }
  std::vector<float> latentsOf(GenerationRequest asked, const char* name) {
    asked.options.runFolder = folder / name;
    run(asked);
    return engine->loadRunLatents(folder / name).value();
  }
  // The guard is refused by name, for these reasons, with a number of middle steps, a cache and a step-distilled small
  // model.
  void expectRefused(const char* withSteps, const char* withCache, const char* withDistilled) {
    const auto refused = [&](const GenerationRequest& asked, const char* reason) {
      const auto error = failure(engine->generate(asked, watch, control));
      EXPECT_EQ(error.kind, ErrorKind::Invalid);
      EXPECT_NE(error.message.find(fmt::format("guard is {}", toString(asked.sampling.guard))), std::string::npos)
          << error.message;
      EXPECT_NE(error.message.find(reason), std::string::npos) << error.message;
    };
    auto other = request;
    other.sampling.schedule.middleSteps = 3;
    refused(other, withSteps);
    other = request;
    other.sampling.cache = CacheRule::EasyCache;
    refused(other, withCache);
    other = request;
    other.pair.distilledSmall = true;
    refused(other, withDistilled);
  }

  std::unique_ptr<Engine> engine = createEngine({1});
  GenerationRequest request = requestFor(kCases[0]);
  TemporaryFolder folder;
  RunWatch watch;
  RunControl control;
};

class EveryGuardedRun : public GuardedRun, public testing::WithParamInterface<Case> {
protected:
  void SetUp() override { request = requestFor(GetParam()); }
};

TEST_P(EveryGuardedRun, DecidesAsTheReferenceAndGivesItsLatents) {
  const auto ours = trace(request);
  const auto reference = weights::loadTensors(referenceOf(GetParam())).tensors;
  for (const auto* same : {"noise", "input_ids", "model_is_large", "check"}) expectEqual(ours, reference, same);
  for (const int check : {1, 2}) EXPECT_TRUE(ours.at("check").eq(check).any().item<bool>()) << check;
  expectClose(ours, reference, "rel_l2", 1e-4);
  expectClose(ours, reference, "final_latents", 1e-4);
}

TEST_P(EveryGuardedRun, ContinuesAfterAnyStepToTheSameBits) {
  const auto whole = run(request);
  for (int end = 1; end < kSteps; ++end) expectResumesAfter(end, *engine, request, whole.clip);
}

TEST_P(EveryGuardedRun, WithBoundZeroIsTheLargeModelAlone) {
  request.sampling.guardBound = 0;
  const auto guarded = latentsOf(request, "guarded");
  request.sampling.guard = GuardRule::None;
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, kSteps);
  EXPECT_EQ(guarded, latentsOf(request, "large"));
}

TEST_P(EveryGuardedRun, WithoutALimitIsTheScheduleButForTheFirstStepOfTheStage) {
  request.sampling.guardBound = kAnyDivergence;
  if (request.sampling.guardReturns) request.sampling.guardEvery = kSteps;
  const auto guarded = latentsOf(request, "guarded");
  request.sampling.guard = GuardRule::None;
  auto& schedule = request.sampling.schedule;
  schedule.early = (schedule.earlySteps() + 1.) / kSteps;
  EXPECT_EQ(guarded, latentsOf(request, "later"));
}

std::string nameOf(const testing::TestParamInfo<Case>& tested) {
  auto name = fmt::format("{}{}{}", tested.param.pair, toString(tested.param.schedule),
                          tested.param.returns ? "returning" : "");
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
}
INSTANTIATE_TEST_SUITE_P(Pairs, EveryGuardedRun, testing::ValuesIn(kCases), nameOf);

// Of both rules that go by the large model alone.
class EveryOneWayRun : public EveryGuardedRun {};

TEST_P(EveryOneWayRun, DecidesAsTheReferenceAndGivesItsLatents) {
  const auto ours = trace(request);
  const auto reference = weights::loadTensors(referenceOf(GetParam())).tensors;
  for (const auto* same : {"noise", "input_ids", "model_is_large", "check"}) expectEqual(ours, reference, same);
  EXPECT_FALSE(ours.contains("rel_l2")) << "the other model is not asked";
  const auto& schedule = request.sampling.schedule;
  const auto middle = ours.at("model_is_large").slice(0, schedule.earlySteps(), kSteps - schedule.lateSteps());
  EXPECT_TRUE(middle.eq(1).any().item<bool>() && middle.eq(0).any().item<bool>());
  if (GetParam().guard == GuardRule::OneWay) {
    expectClose(ours, reference, "change", 1e-4);
  } else {
    expectClose(ours, reference, "velocity_change", 1e-4);
    expectClose(ours, reference, "settling", 1e-4);
  }
  expectClose(ours, reference, "final_latents", 1e-4);
}

TEST_P(EveryOneWayRun, ContinuesAfterAnyStepToTheSameBits) {
  const auto whole = run(request);
  for (int end = 1; end < kSteps; ++end) expectResumesAfter(end, *engine, request, whole.clip);
}

TEST_P(EveryOneWayRun, WithBoundZeroIsTheLargeModelAlone) {
  boundOf(request.sampling) = 0;
  const auto guarded = latentsOf(request, "guarded");
  request.sampling.guard = GuardRule::None;
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, kSteps);
  EXPECT_EQ(guarded, latentsOf(request, "large"));
}

TEST_P(EveryOneWayRun, IsTheScheduleWhoseEarlyStageEndsWhereItHandsOver) {
  request.options.runFolder = folder / "guarded";
  const auto steps = stepsText(run(request).steps);
  const auto guarded = engine->loadRunLatents(folder / "guarded").value();
  request.sampling.guard = GuardRule::None;
  request.sampling.schedule.early = static_cast<double>(steps.find('S')) / kSteps;
  EXPECT_EQ(guarded, latentsOf(request, "fixed"));
}

INSTANTIATE_TEST_SUITE_P(Pairs, EveryOneWayRun, testing::ValuesIn(kOneWayCases), nameOf);
INSTANTIATE_TEST_SUITE_P(SrDiffusion, EveryOneWayRun, testing::ValuesIn(kSrDiffusionCases), nameOf);

TEST_F(GuardedRun, IsRefusedByNameWithWhatItCannotBeCombinedWith) {
  expectRefused("middle_steps is 3", "cache is easycache", "step-distilled");
}

TEST_F(GuardedRun, IsRefusedForTheReasonsOfItsRule) {
  for (const auto rule : {GuardRule::OneWay, GuardRule::SrDiffusion}) {
    request.sampling.guard = rule;
    expectRefused("middle_steps is 3", "a cache repeats what the large model gave", "cannot take over");
  }
}

TEST_F(GuardedRun, SaysWhenThereIsNothingToGuard) {
  run(request);
  EXPECT_EQ(watch.warnings, std::vector<std::string>());
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 3);
  run(request);
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("guard has no effect"), std::string::npos) << watch.warnings[0];
}

TEST_F(GuardedRun, SaysWhenItCannotHandOver) {
  request.sampling.guard = GuardRule::OneWay;
  request.sampling.guardChange = 10;  // hands over at the first comparison
  request.sampling.schedule = {.4, .2, 5};
  EXPECT_EQ(stepsText(run(request).steps), "LLLLL");
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("only 2"), std::string::npos) << watch.warnings[0];
  request.sampling.schedule = {.2, .2, 5};
  EXPECT_EQ(stepsText(run(request).steps), "LLLSL");
  EXPECT_EQ(watch.warnings, std::vector<std::string>());
}

TEST_F(GuardedRun, LeavesTheSecondPassToTheLargeModel) {
  auto pair = pairIn(oracleFolder("engine_ltx") / "ltx-tiny-097");
  pair.upsampler = oracleFolder("engine_ltx") / "upsampler";
  auto asked = tinyRequest(pair);
  asked.clip.width = 128, asked.clip.height = 64, asked.clip.frames = 17;
  asked.sampling.twoPass = true;
  asked.sampling.guard = GuardRule::Verify;
  asked.sampling.guardBound = kAnyDivergence;
  const auto steps = stepsText(run(asked).steps);
  const auto second = static_cast<std::size_t>(asked.totalSteps() - 10);
  ASSERT_GT(second, 0u);
  EXPECT_EQ(steps, "LLLLPSSSLL" + std::string(second, 'L'));
}

TEST_F(GuardedRun, KeepsStatesWhereStagesEndWhereverItHandsOver) {
  request.sampling.guardBound = kAnyDivergence;
  request.options.runFolder = folder / "run";
  EXPECT_EQ(stepsText(run(request).steps), "LLLLPSSSSSSSSSSSSSLL");
  EXPECT_EQ(engine->inspectRun(folder / "run").value().keptSteps, (std::vector{20, 18, 4}));
}

// Whether the two runs have more or less in common, the clip is that of a whole run.
class GuardedBranch : public GuardedRun {
protected:
  void SetUp() override {
    request.options.keepEvery = 1;
    request.options.runFolder = folder / "parent";
    parentSteps = run(request).steps;
    parent = stepsText(parentSteps);
    request.options.keepEvery = 0;
    request.options.runFolder.clear();
  }
  // The first step that is computed.
  int branched(GenerationRequest asked) {
    asked.options.branchFrom.clear();
    const auto whole = run(asked);
    asked.options.branchFrom = folder / "parent";
    const auto branch = run(asked);
    expectSameClip(branch.clip, whole.clip);
    EXPECT_EQ(stepsText(branch.steps), stepsText(whole.steps));
    EXPECT_TRUE(watch.warnings.empty()) << watch.warnings.front();
    return watch.computed.empty() ? kSteps : watch.computed.front();
  }

  std::vector<StepReport> parentSteps;
  std::string parent;
};

TEST_F(GuardedBranch, UnderTheSameGuardSharesAllSteps) {
  EXPECT_EQ(branched(request), kSteps);
  request.sampling.schedule.late = 0.3;
  EXPECT_EQ(branched(request), 14);
}

TEST_F(GuardedBranch, UnderAnotherGuardSharesTheStepsThatItDecidesAlike) {
  request.sampling.guardBound = 0;
  const auto passed = static_cast<int>(parent.find('P'));
  EXPECT_EQ(branched(request), passed) << parent;
  request.sampling.guardBound = kAnyDivergence;
  EXPECT_EQ(branched(request), static_cast<int>(parent.find('R'))) << parent;
}

TEST_F(GuardedBranch, WithoutAGuardSharesTheEarlyStage) {
  request.sampling.guard = GuardRule::None;
  EXPECT_EQ(branched(request), 4);
}

TEST_F(GuardedBranch, OfAnUnguardedRunSharesTheEarlyStage) {
  auto plain = request;
  plain.sampling.guard = GuardRule::None;
  plain.options.runFolder = folder / "plain";
  plain.options.keepEvery = 1;
  run(plain);
  const auto whole = run(request);
  request.options.branchFrom = folder / "plain";
  expectSameClip(run(request).clip, whole.clip);
  EXPECT_EQ(watch.computed.front(), 4);
}

// All steps are the large model's, but the guard counts from where the stage begins.
TEST_F(GuardedBranch, DoesNotTakeTheLargeModelsStepsOfAnotherStage) {
  auto refusing = request;
  refusing.sampling.guardBound = 0;
  refusing.options.runFolder = folder / "refusing";
  refusing.options.keepEvery = 1;
  run(refusing);
  refusing.options.runFolder.clear();
  refusing.options.keepEvery = 0;
  refusing.sampling.schedule.early = 0.35;
  const auto whole = run(refusing);
  refusing.options.branchFrom = folder / "refusing";
  const auto branch = run(refusing);
  EXPECT_EQ(watch.computed.front(), 4);
  EXPECT_EQ(stepsText(branch.steps), stepsText(whole.steps));
}

TEST_F(GuardedBranch, AtANamedStepBeginsWithACheck) {
  request.sampling.schedule = {1, 0, kSteps};
  request.sampling.guard = GuardRule::None;
  request.options.runFolder = folder / "large";
  request.options.keepEvery = 1;
  run(request);
  request = requestFor(kCases[0]);
  request.options.branchFrom = folder / "large";
  request.options.branchAt = 9;
  const auto steps = run(request).steps;
  EXPECT_EQ(watch.computed.front(), 9);
  EXPECT_NE(steps.at(9).check, GuardCheck::None);
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("guard"), std::string::npos) << watch.warnings[0];
}

class OneWayBranch : public GuardedBranch, public testing::WithParamInterface<Case> {
protected:
  void SetUp() override {
    request = requestFor(GetParam());
    GuardedBranch::SetUp();
    over = static_cast<int>(parent.find('S'));
  }

  int over = 0;  // the small model's first step
};

TEST_P(OneWayBranch, UnderTheSameGuardSharesAllSteps) {
  EXPECT_EQ(branched(request), kSteps);
  request.sampling.schedule.late = 0.15;
  EXPECT_EQ(branched(request), kSteps - 3);
}

TEST_P(OneWayBranch, WithAnotherBoundSharesTheStepsBeforeItDecidesOtherwise) {
  boundOf(request.sampling) = 0;
  EXPECT_EQ(branched(request), over) << parent;
  // The first that decides, if the velocity settles there, too.
  const bool isOneWay = request.sampling.guard == GuardRule::OneWay;
  const auto first = std::ranges::find_if(parentSteps, [&](const StepReport& step) {
    return isOneWay ? step.change.has_value() : step.settling.value_or(0) > 0;
  });
  ASSERT_NE(first, parentSteps.end());
  boundOf(request.sampling) = isOneWay ? kAnyDivergence : 1;
  EXPECT_EQ(branched(request), first->end == over ? kSteps : first->end) << parent;
}

TEST_P(OneWayBranch, WithoutAGuardSharesAsFarAsItsStagesAreTheSame) {
  request.sampling.guard = GuardRule::None;
  EXPECT_EQ(branched(request), 4);
  request.sampling.schedule.early = static_cast<double>(over) / kSteps;
  EXPECT_EQ(branched(request), kSteps);
}

TEST_P(OneWayBranch, UnderTheOtherRulesSharesTheEarlyStage) {
  for (const auto rule : {GuardRule::Verify, GuardRule::OneWay, GuardRule::SrDiffusion}) {
    if (rule == GetParam().guard) continue;
    request.sampling.guard = rule;
    EXPECT_EQ(branched(request), 4) << toString(rule);
  }
}

// The large model's steps are the same, but nothing tells from what the next change is measured.
TEST_P(OneWayBranch, OfAnUnguardedRunSharesTheEarlyStage) {
  auto plain = request;
  plain.sampling.guard = GuardRule::None;
  plain.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, kSteps);
  plain.options.runFolder = folder / "plain";
  plain.options.keepEvery = 1;
  run(plain);
  const auto whole = run(request);
  request.options.branchFrom = folder / "plain";
  const auto branch = run(request);
  EXPECT_EQ(watch.computed.front(), 4);
  expectSameClip(branch.clip, whole.clip);
}

TEST_P(OneWayBranch, IsRefusedWithADamagedState) {
  const auto* compared = GetParam().guard == GuardRule::OneWay ? "guard_prediction" : "guard_velocity";
  const auto kept = folder / "parent" / "state-00006.safetensors";
  auto state = weights::loadTensors(kept);
  ASSERT_TRUE(state.tensors.contains(compared));
  state.tensors[compared] = at::zeros({1, 1, 1, 1, 1});
  std::filesystem::remove(kept);
  weights::saveWithChecksum(kept, state.tensors, {{"progress", state.metadata.at("progress")}});
  request.options.branchFrom = folder / "parent";
  request.options.branchAt = 6;
  const auto error = failure(engine->generate(request, watch, control));
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find(compared), std::string::npos) << error.message;
}

INSTANTIATE_TEST_SUITE_P(Rules, OneWayBranch, testing::Values(kOneWayCases[0], kSrDiffusionCases[0]),
                         [](const auto& tested) {
                           return tested.param.guard == GuardRule::OneWay ? "OneWay" : "SrDiffusion";
                         });

// Evaluations of either model in steps that a run computed.
struct Evaluations {
  int large = 0, small = 0;
};
Evaluations evaluationsIn(const std::vector<StepReport>& steps, int first) {
  Evaluations found;
  for (const auto& step : steps) {
    if (step.step < first) continue;
    found.large += step.model == Model::Large;
    found.small += step.model == Model::Small || step.check != GuardCheck::None;
  }
  return found;
}

TEST_F(GuardedRun, CostsWhatItsEvaluationsCostIfAllChecksPassOrNone) {
  auto plain = request;
  plain.sampling.guard = GuardRule::None;
  const auto known = engine->estimateCost(plain).value();
  EXPECT_FALSE(known.most);
  const auto cost = engine->estimateCost(request).value();
  ASSERT_TRUE(cost.most);
  for (const double bound : {kAnyDivergence, 0.}) {
    auto extreme = request;
    extreme.sampling.guardBound = bound;
    const auto counted = evaluationsIn(run(extreme).steps, 0);
    const auto& schedule = request.sampling.schedule;
    const double more = (counted.large - schedule.largeSteps()) * cost.largeStep.flops +
                        (counted.small - schedule.smallSteps()) * cost.smallStep.flops;
    EXPECT_NEAR((bound > 0 ? cost.sampling : cost.most->sampling) - known.sampling, more, 1);
  }
  EXPECT_NEAR(cost.most->total - cost.most->sampling, cost.total - cost.sampling, 1);
  EXPECT_GT(cost.most->sampling, cost.samplingLargeOnly) << "checks that are refused cost more than they bring";
}

TEST_F(GuardedRun, OneWayEvaluatesNothingMoreThanItsSteps) {
  request.sampling.guard = GuardRule::OneWay;
  auto plain = request;
  plain.sampling.guard = GuardRule::None;
  plain.sampling.schedule.early = (request.sampling.schedule.earlySteps() + 2.) / kSteps;
  const auto known = engine->estimateCost(plain).value();
  const auto cost = engine->estimateCost(request).value();
  EXPECT_NEAR(cost.sampling, known.sampling, 1) << "at the earliest, the second step of the stage is the large model's";
  ASSERT_TRUE(cost.most);
  EXPECT_NEAR(cost.most->sampling, cost.samplingLargeOnly, 1);
  request.sampling.guardChange = kAnyDivergence;
  EXPECT_EQ(stepsText(run(request).steps), "LLLLLLSSSSSSSSSSSSLL");
}

TEST_F(GuardedRun, SrDiffusionEvaluatesNothingMoreThanItsSteps) {
  request = requestFor(kSrDiffusionCases[0]);
  auto plain = request;
  plain.sampling.guard = GuardRule::None;
  plain.sampling.schedule.early = (request.sampling.schedule.earlySteps() + 3.) / kSteps;
  const auto known = engine->estimateCost(plain).value();
  const auto cost = engine->estimateCost(request).value();
  EXPECT_NEAR(cost.sampling, known.sampling, 1) << "at the earliest, the third step of the stage decides";
  ASSERT_TRUE(cost.most);
  EXPECT_NEAR(cost.most->sampling, cost.samplingLargeOnly, 1);
  for (const auto& step : run(request).steps) EXPECT_EQ(step.check, GuardCheck::None) << step.step;
}

// The guard goes on from the check of the steps that are taken over.
TEST_F(GuardedRun, CostsInABranchWhatItsGuardHasLeft) {
  request.sampling.guardBound = kAnyDivergence;
  request.options.runFolder = folder / "parent";
  request.options.keepEvery = 1;
  const auto whole = run(request);
  EXPECT_EQ(stepsText(whole.steps), "LLLLPSSSSSSSSSSSSSLL");
  request.options.runFolder.clear();
  request.options.branchFrom = folder / "parent";
  request.options.branchAt = 9;
  const auto cost = engine->estimateCost(request).value();
  const auto left = evaluationsIn(whole.steps, 9);
  auto after = request;
  after.options.branchAt = 19;
  const auto last = engine->estimateCost(after).value();
  // Beside its steps, the branch has each model's prompts once.
  const auto plain = [&] {
    auto unguarded = requestFor(kCases[0]);
    unguarded.sampling.guard = GuardRule::None;
    return engine->estimateCost(unguarded).value();
  }();
  const double prompts = plain.sampling - request.sampling.schedule.largeSteps() * plain.largeStep.flops -
                         request.sampling.schedule.smallSteps() * plain.smallStep.flops;
  EXPECT_NEAR(cost.sampling, left.large * cost.largeStep.flops + left.small * cost.smallStep.flops + prompts, 1);
  EXPECT_FALSE(last.most) << "no step of the middle stage is left";
}

TEST_F(GuardedRun, PlansMemoryForBothModels) {
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::SSS, kSteps);
  const auto has = [&](const char* name) {
    const auto plan = engine->planMemory(request).value();
    return std::ranges::any_of(plan.parts, [&](const MemoryPlan::Part& part) { return part.name == name; });
  };
  EXPECT_TRUE(has("large model"));
  EXPECT_TRUE(has("small model"));
  request.sampling.guard = GuardRule::None;
  EXPECT_FALSE(has("large model"));
  request.sampling.guard = GuardRule::Verify;
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, kSteps);
  EXPECT_FALSE(has("small model")) << "without a middle stage there is nothing to guard";
}

TEST_F(GuardedRun, IsWithoutAGuardWhileItIsCalibrated) {
  const auto runs = calibrationRuns(request);
  EXPECT_EQ(runs.size(), 2u);
  for (const auto& alone : runs) EXPECT_EQ(alone.sampling.guard, GuardRule::None);
}

}  // namespace
}  // namespace fb
