// SPDX-License-Identifier: MIT
#include "flowblend/device.h"

namespace fb {

const DeviceInfo& automaticDevice(std::span<const DeviceInfo> devices) {
  const auto* best = &devices.front();
  for (const auto& device : devices) {
    if (device.isCpu() || !device.isUsable()) continue;
    if (best->isCpu() || device.memoryFree > best->memoryFree) best = &device;
  }
  return *best;
}

DType resolvedDType(DType type, const DeviceInfo& device) {
  if (type != DType::Automatic) return type;
  if (device.isCpu()) return DType::Float32;
  constexpr int kFirstWithBFloat16 = 80;
  return device.computeCapability >= kFirstWithBFloat16 ? DType::BFloat16 : DType::Float16;
}

}  // namespace fb
