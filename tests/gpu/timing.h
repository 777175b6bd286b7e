// SPDX-License-Identifier: MIT
// Seconds and bytes on a device, without linking its library.
#pragma once

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace fb::gpu {

void synchronize(at::Device device);
// Bytes in tensors of torch's allocator since resetPeak(). 0 on the CPU.
std::uint64_t peakBytes(at::Device device);
void resetPeak(at::Device device);
// Bytes in tensors now. 0 on the CPU.
std::uint64_t allocatedBytes(at::Device device);

// Milliseconds from a stop in the middle of `work`, which takes `seconds`, until the device is idle. work: throws
// Stopped when it notices the stop.
double stopLatency(at::Device device, double seconds, const std::function<void(const std::stop_token&)>& work);

// Wall-clock seconds of `work`, including the device's part.
template <class Work>
double secondsOf(at::Device device, const Work& work) {
  synchronize(device);
  const auto start = std::chrono::steady_clock::now();
  work();
  synchronize(device);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Median of `rounds` after one warm-up round.
template <class Work>
double medianSeconds(at::Device device, int rounds, const Work& work) {
  work();
  std::vector<double> seconds;
  for (int i = 0; i < rounds; ++i) seconds.push_back(secondsOf(device, work));
  std::nth_element(seconds.begin(), seconds.begin() + rounds / 2, seconds.end());
  return seconds[static_cast<std::size_t>(rounds) / 2];
}

// |got - want| / |want|, in float64 on want's device; infinite for NaN and different shapes.
double relativeError(const at::Tensor& got, const at::Tensor& want);

}  // namespace fb::gpu
