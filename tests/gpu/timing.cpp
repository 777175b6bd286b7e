// SPDX-License-Identifier: MIT
#include "timing.h"

#include "base/failure.h"
#include "compute/memory.h"

#include <c10/core/CachingDeviceAllocator.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <cmath>
#include <limits>
#include <thread>

namespace fb::gpu {

void synchronize(at::Device device) {
  if (!device.is_cpu()) c10::impl::VirtualGuardImpl(device.type()).synchronizeDevice(device.index());
}

std::uint64_t peakBytes(at::Device device) { return compute::takePeakMemory(device); }

void resetPeak(at::Device device) { compute::takePeakMemory(device); }

std::uint64_t allocatedBytes(at::Device device) {
  if (device.is_cpu()) return 0;
  constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
  const auto stats = c10::getDeviceAllocator(device.type())->getDeviceStats(device.index());
  return static_cast<std::uint64_t>(stats.allocated_bytes[kAll].current);
}

double stopLatency(at::Device device, double seconds, const std::function<void(const std::stop_token&)>& work) {
  std::stop_source stop;
  synchronize(device);
  std::chrono::steady_clock::time_point asked;
  std::jthread asker([&] {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds / 2));
    asked = std::chrono::steady_clock::now();
    stop.request_stop();
  });
  try {
    work(stop.get_token());
  } catch (const Stopped&) {
  }
  synchronize(device);
  asker.join();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - asked).count();
}

double relativeError(const at::Tensor& got, const at::Tensor& want) {
  if (got.sizes() != want.sizes()) return std::numeric_limits<double>::infinity();
  const auto expected = want.to(at::kDouble);
  const auto error = ((got.to(want.device(), at::kDouble) - expected).norm() / expected.norm()).item<double>();
  return std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
}

}  // namespace fb::gpu
