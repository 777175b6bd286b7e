// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace fb {

// In bytes; 0 if unknown.
struct MachineMemory {
  std::uint64_t total = 0;
  std::uint64_t free = 0;  // without evicting anything
};

// The machine's memory (/proc/meminfo), or what this process's control groups leave of it. Any thread.
MachineMemory machineMemory();

// The memory allowed by the control groups of a process; `groups` is the text of /proc/self/cgroup, `root` the mount
// point. Source: Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/memory.rst of Linux.
MachineMemory withinGroups(MachineMemory memory, std::string_view groups, const std::filesystem::path& root);

}  // namespace fb
