// SPDX-License-Identifier: MIT
// What LinearPrecision::Fp8 does for a run. Reads headers only and throws Failure.
#pragma once

#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace fb::engine {

// Whether the request's products with weights of this file are computed in fp8, if the device can do that.
bool multipliesFp8(const GenerationRequest& request, const std::filesystem::path& model,
                   weights::CheckpointCache& checkpoints);

// Why the request's LinearPrecision::Fp8 has no effect, as the end of a sentence; absent if it has. request: with its
// dtype and device resolved. Multiplies on the device.
std::optional<std::string> fp8Obstacle(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

// What such a product needs in addition for this many tokens of `in` channels. Bytes.
std::uint64_t fp8Scratch(const GenerationRequest& request, std::int64_t tokens, std::int64_t in, std::int64_t out);

}  // namespace fb::engine
