// SPDX-License-Identifier: MIT
#include "timing.h"

#include "compute/memory.h"

#include <c10/core/impl/VirtualGuardImpl.h>

#include <cmath>
#include <limits>

namespace fb::gpu {

void synchronize(at::Device device) {
  if (!device.is_cpu()) c10::impl::VirtualGuardImpl(device.type()).synchronizeDevice(device.index());
}

std::uint64_t peakBytes(at::Device device) { return compute::takePeakMemory(device); }

void resetPeak(at::Device device) { compute::takePeakMemory(device); }

double relativeError(const at::Tensor& got, const at::Tensor& want) {
  if (got.sizes() != want.sizes()) return std::numeric_limits<double>::infinity();
  const auto expected = want.to(at::kDouble);
  const auto error = ((got.to(want.device(), at::kDouble) - expected).norm() / expected.norm()).item<double>();
  return std::isnan(error) ? std::numeric_limits<double>::infinity() : error;
}

}  // namespace fb::gpu
