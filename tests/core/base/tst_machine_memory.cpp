// SPDX-License-Identifier: MIT
#include "base/machine_memory.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace fb {
namespace {

void write(const std::filesystem::path& file, const char* text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

void expectMemory(const MachineMemory& memory, std::uint64_t total, std::uint64_t free) {
  EXPECT_EQ(memory.total, total);
  EXPECT_EQ(memory.free, free);
}

TEST(MachineMemory, IsThere) {
  const auto memory = machineMemory();
  EXPECT_GT(memory.free, 0u);
  EXPECT_GE(memory.total, memory.free);
}

TEST(MachineMemory, OfTheSecondVersionOfGroups) {
  const TemporaryFolder root;
  constexpr const char* kGroups = "0::/outer/inner\n";
  expectMemory(withinGroups({1000, 800}, kGroups, root.path()), 1000, 800);
  write(root / "outer/inner/memory.max", "max\n");
  expectMemory(withinGroups({1000, 800}, kGroups, root.path()), 1000, 800);
  write(root / "outer/memory.max", "500\n");
  write(root / "outer/memory.current", "300\n");
  write(root / "outer/memory.stat", "anon 100\ninactive_file 50\n");
  expectMemory(withinGroups({1000, 800}, kGroups, root.path()), 500, 250);
  write(root / "outer/inner/memory.max", "400\n");
  write(root / "outer/inner/memory.current", "500\n");
  expectMemory(withinGroups({1000, 800}, kGroups, root.path()), 400, 0);
  expectMemory(withinGroups({300, 200}, "0::/outer\n", root.path()), 300, 200);
  expectMemory(withinGroups({300, 200}, "0::/\n", root.path()), 300, 200);
}

TEST(MachineMemory, OfTheFirstVersionOfGroups) {
  const TemporaryFolder root;
  write(root / "memory/docker/memory.limit_in_bytes", "600\n");
  write(root / "memory/docker/memory.usage_in_bytes", "200\n");
  write(root / "memory/docker/memory.stat", "inactive_file 3\ntotal_inactive_file 100\n");
  expectMemory(withinGroups({1000, 800}, "5:cpu:/docker\n4:memory:/docker\n", root.path()), 600, 500);
  expectMemory(withinGroups({1000, 800}, "4:memory:/elsewhere\nnonsense\n\n", root.path()), 1000, 800);
}

}  // namespace
}  // namespace fb
