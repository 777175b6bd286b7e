// SPDX-License-Identifier: MIT
// The devices that models can run on, and how "auto" picks a run's device and dtype. Values; any thread.
#pragma once

#include "flowblend/settings.h"

#include <cstdint>
#include <span>
#include <string>

namespace fb {

struct DeviceInfo {
  std::string id;  // "cpu", "cuda:0"
  std::string name;
  std::uint64_t memoryTotal = 0;  // bytes; 0: unknown
  std::uint64_t memoryFree = 0;   // bytes; of a GPU: not in use by any program
  int computeCapability = 0;      // of a CUDA device, 10 * major + minor: 89 for 8.9; 0: the CPU, or unknown
  std::string problem;            // why no model can run there and what to do about it; empty: usable

  bool isCpu() const { return id == "cpu"; }
  bool isUsable() const { return problem.empty(); }
};

// The device that "auto" stands for: the usable GPU with the most free memory, or the CPU if there is none. `devices`:
// not empty, as listed by Engine::devices().
const DeviceInfo& automaticDevice(std::span<const DeviceInfo> devices);

// The dtype that DType::Automatic stands for on this device: bf16 on a GPU of compute capability 8.0 or later, fp16 on
// an older one, fp32 on the CPU. Any other type is returned unchanged.
DType resolvedDType(DType type, const DeviceInfo& device);

}  // namespace fb
