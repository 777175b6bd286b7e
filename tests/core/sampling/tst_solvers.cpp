// SPDX-License-Identifier: MIT
// The solvers against diffusers' schedulers, bit-identical, and their states through a file.
#include "base/failure.h"
#include "sampling/solver.h"
#include "seed.h"
#include "temporary_folder.h"
#include "weights/tensor_file.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace fb::sampling {
namespace {

const weights::NamedTensors& oracle() {
  static const auto file = weights::loadTensors(std::filesystem::path(std::getenv("FB_ORACLE_DIR")) /
                                                "sampling_solvers" / "solvers.safetensors");
  return file.tensors;
}

struct Case {
  SolverKind kind;
  int steps;
  double shift;
  std::string dtype;

  std::string name() const { return fmt::format("{}/{}/{}/{}", toString(kind), steps, shift, dtype); }
  at::Tensor tensor(const char* what) const { return oracle().at(name() + "/" + what); }
};

void PrintTo(const Case& value, std::ostream* stream) { *stream << value.name(); }

std::vector<Case> allCases() {
  std::vector<Case> cases;
  for (const auto kind : {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP})
    for (const int steps : {1, 2, 3, 10, 50})
      for (const double shift : {1.0, 3.0, 3.3, 8.0})
        for (const char* dtype : {"fp32", "bf16"}) cases.push_back({kind, steps, shift, dtype});
  return cases;
}

class AgainstDiffusers : public testing::TestWithParam<Case> {};

TEST_P(AgainstDiffusers, ScheduleIsEqual) {
  const auto schedule = makeSolver(GetParam().kind)->schedule(GetParam().steps, GetParam().shift);
  EXPECT_TRUE(at::equal(at::tensor(schedule.sigmas), GetParam().tensor("sigmas")));
  EXPECT_TRUE(at::equal(at::tensor(schedule.timesteps, at::kDouble), GetParam().tensor("timesteps")));
}

TEST_P(AgainstDiffusers, EveryStepIsEqual) {
  const auto solver = makeSolver(GetParam().kind);
  const auto schedule = solver->schedule(GetParam().steps, GetParam().shift);
  const auto velocity = GetParam().tensor("velocity");
  const auto expected = GetParam().tensor("latents");
  auto latents = GetParam().tensor("noise");
  SolverState state;
  for (int i = 0; i < GetParam().steps; ++i) {
    const auto step = solver->step(state, velocity[i], latents, Model::Large, i, schedule);
    ASSERT_EQ(step.latents.scalar_type(), at::kFloat);
    ASSERT_TRUE(at::equal(step.latents, expected[i])) << "step " << i;
    state = step.state;
    latents = step.latents;
  }
}

INSTANTIATE_TEST_SUITE_P(All, AgainstDiffusers, testing::ValuesIn(allCases()));

struct Position {
  SolverState state;
  at::Tensor latents;
};

// velocity: one per step of the schedule.
Position advance(const Solver& solver, const SigmaSchedule& schedule, Position position, const at::Tensor& velocity,
                 int begin, int end) {
  for (int i = begin; i < end; ++i) {
    const auto model = i < 4 ? Model::Large : Model::Small;
    const auto step = solver.step(position.state, velocity[i], position.latents, model, i, schedule);
    position = {step.state, step.latents};
  }
  return position;
}

class SolverStates : public testing::TestWithParam<SolverKind> {};

TEST_P(SolverStates, GoThroughAFileAtAnyStep) {
  constexpr int kSteps = 10;
  const auto solver = makeSolver(GetParam());
  const auto schedule = solver->schedule(kSteps, 3);
  at::manual_seed(testSeed(0));
  const auto velocity = at::randn({kSteps, 1, 4, 3, 5, 7});
  const Position start{{}, at::randn({1, 4, 3, 5, 7})};
  const auto whole = advance(*solver, schedule, start, velocity, 0, kSteps);
  const TemporaryFolder folder;
  const auto path = folder / "state.safetensors";
  for (int pause = 0; pause <= kSteps; ++pause) {
    const auto before = advance(*solver, schedule, start, velocity, 0, pause);
    auto tensors = toTensors(before.state);
    tensors["latents"] = before.latents;
    weights::saveTensors(path, tensors);
    const auto loaded = weights::loadTensors(path).tensors;
    const auto restored = solverStateFromTensors(loaded, "state");
    EXPECT_EQ(restored.sources, before.state.sources);
    const auto after = advance(*solver, schedule, {restored, loaded.at("latents")}, velocity, pause, kSteps);
    EXPECT_TRUE(at::equal(after.latents, whole.latents)) << "paused before step " << pause;
  }
}

INSTANTIATE_TEST_SUITE_P(All, SolverStates,
                         testing::Values(SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP));

SolverState unipcState() {
  const auto solver = makeSolver(SolverKind::UniPC);
  const auto schedule = solver->schedule(5, 3);
  at::manual_seed(testSeed(0));
  const Position start{{}, at::randn({1, 4, 1, 2, 2})};
  return advance(*solver, schedule, start, at::randn({5, 1, 4, 1, 2, 2}), 0, 3).state;
}

TEST(SolverStates, DamagedOnesAreRefused) {
  const auto good = toTensors(unipcState());
  const auto refused = [](weights::NamedTensors tensors) {
    try {
      solverStateFromTensors(tensors, "state");
    } catch (const Failure& failure) {
      return failure.error().kind == ErrorKind::Corrupt;
    }
    return false;
  };
  ASSERT_FALSE(refused(good));
  for (const auto& [name, tensor] : good) {
    auto damaged = good;
    damaged.erase(name);
    EXPECT_TRUE(refused(damaged)) << "without " << name;
    damaged[name] = tensor.to(at::kHalf);
    EXPECT_TRUE(refused(damaged)) << name << " of another dtype";
    damaged[name] = at::cat({tensor, tensor});
    EXPECT_TRUE(refused(damaged)) << name << " of another size";
  }
  auto damaged = good;
  damaged["solver.last_order"] = at::full({1}, 3, at::kLong);
  EXPECT_TRUE(refused(damaged));
}

TEST(Solvers, RefuseSchedulesThatDoNotExist) {
  for (const auto kind : {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP}) {
    const auto solver = makeSolver(kind);
    EXPECT_THROW(solver->schedule(0, 3), Failure);
    EXPECT_THROW(solver->schedule(10, 0), Failure);
    EXPECT_THROW(solver->schedule(10, std::nan("")), Failure);
  }
}

}  // namespace
}  // namespace fb::sampling
