// SPDX-License-Identifier: MIT
// Reproducible randomness: a test prints its seed, and the environment variable FB_SEED sets it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fb {

// FB_SEED if it is set, otherwise `usual`.
inline std::uint64_t testSeed(std::uint64_t usual) {
  const char* wanted = std::getenv("FB_SEED");
  const auto seed = wanted ? std::stoull(wanted) : usual;
  std::printf("seed %llu (FB_SEED sets it)\n", static_cast<unsigned long long>(seed));
  std::fflush(stdout);
  return seed;
}

}  // namespace fb
