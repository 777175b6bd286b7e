// SPDX-License-Identifier: MIT
// Memory that runs out despite the plan, in everything that a run does: it goes on as soon as there is room, to the
// same clip, and ends if there is none.
#include "engine_cases.h"
#include "toy_family.h"
#include "toy_pipeline.h"

#include <functional>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

namespace fb {
namespace {

using toy::Work;

class MemoryRunsOut : public testing::Test {
protected:
  MemoryRunsOut() {
    toy::registerToyFamily();
    request = defaultRequest(pairOfParts());
    request.clip.prompt = "a toy";
    request.sampling.seed = 3;
  }
  ~MemoryRunsOut() override { toy::onWork = nullptr; }

  PairSpec pairOfParts() const {
    auto made = sharedEngine().pairFromParts(toy::writeToyPair(folder / ""));
    if (!made) throw std::runtime_error(made.error().message);
    return std::move(made).value();
  }

  struct Watch : RunWatch {
    void previewReady(int step, const Clip&) override { previews.push_back(step); }
    std::vector<int> previews;
  };

  Outcome<RunResult> run() {
    watch = {};
    RunControl control;
    return createEngine({1})->generate(request, watch, control);
  }
  // From now on, memory runs out at these attempts to do this work.
  void runOut(Work in, std::function<bool(int)> at) {
    attempts = 0;
    toy::onWork = [this, in, at = std::move(at)](Work work) {
      if (work != in) return;
      ++attempts;
      // Without it, a run that tries forever would be a test without end.
      if (attempts > 100) throw std::runtime_error("tried again and again");
      if (at(attempts)) throw std::bad_alloc();
    };
  }
  static bool always(int) { return true; }

  TemporaryFolder folder;
  GenerationRequest request;
  Watch watch;
  int attempts = 0;
};

class EveryWork : public MemoryRunsOut, public testing::WithParamInterface<Work> {};

TEST_P(EveryWork, OnceAndTheClipIsTheSame) {
  const auto expected = finished(run());
  const auto previews = watch.previews;
  EXPECT_EQ(previews.size(), expected.steps.size());
  runOut(GetParam(), [](int attempt) { return attempt == 1; });
  const auto result = finished(run());
  expectSameClip(result.clip, expected.clip);
  EXPECT_EQ(result.steps.size(), expected.steps.size());
  EXPECT_GE(attempts, 2);
  EXPECT_EQ(watch.previews, previews);
  EXPECT_TRUE(watch.warnings.empty()) << watch.warnings.front();
}

// All but the previews'.
class NeededWork : public EveryWork {};

TEST_P(NeededWork, ForGoodAndTheRunEnds) {
  runOut(GetParam(), always);
  const auto error = failure(run());
  EXPECT_EQ(error.kind, ErrorKind::OutOfMemory) << error.message;
  EXPECT_EQ(attempts, 2);
}

std::string nameOf(const testing::TestParamInfo<Work>& tested) {
  switch (tested.param) {
    case Work::Text:
      return "Text";
    case Work::Prepare:
      return "Prepare";
    case Work::Velocity:
      return "Velocity";
    case Work::Colours:
      return "Colours";
    case Work::DecodeInput:
      return "DecodeInput";
    case Work::Decode:
      return "Decode";
  }
  return {};
}

INSTANTIATE_TEST_SUITE_P(Works, EveryWork,
                         testing::Values(Work::Text, Work::Prepare, Work::Velocity, Work::Colours, Work::DecodeInput,
                                         Work::Decode),
                         nameOf);
INSTANTIATE_TEST_SUITE_P(Works, NeededWork,
                         testing::Values(Work::Text, Work::Prepare, Work::Velocity, Work::DecodeInput, Work::Decode),
                         nameOf);

// Room can be made again at a later step: the previews have loaded the VAE in the meantime.
TEST_F(MemoryRunsOut, AtTwoSteps) {
  const auto expected = finished(run());
  runOut(Work::Velocity, [](int attempt) { return attempt == 1 || attempt == 4; });
  expectSameClip(finished(run()).clip, expected.clip);
  EXPECT_EQ(attempts, static_cast<int>(expected.steps.size()) + 2);
}

TEST_F(MemoryRunsOut, PreviewsThatDoNotFitAreLeftOut) {
  const auto expected = finished(run());
  runOut(Work::Colours, always);
  const auto result = finished(run());
  expectSameClip(result.clip, expected.clip);
  EXPECT_EQ(result.steps.size(), expected.steps.size());
  EXPECT_TRUE(watch.previews.empty());
  ASSERT_EQ(watch.warnings.size(), 1u);
  EXPECT_NE(watch.warnings[0].find("previews"), std::string::npos) << watch.warnings[0];
  EXPECT_EQ(attempts, 2);
}

}  // namespace
}  // namespace fb
