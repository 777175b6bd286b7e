// SPDX-License-Identifier: MIT
// Caches on toy trajectories: their rules by hand, switches, and states that are saved and damaged.
#include "sampling/step_cache.h"

#include "base/failure.h"
#include "sampling/blended_sampler.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace fb::sampling {
namespace {

// Two guidance evaluations, whose calls are counted apart.
class ToyField : public VelocityField {
public:
  explicit ToyField(double strength) : m_strength(strength) {}

  at::Tensor velocity(const at::Tensor& latents, double timestep, StepCache& cache, const ForwardControl&) override {
    const auto evaluate = [&](const char* name, double drive, int& calls) {
      StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = latents;
      evaluation.signal = [&] { return at::full({2}, timestep, at::kFloat); };
      evaluation.tokens = latents.sizes().vec();
      evaluation.forward = [&](at::Tensor* residual) {
        if (residual && residual->defined()) return latents + *residual;
        ++calls;
        const auto v = m_strength * at::tanh(latents) + (timestep / 1000 + drive) * latents;
        if (residual) *residual = v - latents;
        return v;
      };
      return cache.velocity(evaluation);
    };
    const auto conditional = evaluate("conditional", 0, conditionalCalls);
    const auto unconditional = evaluate("unconditional", 0.1, unconditionalCalls);
    return unconditional + 2 * (conditional - unconditional);
  }
  std::string description() const override { return "toy model in fp32"; }

  int conditionalCalls = 0, unconditionalCalls = 0;

private:
  double m_strength;
};

struct Toys {
  ToyField large{0.7}, small{0.4};
  ModelPair pair() {
    return {[this](Model model) -> VelocityField& { return model == Model::Large ? large : small; }};
  }
  int calls() const { return large.conditionalCalls + small.conditionalCalls; }
};

constexpr int kSteps = 30;

CachePlan planFor(CacheRule rule, double threshold) {
  CachePlan plan;
  plan.rule = rule;
  plan.threshold = threshold;
  return plan;
}

SamplingPlan planOf(double early, double late, double threshold, int steps = kSteps) {
  SamplingPlan plan;
  plan.schedule = {early, late, steps};
  plan.sigmas = makeSolver(plan.solver)->schedule(steps, 3);
  plan.cache = planFor(CacheRule::EasyCache, threshold);
  return plan;
}

TrajectoryState startState() {
  TrajectoryState state;
  state.latents = at::arange(60, at::kFloat).view({1, 4, 3, 1, 5}).sin() * 2;
  return state;
}

TrajectoryState run(
    const SamplingPlan& plan, Toys& toys, TrajectoryState state = startState(),
    const std::function<void(const StepView&)>& onStep = [](const StepView&) {}) {
  sample(state, plan, toys.pair(), RunControl(), onStep);
  return state;
}

std::string decisions(const TrajectoryState& state) {
  std::string text;
  for (const auto& report : state.reports) text += report.reused ? 'r' : 'C';
  return text;
}

int reusedIn(const TrajectoryState& state) { return static_cast<int>(std::ranges::count(decisions(state), 'r')); }

TEST(StepCache, OffOrWithThresholdZeroComputesEveryStepToTheSameBits) {
  Toys toys;
  auto off = planOf(0.4, 0.2, 0.1);
  off.cache.rule = CacheRule::None;
  const auto expected = run(off, toys);
  EXPECT_FALSE(expected.cache.model);
  Toys cached;
  const auto zero = run(planOf(0.4, 0.2, 0), cached);
  EXPECT_TRUE(zero.latents.equal(expected.latents));
  EXPECT_EQ(decisions(zero), std::string(kSteps, 'C'));
  EXPECT_EQ(cached.calls(), kSteps);
}

TEST(StepCache, ReusesAsTheRuleSaysAndAsksTheModelNoMore) {
  // The rule by hand, from what each step sees: one model, Euler, only the conditional evaluation.
  auto plan = planOf(1, 0, 0.2);
  plan.solver = SolverKind::Euler;
  plan.sigmas = makeSolver(plan.solver)->schedule(kSteps, 3);
  Toys toys;
  const auto mean = [](const at::Tensor& x) { return x.abs().mean().item<double>(); };
  at::Tensor lastInput, input, velocity;
  double rate = -1, error = 0;
  std::string expected;
  run(plan, toys, startState(), [&](const StepView& view) {
    const auto& x = view.latentsBefore;
    const int step = view.report.step;
    bool reused = false;
    if (step < 10 || step == kSteps - 1) {
      error = 0;
    } else {
      error += rate * mean(x - lastInput) / mean(velocity);
      reused = error < 0.2;
      if (!reused) error = 0;
    }
    expected += reused ? 'r' : 'C';
    EXPECT_EQ(view.report.reused, reused) << step;
    lastInput = x;
    if (reused) return;
    const auto v = 0.7 * at::tanh(x) + view.report.timestep / 1000 * x;
    if (velocity.defined()) rate = mean(v - velocity) / mean(x - input);
    input = x;
    velocity = v;
  });
  const auto reused = static_cast<int>(std::ranges::count(expected, 'r'));
  EXPECT_GT(reused, 4) << expected;
  EXPECT_LT(reused, 19) << expected;
  EXPECT_EQ(toys.large.conditionalCalls, kSteps - reused);
  EXPECT_EQ(toys.large.unconditionalCalls, kSteps - reused);
}

TEST(StepCache, AReusedVelocityKeepsItsDifferenceFromTheLatents) {
  auto plan = planOf(1, 0, 0.2);
  Toys toys;
  at::Tensor input, velocity;
  run(plan, toys, startState(), [&](const StepView& view) {
    if (view.report.reused)
      EXPECT_TRUE(at::allclose(view.velocity, view.latentsBefore + (velocity - input), 1e-5, 1e-5)) << view.report.step;
    else
      input = view.latentsBefore, velocity = view.velocity;
  });
}

TEST(StepCache, ASwitchForgetsWhatTheOtherModelDid) {
  Toys toys;
  const auto state = run(planOf(0.5, 0.2, 0.3), toys);
  const auto text = decisions(state);
  EXPECT_GT(std::ranges::count(text, 'r'), 8) << text;
  // The first step of a model has no velocity to reuse, the second no rate of change.
  for (const int first : {15, 16, 24, 25}) EXPECT_EQ(text[static_cast<std::size_t>(first)], 'C') << text;
  for (const int within : {11, 20}) EXPECT_EQ(text[static_cast<std::size_t>(within)], 'r') << text;
  EXPECT_EQ(text.back(), 'C') << text;
  EXPECT_EQ(toys.calls(), kSteps - reusedIn(state));
}

// C for a step that was computed, p and r for one of which a part or all was reused.
std::string partsOf(const TrajectoryState& state) {
  std::string text;
  for (const auto& report : state.reports) text += report.reused ? 'r' : report.reusedEvaluations > 0 ? 'p' : 'C';
  return text;
}

// The trajectory reuses something; with its cache saved and loaded, each of its states continues it to the same bits
// and decisions.
void expectContinues(const SamplingPlan& plan) {
  Toys toys;
  std::vector<TrajectoryState> states;
  const auto expected = run(plan, toys, startState(), [&](const StepView& view) { states.push_back(view.after); });
  ASSERT_GT(reusedIn(expected), 0);
  for (auto& state : states) {
    state.cache = cacheStateFromTensors(toTensors(state.cache), state.latents.numel(), "state");
    Toys fresh;
    const auto resumed = run(plan, fresh, state);
    EXPECT_TRUE(resumed.latents.equal(expected.latents)) << state.step;
    EXPECT_EQ(partsOf(resumed), partsOf(expected)) << state.step;
  }
}

TEST(StepCache, TakenUpAfterAnyStepGivesTheSameBits) { expectContinues(planOf(0.5, 0.2, 0.3)); }

TEST(StepCache, AProbeSeesTheModelsAndChangesNothing) {
  auto plan = planOf(0.5, 0.2, 0.3);
  Toys silent;
  const auto expected = run(plan, silent);
  plan.probe = ProbePolicy::All;
  Toys probed;
  const auto state = run(plan, probed);
  EXPECT_TRUE(state.latents.equal(expected.latents));
  for (const auto& report : state.reports) EXPECT_EQ(report.divergence.has_value(), !report.reused) << report.step;
}

TEST(StepCache, AnEvaluationThatTheLastComputedStepDidNotHaveIsComputed) {
  const auto plan = planFor(CacheRule::EasyCache, 1);
  const auto x = at::arange(6, at::kFloat).view({1, 6, 1, 1, 1});
  const auto asked = [](StepCache& cache, const char* name, const at::Tensor& input, const at::Tensor& velocity) {
    StepCache::Evaluation evaluation;
    evaluation.name = name;
    evaluation.input = input;
    evaluation.forward = [&](at::Tensor*) {
      if (!velocity.defined()) throw std::runtime_error("computed");
      return velocity;
    };
    return cache.velocity(evaluation);
  };
  CacheState state;
  for (int step = 9; step < 11; ++step) {
    StepCache computing(plan, state, {Model::Large, Stage::Early, step, kSteps});
    EXPECT_TRUE(asked(computing, "conditional", x + step, 2 * x + step).equal(2 * x + step));
    EXPECT_FALSE(computing.isReused());
    state = computing.state();
  }
  StepCache reusing(plan, state, {Model::Large, Stage::Early, 11, kSteps});
  EXPECT_TRUE(asked(reusing, "conditional", x + 11, {}).equal(x + 11 + ((2 * x + 10) - (x + 10))));
  EXPECT_TRUE(reusing.isReused());
  EXPECT_TRUE(asked(reusing, "unconditional", x, 3 * x).equal(3 * x));
  EXPECT_FALSE(reusing.isReused());
  EXPECT_EQ(reusing.reusedEvaluations(), 1);
  // The other stage may have other LoRAs.
  StepCache later(plan, reusing.state(), {Model::Large, Stage::Late, 12, kSteps});
  EXPECT_TRUE(asked(later, "conditional", x, 5 * x).equal(5 * x));
}

SamplingPlan teaPlan(double early, double late, double threshold) {
  auto plan = planOf(early, late, threshold);
  plan.cache = planFor(CacheRule::TeaCache, threshold);
  plan.cache.polynomials = {{{4, 0.5, 0.01}, {0.7, 0}}};
  return plan;
}

// The rule by hand: the signal is the timestep.
std::string teaByHand(const SamplingPlan& plan) {
  std::string text;
  double error = 0;
  for (int i = 0; i < kSteps; ++i) {
    const auto model = plan.schedule.modelAt(i);
    const bool isFirst = i == 0 || plan.schedule.modelAt(i - 1) != model;
    const bool isKept = plan.cache.retains ? i < 5 : i == 0 || i == kSteps - 1;
    if (isFirst || isKept) {
      error = 0;
      text += 'C';
      continue;
    }
    const auto at = [&](int step) { return plan.sigmas.timesteps[static_cast<std::size_t>(step)]; };
    const double change = std::abs(at(i) - at(i - 1)) / at(i - 1);
    error += model == Model::Large ? 4 * change * change + 0.5 * change + 0.01 : 0.7 * change;
    text += error < plan.cache.threshold ? 'r' : 'C';
    if (text.back() == 'C') error = 0;
  }
  return text;
}

TEST(StepCache, TeaCacheFollowsItsPolynomialsAndIsForeseen) {
  for (const bool retains : {false, true}) {
    auto plan = teaPlan(0.5, 0.2, 0.1);
    plan.cache.retains = retains;
    Toys toys;
    const auto state = run(plan, toys);
    const auto expected = teaByHand(plan);
    EXPECT_GT(std::ranges::count(expected, 'r'), 8) << expected;
    EXPECT_EQ(decisions(state), expected);
    EXPECT_EQ(toys.calls(), kSteps - reusedIn(state));
    std::string planned;
    for (const auto& reuse : foreseen(plan.cache, plannedSteps(plan.schedule, plan.sigmas),
                                      [](Model, double timestep) { return at::full({2}, timestep, at::kFloat); }))
      planned += reuse.isWhole() ? 'r' : 'C';
    EXPECT_EQ(planned, expected);
  }
}

TEST(StepCache, TeaCacheWithThresholdZeroComputesEveryStepEvenIfThePolynomialIsNegative) {
  auto plan = teaPlan(1, 0, 0);
  plan.cache.polynomials = {{{-1, -1}, {-1}}};
  Toys toys, plain;
  const auto zero = run(plan, toys);
  plan.cache.rule = CacheRule::None;
  EXPECT_EQ(decisions(zero), std::string(kSteps, 'C'));
  EXPECT_TRUE(zero.latents.equal(run(plan, plain).latents));
}

TEST(StepCache, TeaCacheTakenUpAfterAnyStepGivesTheSameBits) { expectContinues(teaPlan(0.5, 0.2, 0.1)); }

// Curves of another length than the run. Those of the large model differ by evaluation.
SamplingPlan magPlan(double early, double late, double threshold, int limit) {
  auto plan = planOf(early, late, threshold);
  plan.cache = planFor(CacheRule::MagCache, threshold);
  plan.cache.reuseLimit = limit;
  std::vector<double> a, b;
  for (int i = 0; i < 20; ++i) {
    a.push_back(1 + 0.02 * std::sin(i));
    b.push_back(1 + 0.05 * std::cos(i));
  }
  plan.cache.curves = {{{{"conditional", a}, {"unconditional", b}}, {{"conditional", b}, {"unconditional", b}}}};
  return plan;
}

// The rule by hand, for both evaluations: 'r' both are reused, 'p' one is, 'C' none.
std::string magByHand(const SamplingPlan& plan) {
  struct State {
    double ratio = 1, error = 0;
    int count = 0;
  };
  std::string text;
  std::map<std::string, State> states;
  for (int i = 0; i < kSteps; ++i) {
    const auto model = plan.schedule.modelAt(i);
    const bool isFirst = i == 0 || plan.schedule.modelAt(i - 1) != model;
    if (isFirst) states.clear();
    int reused = 0;
    for (const auto& [name, curve] : plan.cache.curves[static_cast<std::size_t>(model)]) {
      auto& state = states[name];
      if (i >= kSteps / 5 && !isFirst) {
        state.ratio *= curve[static_cast<std::size_t>(std::lround(i * 19 / 29.0))];
        state.error += std::abs(1 - state.ratio);
        ++state.count;
        if (state.error < plan.cache.threshold && state.count <= plan.cache.reuseLimit) {
          ++reused;
          continue;
        }
      }
      state = {};
    }
    text += reused == 2 ? 'r' : reused == 1 ? 'p' : 'C';
  }
  return text;
}

TEST(StepCache, MagCacheFollowsItsCurvesForEachEvaluationAndIsForeseen) {
  for (const int limit : {2, 4}) {
    const auto plan = magPlan(0.5, 0.2, 0.06, limit);
    Toys toys;
    const auto state = run(plan, toys);
    const auto expected = magByHand(plan);
    EXPECT_GT(std::ranges::count(expected, 'r'), 3) << expected;
    EXPECT_GT(std::ranges::count(expected, 'p'), 1) << expected;
    EXPECT_EQ(partsOf(state), expected);
    int evaluations = 0;
    for (const auto& report : state.reports) evaluations += report.reused ? 2 : report.reusedEvaluations;
    EXPECT_EQ(toys.calls() + toys.large.unconditionalCalls + toys.small.unconditionalCalls, 2 * kSteps - evaluations);
    auto steps = plannedSteps(plan.schedule, plan.sigmas);
    for (auto& step : steps) step.evaluations = {"conditional", "unconditional"};
    std::string planned;
    for (const auto& reuse : foreseen(plan.cache, steps, {}))
      planned += reuse.isWhole() ? 'r' : reuse.reused ? 'p' : 'C';
    EXPECT_EQ(planned, expected);
  }
  EXPECT_NE(magByHand(magPlan(0.5, 0.2, 0.06, 2)), magByHand(magPlan(0.5, 0.2, 0.06, 4)));
}

TEST(StepCache, MagCacheWithThresholdZeroOrWithoutCurvesComputesEveryStep) {
  Toys plain;
  auto off = magPlan(0.5, 0.2, 0.06, 2);
  off.cache.rule = CacheRule::None;
  const auto expected = run(off, plain);
  auto without = magPlan(0.5, 0.2, 1, 2);
  without.cache.curves = {};
  for (const auto& plan : {magPlan(0.5, 0.2, 0, 2), without}) {
    Toys toys;
    const auto state = run(plan, toys);
    EXPECT_EQ(partsOf(state), std::string(kSteps, 'C'));
    EXPECT_TRUE(state.latents.equal(expected.latents));
  }
}

TEST(StepCache, MagCacheTakenUpAfterAnyStepGivesTheSameBits) { expectContinues(magPlan(0.5, 0.2, 0.06, 3)); }

TEST(StepCache, MagCacheDoesNotProbeAStepOfWhichItGivesSomething) {
  auto plan = magPlan(0.5, 0.2, 0.06, 2);
  plan.probe = ProbePolicy::All;
  Toys toys;
  const auto state = run(plan, toys);
  EXPECT_GT(std::ranges::count(partsOf(state), 'p'), 0);
  for (const auto& report : state.reports)
    EXPECT_EQ(report.divergence.has_value(), !report.reused && report.reusedEvaluations == 0) << report.step;
}

TEST(StepCache, MagCacheComputesAnEvaluationThatTheStepBeforeDidNotHave) {
  auto plan = planFor(CacheRule::MagCache, 1);
  plan.reuseLimit = 9;
  plan.curves[0] = {{"conditional", {1}}, {"perturbed.1", {1}}};
  const auto x = at::ones({1, 1, 1, 2, 2});
  int computed = 0;
  CacheState state;
  const auto decide = [&](int step, std::vector<std::string> names) {
    StepCache cache(plan, state, {Model::Large, Stage::Early, step, 10});
    computed = 0;
    for (const auto& name : names) {
      StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.tokens = {1};
      evaluation.forward = [&](at::Tensor* residual) {
        if (!residual->defined()) {
          ++computed;
          *residual = at::ones({1});
        }
        return x;
      };
      cache.velocity(evaluation);
    }
    state = cache.state();
    return cache.reusedEvaluations();
  };
  EXPECT_EQ(decide(2, {"conditional", "perturbed.1"}), 0);
  EXPECT_EQ(decide(3, {"conditional", "perturbed.1"}), 2);
  EXPECT_EQ(decide(4, {"conditional"}), 1);
  EXPECT_EQ(decide(5, {"conditional", "perturbed.1"}), 1);
  EXPECT_EQ(computed, 1);
  EXPECT_EQ(decide(6, {"conditional", "perturbed.1"}), 2);
}

TEST(StepCache, ComputesTogetherOnlyStepsThatComputeEverything) {
  auto plan = planFor(CacheRule::MagCache, 0.5);
  plan.reuseLimit = 3;
  // Without a curve, the unconditional evaluation is computed in every step.
  plan.curves[0] = {{"conditional", std::vector<double>(10, 1.)}};
  CacheState state;
  int apart = 0;
  std::string steps;
  for (int step = 0; step < 10; ++step) {
    StepCache cache(plan, state, {Model::Large, Stage::Early, step, 10});
    const auto x = at::full({1, 2}, step + 1., at::kFloat);
    const auto evaluationOf = [&](const char* name, double added) {
      StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = x;
      evaluation.tokens = {1, 2};
      evaluation.forward = [&, added](at::Tensor* residual) {
        if (!residual->defined()) {
          ++apart;
          *residual = at::full({1, 2}, added, at::kFloat);
        }
        return x + *residual;
      };
      return evaluation;
    };
    const std::array evaluations{evaluationOf("conditional", 1), evaluationOf("unconditional", 2)};
    bool isTogether = false;
    const auto velocities = cache.velocities(evaluations, [&](at::Tensor* residual) {
      isTogether = true;
      *residual = at::cat({at::full({1, 2}, 1., at::kFloat), at::full({1, 2}, 2., at::kFloat)});
      return at::cat({x, x}) + *residual;
    });
    steps += isTogether ? 'T' : 'a';
    EXPECT_TRUE(velocities[0].equal(x + 1)) << step;
    EXPECT_TRUE(velocities[1].equal(x + 2)) << step;
    EXPECT_EQ(cache.reusedEvaluations(), isTogether ? 0 : 1) << step;
    state = cache.state();
  }
  EXPECT_EQ(steps, "TTaaaTaaaT");
  EXPECT_EQ(apart, 6);
}

TEST(StepCache, MeasuresTheRatiosOfWhatTheBlocksAdd) {
  auto plan = planOf(1, 0, 0);
  plan.cache = planFor(CacheRule::MagCache, 0);
  std::map<std::string, std::vector<double>> curves;
  plan.cache.measured = [&](const std::string& name, int step, double ratio) {
    EXPECT_EQ(static_cast<int>(curves[name].size()), step);
    curves[name].push_back(ratio);
  };
  Toys toys, plain;
  std::vector<at::Tensor> residuals;
  const auto state = run(plan, toys, startState(), [&](const StepView& view) {
    const auto& x = view.latentsBefore;
    residuals.push_back(0.7 * at::tanh(x) + view.report.timestep / 1000 * x - x);
  });
  plan.cache = {};
  EXPECT_TRUE(state.latents.equal(run(plan, plain).latents));
  ASSERT_EQ(curves.size(), 2u);
  ASSERT_EQ(curves["conditional"].size(), residuals.size());
  EXPECT_EQ(curves["conditional"][0], 1);
  for (std::size_t i = 1; i < residuals.size(); ++i) {
    const auto ratio = (residuals[i].square().sum(-1).sqrt() / residuals[i - 1].square().sum(-1).sqrt()).mean();
    EXPECT_NEAR(curves["conditional"][i], ratio.item<double>(), 1e-5) << i;
  }
}

TEST(StepCache, WhatIsNotOfTheModelIsRefusedByTheFileThatItWasReadFrom) {
  const auto plan = teaPlan(1, 0, 0.1);
  Toys toys;
  std::vector<TrajectoryState> states;
  run(plan, toys, startState(), [&](const StepView& view) { states.push_back(view.after); });
  for (const auto* name : {"cache.last_input", "cache.residual.conditional"}) {
    auto state = states[4];
    auto tensors = toTensors(state.cache);
    tensors.at(name) = at::zeros({3}, at::kFloat);
    state.cache = cacheStateFromTensors(tensors, state.latents.numel(), "/run/state");
    try {
      run(plan, toys, state);
      FAIL() << "accepted";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Corrupt);
      EXPECT_EQ(failure.error().message.rfind("/run/state: ", 0), 0u) << failure.error().message;
    }
  }
}

TEST(StepCache, AnotherRuleForgetsWhatThisOneRemembers) {
  Toys toys;
  const auto easy = run(planOf(1, 0, 0.3), toys);
  StepCache tea(teaPlan(1, 0, 0.1).cache, easy.cache, {Model::Large, Stage::Early, 20, kSteps});
  EXPECT_TRUE(tea.state().residuals.empty());
}

TEST(StepCache, DamagedStatesAreRefusedByName) {
  Toys toys;
  auto plan = planOf(1, 0, 0.3);
  const auto state = run(plan, toys);
  const auto whole = toTensors(state.cache);
  const auto values = state.latents.numel();
  ASSERT_EQ(whole.size(), 10u);
  const auto refused = [&](const std::string& name, const at::Tensor& tensor) {
    auto damaged = whole;
    damaged.at(name) = tensor;
    try {
      cacheStateFromTensors(damaged, values, "/run/state");
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Corrupt);
      EXPECT_NE(failure.error().message.find("/run/state: \"" + name), std::string::npos) << failure.error().message;
      return true;
    }
    return false;
  };
  for (const auto& [name, tensor] : whole) {
    EXPECT_TRUE(refused(name, at::cat({tensor, tensor}))) << name;
    EXPECT_TRUE(refused(name, tensor.to(at::kHalf))) << name;
  }
  const auto magnitude = [&](double ratio, double reused) {
    auto damaged = whole;
    damaged["cache.magnitude.conditional"] = at::tensor({ratio, 0.0, reused, 3.0}, at::kDouble);
    cacheStateFromTensors(damaged, values, "/run/state");
  };
  EXPECT_NO_THROW(magnitude(1, 2));
  EXPECT_THROW(magnitude(std::numeric_limits<double>::infinity(), 2), Failure);
  EXPECT_THROW(magnitude(1, 0.5), Failure);
  EXPECT_THROW(magnitude(1, -1), Failure);
  EXPECT_TRUE(refused("cache.model", at::full({1}, 2, at::kLong)));
  EXPECT_TRUE(refused("cache.stage", at::full({1}, -1, at::kLong)));
  EXPECT_TRUE(refused("cache.error", at::full({1}, std::numeric_limits<double>::quiet_NaN(), at::kDouble)));
  EXPECT_TRUE(refused("cache.rule", at::full({1}, 4, at::kLong)));
}

}  // namespace
}  // namespace fb::sampling
