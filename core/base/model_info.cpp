// SPDX-License-Identifier: MIT
#include "flowblend/model_info.h"

#include <fmt/ranges.h>

namespace fb {

std::string PipelineInfo::words() const {
  std::vector<std::string> parts;
  for (const auto& name : {pipeline, scheduler})
    if (!name.empty()) parts.push_back(name);
  for (const auto& [name, value] : settings) parts.push_back(fmt::format("{} {}", name, value));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace fb
