// SPDX-License-Identifier: MIT
#include "models/wan/wan_vae.h"

#include "model_cases.h"

namespace fb::models {
namespace {

WanVae loadVae(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<WanVae, WanVaeConfig>(checkpoint, wanVaeNames(checkpoint), dtype);
}

WanVae loadVae(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadVae(weights::Checkpoint::open(oracle(folder)), dtype);
}

struct Cases {
  weights::NamedTensors tensors = weights::loadTensors(oracle("vae.safetensors")).tensors;

  at::Tensor at(const std::string& name, const char* what) const { return tensors.at(name + "." + what); }
  void compare(const WanVae& vae, const std::string& name) const {
    EXPECT_LE(relativeError(vae.decode(at(name, "z"), true, {}), at(name, "frames")), 1e-5) << name;
    EXPECT_LE(relativeError(vae.encode(at(name, "video"), {}), at(name, "mean")), 1e-5) << name;
  }
};

TEST(WanVae, EqualsDiffusers) {
  const auto vae = loadVae("vae");
  const Cases cases;
  for (const char* name : {"0", "1", "2", "3"}) cases.compare(vae, name);
}

TEST(WanVae, EqualsDiffusersInTiles) {
  const auto vae = loadVae("vae_small");
  const Cases cases;
  cases.compare(vae, "tiled");
  // The tiles make a difference; otherwise the comparison above would say nothing about them.
  EXPECT_GT(relativeError(vae.decode(cases.at("tiled", "z"), false, {}), cases.at("tiled", "frames")), 1e-3);
}

TEST(WanVae, RunsInFloat32WhateverTheWeightsAreStoredIn) {
  const Cases cases;
  cases.compare(loadVae("vae_bf16"), "bf16");
}

TEST(WanVae, RunsInBfloat16IfItsWeightsAreReadSo) {
  const auto vae = loadVae("vae", at::kBFloat16);
  const Cases cases;
  const auto frames = vae.decode(cases.at("1", "z"), true, {});
  EXPECT_EQ(frames.scalar_type(), at::kBFloat16);
  const auto error = relativeError(frames, cases.at("1", "frames"));
  EXPECT_LE(error, 3e-2);
  EXPECT_GT(error, 1e-4);  // it does round
  EXPECT_LE(relativeError(vae.encode(cases.at("1", "video"), {}), cases.at("1", "mean")), 3e-2);
}

TEST(WanVae, OriginalLayoutGivesTheSameBits) {
  const auto vae = loadVae("vae"), original = loadVae("vae_original");
  const Cases cases;
  EXPECT_TRUE(vae.decode(cases.at("1", "z"), true, {}).equal(original.decode(cases.at("1", "z"), true, {})));
  EXPECT_TRUE(vae.encode(cases.at("1", "video"), {}).equal(original.encode(cases.at("1", "video"), {})));
}

TEST(WanVae, NormalizesByTheConfigBesideTheWeights) {
  const auto vae = loadVae("vae");
  const auto& config = vae.config();
  const auto latents = at::ones({1, 16, 1, 1, 1});
  const auto z = vae.denormalize(latents);
  for (int c = 0; c < 16; ++c)
    EXPECT_FLOAT_EQ(z[0][c].item<float>(), static_cast<float>(config.latentsStd[c] + config.latentsMean[c]));
  EXPECT_LE(relativeError(vae.normalize(z), latents), 1e-6);
}

TEST(WanVae, NeedsLatentStatisticsForUnpublishedSizes) {
  const ScratchFolder scratch;
  const auto error = errorOf([&] {
    const auto tensors = weights::loadTensors(oracle("vae_original/model.safetensors")).tensors;
    WanVaeConfig::detect(scratch.of(tensors));
  });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("latents_mean"), std::string::npos) << error.message;
}

TEST(WanVae, TellsProgressAndStopsBetweenTwoLatentFrames) {
  const auto vae = loadVae("vae");
  const Cases cases;  // case 2 has four latent frames
  std::stop_source source;
  std::vector<double> progress;
  const auto reported = [&](double done) {
    progress.push_back(done);
    if (progress.size() == 2) source.request_stop();
  };
  vae.decode(cases.at("2", "z"), true, {}, reported);
  EXPECT_EQ(progress, (std::vector<double>{0.25, 1}));  // small frames are processed together
  source = {};
  progress.clear();
  EXPECT_THROW(vae.decode(at::zeros({1, 16, 4, 32, 32}), true, source.get_token(), reported), Stopped);
  EXPECT_EQ(progress, (std::vector<double>{0.25, 0.5}));
  EXPECT_THROW(vae.encode(cases.at("2", "video"), source.get_token()), Stopped);
}

TEST(WanVae, FailsByNameIfItsFileIsTruncatedBeforeItIsUsed) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("vae"), [](weights::NamedTensors&) {});
  const auto vae = loadVae(checkpoint);
  const auto file = checkpoint.paths().front();
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  const Cases cases;
  const auto error = errorOf([&] { vae.decode(cases.at("0", "z"), true, {}); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find(file.string() + " has been truncated since it was opened"), std::string::npos)
      << error.message;
}

TEST(WanVae, NamesMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(oracle("vae_original"), [](weights::NamedTensors& tensors) {
    tensors.erase("decoder.upsamples.13.residual.3.gamma");
    tensors["decoder.upsamples.99.surplus"] = at::zeros({1});
  });
  const auto error = errorOf([&] { loadVae(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("decoder.upsamples.13.residual.3.gamma"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("decoder.upsamples.99.surplus"), std::string::npos) << error.message;
}

TEST(WanVae, RefusesTheVaeOfWan22) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.of({{"post_quant_conv.weight", at::zeros({1})},
                                      {"decoder.conv_in.weight", at::zeros({1})},
                                      {"decoder.norm_out.gamma", at::zeros({1})},
                                      {"encoder.down_blocks.0.resnets.0.conv1.weight", at::zeros({1})}});
  EXPECT_TRUE(isWanVae(checkpoint));
  const auto error = errorOf([&] { WanVaeConfig::detect(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Unsupported);
  EXPECT_NE(error.message.find("WAN 2.2"), std::string::npos) << error.message;
}

TEST(WanVae, RefusesClipsThatDoNotFillTheLatents) {
  const auto vae = loadVae("vae");
  EXPECT_EQ(errorOf([&] { vae.encode(at::zeros({1, 3, 4, 16, 16}), {}); }).kind, ErrorKind::Invalid);
  EXPECT_EQ(errorOf([&] { vae.encode(at::zeros({1, 3, 5, 16, 12}), {}); }).kind, ErrorKind::Invalid);
}

}  // namespace
}  // namespace fb::models
