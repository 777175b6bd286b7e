// SPDX-License-Identifier: MIT
// Runs on noise levels that the request gives: against diffusers, resumed, branched, cached, and what is refused.
#include "flowblend/cost.h"
#include "trace_cases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>

namespace fb {
namespace {

// As in tests/oracle/engine_sigmas.py.
const std::map<std::string, std::vector<double>>& levels() {
  static const std::map<std::string, std::vector<double>> levels{
      {"four", {1, 0.9375, 0.8333333333333334, 0.625}},
      {"seven", {1, 0.9937, 0.9875, 0.9812, 0.975, 0.9094, 0.725}},
      {"low", {0.7, 0.31, 0.2, 0.1, 0.05}}};
  return levels;
}

struct Case {
  std::string pair;
  SolverKind solver;
  std::string list;
};

GenerationRequest requestFor(const Case& tested) {
  auto request = oracleRequest("engine_sigmas", tested.pair);
  request.sampling.solver = tested.solver;
  request.sampling.sigmas = levels().at(tested.list);
  request.sampling.schedule = {0.4, 0.2, static_cast<int>(request.sampling.sigmas.size())};
  return request;
}

std::vector<Case> cases() {
  std::vector<Case> cases;
  for (const auto* pair : {"wan-tiny", "ltx-tiny", "ltx-tiny-097"})
    for (const auto solver : {SolverKind::UniPC, SolverKind::Euler})
      for (const auto& [list, values] : levels()) cases.push_back({pair, solver, list});
  return cases;
}

class GivenSigmas : public testing::TestWithParam<Case> {};

TEST_P(GivenSigmas, GiveTheLatentsOfDiffusers) {
  const auto& [pair, solver, list] = GetParam();
  const auto ours = trace(requestFor(GetParam()));
  const auto reference = weights::loadTensors(oracleFolder("engine_sigmas") /
                                              fmt::format("{}-{}-{}.safetensors", pair, toString(solver), list))
                             .tensors;
  for (const auto* same : {"noise", "model_is_large", "sigmas"}) expectEqual(ours, reference, same);
  EXPECT_TRUE(ours.at("timesteps").to(at::kFloat).equal(reference.at("timesteps")));
  expectClose(ours, reference, "final_latents", 1e-4);
}

TEST_P(GivenSigmas, ThatAreResumedGiveTheSameBits) {
  const auto request = requestFor(GetParam());
  const auto engine = createEngine({1});
  EventSink sink;
  RunControl control;
  const auto whole = finished(engine->generate(request, sink, control));
  for (const int end : {1, request.sampling.schedule.steps - 1}) expectResumesAfter(end, *engine, request, whole.clip);
}

INSTANTIATE_TEST_SUITE_P(Pairs, GivenSigmas, testing::ValuesIn(cases()), [](const auto& tested) {
  auto name = fmt::format("{}{}{}", tested.param.pair, toString(tested.param.solver), tested.param.list);
  std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
  return name;
});

class Sigmas : public testing::Test {
protected:
  RunResult run(const GenerationRequest& asked) {
    watch = {};
    return finished(engine->generate(asked, watch, control));
  }

  std::unique_ptr<Engine> engine = createEngine({1});
  GenerationRequest request = requestFor({"wan-tiny", SolverKind::Euler, "four"});
  TemporaryFolder folder;
  RunWatch watch;
  RunControl control;
};

TEST_F(Sigmas, ThatAreThoseOfThePairsRuleGiveTheSameBits) {
  request = requestFor({"ltx-tiny-097", SolverKind::Euler, "seven"});
  request.pair.sigmas = {};
  request.pair.sigmas.rule = SigmaRule::Listed;
  request.pair.sigmas.listed = request.sampling.sigmas;
  const auto given = run(request).clip;
  request.sampling.sigmas.clear();
  expectSameClip(run(request).clip, given);
}

TEST_F(Sigmas, ReplaceTheShift) {
  const auto before = run(request).clip;
  request.sampling.shift = 9;
  expectSameClip(run(request).clip, before);
}

TEST_F(Sigmas, OfAnotherNumberThanTheStepsAreRefusedByName) {
  request.sampling.schedule.steps = 5;
  const auto problems = engine->validate(request);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems.front(), "steps is 5: it must be 4; sigmas gives this number of noise levels");
  EXPECT_EQ(engine->estimateCost(request).error().message, problems.front());
}

TEST_F(Sigmas, AreRefusedForASolverThatTakesNone) {
  request.sampling.solver = SolverKind::DpmSolverPP;
  const auto error = failure(engine->generate(request, watch, control));
  EXPECT_EQ(error.kind, ErrorKind::Invalid);
  EXPECT_NE(error.message.find("the solver dpm++ takes no noise levels"), std::string::npos) << error.message;
}

TEST_F(Sigmas, AreRememberedByTheRunFolderAndTheClip) {
  request.options.runFolder = folder / "run";
  run(request);
  EXPECT_EQ(engine->inspectRun(folder / "run").value().request.sampling.sigmas, request.sampling.sigmas);
  EXPECT_EQ(requestFromJson(toJson(request, true)).value().sampling.sigmas, request.sampling.sigmas);
}

TEST_F(Sigmas, AreProbedAndEstimated) {
  const auto cost = engine->estimateCost(request);
  ASSERT_TRUE(cost) << cost.error().message;
  const auto probed = finished(engine->probe(request, watch, control));
  ASSERT_EQ(probed.steps.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(probed.steps[i].sigma, static_cast<float>(request.sampling.sigmas[i]));
    EXPECT_TRUE(probed.steps[i].divergence);
  }
  // The table of an LTX pair goes by noise level: only at 0.72 and above there is a second evaluation.
  request = requestFor({"ltx-tiny-097", SolverKind::Euler, "low"});
  request.pair.largeGuidanceSpec.table = {{0.72, 3, 0, 0, {}}, {0, 1, 0, 0, {}}};
  request.sampling.schedule = {1, 0, 5};
  const double low = engine->estimateCost(request).value().largeStep.flops;
  request.sampling.sigmas = {1, 0.95, 0.9, 0.8, 0.75};
  EXPECT_NEAR(engine->estimateCost(request).value().largeStep.flops / low, 2, 1e-6);
}

TEST_F(Sigmas, AreWhatACacheForesees) {
  request.sampling.solver = SolverKind::UniPC;
  request.sampling.cache = CacheRule::TeaCache;
  request.sampling.cacheThreshold = 0.31;
  request.pair.largeTeaCache = {0.1, 0.1, 0.01};
  request.pair.smallTeaCache = {0.3, 0};
  request.sampling.sigmas.clear();
  for (int i = 0; i < 30; ++i) request.sampling.sigmas.push_back(1 - i * i / 1200.);
  request.sampling.schedule.steps = 30;
  const auto foreseen = engine->estimateCost(request).value().reusedSteps;
  ASSERT_TRUE(foreseen);
  const auto reused = std::ranges::count_if(run(request).steps, &StepReport::reused);
  EXPECT_GT(reused, 0);
  EXPECT_EQ(*foreseen, reused);
}

TEST_F(Sigmas, AreSharedByABranchAsFarAsTheyAreTheSame) {
  request.sampling.schedule = {1, 0, 4};
  request.options.keepEvery = 1;
  request.options.runFolder = folder / "parent";
  run(request);
  request.options.runFolder.clear();
  request.options.keepEvery = 0;

  // Another level at the end of the third step: two steps are the same.
  auto branch = request;
  branch.sampling.sigmas[3] = 0.5;
  const auto whole = run(branch).clip;
  branch.options.branchFrom = folder / "parent";
  expectSameClip(run(branch).clip, whole);
  EXPECT_EQ(watch.computed, (std::vector{2, 3}));
  EXPECT_EQ(engine->estimateCost(branch).value().sharedSteps, 2);

  branch.options.branchAt = 3;
  const auto error = failure(engine->generate(branch, watch, control));
  EXPECT_EQ(error.kind, ErrorKind::Invalid);
  EXPECT_NE(error.message.find("the noise levels of the two runs are the same for 2 steps only"), std::string::npos)
      << error.message;

  // None in common: the pair's own rule has other levels from the first step on.
  branch.options.branchAt = 0;
  branch.sampling.sigmas.clear();
  EXPECT_NE(failure(engine->generate(branch, watch, control)).message.find("the same for 0 steps only"),
            std::string::npos);
}

TEST_F(Sigmas, ThatAreSpelledOutBranchFromARunByThePairsRule) {
  request.pair.sigmas.rule = SigmaRule::Listed;
  request.pair.sigmas.listed = levels().at("four");
  request.sampling.sigmas.clear();
  request.options.runFolder = folder / "parent";
  run(request);
  request.options.runFolder.clear();
  request.sampling.schedule.late = 0;
  const auto whole = run(request).clip;
  request.sampling.sigmas = levels().at("four");
  request.options.branchFrom = folder / "parent";
  expectSameClip(run(request).clip, whole);
  EXPECT_EQ(watch.computed, (std::vector{3}));
}

}  // namespace
}  // namespace fb
