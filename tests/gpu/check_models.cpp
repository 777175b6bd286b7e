// SPDX-License-Identifier: MIT
#include "checks.h"
#include "random_weights.h"
#include "shapes.h"
#include "timing.h"

#include <ATen/CPUGeneratorImpl.h>

#include <functional>

namespace fb::gpu {
namespace {

constexpr double kFloatBar = 1e-3;  // with TF32 off
constexpr double kBrainBar = 3e-2;  // bfloat16
constexpr double kHalfBar = 5e-3;   // float16 has 3 bits more

class Models {
public:
  Models(Report& report, at::Device device) : m_report(report), m_device(device) {}

  // forward(model, device): the model's output for inputs that are the same on every device.
  template <class Model>
  void compare(const std::string& name, const typename Model::Config& config,
               const std::function<at::Tensor(const Model&, at::Device)>& forward, bool drawsNoise = false) {
    const auto run = [&](at::Device device, at::ScalarType dtype) {
      RandomWeights weights(device, dtype, RandomWeights::Made::OnTheCpu);
      const Model model(config, weights);
      return forward(model, device);
    };
    const auto want = run(at::kCPU, at::kFloat);
    m_report.bar("models", name + ", fp32", relativeError(run(m_device, at::kFloat), want), kFloatBar);
    for (const auto& [dtype, bar] : {std::pair{at::kBFloat16, kBrainBar}, {at::kHalf, kHalfBar}}) {
      // Noise drawn in a short dtype differs from that in float32.
      const auto expected = drawsNoise ? run(at::kCPU, dtype) : want;
      m_report.bar("models", fmt::format("{}, {}", name, dtype == at::kHalf ? "fp16" : "bf16"),
                   relativeError(run(m_device, dtype), expected), bar);
    }
  }

private:
  Report& m_report;
  at::Device m_device;
};

at::Tensor input(std::uint64_t seed, at::IntArrayRef shape, at::Device device) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  return at::randn(shape, generator, at::TensorOptions(at::kFloat)).to(device);
}

void compareTransformers(Models& models) {
  using namespace fb::models;
  const auto wan = [](const WanTransformer& model, at::Device device) {
    auto context = model.prepareText(input(1, {1, 24, kTinyText}, device));
    if (model.config().takesImage())
      context.image = model.prepareImage(input(2, {1, 17, model.config().imageDim}, device));
    const auto latents = input(3, {1, model.config().inChannels, 3, 8, 10}, device);
    return model.forward(latents, 700, model.prepareRope(3, 8, 10), context, {});
  };
  models.compare<WanTransformer>("WAN transformer", tinyWan(), wan);
  models.compare<WanTransformer>("WAN image-to-video transformer", tinyWanImage(), wan);
  const auto ltx = [](bool timestepPerToken) {
    return [=](const LtxTransformer& model, at::Device device) {
      const auto mask = at::cat({at::ones({1, 15}, at::kLong), at::zeros({1, 9}, at::kLong)}, 1).to(device);
      const auto context = model.prepareText(input(1, {1, 24, kTinyText}, device), mask);
      const auto rope = model.prepareRope(latentCoordinates(3, 4, 5, 24, true));
      auto timesteps = at::full({60}, 700, at::kFloat);
      timesteps.narrow(0, 0, 20).fill_(0);
      if (!timestepPerToken) timesteps = timesteps.narrow(0, 59, 1);
      return model.forward(input(3, {1, 60, 16}, device), timesteps.to(device), rope, context, {}, {});
    };
  };
  models.compare<LtxTransformer>("LTX transformer", tinyLtx(), ltx(false));
  models.compare<LtxTransformer>("LTX transformer, timesteps per token", tinyLtx(), ltx(true));
}

void compareEncoders(Models& models) {
  using namespace fb::models;
  const auto text = [](const T5Encoder& model, at::Device device) {
    const auto ids = (at::arange(24, at::kLong) * 7 % 320).unsqueeze(0).to(device);
    return model.forward(ids, at::ones_like(ids), {});
  };
  models.compare<T5Encoder>("T5 encoder", tinyT5(false), text);
  models.compare<T5Encoder>("UMT5 encoder", tinyT5(true), text);
  models.compare<VisionEncoder>("vision encoder", tinyVision(), [](const VisionEncoder& model, at::Device device) {
    return model.forward(input(4, {1, 3, 56, 56}, device), {});
  });
}

void compareVaes(Models& models) {
  using namespace fb::models;
  models.compare<WanVae>("WAN VAE, decoding", wanVae(8), [](const WanVae& vae, at::Device device) {
    return vae.decode(vae.denormalize(input(5, {1, 16, 3, 6, 8}, device)), false, {});
  });
  models.compare<WanVae>("WAN VAE, encoding", wanVae(8), [](const WanVae& vae, at::Device device) {
    return vae.encode(input(6, {1, 3, 9, 48, 64}, device), {});
  });
  for (const auto& [layout, version] :
       {std::pair{LtxVaeLayout::V090, "0.9.0"}, {LtxVaeLayout::V091, "0.9.1"}, {LtxVaeLayout::V095, "0.9.5"}}) {
    const auto name = fmt::format("LTX VAE {}", version);
    models.compare<LtxVae>(
        name + ", decoding", tinyLtxVae(layout),
        [](const LtxVae& vae, at::Device device) {
          return vae.decode(vae.denormalize(input(7, {1, 16, 3, 3, 4}, device)), 0.05, false, 3, {});
        },
        tinyLtxVae(layout).injectsNoise());
    models.compare<LtxVae>(name + ", encoding", tinyLtxVae(layout), [](const LtxVae& vae, at::Device device) {
      return vae.encode(input(8, {1, 3, 9, 64, 96}, device), {}).mean;
    });
  }
  models.compare<LatentUpsampler>("latent upsampler", {.channels = 16, .midChannels = 64, .blocks = 1},
                                  [](const LatentUpsampler& model, at::Device device) {
                                    return model.forward(input(9, {1, 16, 3, 4, 5}, device), {});
                                  });
}

}  // namespace

void checkModels(Report& report, at::Device device) {
  Models models(report, device);
  compareTransformers(models);
  compareEncoders(models);
  compareVaes(models);
}

}  // namespace fb::gpu
