// SPDX-License-Identifier: MIT
// How much memory the devices have, and how much of it models may use. All amounts are in bytes; any thread may call.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>

namespace fb::compute {

struct MemoryFigures {
  std::uint64_t total = 0;
  std::uint64_t free = 0;  // what can still be allocated
};
MemoryFigures memoryOf(const at::Device& device);
std::uint64_t freeMemory(const at::Device& device);

// Returns memory that torch, or on the CPU the C library, holds in reserve to the device, as far as that is possible.
void releaseCachedMemory(const at::Device& device);

// The most that torch had allocated on the device since the last call; 0 on the CPU.
std::uint64_t takePeakMemory(const at::Device& device);

// How much the models on one device may use together; 0: all that is free there.
struct MemoryBudget {
  std::uint64_t limit = 0;
  // Room for one more model in addition to those that use `filled` bytes of the device.
  std::uint64_t room(const at::Device& device, std::uint64_t filled) const;
};

}  // namespace fb::compute
