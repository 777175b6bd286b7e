// SPDX-License-Identifier: MIT
// What models can run on, and the device and dtype of a run that leaves them to the program. Values; any thread.
#pragma once

#include "flowblend/settings.h"

#include <cstdint>
#include <span>
#include <string>

namespace fb {

struct DeviceInfo {
  std::string id;  // "cpu", "cuda:0"
  std::string name;
  std::uint64_t memoryTotal = 0;  // bytes; 0: not known
  std::uint64_t memoryFree = 0;   // bytes; of a GPU, what no program holds
  int computeCapability = 0;      // of a CUDA device, 10 * major + minor: 89 for 8.9; 0: the CPU, or not known
  std::string problem;            // why no model can run there, and the way out; empty: it can be used

  bool isCpu() const { return id == "cpu"; }
  bool isUsable() const { return problem.empty(); }
};

// What the device "auto" stands for: the usable GPU with the most free memory, else the CPU. `devices`: not empty, as
// Engine::devices() lists them.
const DeviceInfo& automaticDevice(std::span<const DeviceInfo> devices);

// What DType::Automatic stands for on the device: bf16 on a GPU of compute capability 8.0 or later, fp16 on an older
// one, fp32 on the CPU. Any other type stays.
DType resolvedDType(DType type, const DeviceInfo& device);

}  // namespace fb
