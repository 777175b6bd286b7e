// SPDX-License-Identifier: MIT
// Where a tensor is in a file, and how to read its bytes. std types only.
#pragma once

#include "weights/data_file.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace fb::weights {

// ggml's types start at Q8_0; only GGUF files have them.
enum class StorageType {
  F64,
  F32,
  F16,
  BF16,
  F8E4M3,
  F8E5M2,
  I64,
  I32,
  I16,
  I8,
  U8,
  Bool,
  Q8_0,
  Q6_K,
  Q5_K,
  Q4_K,
  Q3_K,
  Q2_K,
  Q5_1,
  Q5_0,
  Q4_1,
  Q4_0
};

// Number of elements per block; most types have blocks of one.
std::int64_t blockElements(StorageType type);
std::size_t blockBytes(StorageType type);
// Blocks of more than one number, which share scales: weights/dequantize.h dequantises them.
inline bool isBlockQuantized(StorageType type) { return blockElements(type) > 1; }
std::string_view toString(StorageType type);  // "F32", as safetensors or ggml spells it

// Dense, row by row. Keeps its file open.
struct TensorView {
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;
  std::uint64_t bytes = 0;
  std::uint64_t begin = 0;  // in the file
  std::shared_ptr<const DataFile> file;

  std::int64_t elements() const;
};

// The tensor's bytes from `begin`, as many as fit into `into`. Safe on any thread. Throws Failure: Corrupt if the file
// was truncated since it was opened, Io, Internal for bytes past the tensor's end.
void readInto(const TensorView& view, std::span<std::byte> into, std::uint64_t begin = 0);
// All of them, for small tensors. Throws as readInto().
std::vector<std::byte> bytesOf(const TensorView& view);
// Type, shape and bytes. Throws as readInto().
bool sameTensor(const TensorView& a, const TensorView& b);

}  // namespace fb::weights
