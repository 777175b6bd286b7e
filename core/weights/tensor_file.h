// SPDX-License-Identifier: MIT
// Named tensors to a safetensors file and back: run states, traces.
#pragma once

#include <ATen/ATen.h>

#include <filesystem>
#include <map>
#include <string>

namespace fb::weights {

using NamedTensors = std::map<std::string, at::Tensor>;

// Atomic; tensors are moved to the CPU and made contiguous, dtypes kept. Throws Failure.
void saveTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                 const std::map<std::string, std::string>& metadata = {});

struct TensorFile {
  NamedTensors tensors;  // own their memory, on the CPU
  std::map<std::string, std::string> metadata;
};
TensorFile loadTensors(const std::filesystem::path& path);

}  // namespace fb::weights
