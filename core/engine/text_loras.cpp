// SPDX-License-Identifier: MIT
#include "engine/text_loras.h"

#include "engine/family.h"
#include "engine/loras.h"
#include "weights/hash.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace fb::engine {

TextLoras::TextLoras(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  // Of each file, by model and stage.
  std::vector<std::array<weights::LoraStrengths, 2>> strengths;
  for (const auto& lora : request.sampling.loras) {
    const auto& file = checkpoints.open(lora.file);
    if (!changesTextEncoder(request.pair, file, checkpoints)) continue;
    const auto known = std::ranges::find(m_files, &file);
    const auto index = static_cast<std::size_t>(known - m_files.begin());
    if (known == m_files.end()) {
      m_files.push_back(&file);
      strengths.emplace_back();
    }
    auto& ofModel = strengths[index][static_cast<std::size_t>(modelOf(lora.target))];
    const auto more = strengthsOf(lora);
    for (std::size_t stage = 0; stage < more.size(); ++stage) ofModel[stage] += more[stage];
  }
  for (std::size_t model = 0; model < m_setsOf.size(); ++model)
    for (std::size_t stage = 0; stage < m_setsOf[model].size(); ++stage) {
      std::vector<double> set;
      for (const auto& file : strengths) set.push_back(file[model][stage]);
      const auto known = std::ranges::find(m_sets, set);
      m_setsOf[model][stage] = static_cast<std::size_t>(known - m_sets.begin());
      if (known == m_sets.end()) m_sets.push_back(std::move(set));
    }
}

weights::LoraStack TextLoras::stack() const {
  weights::LoraStack stack;
  for (std::size_t i = 0; i < m_files.size(); ++i) {
    const auto [least, most] = std::ranges::minmax(m_sets, {}, [i](const std::vector<double>& set) { return set[i]; });
    // Unequal if the sets differ in this file, so that it is not merged.
    stack.push_back({m_files[i], {least[i], most[i], most[i]}});
  }
  return stack;
}

std::string TextLoras::key() const {
  std::string key;
  for (const auto* file : m_files) key += weights::sampledHash(file->path()) + "\n";
  if (m_files.empty()) return key;
  for (const auto& set : m_sets) key += fmt::format("{}\n", fmt::join(set, " "));
  return key;
}

TextConditioning encodedWithEach(const TextLoras& loras, const models::T5Encoder& encoder,
                                 const std::function<EncodedPrompts(TextConditioning&)>& encode) {
  TextConditioning text;
  for (const auto& strengths : loras.sets()) {
    encoder.setLoraStrengths(strengths);
    text.prompts.push_back(encode(text));
  }
  return text;
}

}  // namespace fb::engine
