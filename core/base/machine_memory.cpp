// SPDX-License-Identifier: MIT
#include "base/machine_memory.h"

#include "flowblend/numbers.h"

#include <algorithm>
#include <fstream>
#include <string>

namespace fb {
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

MachineMemory machineMemory() { return {memoryInfo("MemTotal:"), memoryInfo("MemAvailable:")}; }

}  // namespace fb
