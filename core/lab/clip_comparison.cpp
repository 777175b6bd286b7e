// SPDX-License-Identifier: MIT
#include "flowblend/clip_comparison.h"

#include "flowblend/counted.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fb {
namespace {

constexpr std::size_t kWindow = 11;
constexpr double kSigma = 1.5;
// (K1 L)^2 and (K2 L)^2 for L = 1.
constexpr double kMeanBias = 1e-4;
constexpr double kVarianceBias = 9e-4;
constexpr int kChannels = 3;
constexpr double kIdentical = 100;  // dB

using Plane = std::vector<double>;

// Of a window that fits into `side` pixels.
std::vector<double> gaussian(std::size_t side) {
  std::vector<double> weights(std::min(kWindow, side));
  const double middle = static_cast<double>(weights.size() - 1) / 2;
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double x = static_cast<double>(i) - middle;
    weights[i] = std::exp(-x * x / (2 * kSigma * kSigma));
    sum += weights[i];
  }
  for (auto& weight : weights) weight /= sum;
  return weights;
}

// The windows that lie inside the plane: fewer columns and rows, by a window's less one.
Plane smoothed(const Plane& plane, std::size_t width, std::size_t height) {
  const auto weightsAcross = gaussian(width), weightsDown = gaussian(height);
  const std::size_t across = width + 1 - weightsAcross.size(), down = height + 1 - weightsDown.size();
  Plane rows(across * height), result(across * down);
  for (std::size_t y = 0; y < height; ++y)
    for (std::size_t i = 0; i < weightsAcross.size(); ++i) {
      const double* from = plane.data() + y * width + i;
      double* to = rows.data() + y * across;
      for (std::size_t x = 0; x < across; ++x) to[x] += weightsAcross[i] * from[x];
    }
  for (std::size_t y = 0; y < down; ++y)
    for (std::size_t i = 0; i < weightsDown.size(); ++i) {
      const double* from = rows.data() + (y + i) * across;
      double* to = result.data() + y * across;
      for (std::size_t x = 0; x < across; ++x) to[x] += weightsDown[i] * from[x];
    }
  return result;
}

Plane channelOf(const Frame& frame, std::size_t channel) {
  Plane plane(frame.rgb.size() / kChannels);
  for (std::size_t i = 0; i < plane.size(); ++i) plane[i] = frame.rgb[kChannels * i + channel] / 255.0;
  return plane;
}

Plane product(const Plane& a, const Plane& b) {
  Plane result(a.size());
  std::ranges::transform(a, b, result.begin(), std::multiplies());
  return result;
}

double ssim(const Plane& a, const Plane& b, std::size_t width, std::size_t height) {
  const auto mean = [&](const Plane& plane) { return smoothed(plane, width, height); };
  const auto meanA = mean(a), meanB = mean(b), aa = mean(product(a, a)), bb = mean(product(b, b)),
             ab = mean(product(a, b));
  double sum = 0;
  for (std::size_t i = 0; i < meanA.size(); ++i) {
    const double x = meanA[i], y = meanB[i];
    const double variances = aa[i] - x * x + bb[i] - y * y, covariance = ab[i] - x * y;
    sum += (2 * x * y + kMeanBias) * (2 * covariance + kVarianceBias) /
           ((x * x + y * y + kMeanBias) * (variances + kVarianceBias));
  }
  return sum / static_cast<double>(meanA.size());
}

double ssim(const Frame& a, const Frame& b) {
  double sum = 0;
  for (std::size_t channel = 0; channel < kChannels; ++channel)
    sum += ssim(channelOf(a, channel), channelOf(b, channel), static_cast<std::size_t>(a.width),
                static_cast<std::size_t>(a.height));
  return sum / kChannels;
}

// Squares of integers from -1020 to 1020, exact in 64 bits for any clip.
class SquareSum {
public:
  void add(int value) { m_sum += static_cast<std::int64_t>(value) * value, ++m_count; }
  // For values from -255 to 255, the root of the mean with 255 as 1.
  double root() const {
    return m_count > 0 ? std::sqrt(static_cast<double>(m_sum) / static_cast<double>(m_count)) / 255 : 0;
  }

private:
  std::int64_t m_sum = 0, m_count = 0;
};

std::optional<Error> differenceInShape(const Clip& clip, const Clip& reference) {
  const auto shape = [](const Clip& of) {
    return fmt::format("{} of {}x{}", counted(of.frames.size(), "frame"), of.width(), of.height());
  };
  if (shape(clip) != shape(reference))
    return Error{ErrorKind::Invalid,
                 fmt::format("clips of different shape cannot be compared: {} and {}", shape(clip), shape(reference))};
  constexpr int kLeastSide = kWindow;
  if (clip.width() < kLeastSide || clip.height() < kLeastSide)
    return Error{ErrorKind::Invalid, fmt::format("{} are too small to be compared: a side needs at least {} pixels",
                                                 shape(clip), kLeastSide)};
  return {};
}

// From the root of the mean squared difference.
double psnrOf(double rmse) { return rmse > 0 ? std::min(kIdentical, -20 * std::log10(rmse)) : kIdentical; }

}  // namespace

Result<FrameComparison> compareFrames(const Frame& frame, const Frame& reference) {
  if (frame.width != reference.width || frame.height != reference.height || frame.rgb.empty())
    return Error{ErrorKind::Invalid, fmt::format("frames of {}x{} and {}x{} pixels cannot be compared", frame.width,
                                                 frame.height, reference.width, reference.height)};
  SquareSum difference;
  for (std::size_t i = 0; i < frame.rgb.size(); ++i) difference.add(frame.rgb[i] - reference.rgb[i]);
  return FrameComparison{ssim(frame, reference), psnrOf(difference.root())};
}

Outcome<ClipComparison> compareClips(const Clip& clip, const Clip& reference, const RunControl& control) {
  if (auto error = differenceInShape(clip, reference)) return *std::move(error);
  SquareSum difference, motion, flicker, referenceFlicker;
  double similarity = 0;
  const auto stop = control.stopToken();
  for (std::size_t t = 0; t < clip.frames.size(); ++t) {
    if (stop.stop_requested()) return Cancelled{};
    similarity += ssim(*clip.frames[t], *reference.frames[t]);
    const auto& now = clip.frames[t]->rgb;
    const auto& then = reference.frames[t]->rgb;
    for (std::size_t i = 0; i < now.size(); ++i) difference.add(now[i] - then[i]);
    if (t < 1) continue;
    const auto& before = clip.frames[t - 1]->rgb;
    const auto& thenBefore = reference.frames[t - 1]->rgb;
    for (std::size_t i = 0; i < now.size(); ++i) motion.add((now[i] - before[i]) - (then[i] - thenBefore[i]));
    if (t < 2) continue;
    const auto& first = clip.frames[t - 2]->rgb;
    const auto& thenFirst = reference.frames[t - 2]->rgb;
    for (std::size_t i = 0; i < now.size(); ++i) {
      flicker.add(now[i] - 2 * before[i] + first[i]);
      referenceFlicker.add(then[i] - 2 * thenBefore[i] + thenFirst[i]);
    }
  }
  ClipComparison found;
  found.ssim = similarity / static_cast<double>(clip.frames.size());
  found.rmse = difference.root();
  found.psnr = psnrOf(found.rmse);
  found.motion = motion.root();
  found.flicker = flicker.root();
  found.referenceFlicker = referenceFlicker.root();
  return found;
}

}  // namespace fb
