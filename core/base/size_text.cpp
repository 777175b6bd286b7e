// SPDX-License-Identifier: MIT
#include "base/size_text.h"

#include "flowblend/counted.h"

#include <fmt/format.h>

#include <array>

namespace fb {
namespace {

std::string rounded(std::uint64_t bytes) {
  constexpr double kStep = 1000;
  if (bytes < kStep) return counted(bytes, "byte");
  constexpr std::array kUnits{"kB", "MB", "GB", "TB", "PB", "EB"};
  // What would be rounded to 1000 of a unit is 1 of the next.
  constexpr double kMost = 999.5;
  auto value = static_cast<double>(bytes) / kStep;
  std::size_t unit = 0;
  for (; value >= kMost && unit + 1 < kUnits.size(); ++unit) value /= kStep;
  return fmt::format("{:.3g} {}", value, kUnits[unit]);
}

}  // namespace

std::string sizeText(std::uint64_t bytes, std::uint64_t besides) {
  auto text = rounded(bytes);
  return bytes != besides && text == rounded(besides) ? counted(bytes, "byte") : text;
}

}  // namespace fb
