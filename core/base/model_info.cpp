// SPDX-License-Identifier: MIT
#include "flowblend/model_info.h"

#include "base/lora_words.h"
#include "flowblend/counted.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace fb {

std::string loraScaleWords(std::int64_t rank, const std::optional<double>& alpha) {
  auto text = rank > 0 ? fmt::format(", rank {}", rank) : std::string();
  if (alpha) return text + fmt::format(", alpha {}", *alpha);
  return rank > 0 ? text + ", no alpha: scale 1" : text;
}

std::string LoraReport::words() const {
  if (!problem.empty()) return problem;
  const auto inText = textLayers > 0 ? fmt::format(", {} of them in the text encoder", textLayers) : std::string();
  auto text =
      fmt::format("{}: {} of {}{}{}", kinds, applied, counted(layers, "layer"), inText, loraScaleWords(rank, alpha));
  constexpr std::size_t kShown = 3;
  for (std::size_t i = 0; i < std::min(kShown, unmatched.size()); ++i)
    text += fmt::format("{}{}", i == 0 ? "; the model has no " : ", ", unmatched[i]);
  if (unmatched.size() > kShown) text += fmt::format(" and {} more", unmatched.size() - kShown);
  return text;
}

std::string PipelineInfo::words() const {
  std::vector<std::string> parts;
  for (const auto& name : {pipeline, scheduler})
    if (!name.empty()) parts.push_back(name);
  for (const auto& [name, value] : settings) parts.push_back(fmt::format("{} {}", name, value));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace fb
