// SPDX-License-Identifier: MIT
#include "engine/image_tensors.h"

#include "base/failure.h"
#include "media/clip_files.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace fb::engine {
namespace {

Frame readFrame(const std::filesystem::path& file) {
  auto frame = media::readFirstFrame(file);
  if (!frame) fail(frame.error().kind, "the image {}: {}", file.string(), frame.error().message);
  return std::move(frame).value();
}

// The largest centred part that has the aspect ratio of width x height.
Frame cut(const Frame& image, int width, int height) {
  const auto scaled = [](int side, int times, int by) { return static_cast<int>(std::int64_t{side} * times / by); };
  const int cutWidth = std::clamp(scaled(image.height, width, height), 1, image.width);
  const int cutHeight = std::clamp(scaled(image.width, height, width), 1, image.height);
  if (cutWidth == image.width && cutHeight == image.height) return image;
  const int left = (image.width - cutWidth) / 2, top = (image.height - cutHeight) / 2;
  Frame part{cutWidth, cutHeight, {}};
  part.rgb.reserve(static_cast<std::size_t>(cutWidth) * static_cast<std::size_t>(cutHeight) * 3);
  for (int row = top; row < top + cutHeight; ++row) {
    const auto start = image.rgb.begin() + (std::ptrdiff_t{row} * image.width + left) * 3;
    part.rgb.insert(part.rgb.end(), start, start + std::ptrdiff_t{cutWidth} * 3);
  }
  return part;
}

// --- Resizing, bit-identical to Pillow, which is used to prepare images everywhere -------------------------------

constexpr int kFractionBits = 22;

// A filter's weight at a distance in pixels, and the distance from which it is 0.
struct Filter {
  double (*weight)(double distance);
  double support;
};

// The source pixels that contribute to one target pixel, with weights in fixed point.
struct Taps {
  int first = 0;
  std::vector<std::int32_t> weights;
};

double bicubic(double x) {
  x = std::abs(x);
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
}

double sinc(double x) { return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x); }
double lanczos(double x) { return -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0; }

constexpr Filter kBicubic{bicubic, 2};
constexpr Filter kLanczos{lanczos, 3};

Taps tapsOf(int target, int from, int to, const Filter& filter) {
  const double scale = static_cast<double>(from) / to;
  const double stretch = std::max(scale, 1.0);
  const double center = (target + 0.5) * scale;
  const double reach = filter.support * stretch;
  const int first = std::max(0, static_cast<int>(std::floor(center - reach + 0.5)));
  const int end = std::min(from, static_cast<int>(std::floor(center + reach + 0.5)));
  std::vector<double> weights;
  double sum = 0;
  for (int source = first; source < end; ++source) {
    weights.push_back(filter.weight((source - center + 0.5) / stretch));
    sum += weights.back();
  }
  Taps taps{first, {}};
  for (const double weight : weights)
    taps.weights.push_back(static_cast<std::int32_t>(std::lround(weight / sum * (1 << kFractionBits))));
  return taps;
}

// Along the rows of [height, from, 3]; returns [to, height, 3], so that a second call resizes the columns.
std::vector<std::uint8_t> resizedAcross(const std::vector<std::uint8_t>& pixels, int height, int from, int to,
                                        const Filter& filter) {
  std::vector<std::uint8_t> out(static_cast<std::size_t>(to) * static_cast<std::size_t>(height) * 3);
  auto target = out.begin();
  for (int x = 0; x < to; ++x) {
    const auto taps = tapsOf(x, from, to, filter);
    for (int y = 0; y < height; ++y)
      for (int c = 0; c < 3; ++c) {
        auto source = pixels.begin() + (std::ptrdiff_t{y} * from + taps.first) * 3 + c;
        std::int64_t sum = std::int64_t{1} << (kFractionBits - 1);
        for (const auto weight : taps.weights) {
          sum += std::int64_t{weight} * *source;
          source += 3;
        }
        *target++ = static_cast<std::uint8_t>(std::clamp<std::int64_t>(sum >> kFractionBits, 0, 255));
      }
  }
  return out;
}

// [height, width, 3]
std::vector<std::uint8_t> resized(const Frame& image, int width, int height, const Filter& filter) {
  const auto columns = resizedAcross(image.rgb, image.height, image.width, width, filter);
  return resizedAcross(columns, width, image.height, height, filter);
}

// bytes: [height, width, 3]. Returns [3, height, width] float32: (value from 0 to 1 - mean) / deviation, per channel.
at::Tensor standardized(const at::Tensor& bytes, const std::array<double, 3>& mean,
                        const std::array<double, 3>& deviation) {
  const auto constant = [](const std::array<double, 3>& values) { return at::tensor(values, at::kFloat); };
  return ((bytes.to(at::kFloat) / 255 - constant(mean)) / constant(deviation)).permute({2, 0, 1}).contiguous();
}

}  // namespace

at::Tensor readImage(const std::filesystem::path& file, int width, int height) {
  auto pixels = resized(cut(readFrame(file), width, height), width, height, kLanczos);
  const auto bytes = at::from_blob(pixels.data(), {1, 1, height, width, 3}, at::kByte);
  return bytes.to(at::kFloat).permute({0, 4, 1, 2, 3}).contiguous() / 127.5 - 1;
}

at::Tensor readClipImage(const std::filesystem::path& file, int side) {
  static constexpr std::array kMean{0.48145466, 0.4578275, 0.40821073}, kStd{0.26862954, 0.26130258, 0.27577711};
  const auto image = readFrame(file);
  const int shorter = std::min(image.width, image.height);
  const auto scaled = [&](int length) { return static_cast<int>(std::int64_t{side} * length / shorter); };
  const int width = scaled(image.width), height = scaled(image.height);
  auto pixels = resized(image, width, height, kBicubic);
  const auto bytes = at::from_blob(pixels.data(), {height, width, 3}, at::kByte);
  const auto square = bytes.narrow(0, (height - side) / 2, side).narrow(1, (width - side) / 2, side);
  return standardized(square, kMean, kStd).unsqueeze(0);
}

at::Tensor imageNetFrame(const Frame& frame, int width, int height) {
  static constexpr std::array kMean{0.485, 0.456, 0.406}, kStd{0.229, 0.224, 0.225};
  auto pixels = resized(frame, width, height, kBicubic);
  return standardized(at::from_blob(pixels.data(), {height, width, 3}, at::kByte), kMean, kStd);
}

}  // namespace fb::engine
