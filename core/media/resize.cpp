// SPDX-License-Identifier: MIT
#include "media/resize.h"

#include <algorithm>
#include <cmath>

namespace fb::media {
namespace {

Frame repeatPixels(const Frame& frame, int width, int height) {
  Frame out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3)};
  const int scaleX = width / frame.width;
  const int scaleY = height / frame.height;
  auto target = out.rgb.begin();
  for (int y = 0; y < height; ++y) {
    const auto row = frame.rgb.begin() + static_cast<std::ptrdiff_t>(y / scaleY) * frame.width * 3;
    for (int x = 0; x < width; ++x) target = std::copy_n(row + (x / scaleX) * 3, 3, target);
  }
  return out;
}

double catmullRom(double x) {
  x = std::abs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

// The source pixels of one target pixel along an axis, with their weights, which sum to 1.
struct Taps {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Taps> tapsFor(int from, int to) {
  const double ratio = static_cast<double>(from) / to;
  const double stretch = std::max(1.0, ratio);
  std::vector<Taps> taps(to);
  for (int i = 0; i < to; ++i) {
    const double center = (i + 0.5) * ratio - 0.5;
    taps[i].first = static_cast<int>(std::ceil(center - 2 * stretch));
    const int last = static_cast<int>(std::floor(center + 2 * stretch));
    double sum = 0;
    for (int source = taps[i].first; source <= last; ++source) sum += catmullRom((source - center) / stretch);
    for (int source = taps[i].first; source <= last; ++source)
      taps[i].weights.push_back(static_cast<float>(catmullRom((source - center) / stretch) / sum));
  }
  return taps;
}

}  // namespace

Frame resize(const Frame& frame, int width, int height) {
  if (width == frame.width && height == frame.height) return frame;
  if (width % frame.width == 0 && height % frame.height == 0) return repeatPixels(frame, width, height);

  const auto columns = tapsFor(frame.width, width);
  const auto rows = tapsFor(frame.height, height);
  std::vector<float> wide(static_cast<std::size_t>(width) * frame.height * 3);  // [frame.height][width][3]
  for (int y = 0; y < frame.height; ++y)
    for (int x = 0; x < width; ++x)
      for (std::size_t tap = 0; tap < columns[x].weights.size(); ++tap) {
        const int source = std::clamp(columns[x].first + static_cast<int>(tap), 0, frame.width - 1);
        for (int c = 0; c < 3; ++c)
          wide[(static_cast<std::size_t>(y) * width + x) * 3 + c] +=
              columns[x].weights[tap] * frame.rgb[(static_cast<std::size_t>(y) * frame.width + source) * 3 + c];
      }

  Frame out{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3)};
  std::vector<float> row(static_cast<std::size_t>(width) * 3);
  for (int y = 0; y < height; ++y) {
    std::fill(row.begin(), row.end(), 0.f);
    for (std::size_t tap = 0; tap < rows[y].weights.size(); ++tap) {
      const int source = std::clamp(rows[y].first + static_cast<int>(tap), 0, frame.height - 1);
      for (std::size_t i = 0; i < row.size(); ++i) row[i] += rows[y].weights[tap] * wide[source * row.size() + i];
    }
    for (std::size_t i = 0; i < row.size(); ++i)
      out.rgb[y * row.size() + i] = static_cast<std::uint8_t>(std::lround(std::clamp(row[i], 0.f, 255.f)));
  }
  return out;
}

}  // namespace fb::media
