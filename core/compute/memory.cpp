// SPDX-License-Identifier: MIT
#include "compute/memory.h"

#include "base/machine_memory.h"

#include <c10/core/CachingDeviceAllocator.h>

#include <algorithm>

namespace fb::compute {
MemoryFigures memoryOf(const at::Device& device) {
  if (device.is_cpu()) {
    const auto memory = machineMemory();
    return {memory.total, memory.free};
  }
  const auto [free, total] = c10::getDeviceAllocator(device.type())->getMemoryInfo(device.index());
  return {total, free};
}

std::uint64_t freeMemory(const at::Device& device) { return memoryOf(device).free; }

void releaseCachedMemory(const at::Device& device) {
  if (!device.is_cpu()) c10::getDeviceAllocator(device.type())->emptyCache();
}

std::uint64_t MemoryBudget::room(const at::Device& device, std::uint64_t filled) const {
  const auto free = freeMemory(device);
  return limit == 0 ? free : std::min(free, limit - std::min(filled, limit));
}

}  // namespace fb::compute
