// SPDX-License-Identifier: MIT
// Writes named tensors to a safetensors file and reads them: run states, traces.
#pragma once

#include "base/atomic_file.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <map>
#include <string>

namespace fb::weights {

using NamedTensors = std::map<std::string, at::Tensor>;

// Atomic; tensors are moved to the CPU and made contiguous; dtypes are kept. Throws Failure.
void saveTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                 const std::map<std::string, std::string>& metadata = {}, Existing existing = Existing::Replace);
// The same, with a checksum of the whole content in the metadata, as "checksum".
void saveWithChecksum(const std::filesystem::path& path, const NamedTensors& tensors,
                      std::map<std::string, std::string> metadata = {});

struct TensorFile {
  NamedTensors tensors;  // own their memory, on the CPU
  std::map<std::string, std::string> metadata;
};
// Throws Failure(Corrupt) if the content is not what was saved; files without a checksum are not checked.
TensorFile loadTensors(const std::filesystem::path& path);
// Reads the header alone. Throws Failure.
std::map<std::string, std::string> loadMetadata(const std::filesystem::path& path);

}  // namespace fb::weights
