// SPDX-License-Identifier: MIT
// What the safetensors format knows of each storage type.
#pragma once

#include "weights/tensor_view.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fb::weights {

std::optional<StorageType> storageTypeFromString(std::string_view name);

// The reference writer's order in a file, widest types first, so that each tensor is aligned to its own size.
std::size_t layoutRank(StorageType type);

// Bytes of a dense tensor; nothing for a negative dimension or where 64 bits do not hold the number.
std::optional<std::uint64_t> denseBytes(StorageType type, const std::vector<std::int64_t>& shape);

}  // namespace fb::weights
