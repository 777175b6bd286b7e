// SPDX-License-Identifier: MIT
#include "compute/memory.h"

#include "base/machine_memory.h"

#include <c10/core/CachingDeviceAllocator.h>
#include <c10/util/Exception.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

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
  if (!device.is_cpu()) {
    try {
      c10::getDeviceAllocator(device.type())->emptyCache();
    } catch (const c10::Error&) {
      // After work could not be recorded as a graph, torch up to 2.11 takes it for being recorded still and refuses to
      // release anything (pytorch/pytorch#180395). If it is the device that has failed, the next operation tells.
    }
    return;
  }
#ifdef __GLIBC__
  // glibc keeps freed tensors of less than 32 MB unless they are the last of its heap: a gigabyte after the keys and
  // values of a 14B model's prompts.
  malloc_trim(0);
#endif
}

std::uint64_t takePeakMemory(const at::Device& device) {
  if (device.is_cpu()) return 0;
  auto* allocator = c10::getDeviceAllocator(device.type());
  if (!allocator->initialized()) return 0;
  const auto stats = allocator->getDeviceStats(device.index());
  allocator->resetPeakStats(device.index());
  return static_cast<std::uint64_t>(
      stats.allocated_bytes[static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE)].peak);
}

std::uint64_t MemoryBudget::room(const at::Device& device, std::uint64_t filled) const {
  const auto free = freeMemory(device);
  return limit == 0 ? free : std::min(free, limit - std::min(filled, limit));
}

}  // namespace fb::compute
