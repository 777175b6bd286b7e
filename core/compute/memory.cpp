// SPDX-License-Identifier: MIT
#include "compute/memory.h"

#include "flowblend/numbers.h"

#include <c10/core/CachingDeviceAllocator.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace fb::compute {
namespace {

// A figure of /proc/meminfo, which counts in KiB.
std::uint64_t memoryInfo(std::string_view field) {
  std::ifstream file("/proc/meminfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(field)) {  // "MemFree:    123 kB"
      const auto text = std::string_view(line);
      const auto from = std::min(text.find_first_of("0123456789"), text.size());
      return numberFrom<std::uint64_t>(text.substr(from, text.find(' ', from) - from)).value_or(0) * 1024;
    }
  return 0;
}

}  // namespace

MemoryFigures memoryOf(const at::Device& device) {
  if (device.is_cpu()) return {memoryInfo("MemTotal:"), memoryInfo("MemAvailable:")};
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
