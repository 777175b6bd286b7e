// SPDX-License-Identifier: MIT
// The trajectory with toy models: which model runs when, what a probe, a stop and a restart may and may not change.
#include "sampling/blended_sampler.h"

#include "base/failure.h"

#include <gtest/gtest.h>

#include <limits>

namespace fb::sampling {
namespace {

// A velocity that bends with latents and time, so that every difference of history or model shows.
class ToyField : public VelocityField {
public:
  explicit ToyField(double strength, std::string name = "toy model in fp32", at::ScalarType type = at::kFloat)
      : m_strength(strength), m_name(std::move(name)), m_type(type) {}

  at::Tensor velocity(const at::Tensor& latents, double timestep, std::stop_token stop) override {
    ++calls;
    if (onCall) onCall(calls);
    throwIfStopped(stop);
    return (m_strength * at::tanh(latents) + timestep / 1000 * latents).to(m_type);
  }
  std::string description() const override { return m_name; }

  int calls = 0;
  std::function<void(int call)> onCall;

private:
  double m_strength;
  std::string m_name;
  at::ScalarType m_type;
};

struct Toys {
  ToyField large{0.7};
  ToyField small{0.4};

  ModelPair pair() {
    return {[this](Model model) -> VelocityField& { return model == Model::Large ? large : small; }};
  }
};

TrajectoryState startState() {
  TrajectoryState state;
  state.latents = at::arange(60, at::kFloat).view({1, 4, 3, 1, 5}).sin() * 2;
  return state;
}

SamplingPlan planOf(SchedulePreset preset, SolverKind solver = SolverKind::UniPC, int steps = 10) {
  SamplingPlan plan;
  plan.schedule = StageSchedule::fromPreset(preset, steps);
  plan.solver = solver;
  return plan;
}

TrajectoryState run(const SamplingPlan& plan, Toys& toys, TrajectoryState state = startState()) {
  const RunControl control;
  sample(state, plan, toys.pair(), control, [](const StepView&) {});
  return state;
}

std::string modelsOf(const TrajectoryState& state) {
  std::string models;
  for (const auto& report : state.reports) models += report.model == Model::Large ? 'L' : 'S';
  return models;
}

bool sameBits(const TrajectoryState& a, const TrajectoryState& b) { return at::equal(a.latents, b.latents); }

constexpr std::array kSolvers = {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP};

TEST(BlendedSampler, RunsTheModelOfTheSchedule) {
  const auto models = [](SchedulePreset preset) {
    Toys toys;
    const auto state = run(planOf(preset), toys);
    EXPECT_EQ(toys.large.calls + toys.small.calls, 10);
    EXPECT_EQ(state.step, 10);
    return modelsOf(state);
  };
  EXPECT_EQ(models(SchedulePreset::LSL), "LLLLSSSSLL");
  EXPECT_EQ(models(SchedulePreset::LLL), "LLLLLLLLLL");
  EXPECT_EQ(models(SchedulePreset::SSS), "SSSSSSSSSS");
  EXPECT_EQ(models(SchedulePreset::LSS), "LLLLSSSSSS");
  EXPECT_EQ(models(SchedulePreset::SLL), "SSLLLLLLLL");
}

TEST(BlendedSampler, AModelThatIsNotNeededIsNeverAskedFor) {
  Toys toys;
  auto state = startState();
  const ModelPair pair{[&](Model model) -> VelocityField& {
    EXPECT_EQ(model, Model::Small);
    return toys.small;
  }};
  sample(state, planOf(SchedulePreset::SSS), pair, RunControl(), [](const StepView&) {});
}

TEST(BlendedSampler, WithOneModelEveryScheduleGivesTheSameBits) {
  for (const auto solver : kSolvers) {
    Toys twins{ToyField(0.7), ToyField(0.7)};
    const auto reference = run(planOf(SchedulePreset::LLL, solver), twins);
    for (const auto preset : kSchedulePresets)
      EXPECT_TRUE(sameBits(run(planOf(preset, solver), twins), reference)) << toString(solver) << toString(preset);
  }
}

TEST(BlendedSampler, ProbingLeavesTheTrajectoryAlone) {
  for (const auto solver : kSolvers) {
    Toys toys;
    auto plan = planOf(SchedulePreset::LSL, solver);
    const auto silent = run(plan, toys);
    for (const auto& report : silent.reports) EXPECT_FALSE(report.divergence);

    plan.probe = ProbePolicy::Large;
    const auto shadowed = run(plan, toys);
    for (const auto& report : shadowed.reports) EXPECT_EQ(report.divergence.has_value(), report.model == Model::Large);

    plan.probe = ProbePolicy::All;
    const auto all = run(plan, toys);
    for (const auto& report : all.reports) EXPECT_GT(report.divergence.value().relativeL2, 0.01);

    EXPECT_TRUE(sameBits(shadowed, silent));
    EXPECT_TRUE(sameBits(all, silent));
  }
}

TEST(BlendedSampler, ProbesNameTheModelsRightly) {
  Toys toys;
  auto plan = planOf(SchedulePreset::LSL);
  plan.probe = ProbePolicy::All;
  auto state = startState();
  sample(state, plan, toys.pair(), RunControl(), [&](const StepView& view) {
    const double t = view.report.timestep;
    EXPECT_TRUE(at::equal(*view.velocityLarge, toys.large.velocity(view.latentsBefore, t, {})));
    EXPECT_TRUE(at::equal(*view.velocitySmall, toys.small.velocity(view.latentsBefore, t, {})));
    EXPECT_TRUE(
        at::equal(view.velocity, view.report.model == Model::Large ? *view.velocityLarge : *view.velocitySmall));
    EXPECT_EQ(view.after.step, view.report.step + 1);
  });
}

TEST(BlendedSampler, AShadowThatOverflowsEndsNothing) {
  Toys toys{ToyField(0.7), ToyField(std::numeric_limits<double>::infinity())};
  auto plan = planOf(SchedulePreset::LLL);
  plan.probe = ProbePolicy::Large;
  const auto state = run(plan, toys);
  EXPECT_EQ(state.step, 10);
  EXPECT_FALSE(state.reports.front().divergence);
}

TEST(BlendedSampler, MovedBoundariesHoldForTheStepsAhead) {
  Toys toys;
  RunControl control;
  auto state = startState();
  sample(state, planOf(SchedulePreset::LSL), toys.pair(), control, [&](const StepView& view) {
    if (view.report.step == 4) control.moveBoundaries(0.0, 0.4);
    if (view.report.step == 7) control.moveBoundaries(1.0, 0.0);
  });
  EXPECT_EQ(modelsOf(state), "LLLLSSLLLL");
}

TEST(BlendedSampler, RestartDropsTheHistoryAtASwitchOnly) {
  for (const auto solver : {SolverKind::UniPC, SolverKind::DpmSolverPP}) {
    Toys toys;
    auto plan = planOf(SchedulePreset::LSL, solver);
    const auto kept = run(plan, toys);
    plan.history = HistoryPolicy::Restart;
    const auto restarted = run(plan, toys);
    EXPECT_FALSE(sameBits(kept, restarted));

    // By hand: three trajectories over one schedule, each begun without a history.
    const auto method = makeSolver(solver);
    const auto schedule = method->schedule(10, plan.shift);
    auto latents = startState().latents;
    SolverState state;
    for (int i = 0; i < 10; ++i) {
      if (i == 4 || i == 8) state = {};
      auto& field = plan.schedule.modelAt(i) == Model::Large ? toys.large : toys.small;
      const auto velocity = field.velocity(latents, schedule.timesteps[static_cast<std::size_t>(i)], {});
      const auto step = method->step(state, velocity, latents, Model::Large, i, schedule);
      latents = step.latents;
      state = step.state;
    }
    EXPECT_TRUE(at::equal(restarted.latents, latents)) << toString(solver);
  }
}

TEST(BlendedSampler, AStopInsideAModelKeepsTheLastFinishedStepAndResumes) {
  for (const auto solver : kSolvers)
    for (const auto history : {HistoryPolicy::Keep, HistoryPolicy::Restart})
      for (int stopAt = 1; stopAt <= 10; ++stopAt) {
        auto plan = planOf(SchedulePreset::LSL, solver);
        plan.history = history;
        plan.probe = ProbePolicy::Large;
        Toys calm;
        const auto whole = run(plan, calm);

        // The small model shadows the large one, so some of these stops hit the probe of a step.
        Toys toys;
        RunControl control;
        toys.small.onCall = [&](int call) {
          if (call == stopAt) control.requestStop();
        };
        auto state = startState();
        std::vector<at::Tensor> finished{state.latents};
        const auto keep = [&](const StepView& view) { finished.push_back(view.after.latents); };
        EXPECT_THROW(sample(state, plan, toys.pair(), control, keep), Stopped);
        ASSERT_EQ(state.step, stopAt - 1);
        ASSERT_EQ(state.reports.size(), finished.size() - 1);
        ASSERT_TRUE(at::equal(state.latents, finished.back()));

        EXPECT_TRUE(sameBits(run(plan, calm, state), whole)) << toString(solver) << ", stopped in step " << stopAt;
      }
}

TEST(BlendedSampler, NotFiniteLatentsNameStepModelAndWayOut) {
  Toys toys{ToyField(0.7), ToyField(1e6, "small model in fp16", at::kHalf)};
  auto state = startState();
  try {
    sample(state, planOf(SchedulePreset::LSL), toys.pair(), RunControl(), [](const StepView&) {});
    FAIL() << "went on with Inf";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().kind, ErrorKind::NotFinite);
    EXPECT_EQ(failure.error().message,
              "step 5 of 10: NaN or Inf in the latents, made by the small model in fp16; try bf16 (fp16 overflows "
              "first) or fp32");
  }
  EXPECT_EQ(state.step, 4);
  EXPECT_TRUE(at::isfinite(state.latents).all().item<bool>());
}

// Steps measured earlier weigh so much that the toy's own microseconds do not show.
TEST(BlendedSampler, TimeLeftFollowsTheMeanOfEachModel) {
  const auto leftAfterStep = [](std::vector<std::pair<Model, double>> done, SchedulePreset preset) {
    Toys toys;
    auto state = startState();
    for (const auto& [model, seconds] : done) {
      StepReport report;
      report.step = state.step++;
      report.model = model;
      report.seconds = seconds;
      state.reports.push_back(report);
    }
    double left = -1;
    RunControl control;
    const auto stopAfterOne = [&](const StepView& view) {
      left = view.report.secondsLeft;
      control.requestStop();
    };
    EXPECT_THROW(sample(state, planOf(preset), toys.pair(), control, stopAfterOne), Stopped);
    return left;
  };
  constexpr double kTolerance = 2;  // a toy step slow by half a second on a busy machine is still good
  // Large 3 steps of 1000 s and one of 0 s; the small one unmeasured.
  EXPECT_NEAR(leftAfterStep({{Model::Large, 1000}, {Model::Large, 1000}, {Model::Large, 1000}}, SchedulePreset::LSL),
              6 * 750, kTolerance);
  // 2 small and 2 large steps ahead; small (100 + 0)/2.
  EXPECT_NEAR(
      leftAfterStep(
          {{Model::Large, 1000}, {Model::Large, 1000}, {Model::Large, 1000}, {Model::Large, 1000}, {Model::Small, 100}},
          SchedulePreset::LSL),
      2 * 50 + 2 * 1000, kTolerance);
}

TEST(BlendedSampler, AFinishedTrajectoryIsLeftAlone) {
  Toys toys;
  const auto whole = run(planOf(SchedulePreset::LSL), toys);
  const int calls = toys.large.calls;
  EXPECT_TRUE(sameBits(run(planOf(SchedulePreset::LSL), toys, whole), whole));
  EXPECT_EQ(toys.large.calls, calls);
}

}  // namespace
}  // namespace fb::sampling
