// SPDX-License-Identifier: MIT
#include "engine/fp8_products.h"

#include "compute/devices.h"
#include "engine/memory_planner.h"
#include "kernels/fp8_product.h"

#include <algorithm>

namespace fb::engine {

bool multipliesFp8(const GenerationRequest& request, const std::filesystem::path& model,
                   weights::CheckpointCache& checkpoints) {
  return request.options.linearPrecision == LinearPrecision::Fp8 &&
         std::ranges::any_of(checkpoints.open(model).tensors(), [](const auto& entry) {
           const auto& view = entry.second;
           return view.type == weights::StorageType::F8E4M3 && view.shape.size() == 2;
         });
}

std::optional<std::string> fp8Obstacle(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  const auto stored = [&](Model model, const std::filesystem::path& path) {
    return usesModel(request, model) && multipliesFp8(request, path, checkpoints);
  };
  if (!stored(Model::Large, request.pair.large) && !stored(Model::Small, request.pair.small))
    return "neither transformer has weights in fp8 (e4m3)";
  const auto device = compute::parseDevice(request.options.device);
  return kernels::fp8ProductObstacle(device, compute::scalarType(request.options.dtype, device));
}

std::uint64_t fp8Scratch(const GenerationRequest& request, std::int64_t tokens, std::int64_t in, std::int64_t out) {
  // kernels/fp8_product.h
  const bool onCpu = request.options.device == "cpu";
  return static_cast<std::uint64_t>(onCpu ? 5 * tokens * in + 4 * in * out : tokens * in);
}

}  // namespace fb::engine
