// SPDX-License-Identifier: MIT
#include "media/size_limit.h"

#include <algorithm>
#include <cmath>

namespace fb::media {
namespace {

// Without what does not depend on the factor.
double sizeOf(const SizedAttempt& attempt, std::uint64_t fixedBytes) {
  return std::max(1., static_cast<double>(attempt.bytes) - static_cast<double>(fixedBytes));
}

// By how many factors a file becomes half as large. For most clips, that is 6 or more.
double factorsForHalf(const std::vector<SizedAttempt>& attempts, std::uint64_t fixedBytes) {
  constexpr double kUsual = 6, kLeast = 3, kMost = 24;
  if (attempts.size() < 2) return kUsual;
  const auto& before = attempts[attempts.size() - 2];
  const auto& last = attempts.back();
  const double halvings = std::log2(sizeOf(before, fixedBytes) / sizeOf(last, fixedBytes));
  if (!(halvings > 0)) return kMost;
  return std::clamp((last.rateFactor - before.rateFactor) / halvings, kLeast, kMost);
}

// The attempts with the factors next to the one that is sought.
struct Bounds {
  std::optional<SizedAttempt> fits, tooLarge;
};

Bounds boundsOf(const std::vector<SizedAttempt>& attempts, std::uint64_t limitBytes) {
  Bounds bounds;
  for (const auto& attempt : attempts)
    if (attempt.bytes > limitBytes && (!bounds.tooLarge || attempt.rateFactor > bounds.tooLarge->rateFactor))
      bounds.tooLarge = attempt;
  for (const auto& attempt : attempts) {
    if (attempt.bytes > limitBytes || (bounds.tooLarge && attempt.rateFactor <= bounds.tooLarge->rateFactor)) continue;
    if (!bounds.fits || attempt.rateFactor < bounds.fits->rateFactor) bounds.fits = attempt;
  }
  return bounds;
}

}  // namespace

std::optional<int> nextRateFactor(const std::vector<SizedAttempt>& attempts, std::uint64_t limitBytes,
                                  std::uint64_t fixedBytes, int most) {
  // The size does not follow the rule exactly: aiming a little below the limit saves attempts.
  constexpr double kAim = 0.97, kGoodEnough = 0.85;
  constexpr std::size_t kAttempts = 7;
  const auto limit = static_cast<double>(limitBytes);
  const auto& last = attempts.back();
  const auto [fits, tooLarge] = boundsOf(attempts, limitBytes);
  const double aim = kAim * limit - static_cast<double>(fixedBytes);
  if (!fits) {
    if (last.rateFactor >= most) return std::nullopt;
    if (!(aim > 0)) return most;
    const double more = std::ceil(factorsForHalf(attempts, fixedBytes) * std::log2(sizeOf(last, fixedBytes) / aim));
    return static_cast<int>(std::clamp(last.rateFactor + more, last.rateFactor + 1., static_cast<double>(most)));
  }
  const int gap = tooLarge ? fits->rateFactor - tooLarge->rateFactor : 1;
  if (gap <= 1 || static_cast<double>(fits->bytes) >= kGoodEnough * limit || attempts.size() >= kAttempts)
    return last.rateFactor == fits->rateFactor ? std::nullopt : std::optional(fits->rateFactor);
  const double from = std::log(sizeOf(*tooLarge, fixedBytes)), to = std::log(sizeOf(*fits, fixedBytes));
  // By the rule and in the middle by turns, since sizes may also jump.
  const bool isByRule = from > to && aim > 0 && attempts.size() % 2 == 0;
  const double share = isByRule ? (from - std::log(aim)) / (from - to) : 0.5;
  return tooLarge->rateFactor + std::clamp(static_cast<int>(std::lround(share * gap)), 1, gap - 1);
}

}  // namespace fb::media
