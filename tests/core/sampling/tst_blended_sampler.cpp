// SPDX-License-Identifier: MIT
// The trajectory with toy models: which model runs when, and what a probe, a stop and a restart may change.
#include "sampling/divergence.h"
#include "toy_fields.h"

#include <gtest/gtest.h>

#include <limits>

namespace fb::sampling {
namespace {

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
  EXPECT_EQ(toys.small.calls, 10);
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
    ASSERT_EQ(silent.reports.size(), 10u);
    for (const auto& report : silent.reports) EXPECT_FALSE(report.divergence);

    plan.probe = ProbePolicy::Large;
    const auto shadowed = run(plan, toys);
    ASSERT_EQ(shadowed.reports.size(), 10u);
    for (const auto& report : shadowed.reports) EXPECT_EQ(report.divergence.has_value(), report.model == Model::Large);

    plan.probe = ProbePolicy::All;
    const auto all = run(plan, toys);
    ASSERT_EQ(all.reports.size(), 10u);
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
  int seen = 0;
  sample(state, plan, toys.pair(), RunControl(), [&](const StepView& view) {
    ++seen;
    const double t = view.report.timestep;
    EXPECT_TRUE(at::equal(*view.velocityLarge, toys.large.at(view.latentsBefore, t)));
    EXPECT_TRUE(at::equal(*view.velocitySmall, toys.small.at(view.latentsBefore, t)));
    EXPECT_TRUE(
        at::equal(view.velocity, view.report.model == Model::Large ? *view.velocityLarge : *view.velocitySmall));
    EXPECT_EQ(view.after.step, view.report.step + 1);
  });
  EXPECT_EQ(seen, 10);
}

// v = u + 3 (c - u), where the conditional velocity c is the first evaluation.
class GuidedField : public VelocityField {
public:
  explicit GuidedField(double strength) : m_strength(strength) {}

  at::Tensor conditional(const at::Tensor& latents) const { return m_strength * at::tanh(latents); }
  at::Tensor velocity(const at::Tensor& latents, double, StepCache& cache, const ForwardControl&) override {
    const auto evaluate = [&](const char* name, const at::Tensor& value) {
      StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = latents;
      evaluation.forward = [&](at::Tensor*) { return value; };
      return cache.velocity(evaluation);
    };
    const auto c = evaluate("conditional", conditional(latents));
    const auto u = evaluate("unconditional", 0.1 * latents);
    return u + 3 * (c - u);
  }
  std::string description() const override { return "guided toy"; }

private:
  double m_strength;
};

TEST(BlendedSampler, ProbesCompareTheConditionalVelocitiesAsWell) {
  GuidedField large(0.7), small(0.4);
  const ModelPair pair{[&](Model model) -> VelocityField& { return model == Model::Large ? large : small; }};
  auto plan = planOf(SchedulePreset::LSL);
  plan.probe = ProbePolicy::All;
  auto state = startState();
  sample(state, plan, pair, RunControl(), [&](const StepView& view) {
    const auto expected = divergence(large.conditional(view.latentsBefore), small.conditional(view.latentsBefore));
    ASSERT_TRUE(view.report.conditionalDivergence);
    EXPECT_EQ(view.report.conditionalDivergence->relativeL2, expected.relativeL2);
    EXPECT_EQ(view.report.conditionalDivergence->cosineDistance, expected.cosineDistance);
    EXPECT_NE(view.report.divergence->relativeL2, expected.relativeL2);
  });
  ASSERT_EQ(state.reports.size(), 10u);
  EXPECT_EQ(modelsOf(state), "LLLLSSSSLL");
  plan.probe = ProbePolicy::Large;
  auto partly = startState();
  sample(partly, plan, pair, RunControl(), [](const StepView&) {});
  EXPECT_TRUE(sameBits(partly, state));
  for (const auto& report : partly.reports)
    EXPECT_EQ(report.conditionalDivergence.has_value(), report.model == Model::Large);
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

    // By hand: three trajectories over one schedule, each started without a history.
    const auto method = makeSolver(solver);
    const auto& schedule = plan.sigmas;
    auto latents = startState().latents;
    SolverState state;
    for (int i = 0; i < 10; ++i) {
      if (i == 4 || i == 8) state = {};
      auto& field = plan.schedule.modelAt(i) == Model::Large ? toys.large : toys.small;
      const auto velocity = field.at(latents, schedule.timesteps[static_cast<std::size_t>(i)]);
      const auto step = method->step(state, velocity, latents, Model::Large, i, schedule);
      latents = step.latents;
      state = step.state;
    }
    EXPECT_TRUE(at::equal(restarted.latents, latents)) << toString(solver);
  }
}

// A trajectory by hand over the noise levels with the given indices, with one solver history throughout.
at::Tensor byHand(const SamplingPlan& plan, Toys& toys, const std::vector<int>& levels, bool wholeSmallSteps) {
  SigmaSchedule path;
  for (const int level : levels) {
    path.sigmas.push_back(plan.sigmas.sigmas[static_cast<std::size_t>(level)]);
    path.timesteps.push_back(plan.sigmas.timesteps[static_cast<std::size_t>(level)]);
  }
  path.sigmas.push_back(0);
  const auto solver = makeSolver(plan.solver);
  auto latents = startState().latents;
  SolverState state;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const auto model = plan.schedule.modelAt(levels[i]);
    auto& field = model == Model::Large ? toys.large : toys.small;
    const bool afterSmall = i > 0 && plan.schedule.modelAt(levels[i - 1]) == Model::Small;
    if (wholeSmallSteps && (model == Model::Small || afterSmall)) state = {};
    const auto velocity = field.at(latents, path.timesteps[i]);
    const auto step = solver->step(state, velocity, latents, model, static_cast<int>(i), path);
    latents = step.latents;
    state = step.state;
  }
  return latents;
}

TEST(BlendedSampler, TheMiddleStageMayTakeFewerLongerSteps) {
  for (const auto solver : kSolvers)
    for (const bool distilled : {false, true}) {
      Toys toys;
      auto plan = planOf(SchedulePreset::LSL, solver, 20);  // 8 large, 8 small, 4 large
      plan.schedule.middleSteps = 3;
      plan.distilledSmall = distilled;
      const auto state = run(plan, toys);
      EXPECT_EQ(toys.large.calls, 12);
      EXPECT_EQ(toys.small.calls, 3);
      EXPECT_EQ(modelsOf(state), "LLLLLLLLSSSLLLL");
      EXPECT_EQ(state.step, 20);
      ASSERT_EQ(state.reports.size(), 15u);
      for (std::size_t i = 1; i < state.reports.size(); ++i)
        EXPECT_EQ(state.reports[i].step, state.reports[i - 1].end) << i;
      const std::vector<int> levels{0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 13, 16, 17, 18, 19};
      EXPECT_TRUE(at::equal(state.latents, byHand(plan, toys, levels, distilled))) << toString(solver) << distilled;
    }
}

// The same model in every stage with the same steps is equivalent to the large model alone, whichever is scheduled.
TEST(BlendedSampler, AsManyMiddleStepsAsLevelsGiveTheBitsOfTheLargeModelAlone) {
  for (const auto solver : kSolvers) {
    Toys twins{ToyField(0.7), ToyField(0.7)};
    const auto reference = run(planOf(SchedulePreset::LLL, solver), twins);
    auto plan = planOf(SchedulePreset::LSL, solver);
    for (const int steps : {4, 9}) {
      plan.schedule.middleSteps = steps;
      EXPECT_TRUE(sameBits(run(plan, twins), reference)) << toString(solver) << steps;
    }
  }
}

TEST(BlendedSampler, LongStepsResumeToTheSameBitsAlsoAfterAMove) {
  for (const auto solver : kSolvers) {
    auto plan = planOf(SchedulePreset::LSL, solver, 20);
    plan.schedule.middleSteps = 3;
    RunControl moved;
    const auto moveInside = [&](const StepView& view) {
      if (view.report.step == 11) moved.moveBoundaries(0.4, 0.3);
    };
    Toys toys;
    auto whole = startState();
    sample(whole, plan, toys.pair(), moved, moveInside);
    EXPECT_EQ(modelsOf(whole), "LLLLLLLLSSSLLLLLL") << toString(solver);

    // Stopped in every model step, then continued with the boundaries as they had been moved by then.
    for (int stopAt = 1; stopAt <= 17; ++stopAt) {
      Toys again;
      RunControl control;
      int calls = 0;
      again.large.onCall = again.small.onCall = [&](int) {
        if (++calls == stopAt) control.requestStop();
      };
      auto state = startState();
      EXPECT_THROW(sample(state, plan, again.pair(), control,
                          [&](const StepView& view) {
                            if (view.report.step == 11) control.moveBoundaries(0.4, 0.3);
                          }),
                   Stopped);
      auto rest = plan;
      RunControl calm;
      if (state.step > 11) rest.schedule.late = 0.3;
      sample(state, rest, toys.pair(), calm, [&](const StepView& view) {
        if (view.report.step == 11) calm.moveBoundaries(0.4, 0.3);
      });
      EXPECT_TRUE(sameBits(state, whole)) << toString(solver) << ", stopped in step " << stopAt;
    }
  }
}

TEST(BlendedSampler, HooksStandAroundEveryStep) {
  auto plan = planOf(SchedulePreset::LSL, SolverKind::Euler);
  const auto start = startState().latents;
  const auto held = at::arange(3).view({1, 1, 3, 1, 1}) == 0;  // the first frame
  int before = 0;
  plan.hooks.before = [&](const at::Tensor& latents, double) {
    ++before;
    return latents;
  };
  plan.hooks.after = [&](const at::Tensor& from, const at::Tensor& to, double) { return at::where(held, from, to); };
  Toys toys;
  const auto state = run(plan, toys);
  EXPECT_EQ(before, 10);
  EXPECT_TRUE(state.latents.select(2, 0).equal(start.select(2, 0)));
  EXPECT_FALSE(state.latents.select(2, 1).equal(start.select(2, 1)));
}

// Its weights might have to be read first.
TEST(BlendedSampler, AStopBetweenTwoStepsAsksForNoModel) {
  for (const int stopAfter : {0, 3, 8}) {
    Toys toys;
    RunControl control;
    if (stopAfter == 0) control.requestStop();
    int asked = 0;
    const ModelPair pair{[&](Model model) -> VelocityField& {
      ++asked;
      return model == Model::Large ? toys.large : toys.small;
    }};
    auto state = startState();
    const auto stopThere = [&](const StepView& view) {
      if (view.report.step + 1 == stopAfter) control.requestStop();
    };
    EXPECT_THROW(sample(state, planOf(SchedulePreset::LSL), pair, control, stopThere), Stopped);
    EXPECT_EQ(state.step, stopAfter);
    EXPECT_EQ(asked, stopAfter);
    EXPECT_EQ(toys.large.calls + toys.small.calls, stopAfter);
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

        // The small model probes the large one's steps, so some of these stops hit the probe of a step.
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
              "step 5 of 10: NaN or Inf in the latents, produced by the small model in fp16; try bf16 (fp16 overflows "
              "first) or fp32");
  }
  EXPECT_EQ(state.step, 4);
  EXPECT_TRUE(at::isfinite(state.latents).all().item<bool>());
}

TEST(BlendedSampler, NotFiniteLatentsAreNotToBeTriedInTheSameDtype) {
  constexpr auto kNaN = std::numeric_limits<double>::quiet_NaN();
  for (const auto& [name, wayOut] : {std::pair("small model in bf16", "; try fp32"),
                                     std::pair("small model in fp32", "; its weights or a LoRA may be damaged")}) {
    Toys toys{ToyField(0.7), ToyField(kNaN, name)};
    auto state = startState();
    try {
      sample(state, planOf(SchedulePreset::LSL), toys.pair(), RunControl(), [](const StepView&) {});
      FAIL() << "went on with NaN";
    } catch (const Failure& failure) {
      EXPECT_TRUE(failure.error().message.ends_with(std::string("produced by the ") + name + wayOut))
          << failure.error().message;
    }
  }
}

// A step's own time varies; how the remaining time is derived from it is exact.
TEST(BlendedSampler, TimeLeftFollowsTheMeanOfEachModel) {
  struct Measured {
    double seconds = -1;
    double left = -1;
  };
  const auto afterOneMore = [](const std::vector<std::pair<Model, double>>& done) {
    Toys toys;
    auto state = startState();
    for (const auto& [model, seconds] : done) {
      StepReport report;
      report.step = state.step++;
      report.model = model;
      report.seconds = seconds;
      state.reports.push_back(report);
    }
    Measured measured;
    RunControl control;
    const auto stopAfterOne = [&](const StepView& view) {
      measured = {view.report.seconds, view.report.secondsLeft};
      control.requestStop();
    };
    EXPECT_THROW(sample(state, planOf(SchedulePreset::LSL), toys.pair(), control, stopAfterOne), Stopped);
    return measured;
  };
  // The fourth large step; the small model, not yet measured, is assumed to be as slow.
  const auto fourth = afterOneMore({{Model::Large, 1000}, {Model::Large, 1000}, {Model::Large, 1000}});
  ASSERT_GE(fourth.seconds, 0);
  EXPECT_NEAR(fourth.left, 6 * (3000 + fourth.seconds) / 4, 1e-6);
  // The second small step; 2 small and 2 large steps ahead.
  const auto sixth = afterOneMore(
      {{Model::Large, 1000}, {Model::Large, 1000}, {Model::Large, 1000}, {Model::Large, 1000}, {Model::Small, 100}});
  ASSERT_GE(sixth.seconds, 0);
  EXPECT_NEAR(sixth.left, 2 * (100 + sixth.seconds) / 2 + 2 * 1000, 1e-6);
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
