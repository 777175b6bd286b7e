// SPDX-License-Identifier: MIT
#include "base/machine_memory.h"

#include "flowblend/numbers.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace fb {
namespace {

namespace fs = std::filesystem;

// Empty if it cannot be read.
std::string textOf(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The number after a name at the start of a line: "MemFree:    123 kB", "inactive_file 123".
std::optional<std::uint64_t> numberAfter(std::string_view text, std::string_view name) {
  for (std::size_t begin = 0; begin < text.size();) {
    const auto line = text.substr(begin, text.find('\n', begin) - begin);
    begin += line.size() + 1;
    if (!line.starts_with(name)) continue;
    const auto digits = line.substr(std::min(line.find_first_not_of(": ", name.size()), line.size()));
    return numberFrom<std::uint64_t>(digits.substr(0, digits.find(' ')));
  }
  return std::nullopt;
}

std::optional<std::uint64_t> numberIn(const fs::path& path) { return numberAfter(textOf(path), ""); }

// The file names used by a version of control groups.
struct GroupFiles {
  const char* limit;
  const char* usage;
  const char* reclaimable;  // in memory.stat
};
constexpr GroupFiles kSecond{"memory.max", "memory.current", "inactive_file"};
constexpr GroupFiles kFirst{"memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"};

// The limits of the parent groups apply, too.
MachineMemory withinGroup(MachineMemory memory, const fs::path& root, const fs::path& group, const GroupFiles& files) {
  for (auto folder = group;; folder = folder.parent_path()) {
    const auto at = root / folder.relative_path();
    // "max" means no limit.
    if (const auto limit = numberIn(at / files.limit)) {
      const auto used = numberIn(at / files.usage).value_or(0);
      const auto reclaimable = numberAfter(textOf(at / "memory.stat"), files.reclaimable).value_or(0);
      const auto held = used - std::min(used, reclaimable);
      memory.total = memory.total == 0 ? *limit : std::min(memory.total, *limit);
      memory.free = std::min(memory.free, *limit - std::min(*limit, held));
    }
    if (!folder.has_relative_path()) return memory;
  }
}

}  // namespace

MachineMemory withinGroups(MachineMemory memory, std::string_view groups, const fs::path& root) {
  // "0::/user.slice" in version 2, "4:memory:/user" in version 1.
  for (std::size_t begin = 0; begin < groups.size();) {
    const auto line = groups.substr(begin, groups.find('\n', begin) - begin);
    begin += line.size() + 1;
    const auto last = line.rfind(':');
    if (last == std::string_view::npos) continue;
    const fs::path group(line.substr(last + 1));
    if (line.starts_with("0::"))
      memory = withinGroup(memory, root, group, kSecond);
    else if (line.substr(0, last).ends_with(":memory"))
      memory = withinGroup(memory, root / "memory", group, kFirst);
  }
  return memory;
}

MachineMemory machineMemory() {
  constexpr std::uint64_t kKiB = 1024;
  const auto info = textOf("/proc/meminfo");
  const auto figure = [&](const char* name) { return numberAfter(info, name).value_or(0) * kKiB; };
  return withinGroups({figure("MemTotal"), figure("MemAvailable")}, textOf("/proc/self/cgroup"), "/sys/fs/cgroup");
}

}  // namespace fb
