// SPDX-License-Identifier: MIT
// The JSON header of a safetensors file, checked completely against the size of the data after it.
#pragma once

#include "weights/safetensors.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fb::weights {

struct HeaderEntry {
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;
  std::uint64_t begin = 0;  // from the start of the data
  std::uint64_t end = 0;
};

struct SafetensorsHeader {
  std::map<std::string, HeaderEntry> entries;
  std::map<std::string, std::string> metadata;
};

// Throws Failure: Corrupt, or Unsupported for a storage type that this program does not read. `file` names it in
// errors.
SafetensorsHeader parseHeader(std::string_view json, std::uint64_t dataBytes, const std::string& file);

// The header with its 8-byte length, padded with spaces so that the data begins at a multiple of 8. The tensors are in
// file order. `file` as above.
std::string composeHeader(const std::vector<TensorToWrite>& tensors, const std::map<std::string, std::string>& metadata,
                          const std::string& file);

}  // namespace fb::weights
