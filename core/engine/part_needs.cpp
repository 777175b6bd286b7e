// SPDX-License-Identifier: MIT
#include "engine/part_needs.h"

#include "engine/text_loras.h"
#include "flowblend/guard.h"

#include <algorithm>

namespace fb::engine {

PartNeeds textNeeds(const GenerationRequest& request, std::int64_t length, at::ScalarType dtype,
                    weights::CheckpointCache& checkpoints) {
  const auto& path = request.pair.textEncoder;
  auto needs = partNeeds<models::T5Encoder>(path, dtype, checkpoints, TextLoras(request, checkpoints).stack());
  const auto config = models::T5Config::detect(checkpoints.open(path));
  // The table of positions as every head sees it, and its scores; three wide rows per token.
  const auto scores = 3 * config.heads * length * length;
  const auto rows = length * (4 * config.dim + 3 * config.ffnDim);
  needs.working = static_cast<std::uint64_t>(scores + rows) * c10::elementSize(dtype) + needs.weights.dequantized;
  return needs;
}

double encodedPrompts(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  return 2 * static_cast<double>(TextLoras(request, checkpoints).sets().size());
}

std::uint64_t framesInMain(const GenerationRequest& request) {
  constexpr std::uint64_t kCopies = 5;
  const auto& clip = request.clip;
  const auto pixels = static_cast<std::uint64_t>(clip.width) * static_cast<std::uint64_t>(clip.height);
  const auto video = 3 * pixels * static_cast<std::uint64_t>(clip.frames) * sizeof(float);
  return request.options.device == "cpu" ? kCopies * video : 0;
}

std::uint64_t latentBytes(const GenerationRequest& request, std::int64_t numbers) {
  constexpr std::uint64_t kOfAStep = 8, kOfEasyCache = 6, kOfAComparison = 2, kOfAGuard = 1;
  const auto guard = guardPlanOf(request.sampling);
  const bool compares = guard.rule == GuardRule::Verify || request.options.probe != ProbePolicy::None;
  const auto copies = kOfAStep + (request.sampling.cache == CacheRule::EasyCache ? kOfEasyCache : 0) +
                      (guard.comparesSteps() ? kOfAGuard : 0) + (compares ? kOfAComparison : 0);
  return copies * static_cast<std::uint64_t>(numbers) * sizeof(float);
}

bool sharesMiddle(const GenerationRequest& request) {
  return request.sampling.guard != GuardRule::None || request.options.probe != ProbePolicy::None;
}

std::uint64_t blockActivations(std::int64_t tokens, std::int64_t dim, std::int64_t ffnDim, at::ScalarType dtype,
                               std::uint64_t productScratch) {
  const auto bytes = [&](std::int64_t width) {
    return static_cast<std::uint64_t>(tokens * width) * c10::elementSize(dtype);
  };
  return std::max(bytes(6 * dim), bytes(3 * dim + ffnDim) + productScratch);
}

std::uint64_t previewActivations(std::int64_t tensors, std::int64_t side, std::int64_t channels, at::ScalarType dtype) {
  return static_cast<std::uint64_t>(tensors * side * side * channels) * c10::elementSize(dtype);
}

bool replaysForwards(CacheRule cache) { return cache != CacheRule::TeaCache && cache != CacheRule::MagCache; }

std::uint64_t cachedTokenBytes(const GenerationRequest& request, std::int64_t evaluations, std::int64_t tokens,
                               std::int64_t dim, std::int64_t signal, at::ScalarType dtype) {
  const auto rule = request.sampling.cache;
  if (replaysForwards(rule)) return 0;
  return static_cast<std::uint64_t>(evaluations * tokens * dim) * c10::elementSize(dtype) +
         (rule == CacheRule::TeaCache ? static_cast<std::uint64_t>(signal) * sizeof(float) : 0);
}

std::uint64_t promptKeys(std::int64_t prompts, std::int64_t length, std::int64_t layers, std::int64_t dim,
                         at::ScalarType dtype) {
  return static_cast<std::uint64_t>(prompts * length * layers * 2 * dim) * c10::elementSize(dtype);
}

}  // namespace fb::engine
