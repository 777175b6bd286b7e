// SPDX-License-Identifier: MIT
// The arithmetic is that of the lpips package's LPIPS(lpips=True, spatial=False, version="0.1").
#include "models/perception/lpips.h"

#include "base/failure.h"
#include "models/checkpoint_probe.h"

#include <c10/core/InferenceMode.h>

#include <array>
#include <span>
#include <utility>

namespace fb::models {
namespace {

// A convolution followed by ReLU, in torchvision's network: the `index`-th of its layers, in the `slice`-th of the five
// parts whose results are compared.
struct Convolution {
  int slice = 1;
  int index = 0;
  std::int64_t kernel = 3, stride = 1, padding = 1;
  std::int64_t pool = 0;  // kernel of the max pooling before it, with a stride of 2; 0: none
};

constexpr std::array kVgg16 = {Convolution{1, 0},
                               Convolution{1, 2},  //
                               Convolution{2, 5, 3, 1, 1, 2},
                               Convolution{2, 7},  //
                               Convolution{3, 10, 3, 1, 1, 2},
                               Convolution{3, 12},
                               Convolution{3, 14},  //
                               Convolution{4, 17, 3, 1, 1, 2},
                               Convolution{4, 19},
                               Convolution{4, 21},  //
                               Convolution{5, 24, 3, 1, 1, 2},
                               Convolution{5, 26},
                               Convolution{5, 28}};
constexpr std::array kAlexNet = {Convolution{1, 0, 11, 4, 2}, Convolution{2, 3, 5, 1, 2, 3},
                                 Convolution{3, 6, 3, 1, 1, 3}, Convolution{4, 8}, Convolution{5, 10}};
constexpr std::int64_t kColors = 3;

std::span<const Convolution> convolutionsOf(LpipsNetwork network) {
  if (network == LpipsNetwork::AlexNet) return kAlexNet;
  return kVgg16;
}

std::string nameOf(const Convolution& convolution) {
  return fmt::format("net.slice{}.{}", convolution.slice, convolution.index);
}
std::string linearName(int slice) { return fmt::format("lin{}.model.1.weight", slice - 1); }

// "net.slice2.5.weight" to "features.5.weight", as torchvision has it.
std::string inTorchvision(const std::string& name) {
  constexpr std::string_view kSlice = "net.slice1.";
  return name.starts_with("net.slice") ? "features." + name.substr(kSlice.size()) : name;
}

// "lin0.model.1.weight" to "lins.0.model.1.weight": the package has each linear layer under both names.
std::string inList(const std::string& name) {
  constexpr std::string_view kLinear = "lin";
  return name.starts_with(kLinear) ? "lins." + name.substr(kLinear.size()) : name;
}

bool hasNetwork(const weights::Checkpoint& checkpoint) {
  return checkpoint.find("net.slice1.0.weight") || checkpoint.find("features.0.weight");
}
bool hasLinear(const weights::Checkpoint& checkpoint) {
  return checkpoint.find(linearName(1)) || checkpoint.find(inList(linearName(1)));
}

// --- Layers, named as in the checkpoint ------------------------------------------------------------------------------

struct ScalingLayer {
  at::Tensor shift, scale;  // [1, 3, 1, 1]

  // A file made from torchvision's network lacks them.
  explicit ScalingLayer(weights::WeightReader& reader)
      : shift(valueOf(reader, "scaling_layer.shift", {-.030, -.088, -.188})),
        scale(valueOf(reader, "scaling_layer.scale", {.458, .448, .450})) {}

  // x: [B, 3, H, W] from -1 to 1
  at::Tensor operator()(const at::Tensor& x) const { return (x.to(shift.device()) - shift) / scale; }

private:
  static at::Tensor valueOf(weights::WeightReader& reader, const char* name, const std::array<double, 3>& published) {
    if (reader.has(name)) return reader.take(name, {1, kColors, 1, 1}, at::kFloat);
    return at::tensor(published, at::kFloat).view({1, kColors, 1, 1}).to(reader.device());
  }
};

struct Step {
  Convolution shape;
  at::Tensor weight, bias;

  Step(weights::WeightReader& reader, const Convolution& convolution, std::int64_t in, std::int64_t out)
      : shape(convolution),
        weight(reader.take(nameOf(shape) + ".weight", {out, in, shape.kernel, shape.kernel}, at::kFloat)),
        bias(reader.take(nameOf(shape) + ".bias", {out}, at::kFloat)) {}

  // x: [B, in, H, W] -> [B, out, H', W']
  at::Tensor operator()(at::Tensor x) const {
    if (shape.pool > 0) x = at::max_pool2d(x, shape.pool, 2);
    x = at::conv2d(x, weight, bias, shape.stride, shape.padding);
    return at::relu_(x);
  }
};

// Each pixel's features divided by their length. x: [B, C, H, W]
at::Tensor normalized(const at::Tensor& x) {
  constexpr double kEps = 1e-10;
  return x / (x.square().sum({1}, /*keepdim=*/true).sqrt() + kEps);
}

}  // namespace

bool isLpips(const weights::Checkpoint& checkpoint) { return hasNetwork(checkpoint) || hasLinear(checkpoint); }

weights::NameMap Lpips::names(const weights::Checkpoint& checkpoint) {
  const bool isTorchvision = checkpoint.find("features.0.weight") != nullptr;
  const bool isList = !checkpoint.find(linearName(1));
  return [=](const std::string& name) {
    return isTorchvision && name.starts_with("net.") ? inTorchvision(name) : isList ? inList(name) : name;
  };
}

std::string LpipsConfig::name() const {
  return network == LpipsNetwork::AlexNet ? "LPIPS with AlexNet" : "LPIPS with VGG16";
}

int LpipsConfig::minSide() const {
  constexpr int kAlexNetSide = 31, kVgg16Side = 16;  // a smaller one leaves no pixel for the last layers
  return network == LpipsNetwork::AlexNet ? kAlexNetSide : kVgg16Side;
}

LpipsConfig LpipsConfig::detect(const weights::Checkpoint& checkpoint) {
  const CheckpointProbe probe(checkpoint, Lpips::names(checkpoint), "network for LPIPS");
  if (probe.has("net.slice2.3.squeeze.weight"))
    fail(ErrorKind::Unsupported, "{} is LPIPS with SqueezeNet: give the weights with VGG16 or AlexNet", probe.file());
  if (!hasNetwork(checkpoint))
    fail(ErrorKind::Unsupported,
         "{} has only the linear layers of LPIPS: give a file that also has the image network, such as the whole state "
         "of lpips.LPIPS(net=\"vgg\")",
         probe.file());
  if (!hasLinear(checkpoint))
    fail(ErrorKind::Unsupported,
         "{} has only an image network: give a file that also has the linear layers of LPIPS, lin0 to lin4",
         probe.file());
  LpipsConfig config;
  config.network = probe.has("net.slice2.3.weight") ? LpipsNetwork::AlexNet : LpipsNetwork::Vgg16;
  for (const auto& convolution : convolutionsOf(config.network))
    config.channels.push_back(probe.shape(nameOf(convolution) + ".weight", 4)[0]);
  return config;
}

struct Lpips::Weights {
  LpipsConfig config;
  ScalingLayer scaling_layer;
  std::vector<Step> steps;
  std::vector<at::Tensor> lin;  // of each slice, [1, C, 1, 1]

  Weights(const LpipsConfig& sizes, weights::WeightReader& reader) : config(sizes), scaling_layer(reader) {
    auto in = kColors;
    for (const auto& convolution : convolutionsOf(config.network)) {
      const auto out = config.channels.at(steps.size());
      // Where a slice begins, the one before has ended.
      if (!steps.empty() && convolution.slice != steps.back().shape.slice) takeLinear(reader, in);
      steps.emplace_back(reader, convolution, in, out);
      in = out;
    }
    takeLinear(reader, in);
    // The linear layers once more, and what torchvision's networks have beyond their convolutions.
    reader.ignorePrefix("lins.");
    reader.ignorePrefix("classifier.");
  }

private:
  void takeLinear(weights::WeightReader& reader, std::int64_t channels) {
    lin.push_back(reader.take(linearName(static_cast<int>(lin.size()) + 1), {1, channels, 1, 1}, at::kFloat));
  }
};

Lpips::Lpips(const LpipsConfig& config, weights::WeightReader& reader)
    : m_weights(std::make_unique<Weights>(config, reader)) {}

Lpips::~Lpips() = default;
Lpips::Lpips(Lpips&&) noexcept = default;

at::Tensor Lpips::forward(const at::Tensor& a, const at::Tensor& b, std::stop_token stop) const {
  const c10::InferenceMode inference;
  const auto& w = *m_weights;
  const auto count = a.size(0);
  auto x = w.scaling_layer(at::cat({a, b}));  // [2 * B, 3, H, W]
  auto sum = at::zeros({count}, x.options());
  for (std::size_t i = 0; i < w.steps.size(); ++i) {
    throwIfStopped(stop);
    x = w.steps[i](std::move(x));
    const int slice = w.steps[i].shape.slice;
    if (i + 1 < w.steps.size() && w.steps[i + 1].shape.slice == slice) continue;
    const auto features = normalized(x);
    const auto difference = (features.narrow(0, 0, count) - features.narrow(0, count, count)).square();
    sum += at::conv2d(difference, w.lin[static_cast<std::size_t>(slice - 1)]).mean({1, 2, 3});
  }
  return sum;
}

const LpipsConfig& Lpips::config() const { return m_weights->config; }

}  // namespace fb::models
