// SPDX-License-Identifier: MIT
#include "engine/perception.h"

#include "base/failure.h"
#include "compute/tf32.h"
#include "engine/image_tensors.h"
#include "flowblend/counted.h"
#include "models/perception/dinov2.h"
#include "models/perception/lpips.h"
#include "weights/checkpoint_cache.h"
#include "weights/hash.h"
#include "weights/load_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>
#include <vector>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

constexpr double kShorterSide = 224;  // pixels of what DINOv2 sees
constexpr std::size_t kImages = 8;    // at most, in one forward
// In one forward, in each of the two clips; VGG16 needs about a kilobyte per pixel.
constexpr std::size_t kPixels = 512 * 512;

// --- Files ----------------------------------------------------------------------------------------------------------

// The networks of LPIPS are published as pickles.
const weights::Checkpoint& openWeights(const fs::path& file, weights::CheckpointCache& checkpoints) {
  static constexpr std::array kPickles = {".pth", ".pt", ".bin", ".ckpt"};
  if (std::ranges::find(kPickles, file.extension()) != kPickles.end())
    fail(ErrorKind::Unsupported,
         "{} is a pickle file, which can run arbitrary code when opened, so it is not read: convert it to safetensors, "
         "as docs/boundaries.md tells",
         file.string());
  return checkpoints.open(file);
}

const weights::Checkpoint& openDinov2(const fs::path& file, weights::CheckpointCache& checkpoints) {
  const auto& checkpoint = openWeights(file, checkpoints);
  if (!models::isDinov2(checkpoint))
    fail(ErrorKind::Unsupported,
         "{} is no DINOv2 model: its tensors are not named as those of facebook/dinov2-small, -base, -large or -giant "
         "on huggingface.co",
         file.string());
  return checkpoint;
}

const weights::Checkpoint& openLpips(const fs::path& file, weights::CheckpointCache& checkpoints) {
  const auto& checkpoint = openWeights(file, checkpoints);
  if (!models::isLpips(checkpoint))
    fail(ErrorKind::Unsupported, "{} is no LPIPS network: its tensors are not named as in the state of lpips.LPIPS",
         file.string());
  return checkpoint;
}

// Throws Failure(Corrupt) if anything is missing or left over.
template <class Model>
typename Model::Config requireWhole(const weights::Checkpoint& checkpoint) {
  auto config = Model::Config::detect(checkpoint);
  weights::CheckpointReader reader(checkpoint, Model::names(checkpoint), at::kMeta, at::kFloat);
  const Model model(config, reader);
  reader.finish();
  return config;
}

// what: everything beside the weights that decides what the model computes.
std::string identityOf(const weights::Checkpoint& checkpoint, const std::string& what) {
  weights::Hash hash(weights::HashKind::Sha256);
  hash.add(what);
  for (const auto& file : checkpoint.paths())
    if (file.filename() != "config.json") hash.add(weights::sampledHash(file));
  return hash.hex();
}

PerceptualModel inspectDinov2(const fs::path& file, weights::CheckpointCache& checkpoints) {
  const auto& checkpoint = openDinov2(file, checkpoints);
  const auto config = requireWhole<models::Dinov2>(checkpoint);
  return {config.name(), identityOf(checkpoint, fmt::format("dinov2 {} {}", config.heads, config.eps)), 1};
}

PerceptualModel inspectLpips(const fs::path& file, weights::CheckpointCache& checkpoints) {
  const auto& checkpoint = openLpips(file, checkpoints);
  const auto config = requireWhole<models::Lpips>(checkpoint);
  return {config.name(), identityOf(checkpoint, "lpips"), config.minSide()};
}

// --- Frames ---------------------------------------------------------------------------------------------------------

using Images = std::vector<std::shared_ptr<const Frame>>;

void requireSameShape(const Clip& clip, const Clip& reference) {
  if (clip.frames.empty() || clip.frames.size() != reference.frames.size() || clip.width() != reference.width() ||
      clip.height() != reference.height())
    fail(ErrorKind::Invalid, "a clip of {} with {}x{} pixels cannot be compared with one of {} with {}x{}",
         counted(clip.frames.size(), "frame"), clip.width(), clip.height(), counted(reference.frames.size(), "frame"),
         reference.width(), reference.height());
}

at::Tensor stacked(std::span<const std::shared_ptr<const Frame>> frames,
                   const std::function<at::Tensor(const Frame&)>& toTensor) {
  std::vector<at::Tensor> images;
  for (const auto& frame : frames) images.push_back(toTensor(*frame));
  return at::stack(images);
}

// [3, height, width] from -1 to 1
at::Tensor signedFrame(const Frame& frame) {
  auto pixels = frame.rgb;
  return (at::from_blob(pixels.data(), {frame.height, frame.width, 3}, at::kByte).to(at::kFloat) / 127.5 - 1)
      .permute({2, 0, 1});
}

double sumOf(const at::Tensor& values) { return values.to(at::kCPU, at::kDouble).sum().item<double>(); }

// Of frames of the same size: the sum of their distances.
double dinov2Sum(const models::Dinov2& model, const Images& frames, const Images& others, at::Device device,
                 const std::stop_token& stop) {
  const int width = frames.front()->width, height = frames.front()->height;
  const auto patch = static_cast<double>(model.config().patch);
  const auto scaled = [&](int side) {
    const double pixels = side * kShorterSide / std::min(width, height);
    return static_cast<int>(std::max(1.0, std::round(pixels / patch)) * patch);
  };
  const auto features = [&](std::span<const std::shared_ptr<const Frame>> batch) {
    const auto images =
        stacked(batch, [&](const Frame& frame) { return imageNetFrame(frame, scaled(width), scaled(height)); });
    return model.forward(images.to(device), stop).to(at::kCPU, at::kDouble);  // [B, dim]
  };
  double sum = 0;
  for (std::size_t at = 0; at < frames.size(); at += kImages) {
    const auto count = std::min(kImages, frames.size() - at);
    const auto a = features(std::span(frames).subspan(at, count)), b = features(std::span(others).subspan(at, count));
    const auto lengths = a.norm(2, {1}) * b.norm(2, {1});
    sum += sumOf(1 - (a * b).sum({1}) / lengths);
  }
  return sum;
}

double lpipsSum(const models::Lpips& model, const Images& frames, const Images& others, at::Device device,
                const std::stop_token& stop) {
  const auto pixels = frames.front()->rgb.size() / 3;
  const auto images = std::clamp<std::size_t>(kPixels / pixels, 1, kImages);
  double sum = 0;
  for (std::size_t at = 0; at < frames.size(); at += images) {
    const auto count = std::min(images, frames.size() - at);
    const auto a = stacked(std::span(frames).subspan(at, count), signedFrame);
    const auto b = stacked(std::span(others).subspan(at, count), signedFrame);
    sum += sumOf(model.forward(a.to(device), b.to(device), stop));
  }
  return sum;
}

}  // namespace

PerceptualModels inspectPerceptual(const PerceptualWeights& weights) {
  weights::CheckpointCache checkpoints;
  PerceptualModels found;
  if (!weights.dinov2.empty()) found.dinov2 = inspectDinov2(weights.dinov2, checkpoints);
  if (!weights.lpips.empty()) found.lpips = inspectLpips(weights.lpips, checkpoints);
  return found;
}

PerceptualDistances perceptualDistances(const PerceptualWeights& weights, const Clip& clip, const Clip& reference,
                                        at::Device device, PartStore& parts, std::stop_token stop) {
  requireSameShape(clip, reference);
  const compute::Tf32Scope exact(false);
  parts.setLoadControl({stop, {}});
  // The others count as 0: rounding must not tell a frame from itself.
  Images frames, others;
  for (std::size_t i = 0; i < clip.frames.size(); ++i)
    if (clip.frames[i]->rgb != reference.frames[i]->rgb) {
      frames.push_back(clip.frames[i]);
      others.push_back(reference.frames[i]);
    }
  const auto mean = [&](double sum) { return sum / static_cast<double>(clip.frames.size()); };
  PerceptualDistances distances;
  if (!weights.dinov2.empty()) {
    openDinov2(weights.dinov2, parts.checkpoints());
    const auto model = parts.model<models::Dinov2>(weights.dinov2, at::kFloat, device);
    distances.dinov2 = frames.empty() ? 0 : mean(dinov2Sum(*model, frames, others, device, stop));
  }
  if (!weights.lpips.empty()) {
    openLpips(weights.lpips, parts.checkpoints());
    const auto model = parts.model<models::Lpips>(weights.lpips, at::kFloat, device);
    if (const int least = model->config().minSide(); std::min(clip.width(), clip.height()) < least)
      fail(ErrorKind::Invalid, "{} needs at least {} pixels on each side, but the clip has {}x{}: choose a larger size",
           model->config().name(), least, clip.width(), clip.height());
    distances.lpips = frames.empty() ? 0 : mean(lpipsSum(*model, frames, others, device, stop));
  }
  return distances;
}

}  // namespace fb::engine
