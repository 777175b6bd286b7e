// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace fb {

// Of a LoRA file, to follow other words: ", rank 32, alpha 16", ", rank 32, no alpha: scale 1"; nothing if it has
// neither.
std::string loraScaleWords(std::int64_t rank, const std::optional<double>& alpha);

}  // namespace fb
