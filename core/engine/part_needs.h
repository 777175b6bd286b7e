// SPDX-License-Identifier: MIT
// What the families share in computing a part's memory needs. Bytes; reads file headers, not weights.
#pragma once

#include "engine/memory_planner.h"
#include "flowblend/request.h"
#include "models/text/t5_encoder.h"
#include "weights/checkpoint_cache.h"
#include "weights/load_model.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <filesystem>

namespace fb::engine {

// Sizes and dtype of a part that is loaded in `dtype`. Throws Failure.
template <class Model>
PartNeeds partNeeds(const std::filesystem::path& path, at::ScalarType dtype, weights::CheckpointCache& checkpoints,
                    const weights::LoraStack& loras = {}) {
  PartNeeds needs;
  // LoRAs that are not merged take the most memory.
  needs.weights = weights::sizesOf<Model>(checkpoints.open(path), dtype, loras, {.residentBlocks = 0});
  needs.dtype = dtype == at::kBFloat16 ? "bf16" : dtype == at::kHalf ? "fp16" : "fp32";
  return needs;
}

// Including the activations of one prompt of `length` tokens, a dequantised matrix, and the LoRAs.
PartNeeds textNeeds(const GenerationRequest& request, std::int64_t length, at::ScalarType dtype,
                    weights::CheckpointCache& checkpoints);
// How many prompts a run encodes: two for each set of LoRAs (engine/text_loras.h).
double encodedPrompts(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

// Copies of the video, in float32, between the decoder and the clip. They count if main memory is the device: measured
// at 256x256 to 704x480 with 33 to 121 frames.
std::uint64_t framesInMain(const GenerationRequest& request);

// Of sampling, float32: the latents before and after a step, what the solver remembers, a velocity and its parts; with
// what a guard, a comparison of the models and EasyCache remember or compute in addition. numbers: of the latents.
std::uint64_t latentBytes(const GenerationRequest& request, std::int64_t numbers);

// Whether the large model may be evaluated in the middle stage.
bool sharesMiddle(const GenerationRequest& request);

// A transformer's activations at the peak of a block: x, its norm, queries, keys, values and the output of attention,
// or x, its norm, the feed-forward's hidden layer and its output, with what the last product needs in addition, such as
// its dequantised matrix.
// Measured on an H100 within 2 % for WAN 1.3B and 14B at 832x480x81 and LTX 2B and 13B at 1216x704x121, bf16.
std::uint64_t blockActivations(std::int64_t tokens, std::int64_t dim, std::int64_t ffnDim, at::ScalarType dtype,
                               std::uint64_t productScratch = 0);
// Of a VAE's encoder while previews fit their colours (engine/latent_preview.h): as much as `tensors` of the first
// level's side x side positions with this many channels.
std::uint64_t previewActivations(std::int64_t tensors, std::int64_t side, std::int64_t channels, at::ScalarType dtype);
// What TeaCache or MagCache keeps of a model, if the request uses it: what the blocks add to the tokens, for each
// guidance evaluation; for TeaCache, also the signal's numbers in float32.
std::uint64_t cachedTokenBytes(const GenerationRequest& request, std::int64_t evaluations, std::int64_t tokens,
                               std::int64_t dim, std::int64_t signal, at::ScalarType dtype);
// Whether forwards may be replayed: with TeaCache and MagCache, a forward may end before the blocks.
bool replaysForwards(CacheRule cache);
// Keys and values of the cross-attention of all blocks, for this many prompts of `length` rows.
std::uint64_t promptKeys(std::int64_t prompts, std::int64_t length, std::int64_t layers, std::int64_t dim,
                         at::ScalarType dtype);

}  // namespace fb::engine
