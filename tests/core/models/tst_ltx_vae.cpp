// SPDX-License-Identifier: MIT
#include "models/ltx/latent_upsampler.h"
#include "models/ltx/ltx_vae.h"

#include "model_cases.h"
#include "weights/load_model.h"

namespace fb::models {
namespace {

constexpr const char* kVersions[] = {"0.9.0", "0.9.1", "0.9.5"};
constexpr int kCases = 3;
constexpr const char* kDTypes[] = {"float32", "bfloat16"};

// Where tests/oracle/models_ltx_vae.py wrote.
std::filesystem::path ltxOracle(const std::string& name) { return oracle("../models_ltx_vae/" + name); }

at::ScalarType typeOf(std::string_view name) { return name == "float32" ? at::kFloat : at::kBFloat16; }
double toleranceOf(std::string_view name) { return name == "float32" ? 1e-5 : 2e-2; }

LtxVae loadVae(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<LtxVae, LtxVaeConfig>(checkpoint, ltxVaeNames(checkpoint), dtype);
}

LtxVae loadVae(const std::string& folder, at::ScalarType dtype = at::kFloat) {
  return loadVae(weights::Checkpoint::open(ltxOracle(folder)), dtype);
}

weights::NamedTensors tensorsOf(const std::string& file) { return weights::loadTensors(ltxOracle(file)).tensors; }

struct Cases {
  weights::NamedTensors tensors = tensorsOf("vae.safetensors");

  const at::Tensor& at(const std::string& version, int i, const std::string& what) const {
    return tensors.at(fmt::format("{}.{}.{}", version, i, what));
  }
  at::Tensor decoded(const LtxVae& vae, const std::string& version, int i, int timestep) const {
    std::optional<double> t;
    if (vae.config().timestepConditioning()) t = at(version, i, "timesteps")[timestep].item<double>();
    return vae.decode(at(version, i, "z"), t, true, 300 + static_cast<std::uint64_t>(i), {});
  }
  LtxVae::Posterior encoded(const LtxVae& vae, const std::string& version, int i) const {
    return vae.encode(at(version, i, "video"), {});
  }
};

TEST(LtxVae, EqualsDiffusers) {
  const Cases cases;
  for (const std::string version : kVersions)
    for (const std::string dtype : kDTypes) {
      const auto vae = loadVae(version, typeOf(dtype));
      double worst = 0;
      for (int i = 0; i < kCases; ++i) {
        const auto compare = [&](const at::Tensor& got, const std::string& what) {
          const auto error = relativeError(got, cases.at(version, i, what));
          worst = std::max(worst, error);
          EXPECT_LE(error, toleranceOf(dtype)) << version << ", case " << i << ", " << what;
        };
        const auto posterior = cases.encoded(vae, version, i);
        compare(posterior.mean, "mean." + dtype);
        compare(posterior.std, "std." + dtype);
        for (int t : {0, 1}) compare(cases.decoded(vae, version, i, t), fmt::format("frames.{}.{}", dtype, t));
      }
      RecordProperty(version + " " + dtype, fmt::format("{:.1e}", worst));
    }
}

TEST(LtxVae, TheTimestepCounts) {
  const Cases cases;
  for (const std::string version : {"0.9.1", "0.9.5"}) {
    const auto vae = loadVae(version);
    for (int i = 0; i < kCases; ++i)
      EXPECT_GT(relativeError(cases.decoded(vae, version, i, 0), cases.decoded(vae, version, i, 1)), 1e-3) << version;
    EXPECT_EQ(errorOf([&] { vae.decode(cases.at(version, 0, "z"), {}, true, 0, {}); }).kind, ErrorKind::Invalid);
  }
}

TEST(LtxVae, DecoderAloneGivesTheSameBits) {
  const Cases cases;
  for (const std::string version : kVersions)
    for (const std::string& folder : {version, version + "_original"}) {
      const auto checkpoint = weights::Checkpoint::open(ltxOracle(folder));
      const auto vae = loadVae(checkpoint);
      const auto decoder = load<LtxVaeDecoder, LtxVaeConfig>(checkpoint, ltxVaeNames(checkpoint), at::kFloat);
      EXPECT_TRUE(cases.decoded(decoder, version, 0, 0).equal(cases.decoded(vae, version, 0, 0))) << folder;
      EXPECT_TRUE(vae.hasEncoder());
      EXPECT_FALSE(decoder.hasEncoder());
      EXPECT_EQ(errorOf([&] { cases.encoded(decoder, version, 0); }).kind, ErrorKind::Internal);
      EXPECT_LT(weights::sizesOf<LtxVaeDecoder>(checkpoint, at::kFloat).total(),
                weights::sizesOf<LtxVae>(checkpoint, at::kFloat).total());
    }
}

TEST(LtxVae, InjectedNoiseFollowsItsSeed) {
  const Cases cases;
  for (const std::string version : kVersions) {
    const auto vae = loadVae(version);
    const auto frames = [&](std::uint64_t seed) { return vae.decode(cases.at(version, 0, "z"), 0.05, true, seed, {}); };
    EXPECT_TRUE(frames(1).equal(frames(1)));
    EXPECT_EQ(frames(1).equal(frames(2)), version != "0.9.1");
  }
}

TEST(LtxVae, EqualsDiffusersInTiles) {
  const Cases cases;
  for (const std::string version : kVersions) {
    const auto vae = loadVae(version);
    const auto& frames = cases.tensors.at(version + ".tiled.frames");
    const auto decoded = [&](bool tiled) {
      return vae.decode(cases.tensors.at(version + ".tiled.z"), 0.05, tiled, 310, {});
    };
    EXPECT_LE(relativeError(decoded(true), frames), 1e-5) << version;
    // The tiles make a difference; otherwise the comparison above would say nothing about them.
    EXPECT_GT(relativeError(decoded(false), frames), 1e-3) << version;
  }
}

TEST(LtxVae, OriginalLayoutGivesTheSameBits) {
  const Cases cases;
  for (const std::string version : kVersions) {
    const auto vae = loadVae(version), original = loadVae(version + "_original");
    EXPECT_TRUE(cases.decoded(vae, version, 0, 0).equal(cases.decoded(original, version, 0, 0))) << version;
    EXPECT_TRUE(cases.encoded(vae, version, 0).mean.equal(cases.encoded(original, version, 0).mean)) << version;
    EXPECT_TRUE(vae.denormalize(at::ones({1, 16, 1, 1, 1})).equal(original.denormalize(at::ones({1, 16, 1, 1, 1}))));
  }
}

// A Lightricks single file: the VAE under "vae." next to a transformer of `blocks` blocks. With many tensors,
// Checkpoint::open strips their prefix; with few, it does not.
weights::Checkpoint singleFile(const ScratchFolder& scratch, const std::string& version, int blocks) {
  weights::NamedTensors tensors;
  for (const auto& [name, tensor] : tensorsOf(version + "_original/model.safetensors")) tensors["vae." + name] = tensor;
  const std::string prefix(weights::kSingleFilePrefix);
  for (const char* name : {"patchify_proj.weight", "adaln_single.linear.bias", "caption_projection.linear_1.bias",
                           "proj_out.bias", "scale_shift_table"})
    tensors[prefix + name] = at::zeros({1});
  for (int i = 0; i < blocks; ++i)
    tensors[fmt::format("{}transformer_blocks.{}.attn1.to_q.bias", prefix, i)] = at::zeros({1});
  return scratch.of(tensors);
}

TEST(LtxVae, SingleFileGivesTheSameBits) {
  const Cases cases;
  for (const std::string version : kVersions) {
    const auto expected = cases.decoded(loadVae(version), version, 0, 0);
    for (const int blocks : {1, 500}) {
      const ScratchFolder scratch;
      const auto checkpoint = singleFile(scratch, version, blocks);
      EXPECT_EQ(checkpoint.find("scale_shift_table") != nullptr, blocks == 500);  // stripped or not
      EXPECT_TRUE(isLtxVae(checkpoint));
      EXPECT_TRUE(cases.decoded(loadVae(checkpoint), version, 0, 0).equal(expected)) << version;
    }
  }
}

TEST(LtxVae, IsTellsItFromOtherModels) {
  for (const std::string version : kVersions) {
    EXPECT_TRUE(isLtxVae(weights::Checkpoint::open(ltxOracle(version))));
    EXPECT_TRUE(isLtxVae(weights::Checkpoint::open(ltxOracle(version + "_original"))));
  }
  const ScratchFolder scratch;
  // HunyuanVideo's starts like this.
  EXPECT_FALSE(isLtxVae(
      scratch.of({{"encoder.conv_in.conv.weight", at::zeros({1})}, {"decoder.conv_in.conv.weight", at::zeros({1})}})));
  EXPECT_FALSE(isLtxVae(scratch.of({{"vae.latents_mean", at::zeros({1})}})));
}

TEST(LtxVae, DetectsSizes) {
  const auto config = [](const std::string& folder) {
    return LtxVaeConfig::detect(weights::Checkpoint::open(ltxOracle(folder)));
  };
  using Sizes = std::vector<std::int64_t>;
  for (const std::string layout : {"", "_original"}) {
    const auto first = config("0.9.0" + layout), second = config("0.9.1" + layout), later = config("0.9.5" + layout);
    EXPECT_EQ(first.layout, LtxVaeLayout::V090);
    EXPECT_EQ(second.layout, LtxVaeLayout::V091);
    EXPECT_EQ(later.layout, LtxVaeLayout::V095);
    EXPECT_EQ(second.latentChannels, 16);
    EXPECT_EQ(first.decoderChannels, (Sizes{8, 16, 32, 32}));
    EXPECT_EQ(second.encoderChannels, (Sizes{8, 16, 32, 32}));
    EXPECT_EQ(second.encoderLayers, (Sizes{2, 1, 1, 1, 1}));
    EXPECT_EQ(second.decoderChannels, (Sizes{16, 32, 64}));
    EXPECT_EQ(second.decoderLayers, (Sizes{1, 2, 1, 1}));
    EXPECT_EQ(later.encoderChannels, (Sizes{8, 16, 32, 32, 64}));
    EXPECT_EQ(later.decoderChannels, (Sizes{8, 16, 32}));
  }
}

TEST(LtxVae, NormalizesByTheStatisticsInTheWeights) {
  const ScratchFolder scratch;
  const auto stored = weights::loadTensors(ltxOracle("0.9.5") / "diffusion_pytorch_model.safetensors").tensors;
  const auto vae = loadVae("0.9.5", at::kBFloat16);
  const auto latents = at::full({1, 16, 1, 1, 1}, 2);
  const auto z = vae.denormalize(latents);
  const auto expected = 2 * stored.at("latents_std") + stored.at("latents_mean");
  EXPECT_TRUE(z.flatten().allclose(expected, 1e-6, 1e-7));
  EXPECT_LE(relativeError(vae.normalize(z), latents), 1e-6);

  for (const auto& checkpoint :
       {weights::Checkpoint::open(ltxOracle("0.9.5")), weights::Checkpoint::open(ltxOracle("0.9.5_original")),
        singleFile(scratch, "0.9.5", 1)}) {
    const auto statistics = ltxLatentStatistics(checkpoint);
    EXPECT_TRUE(statistics.mean.equal(stored.at("latents_mean")));
    EXPECT_TRUE(statistics.std.equal(stored.at("latents_std")));
  }
  const auto transformer = scratch.of({{"transformer_blocks.0.attn1.to_q.bias", at::zeros({1})}});
  EXPECT_NE(errorOf([&] { ltxLatentStatistics(transformer); }).message.find("latents_mean"), std::string::npos);
}

TEST(LtxVae, ReportsProgressAndStopsBetweenTwoBlocks) {
  const auto vae = loadVae("0.9.5");
  const Cases cases;
  std::stop_source source;
  std::vector<double> progress;
  const auto reported = [&](double done) {
    progress.push_back(done);
    if (progress.size() == 5) source.request_stop();
  };
  const auto decode = [&](const at::Tensor& z) { vae.decode(z, 0.05, true, 0, source.get_token(), reported); };
  decode(cases.at("0.9.5", 0, "z"));
  EXPECT_EQ(progress, (std::vector<double>{1 / 3., 2 / 3., 1}));
  progress.clear();
  EXPECT_THROW(decode(at::zeros({1, 16, 1, 1, 17})), Stopped);  // two tiles, in the middle of the second
  EXPECT_EQ(progress.size(), 5u);
  EXPECT_DOUBLE_EQ(progress.back(), 5 / 6.);
  EXPECT_THROW(vae.encode(cases.at("0.9.5", 0, "video"), source.get_token()), Stopped);
}

TEST(LtxVae, NamesMissingAndUnexpectedTensors) {
  const ScratchFolder scratch;
  const auto checkpoint = scratch.edited(ltxOracle("0.9.1_original"), [](weights::NamedTensors& tensors) {
    tensors.erase("decoder.up_blocks.2.res_blocks.0.per_channel_scale2");
    tensors["decoder.up_blocks.9.surplus"] = at::zeros({1});
  });
  const auto error = errorOf([&] { loadVae(checkpoint); });
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("decoder.up_blocks.2.res_blocks.0.per_channel_scale2"), std::string::npos)
      << error.message;
  EXPECT_NE(error.message.find("decoder.up_blocks.9.surplus"), std::string::npos) << error.message;
}

TEST(LtxVae, RefusesWhatItDoesNotKnow) {
  const ScratchFolder scratch;
  const auto ltx2 = scratch.edited(ltxOracle("0.9.5"), [](weights::NamedTensors& tensors) {
    std::erase_if(tensors, [](const auto& entry) {
      return entry.first.find("time_embedder") != std::string::npos ||
             entry.first.find("scale_shift_table") != std::string::npos;
    });
  });
  const auto error = errorOf([&] { LtxVaeConfig::detect(ltx2); });
  EXPECT_EQ(error.kind, ErrorKind::Unsupported);
  EXPECT_NE(error.message.find("LTX-2"), std::string::npos) << error.message;

  const auto tensors = tensorsOf("0.9.5_original/model.safetensors");
  const auto paddedBy = [&](const std::string& mode) {
    const TemporaryFolder folder;
    const auto file = folder / "vae.safetensors";
    weights::saveTensors(file, tensors, {{"config", R"({"vae": {"spatial_padding_mode": ")" + mode + R"("}})"}});
    return LtxVaeConfig::detect(weights::Checkpoint::open(file)).layout;
  };
  EXPECT_EQ(paddedBy("zeros"), LtxVaeLayout::V095);
  EXPECT_EQ(errorOf([&] { paddedBy("reflect"); }).kind, ErrorKind::Unsupported);

  const auto vae = loadVae("0.9.0");
  EXPECT_EQ(errorOf([&] { vae.encode(at::zeros({1, 3, 8, 32, 32}), {}); }).kind, ErrorKind::Invalid);
  EXPECT_EQ(errorOf([&] { vae.encode(at::zeros({1, 3, 9, 48, 32}), {}); }).kind, ErrorKind::Invalid);
}

TEST(LtxVae, IsInspectedOnTheMetaDevice) {
  for (const std::string version : kVersions) {
    const auto checkpoint = weights::Checkpoint::open(ltxOracle(version + "_original"));
    weights::CheckpointReader reader(checkpoint, ltxVaeNames(checkpoint), at::kMeta, at::kFloat);
    const LtxVae vae(LtxVaeConfig::detect(checkpoint), reader);
    EXPECT_TRUE(reader.report().ok()) << version;
  }
}

// --- Latent upsampler ------------------------------------------------------------------------------------------------

constexpr const char* kKinds[] = {"spatial", "temporal", "both", "2d"};

LatentUpsampler loadUpsampler(const weights::Checkpoint& checkpoint, at::ScalarType dtype = at::kFloat) {
  return load<LatentUpsampler, LatentUpsamplerConfig>(checkpoint, latentUpsamplerNames(checkpoint), dtype);
}

LatentUpsampler loadUpsampler(const std::string& kind, at::ScalarType dtype = at::kFloat) {
  return loadUpsampler(weights::Checkpoint::open(ltxOracle("upsampler_" + kind)), dtype);
}

TEST(LatentUpsampler, EqualsDiffusers) {
  const auto tensors = tensorsOf("upsampler.safetensors");
  for (const std::string kind : kKinds)
    for (const std::string dtype : kDTypes) {
      const auto model = loadUpsampler(kind, typeOf(dtype));
      for (int i = 0; i < kCases; ++i) {
        const auto name = fmt::format("{}.{}.", kind, i);
        EXPECT_LE(relativeError(model.forward(tensors.at(name + "z"), {}), tensors.at(name + dtype)),
                  toleranceOf(dtype))
            << name << dtype;
      }
    }
}

TEST(LatentUpsampler, DetectsItsKind) {
  for (const std::string kind : kKinds) {
    const auto checkpoint = weights::Checkpoint::open(ltxOracle("upsampler_" + kind));
    EXPECT_TRUE(isLatentUpsampler(checkpoint));
    const auto config = LatentUpsamplerConfig::detect(checkpoint);
    EXPECT_EQ(config.channels, 16);
    EXPECT_EQ(config.midChannels, 64);
    EXPECT_EQ(config.blocks, 2);
    EXPECT_EQ(config.threeDimensional, kind != "2d");
    EXPECT_EQ(config.spatial, kind != "temporal");
    EXPECT_EQ(config.temporal, kind == "temporal" || kind == "both");
  }
  EXPECT_FALSE(isLatentUpsampler(weights::Checkpoint::open(ltxOracle("0.9.5"))));
}

TEST(LatentUpsampler, StopsBetweenTwoBlocks) {
  const auto model = loadUpsampler("spatial");
  std::stop_source source;
  source.request_stop();
  EXPECT_THROW(model.forward(at::zeros({1, 16, 1, 2, 2}), source.get_token()), Stopped);
}

TEST(LatentUpsampler, RefusesOthersByName) {
  const ScratchFolder scratch;
  const auto edited = [&](const std::function<void(weights::NamedTensors&)>& edit) {
    return errorOf([&] { loadUpsampler(scratch.edited(ltxOracle("upsampler_spatial"), edit)); });
  };
  const auto rational = edited([](weights::NamedTensors& tensors) {
    tensors["upsampler.conv.weight"] = tensors.at("upsampler.0.weight");
    tensors.erase("upsampler.0.weight");
  });
  EXPECT_EQ(rational.kind, ErrorKind::Unsupported);
  EXPECT_NE(rational.message.find("LTX-2"), std::string::npos) << rational.message;
  const auto triple = edited([](weights::NamedTensors& tensors) {
    tensors["upsampler.0.weight"] = at::zeros({9 * 64, 64, 3, 3});
  });
  EXPECT_EQ(triple.kind, ErrorKind::Unsupported);
  EXPECT_NE(triple.message.find("channels by 9"), std::string::npos) << triple.message;
  const auto missing = edited([](weights::NamedTensors& tensors) { tensors.erase("res_blocks.1.norm2.bias"); });
  EXPECT_EQ(missing.kind, ErrorKind::Corrupt);
  EXPECT_NE(missing.message.find("res_blocks.1.norm2.bias"), std::string::npos) << missing.message;
}

}  // namespace
}  // namespace fb::models
