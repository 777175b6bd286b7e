// SPDX-License-Identifier: MIT
// An image of latents without the VAE: a linear map from each latent's channels to a colour.
#pragma once

#include "engine/pipeline.h"
#include "flowblend/frame.h"

#include <cstdint>

namespace fb::engine {

// Of the video that fitPreview() encodes, in pixels.
inline constexpr std::int64_t kPreviewSide = 512;

Pipeline::PreviewFactors givenPreview(const PairSpec& pair);
// Least squares over colour patches passed through the encoder; a second or two for a full-size VAE. encode: video
// [1,3,1,H,W] in -1..1 on the CPU to normalised latents.
Pipeline::PreviewFactors fitPreview(const std::function<at::Tensor(const at::Tensor& video)>& encode);

// latents: [1,C,F,h,w] normalised; one frame of w x h pixels per latent frame.
Clip previewClip(const at::Tensor& latents, const Pipeline::PreviewFactors& factors, double fps);

}  // namespace fb::engine
