// SPDX-License-Identifier: MIT
// What LoRAs do to the text encoder. Both models share it, but a LoRA changes the prompts of its own target alone, as
// if each model had a text encoder of its own: the prompts are encoded once for each set of strengths.
#pragma once

#include "engine/pipeline.h"
#include "flowblend/request.h"
#include "models/text/t5_encoder.h"
#include "sampling/velocity_field.h"
#include "weights/checkpoint_cache.h"
#include "weights/lora_set.h"

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace fb::engine {

// The sets of a request. Without LoRAs for the text encoder, there is one, which is empty.
class TextLoras {
public:
  // A set for each sampling::Stage.
  using ByStage = std::array<std::size_t, 3>;

  // Reads headers. Throws Failure for files that cannot be read.
  TextLoras(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

  // Strengths of the files in stack(). The first set is that of the large model's early stage.
  const std::vector<std::vector<double>>& sets() const { return m_sets; }
  const ByStage& setsOf(Model model) const { return m_setsOf[static_cast<std::size_t>(model)]; }
  // For loading the encoder: the files that change it, each once. With several sets, they are not merged.
  weights::LoraStack stack() const;
  // Identifies the changes by the files' sampled hashes (weights/hash.h) and the strengths; empty if there are none.
  std::string key() const;

private:
  std::vector<const weights::Checkpoint*> m_files;
  std::vector<std::vector<double>> m_sets;
  std::array<ByStage, 2> m_setsOf{};  // by Model
};

// Encodes with each set. encode: both prompts with the encoder as it is then; also sets the other fields, which are the
// same every time.
TextConditioning encodedWithEach(const TextLoras& loras, const models::T5Encoder& encoder,
                                 const std::function<EncodedPrompts(TextConditioning&)>& encode);

// The prompts of one model's evaluations as a run passes through the stages.
class TextByStage {
public:
  // Begins in the early stage.
  TextByStage(TextConditioning text, const TextLoras::ByStage& sets) : m_text(std::move(text)), m_sets(sets) {}

  // True if the prompts change.
  bool enter(sampling::Stage stage) {
    const auto before = std::exchange(m_stage, static_cast<std::size_t>(stage));
    return m_sets[before] != m_sets[m_stage];
  }
  const EncodedPrompts& now() const { return m_text.prompts.at(m_sets[m_stage]); }
  const TextConditioning& all() const { return m_text; }

private:
  TextConditioning m_text;
  TextLoras::ByStage m_sets;
  std::size_t m_stage = 0;
};

}  // namespace fb::engine
