// SPDX-License-Identifier: MIT
// When forwards are recorded, replayed and recorded anew, with a recorder that plays the GPU.
#include "models/forward_graphs.h"

#include "base/failure.h"
#include "counting_recorder.h"

#include <c10/util/Exception.h>

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace fb::models {
namespace {

constexpr auto kKind = "conditional";

class Graphs : public testing::Test {
protected:
  // x + 10, by the plain forward or a replay.
  at::Tensor forward(const at::Tensor& x, const std::string& kind = kKind, std::uint64_t state = 0,
                     const ForwardControl& control = {}) {
    return graphs.forward(
        kind, {x}, state,
        [this](const ForwardGraphs::Inputs& inputs, const ForwardControl& of) {
          throwIfStopped(of.stop);
          if (of.onBlock) of.onBlock(3, 4);
          ++works;
          return inputs[0] + 10;
        },
        control);
  }
  static at::Tensor filled(double value, at::ScalarType dtype = at::kFloat) {
    return at::full({2, 3}, value, at::TensorOptions(dtype));
  }

  CountingRecorder recorder;
  ForwardGraphs graphs{&recorder};
  int works = 0;
  double shift = 0;
};

TEST_F(Graphs, AreRecordedAtTheSecondForwardAndReplayedFromTheThirdOn) {
  EXPECT_TRUE(forward(filled(1)).equal(filled(11)));
  EXPECT_EQ(recorder.records, 0);
  EXPECT_EQ(works, 1);
  EXPECT_TRUE(forward(filled(2)).equal(filled(12)));
  EXPECT_EQ(recorder.records, 1);
  EXPECT_EQ(recorder.replays, 1);  // compared with the plain one
  for (int i = 3; i < 6; ++i) EXPECT_TRUE(forward(filled(i)).equal(filled(10 + i)));
  EXPECT_EQ(recorder.records, 1);
  EXPECT_EQ(recorder.replays, 4);
  EXPECT_FALSE(recorder.problem());
}

TEST_F(Graphs, AResultOutlivesTheNextReplay) {
  for (int i = 0; i < 2; ++i) forward(filled(i));
  const auto third = forward(filled(3)), fourth = forward(filled(4));
  EXPECT_TRUE(third.equal(filled(13)));
  EXPECT_TRUE(fourth.equal(filled(14)));
}

TEST_F(Graphs, EachKindHasItsOwn) {
  for (int i = 0; i < 3; ++i)
    for (const auto* kind : {"conditional", "unconditional"}) forward(filled(i), kind);
  EXPECT_EQ(recorder.records, 2);
  EXPECT_EQ(recorder.alive, 2);
}

TEST_F(Graphs, BeginAnewWithAnotherShapeDtypeOrState) {
  const auto threeTimes = [&](const at::Tensor& x, std::uint64_t state) {
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(forward(x, kKind, state).equal(x + 10));
  };
  threeTimes(filled(1), 0);
  EXPECT_EQ(recorder.records, 1);
  threeTimes(at::ones({3, 2}), 0);
  EXPECT_EQ(recorder.records, 2);
  threeTimes(at::ones({2, 3}).t(), 0);  // other strides
  EXPECT_EQ(recorder.records, 3);
  threeTimes(filled(1, at::kDouble), 0);
  EXPECT_EQ(recorder.records, 4);
  threeTimes(filled(1, at::kDouble), 1);
  EXPECT_EQ(recorder.records, 5);
  EXPECT_EQ(recorder.alive, 1);
}

// Alternating LoRAs are never worth a recording.
TEST_F(Graphs, AreNotRecordedWhileTheStateChanges) {
  for (std::uint64_t i = 0; i < 6; ++i) EXPECT_TRUE(forward(filled(1), kKind, i).equal(filled(11)));
  EXPECT_EQ(recorder.records, 0);
}

TEST_F(Graphs, ClearForgetsThem) {
  for (int i = 0; i < 3; ++i) forward(filled(i));
  graphs.clear();
  EXPECT_EQ(recorder.alive, 0);
  forward(filled(1));
  EXPECT_EQ(recorder.records, 1);
  forward(filled(1));
  EXPECT_EQ(recorder.records, 2);
}

TEST_F(Graphs, WithoutARecorderEveryForwardIsPlain) {
  graphs = ForwardGraphs();
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(forward(filled(i)).equal(filled(10 + i)));
  EXPECT_EQ(works, 4);
}

TEST_F(Graphs, AReplayNoticesAStopAndTellsItsProgress) {
  std::stop_source stop;
  std::vector<std::pair<std::int64_t, std::int64_t>> blocks;
  ForwardControl control(stop.get_token());
  control.onBlock = [&](std::int64_t block, std::int64_t count) { blocks.emplace_back(block, count); };
  for (int i = 0; i < 3; ++i) forward(filled(i), kKind, 0, control);
  // Two plain forwards; the recorded ones in between tell nothing.
  EXPECT_EQ(blocks, (std::vector<std::pair<std::int64_t, std::int64_t>>{{3, 4}, {3, 4}, {0, 1}}));
  stop.request_stop();
  EXPECT_THROW(forward(filled(3), kKind, 0, control), Stopped);
}

// A stop that comes while a forward is recorded takes effect with the next one.
TEST_F(Graphs, ARecordingIsNotInterrupted) {
  std::stop_source stop;
  recorder.onRecord = [&] { stop.request_stop(); };
  const ForwardControl control(stop.get_token());
  forward(filled(1), kKind, 0, control);
  EXPECT_TRUE(forward(filled(2), kKind, 0, control).equal(filled(12)));
  EXPECT_EQ(recorder.records, 1);
  EXPECT_FALSE(recorder.problem());
  EXPECT_THROW(forward(filled(3), kKind, 0, control), Stopped);
}

TEST_F(Graphs, ThatGiveOtherBitsAreDroppedForGood) {
  // Something that the recording cannot know.
  recorder.onRecord = [&] { shift = 1e-3; };
  const auto shifted = [&](double x) {
    return graphs.forward(kKind, {filled(x)}, 0,
                          [&](const ForwardGraphs::Inputs& inputs, const ForwardControl&) { return inputs[0] + shift; },
                          {});
  };
  EXPECT_TRUE(shifted(1).equal(filled(1)));
  EXPECT_TRUE(shifted(2).equal(filled(2)));
  ASSERT_TRUE(recorder.problem());
  EXPECT_NE(recorder.problem()->find("another result"), std::string::npos);
  shift = 0;
  for (int i = 3; i < 6; ++i) EXPECT_TRUE(shifted(i).equal(filled(i)));
  EXPECT_EQ(recorder.records, 1);
  EXPECT_EQ(recorder.alive, 0);
  // Nor does another model try again.
  ForwardGraphs others(&recorder);
  for (int i = 0; i < 3; ++i)
    others.forward(kKind, {filled(i)}, 0, [](const auto& inputs, const auto&) { return inputs[0] + 1; }, {});
  EXPECT_EQ(recorder.records, 1);
}

TEST_F(Graphs, WhatIsNoNumberIsTheSameBits) {
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(forward(filled(nan)).isnan().all().item<bool>());
  EXPECT_FALSE(recorder.problem());
  EXPECT_EQ(recorder.replays, 2);
}

TEST_F(Graphs, ThatCannotBeRecordedAreToldOnce) {
  recorder.onRecord = [] { throw std::runtime_error("capture is not possible here"); };
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(forward(filled(i)).equal(filled(10 + i)));
  ASSERT_TRUE(recorder.problem());
  EXPECT_NE(recorder.problem()->find("capture is not possible here"), std::string::npos);
  EXPECT_EQ(works, 4);
}

// Another model may have room for it.
TEST_F(Graphs, WithoutRoomForARecordingAModelsForwardsStayPlain) {
  recorder.onRecord = [] { TORCH_CHECK_WITH(OutOfMemoryError, false, "full"); };
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(forward(filled(i)).equal(filled(10 + i)));
  EXPECT_EQ(works, 4);
  EXPECT_FALSE(recorder.problem());
}

// A GPU's graph holds addresses only.
TEST(RecordedWork, IsKeptWithWhatItReadsAsLongAsItsRecording) {
  // Keeps nothing of the work.
  struct Addresses : Recorder {
    std::unique_ptr<Recording> record(at::Device /*device*/, const std::function<at::Tensor()>& work) override {
      struct Result : Recording {
        explicit Result(at::Tensor made) : result(std::move(made)) {}
        const at::Tensor& replay() override { return result; }
        at::Tensor result;
      };
      return std::make_unique<Result>(work());
    }
  } recorder;
  ForwardGraphs graphs(&recorder);
  std::weak_ptr<at::Tensor> read;
  {
    const auto added = std::make_shared<at::Tensor>(at::ones({3}));
    read = added;
    const ForwardGraphs::Work work = [added](const ForwardGraphs::Inputs& inputs, const ForwardControl&) {
      return inputs[0] + *added;
    };
    for (int i = 0; i < 2; ++i) graphs.forward(kKind, {at::ones({3})}, 0, work, {});
  }
  EXPECT_FALSE(read.expired());
  graphs.clear();
  EXPECT_TRUE(read.expired());
}

TEST(RecorderOf, TheCpuHasNone) {
  EXPECT_EQ(recorderOf(at::kCPU), nullptr);
  CountingRecorder recorder;
  {
    const RecorderScope scope(&recorder);
    EXPECT_EQ(recorderOf(at::kCPU), &recorder);
    {
      const RecorderScope none(nullptr);
      EXPECT_EQ(recorderOf(at::kCPU), nullptr);
    }
    EXPECT_EQ(recorderOf(at::kCPU), &recorder);
  }
  EXPECT_EQ(recorderOf(at::kCPU), nullptr);
}

}  // namespace
}  // namespace fb::models
