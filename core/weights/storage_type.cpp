// SPDX-License-Identifier: MIT
#include "weights/storage_type.h"

#include <algorithm>
#include <array>

namespace fb::weights {
namespace {

struct Traits {
  StorageType type;
  std::string_view name;
  std::size_t bytes;  // per block
  std::int64_t elements = 1;
};

constexpr std::array<Traits, 22> kTraits{{{StorageType::I64, "I64", 8},
                                          {StorageType::F64, "F64", 8},
                                          {StorageType::F32, "F32", 4},
                                          {StorageType::I32, "I32", 4},
                                          {StorageType::BF16, "BF16", 2},
                                          {StorageType::F16, "F16", 2},
                                          {StorageType::I16, "I16", 2},
                                          {StorageType::F8E4M3, "F8_E4M3", 1},
                                          {StorageType::F8E5M2, "F8_E5M2", 1},
                                          {StorageType::I8, "I8", 1},
                                          {StorageType::U8, "U8", 1},
                                          {StorageType::Bool, "BOOL", 1},
                                          {StorageType::Q8_0, "Q8_0", 34, 32},
                                          {StorageType::Q6_K, "Q6_K", 210, 256},
                                          {StorageType::Q5_K, "Q5_K", 176, 256},
                                          {StorageType::Q4_K, "Q4_K", 144, 256},
                                          {StorageType::Q3_K, "Q3_K", 110, 256},
                                          {StorageType::Q2_K, "Q2_K", 84, 256},
                                          {StorageType::Q5_1, "Q5_1", 24, 32},
                                          {StorageType::Q5_0, "Q5_0", 22, 32},
                                          {StorageType::Q4_1, "Q4_1", 20, 32},
                                          {StorageType::Q4_0, "Q4_0", 18, 32}}};

const Traits& traits(StorageType type) {
  return *std::find_if(kTraits.begin(), kTraits.end(), [&](const Traits& entry) { return entry.type == type; });
}

}  // namespace

std::int64_t blockElements(StorageType type) { return traits(type).elements; }

std::size_t blockBytes(StorageType type) { return traits(type).bytes; }

std::string_view toString(StorageType type) { return traits(type).name; }

std::optional<StorageType> storageTypeFromString(std::string_view name) {
  for (const auto& entry : kTraits)
    if (entry.name == name && entry.elements == 1) return entry.type;
  return std::nullopt;
}

std::size_t layoutRank(StorageType type) { return static_cast<std::size_t>(&traits(type) - kTraits.data()); }

std::optional<std::uint64_t> denseBytes(StorageType type, const std::vector<std::int64_t>& shape) {
  // A zero dimension makes the tensor empty, however large the others are.
  const auto blocksOf = static_cast<std::uint64_t>(blockElements(type));
  std::uint64_t elements = 1, bytes = 0;
  bool overflow = false;
  for (const auto size : shape) {
    if (size < 0) return std::nullopt;
    overflow |= __builtin_mul_overflow(elements, static_cast<std::uint64_t>(size), &elements);
  }
  if (std::find(shape.begin(), shape.end(), 0) != shape.end()) return 0;
  overflow |= __builtin_mul_overflow(elements / blocksOf, blockBytes(type), &bytes);
  if (overflow || elements % blocksOf != 0) return std::nullopt;
  return bytes;
}

std::int64_t TensorView::elements() const {
  return static_cast<std::int64_t>(bytes / blockBytes(type)) * blockElements(type);
}

}  // namespace fb::weights
