// SPDX-License-Identifier: MIT
#include "media/gif_palette.h"

#include "base/failure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace fb::media {
namespace {

constexpr std::size_t kMaxColors = 256;

Color pixel(const Frame& frame, std::size_t i) {
  return {frame.rgb[3 * i], frame.rgb[3 * i + 1], frame.rgb[3 * i + 2]};
}

// Pixels with the same upper bits.
struct Bin {
  double count = 0;
  std::array<double, 3> mean{};
};

// Bins that will share one colour.
struct Box {
  std::vector<Bin> bins;
  std::array<double, 3> mean{};
  int axis = 0;      // the axis of the largest spread
  double error = 0;  // sum of squares along the axis

  explicit Box(std::vector<Bin> members) : bins(std::move(members)) {
    double count = 0;
    for (const auto& bin : bins) {
      count += bin.count;
      for (int c = 0; c < 3; ++c) mean[c] += bin.count * bin.mean[c];
    }
    for (auto& value : mean) value /= count;
    for (int c = 0; c < 3; ++c) {
      double spread = 0;
      for (const auto& bin : bins) spread += bin.count * (bin.mean[c] - mean[c]) * (bin.mean[c] - mean[c]);
      if (spread <= error) continue;
      error = spread;
      axis = c;
    }
  }
};

std::vector<Bin> histogram(const FrameSequence& frames, const std::stop_token& stop) {
  std::vector<Bin> bins(1u << 15);
  for (std::size_t index = 0; index < frames.count; ++index) {
    throwIfStopped(stop);
    const auto frame = frames.at(index);
    for (std::size_t i = 0; i < frame->rgb.size() / 3; ++i) {
      const Color color = pixel(*frame, i);
      auto& bin = bins[(color[0] >> 3) << 10 | (color[1] >> 3) << 5 | color[2] >> 3];
      ++bin.count;
      for (int c = 0; c < 3; ++c) bin.mean[c] += color[c];
    }
  }
  std::erase_if(bins, [](const Bin& bin) { return bin.count == 0; });
  for (auto& bin : bins)
    for (auto& value : bin.mean) value /= bin.count;
  return bins;
}

// Thresholds of an 8x8 Bayer pattern, -0.5 .. 0.5.
double bayer(int x, int y) {
  int value = 0;
  for (int bit = 0; bit < 3; ++bit) {
    const int xBit = x >> bit & 1;
    const int yBit = y >> bit & 1;
    value = value << 2 | (xBit ^ yBit) << 1 | yBit;
  }
  return (value + 0.5) / 64 - 0.5;
}

}  // namespace

Palette::Palette(const FrameSequence& frames, const std::stop_token& stop) : m_nearest(1u << 18, -1) {
  m_exact = collectExact(frames, stop);
  if (!m_exact) cut(frames, stop);
}

bool Palette::collectExact(const FrameSequence& frames, const std::stop_token& stop) {
  std::set<Color> colors;
  for (std::size_t index = 0; index < frames.count; ++index) {
    throwIfStopped(stop);
    const auto frame = frames.at(index);
    for (std::size_t i = 0; i < frame->rgb.size() / 3; ++i) {
      colors.insert(pixel(*frame, i));
      if (colors.size() > kMaxColors) return false;
    }
  }
  m_colors.assign(colors.begin(), colors.end());
  return true;
}

void Palette::cut(const FrameSequence& frames, const std::stop_token& stop) {
  std::vector<Box> boxes{Box(histogram(frames, stop))};
  while (boxes.size() < kMaxColors) {
    const auto worst =
        std::max_element(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.error < b.error; });
    if (worst->error == 0) break;
    const int axis = worst->axis;
    const double middle = worst->mean[axis];
    const auto upper =
        std::partition(worst->bins.begin(), worst->bins.end(), [&](const Bin& bin) { return bin.mean[axis] < middle; });
    // Rounding can leave all bins on one side of their mean; such a box is one colour.
    if (upper == worst->bins.begin() || upper == worst->bins.end()) {
      worst->error = 0;
      continue;
    }
    Box high(std::vector<Bin>(upper, worst->bins.end()));
    worst->bins.erase(upper, worst->bins.end());
    *worst = Box(std::move(worst->bins));
    boxes.push_back(std::move(high));
  }
  for (const auto& box : boxes) {
    Color color;
    for (int c = 0; c < 3; ++c) color[c] = static_cast<std::uint8_t>(std::lround(box.mean[c]));
    m_colors.push_back(color);
  }
}

std::uint8_t Palette::nearest(const Color& color) {
  auto& found = m_nearest[(color[0] >> 2) << 12 | (color[1] >> 2) << 6 | color[2] >> 2];
  if (found >= 0) return static_cast<std::uint8_t>(found);
  int best = std::numeric_limits<int>::max();
  for (std::size_t i = 0; i < m_colors.size(); ++i) {
    int distance = 0;
    for (int c = 0; c < 3; ++c) distance += (color[c] - m_colors[i][c]) * (color[c] - m_colors[i][c]);
    if (distance >= best) continue;
    best = distance;
    found = static_cast<std::int16_t>(i);
  }
  return static_cast<std::uint8_t>(found);
}

std::vector<std::uint8_t> Palette::indicesOf(const Frame& frame) {
  // Roughly the distance between adjacent colours if 256 are spread over the cube.
  constexpr double kStrength = 20;
  std::vector<std::uint8_t> indices(frame.rgb.size() / 3);
  for (std::size_t i = 0; i < indices.size(); ++i) {
    Color color = pixel(frame, i);
    if (m_exact) {
      const auto found = std::lower_bound(m_colors.begin(), m_colors.end(), color);
      indices[i] = static_cast<std::uint8_t>(found - m_colors.begin());
      continue;
    }
    const double shift = kStrength * bayer(static_cast<int>(i % frame.width), static_cast<int>(i / frame.width));
    for (auto& value : color) value = static_cast<std::uint8_t>(std::clamp(std::lround(value + shift), 0l, 255l));
    indices[i] = nearest(color);
  }
  return indices;
}

}  // namespace fb::media
