// SPDX-License-Identifier: MIT
#include "prompt/fitting_sizes.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace fb::ui {
namespace {

constexpr std::array kCommon = {std::pair(416, 240), std::pair(832, 480),  std::pair(480, 832),
                                std::pair(624, 624), std::pair(1280, 720), std::pair(720, 1280)};

std::int64_t pixels(int width, int height) { return std::int64_t{width} * height; }

}  // namespace

bool fitsPair(int width, int height, const PairSpec& pair) {
  constexpr int kSmallest = 8, kLargest = 4;
  const auto own = pixels(pair.defaults.clip.width, pair.defaults.clip.height), wanted = pixels(width, height);
  return wanted * kSmallest >= own && wanted <= own * kLargest;
}

std::vector<std::pair<int, int>> fittingSizes(const PairSpec& pair) {
  std::vector<std::pair<int, int>> sizes;
  const auto add = [&sizes](std::pair<int, int> size) {
    if (std::ranges::find(sizes, size) == sizes.end()) sizes.push_back(size);
  };
  for (const auto& size : kCommon)
    if (fitsPair(size.first, size.second, pair)) add(size);
  add({pair.defaults.clip.width, pair.defaults.clip.height});
  add({pair.defaults.clip.height, pair.defaults.clip.width});
  return sizes;
}

}  // namespace fb::ui
