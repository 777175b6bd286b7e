// SPDX-License-Identifier: MIT
// A picture of latents without the VAE: a linear map from each latent's channels to a colour.
#pragma once

#include "engine/pipeline.h"
#include "flowblend/frame.h"

namespace fb::engine {

Pipeline::PreviewFactors givenPreview(const PairSpec& pair);
// Least squares over colour patches sent through the encoder; a second or two for a full-size VAE.
Pipeline::PreviewFactors fitPreview(const models::WanVae& vae, at::Device device);

// latents: [1,C,F,h,w] normalised; one frame of w x h pixels for each latent frame.
Clip previewClip(const at::Tensor& latents, const Pipeline::PreviewFactors& factors, double fps);

}  // namespace fb::engine
