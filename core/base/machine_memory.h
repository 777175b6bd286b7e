// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace fb {

// In bytes; 0 if the system does not say.
struct MachineMemory {
  std::uint64_t total = 0;
  std::uint64_t free = 0;  // without pushing anything out
};

// Of /proc/meminfo. Any thread.
MachineMemory machineMemory();

}  // namespace fb
