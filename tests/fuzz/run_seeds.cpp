// SPDX-License-Identifier: MIT
// In place of libFuzzer: gives every file of a folder to the target, once.
#include "target.h"

#include <cstdio>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::printf("%s\n", entry.path().filename().c_str());
    std::fflush(stdout);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    ++count;
  }
  // A folder that was not found proves nothing.
  return count > 0 ? 0 : 1;
}
