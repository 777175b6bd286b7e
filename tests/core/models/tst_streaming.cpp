// SPDX-License-Identifier: MIT
// Models whose blocks are copied to the device while they are used, with the CPU as the device: bit-identical to
// resident ones, whatever is resident and wherever the rest is stored.
#include "models/ltx/ltx_transformer.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "weights/load_model.h"

#include "model_cases.h"

#include <atomic>
#include <chrono>
#include <fstream>
#include <future>

namespace fb::models {
namespace {

using weights::Placement;

std::vector<Placement> placements(std::int64_t blocks) {
  std::vector<Placement> all;
  for (std::int64_t resident = 0; resident < blocks; ++resident)
    for (const int slots : {1, 2, 3})
      for (const auto source : {Placement::Source::Memory, Placement::Source::Disk})
        all.push_back({resident, slots, source});
  return all;
}

template <class Model>
using Forward = std::function<at::Tensor(const Model&)>;

// Three forwards with each placement, since the first loads everything and later ones find filled slots.
template <class Model>
void expectSameBits(const weights::Checkpoint& checkpoint, const Forward<Model>& forward) {
  for (const auto dtype : {at::kFloat, at::kBFloat16}) {
    const auto want = forward(*weights::loadModel<Model>(checkpoint, dtype, at::kCPU));
    const auto sizes = weights::sizesOf<Model>(checkpoint, dtype);
    ASSERT_GE(sizes.blocks.size(), 2u);
    for (const auto& placement : placements(static_cast<std::int64_t>(sizes.blocks.size()))) {
      const auto model = weights::loadModel<Model>(checkpoint, dtype, at::kCPU, placement);
      for (int round = 0; round < 3; ++round)
        EXPECT_TRUE(forward(*model).equal(want))
            << placement.residentBlocks << " resident, " << placement.slots << " slots, round " << round;
    }
  }
}

struct WanCase {
  weights::Checkpoint checkpoint = weights::Checkpoint::open(oracle("transformer"));
  weights::NamedTensors tensors = weights::loadTensors(oracle("transformer.safetensors")).tensors;

  at::Tensor operator()(const WanTransformer& model, const ForwardControl& control = {}) const {
    const auto& latents = tensors.at("0.latents");
    return model.forward(latents, 500, model.prepareRope(latents.size(2), latents.size(3), latents.size(4)),
                         model.prepareText(tensors.at("0.text")), control);
  }
};

TEST(Streaming, WanTransformerGivesTheSameBits) {
  const WanCase forward;
  expectSameBits<WanTransformer>(forward.checkpoint, [&](const WanTransformer& model) { return forward(model); });
}

TEST(Streaming, LtxTransformerGivesTheSameBits) {
  const auto tensors = weights::loadTensors(oracle("../models_ltx/transformer.safetensors")).tensors;
  const auto tokens = tensors.at("0.tokens");
  const auto coordinates = latentCoordinates(1, 1, tokens.size(1), 24, true);
  expectSameBits<LtxTransformer>(
      weights::Checkpoint::open(oracle("../models_ltx/transformer")), [&](const LtxTransformer& model) {
        return model.forward(tokens, tensors.at("0.timesteps"), model.prepareRope(coordinates),
                             model.prepareText(tensors.at("0.text"), tensors.at("0.mask")), {}, {});
      });
}

TEST(Streaming, TextEncodersGiveTheSameBits) {
  for (const std::string kind : {"umt5", "t5"}) {
    const auto tensors = weights::loadTensors(oracle(kind + ".safetensors")).tensors;
    expectSameBits<T5Encoder>(weights::Checkpoint::open(oracle(kind)), [&](const T5Encoder& model) {
      return model.forward(tensors.at("0.ids"), tensors.at("0.mask"), {});
    });
  }
}

TEST(Streaming, AForwardAfterOneThatWasStoppedGivesTheSameBits) {
  const WanCase forward;
  const auto want = forward(*weights::loadModel<WanTransformer>(forward.checkpoint, at::kFloat, at::kCPU));
  for (const auto source : {Placement::Source::Memory, Placement::Source::Disk}) {
    const auto model =
        weights::loadModel<WanTransformer>(forward.checkpoint, at::kFloat, at::kCPU, Placement{0, 2, source});
    std::stop_source stop;
    ForwardControl control(stop.get_token());
    control.onBlock = [&](std::int64_t block, std::int64_t) {
      if (block == 1) stop.request_stop();
    };
    // The block after the one that requested the stop is not started.
    EXPECT_THROW(forward(*model, control), Stopped);
    EXPECT_TRUE(forward(*model).equal(want));
  }
}

TEST(Streaming, TellsHowFarItIs) {
  const WanCase forward;
  const auto model = weights::loadModel<WanTransformer>(forward.checkpoint, at::kFloat, at::kCPU);
  std::vector<std::int64_t> begun;
  ForwardControl control;
  control.onBlock = [&](std::int64_t block, std::int64_t blocks) {
    begun.push_back(block);
    EXPECT_EQ(blocks, model->config().layers);
  };
  forward(*model, control);
  EXPECT_EQ(static_cast<std::int64_t>(begun.size()), model->config().layers);
}

TEST(Streaming, KeepsInMemoryWhatItReadOnceAndReadsTheDiskAtEveryUse) {
  const WanCase forward;
  const auto sizes = weights::sizesOf<WanTransformer>(forward.checkpoint, at::kFloat);
  const auto blocks = static_cast<std::uint64_t>(sizes.blocks.size());
  for (const auto source : {Placement::Source::Memory, Placement::Source::Disk}) {
    const auto stream = std::make_shared<weights::BlockStream>(at::kCPU, Placement{0, 1, source}, sizes);
    weights::CheckpointReader reader(forward.checkpoint, wanTransformerNames(forward.checkpoint), at::kCPU, at::kFloat,
                                     stream);
    const WanTransformer model(WanTransformerConfig::detect(forward.checkpoint), reader);
    forward(model);
    // The prompt's keys and values do not cost a pass of their own. The next forward's first block may have been
    // brought in already.
    const auto counts = stream->counts();
    EXPECT_GE(counts.copies, blocks);
    EXPECT_LE(counts.copies, blocks + 1);
    if (source == Placement::Source::Memory)
      EXPECT_EQ(counts.reads, blocks);
    else
      EXPECT_EQ(counts.reads, counts.copies);
    forward(model);
    const auto later = stream->counts();
    EXPECT_GE(later.copies, 2 * blocks);
    EXPECT_EQ(later.reads, source == Placement::Source::Memory ? blocks : later.copies);
  }
}

// A disk that works while the prompt is embedded. If that fails, the use of the block tries again.
TEST(Streaming, ReadsTheFirstStreamedBlockBeforeItIsAskedFor) {
  constexpr std::int64_t kNumbers = 64;
  for (const bool failsFirst : {false, true}) {
    std::promise<std::int64_t> first;
    std::atomic<int> reads = 0;
    const auto fill = [&](std::int64_t block, at::Tensor& host) {
      host.fill_(static_cast<double>(block));
      const bool isFirst = reads++ == 0;
      if (isFirst) first.set_value(block);
      if (isFirst && failsFirst) fail(ErrorKind::Io, "the disk is busy");
    };
    const auto bytes = weights::alignedBytes({kNumbers}, at::kFloat);
    weights::BlockStream stream(at::kCPU, {1, 1, Placement::Source::Disk}, {0, {bytes, bytes, bytes}});
    std::vector<at::Tensor> tensors;
    for (std::int64_t block = 0; block < 3; ++block) {
      stream.begin(block);
      if (stream.isStreaming())
        tensors.push_back(stream.add({kNumbers}, at::kFloat, [&, block](at::Tensor& host) { fill(block, host); }));
      stream.end();
    }
    ASSERT_EQ(tensors.size(), 2u);
    EXPECT_EQ(reads, 0);
    stream.readAhead();
    auto block = first.get_future();
    ASSERT_EQ(block.wait_for(std::chrono::minutes(1)), std::future_status::ready);
    EXPECT_EQ(block.get(), 0);
    for (const std::int64_t used : {0, 1}) {
      // The failed reading may end only now.
      if (used == 0 && failsFirst) {
        try {
          stream.acquire(0);
        } catch (const Failure&) {
          stream.acquire(0);
        }
      } else {
        stream.acquire(used);
      }
      EXPECT_TRUE(tensors.at(static_cast<std::size_t>(used)).eq(used).all().item<bool>()) << used;
      stream.release(used);
    }
  }
}

TEST(Loading, StopsBetweenTwoTensors) {
  const auto checkpoint = weights::Checkpoint::open(oracle("transformer"));
  for (const auto& placement : {Placement{}, Placement{0, 2, Placement::Source::Disk}}) {
    std::stop_source stop;
    weights::LoadControl control{stop.get_token(), [&](double done) {
                                   if (done >= .5) stop.request_stop();
                                 }};
    EXPECT_THROW(weights::loadModel<WanTransformer>(checkpoint, at::kFloat, at::kCPU, placement, control), Stopped);
  }
}

TEST(Loading, TellsHowFarItIs) {
  std::vector<double> told;
  weights::loadModel<WanTransformer>(weights::Checkpoint::open(oracle("transformer")), at::kFloat, at::kCPU, {},
                                     {{}, [&](double done) { told.push_back(done); }});
  ASSERT_GE(told.size(), 10u);
  EXPECT_LE(told.size(), 100u);
  EXPECT_TRUE(std::ranges::is_sorted(told));
  EXPECT_GE(told.front(), 0);
  EXPECT_GT(told.back(), .5);
  EXPECT_LE(told.back(), 1);
}

TEST(Streaming, AFileThatIsCutShortEndsTheForwardByName) {
  const TemporaryFolder folder;
  std::filesystem::copy(oracle("transformer"), folder / "t", std::filesystem::copy_options::recursive);
  WanCase forward;
  forward.checkpoint = weights::Checkpoint::open(folder / "t");
  const auto model = weights::loadModel<WanTransformer>(forward.checkpoint, at::kFloat, at::kCPU,
                                                        Placement{0, 2, Placement::Source::Disk});
  const auto whole = forward(*model);
  for (const auto& path : forward.checkpoint.paths())
    if (path.extension() == ".safetensors") std::filesystem::resize_file(path, std::filesystem::file_size(path) / 4);
  const auto error = errorOf([&] { forward(*model); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find(".safetensors"), std::string::npos) << error.message;
  // And again, as in a user's next attempt.
  EXPECT_EQ(errorOf([&] { forward(*model); }).kind, ErrorKind::Corrupt);
}

// Weights from two files in one clip would be silently wrong.
TEST(Streaming, AFileThatIsWrittenOverEndsTheForwardByName) {
  const TemporaryFolder folder;
  std::filesystem::copy(oracle("transformer"), folder / "t", std::filesystem::copy_options::recursive);
  WanCase forward;
  forward.checkpoint = weights::Checkpoint::open(folder / "t");
  const auto model = weights::loadModel<WanTransformer>(forward.checkpoint, at::kFloat, at::kCPU,
                                                        Placement{0, 2, Placement::Source::Disk});
  forward(*model);
  for (const auto& path : forward.checkpoint.paths())
    if (path.extension() == ".safetensors") {
      std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(static_cast<std::streamoff>(std::filesystem::file_size(path) / 2));
      file << "other numbers";
    }
  const auto error = errorOf([&] { forward(*model); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("has changed"), std::string::npos) << error.message;
}

TEST(Placement, CountsWhatLiesWhere) {
  const weights::WeightSizes sizes{1000, {100, 100, 120, 100}};
  EXPECT_EQ(sizes.total(), 1420u);
  EXPECT_EQ(Placement{}.deviceBytes(sizes), 1420u);
  EXPECT_EQ(Placement{}.hostBytes(sizes), 0u);
  const Placement all{0, 2, Placement::Source::Memory};
  EXPECT_EQ(all.deviceBytes(sizes), 1000u + 2 * 120);
  EXPECT_EQ(all.hostBytes(sizes), 420u);
  EXPECT_EQ((Placement{0, 2, Placement::Source::Disk}).hostBytes(sizes), 240u);
  const Placement half{2, 2, Placement::Source::Memory};
  EXPECT_FALSE(half.isResident(0, 4));
  EXPECT_TRUE(half.isResident(1, 4));
  EXPECT_FALSE(half.isResident(2, 4));
  EXPECT_TRUE(half.isResident(3, 4));
  EXPECT_EQ(half.deviceBytes(sizes), 1000u + 2 * 120 + 200);
  EXPECT_FALSE((Placement{4, 2, Placement::Source::Memory}).streams(sizes));
}

}  // namespace
}  // namespace fb::models
