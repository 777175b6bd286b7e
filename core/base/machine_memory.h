// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace fb {

// In bytes; 0 if the system does not say.
struct MachineMemory {
  std::uint64_t total = 0;
  std::uint64_t free = 0;  // without pushing anything out
};

// The machine's (/proc/meminfo), or what the control groups of this process leave of it. Any thread.
MachineMemory machineMemory();

// What the groups allow that `groups`, the text of /proc/self/cgroup, puts a process in; `root` is where they are
// mounted. Source: Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst of Linux.
MachineMemory withinGroups(MachineMemory memory, std::string_view groups, const std::filesystem::path& root);

}  // namespace fb
