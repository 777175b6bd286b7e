// SPDX-License-Identifier: MIT
#include "engine/latent_preview.h"

#include "engine/clip_tensors.h"

#include <ATen/CPUGeneratorImpl.h>
#include <c10/core/InferenceMode.h>

namespace fb::engine {

Pipeline::PreviewFactors givenPreview(const PairSpec& pair) {
  std::vector<double> matrix;
  for (const auto& factor : pair.previewFactors) matrix.insert(matrix.end(), factor.begin(), factor.end());
  const auto rows = static_cast<std::int64_t>(pair.previewFactors.size());
  return {at::tensor(matrix, at::kFloat).reshape({rows, 3}),
          at::tensor(at::ArrayRef<double>(pair.previewBias), at::kFloat)};
}

Pipeline::PreviewFactors fitPreview(const std::function<at::Tensor(const at::Tensor& video)>& encode) {
  const c10::InferenceMode inference;
  // Patches of 64 pixels are flat over the encoder's receptive field, so that a latent in the middle of one depends on
  // its colour only.
  constexpr std::int64_t kPatches = 8, kPatchPixels = kPreviewSide / kPatches;
  const auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{7});
  const auto colours = at::rand({1, 3, 1, kPatches, kPatches}, generator, at::kFloat) * 2 - 1;
  const auto video = colours.repeat_interleave(kPatchPixels, 3).repeat_interleave(kPatchPixels, 4);
  const auto latents = encode(video).to(at::kCPU, at::kFloat);
  const auto channels = latents.size(1);
  const auto perPatch = latents.size(3) / kPatches;
  const auto middles = latents.slice(3, perPatch / 2, {}, perPatch).slice(4, perPatch / 2, {}, perPatch);
  const auto samples = middles.reshape({channels, -1}).t();
  const auto design = at::cat({samples, at::ones({samples.size(0), 1})}, 1);
  const auto solution = std::get<0>(at::linalg_lstsq(design, colours.reshape({3, -1}).t()));
  return {solution.slice(0, 0, channels).contiguous(), solution.select(0, channels).contiguous()};
}

Clip previewClip(const at::Tensor& latents, const Pipeline::PreviewFactors& factors, double fps) {
  const auto channelsLast = latents.to(at::kCPU, at::kFloat).permute({0, 2, 3, 4, 1});
  return toClip((at::matmul(channelsLast, factors.matrix) + factors.bias).permute({0, 4, 1, 2, 3}), fps);
}

}  // namespace fb::engine
