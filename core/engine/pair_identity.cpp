// SPDX-License-Identifier: MIT
#include "engine/pair_identity.h"

#include "base/json.h"
#include "base/pair_parts.h"
#include "engine/run_inputs.h"
#include "weights/hash.h"

#include <algorithm>

namespace fb::engine {
namespace {

// What the pair's document says besides names, places and defaults.
std::string rulesOf(PairSpec pair) {
  pair.name.clear();
  pair.defaults = {};
  pair.previewFactors.clear();
  pair.previewBias = {};
  for (const auto& part : kPairParts) (pair.*part.member).clear();
  return toJsonValue(pair, {}).dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string pairIdentity(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  auto pairOnly = request;
  pairOnly.clip.images.clear();
  pairOnly.options.hashInputs = false;
  pairOnly.sampling.loras.clear();
  std::vector<std::string> lines;
  for (const auto& file : readInputs(pairOnly, {}, checkpoints).files)
    lines.push_back(fmt::format("{} {}\n", file.part, file.sampled));
  for (const auto& lora : request.sampling.loras)
    if (lora.strength != 0)
      lines.push_back(
          fmt::format("lora {} {} {}\n", weights::sampledHash(lora.file), lora.strength, toString(lora.target)));
  // LoRAs add up in any order.
  std::ranges::sort(lines);
  weights::Hash hash(weights::HashKind::Sha256);
  for (const auto& line : lines) hash.add(line);
  hash.add(rulesOf(request.pair));
  return hash.hex();
}

}  // namespace fb::engine
