// SPDX-License-Identifier: MIT
// The LoRAs of a request: on which model each works, whether it fits, and how strong it is in each stage.
#pragma once

#include "flowblend/model_info.h"
#include "flowblend/request.h"
#include "sampling/velocity_field.h"
#include "weights/checkpoint_cache.h"
#include "weights/lora_set.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fb::engine {

// The model whose evaluations a LoRA changes, and its strengths in them.
Model modelOf(LoraTarget target);
weights::LoraStrengths strengthsOf(const Lora& lora);

// Those that may change the transformer of one of the request's models, each file once. Throws Failure for a file that
// cannot be opened.
weights::LoraStack lorasFor(const GenerationRequest& request, Model model, weights::CheckpointCache& checkpoints);

// Whether a file changes layers of the pair's text encoder. Reads headers. Throws Failure.
bool changesTextEncoder(const PairSpec& pair, const weights::Checkpoint& lora, weights::CheckpointCache& checkpoints);

// What each does to its model, in the request's order. Reads headers. Throws Failure for the pair's files only.
std::vector<LoraReport> checkLoras(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

// A file that LoraFile::isLora() accepts. Throws Failure.
ComponentInfo inspectLora(const weights::Checkpoint& checkpoint);

// How a family tells for which of its models a LoRA was made.
struct LoraFamily {
  std::string name;
  std::vector<std::string> layers;  // names that only its models have; the inputs of the first that is found count
  std::vector<std::pair<std::int64_t, std::string>> variants;  // by that number of inputs
};
// "WAN 14B", "WAN of width 64"; absent if it has none of the layers.
std::optional<std::string> modelOfLora(const weights::LoraFile& lora, const LoraFamily& family);

// The strengths of one model's LoRAs as a run passes through the stages.
class StrengthsByStage {
public:
  // Begins in the early stage.
  explicit StrengthsByStage(const weights::LoraStack& loras);

  // True if the strengths change.
  bool enter(sampling::Stage stage);
  const std::vector<double>& now() const { return m_strengths[m_stage]; }

private:
  std::array<std::vector<double>, 3> m_strengths;  // by sampling::Stage
  std::size_t m_stage = 0;
};

}  // namespace fb::engine
