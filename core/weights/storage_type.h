// SPDX-License-Identifier: MIT
// What the containers know of each storage type.
#pragma once

#include "weights/tensor_view.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fb::weights {

// Of a type that safetensors files may have.
std::optional<StorageType> storageTypeFromString(std::string_view name);

// The reference writer's order in a file, widest types first, so that each tensor is aligned to its own size.
std::size_t layoutRank(StorageType type);

// Bytes of a dense tensor; nothing for a negative dimension, for a number of elements that is no multiple of the type's
// block, or where 64 bits do not hold the number.
std::optional<std::uint64_t> denseBytes(StorageType type, const std::vector<std::int64_t>& shape);

}  // namespace fb::weights
