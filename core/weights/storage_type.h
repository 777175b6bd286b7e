// SPDX-License-Identifier: MIT
// The storage types of the containers.
#pragma once

#include "weights/tensor_view.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace fb::weights {

// For a type that safetensors files may have.
std::optional<StorageType> storageTypeFromString(std::string_view name);

// The reference writer's order in a file, widest types first, so that each tensor is aligned to its own size.
std::size_t layoutRank(StorageType type);

// Bytes of a dense tensor; absent for a negative dimension, for a number of elements that is not a multiple of the
// type's block, or if the number does not fit into 64 bits.
std::optional<std::uint64_t> denseBytes(StorageType type, const std::vector<std::int64_t>& shape);

}  // namespace fb::weights
