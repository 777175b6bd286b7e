// SPDX-License-Identifier: MIT
// Which rate factor makes a file small enough.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace fb::media {

// An encoding, and how large the file was.
struct SizedAttempt {
  int rateFactor = 0;
  std::uint64_t bytes = 0;
};

// The factor of the next attempt, after the given ones (at least one, in their order), in a search for the smallest
// factor whose file has at most `limitBytes`, of which `fixedBytes` do not depend on it. If a file fits well enough,
// the search ends there; after some attempts, it ends with the best one, which is made again if others came later.
// Absent if it has ended: the last attempt fits, or it had the largest factor, `most`. Any thread.
std::optional<int> nextRateFactor(const std::vector<SizedAttempt>& attempts, std::uint64_t limitBytes,
                                  std::uint64_t fixedBytes, int most);

}  // namespace fb::media
