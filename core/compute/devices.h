// SPDX-License-Identifier: MIT
// What the machine computes on. Any thread may call.
#pragma once

#include "flowblend/device.h"

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace fb::compute {

class GpuSystem;

// The CPU, then the GPUs of the NVIDIA driver in its order, as DeviceInfo has them. Opens LibTorch's CUDA half if there
// is a GPU; makes no context on any.
std::vector<DeviceInfo> listDevices();
// The GPUs of `system`, and why those that cannot be used cannot. None if the machine has no NVIDIA GPU.
std::vector<DeviceInfo> detectGpus(GpuSystem& system);

// "auto" gives what automaticDevice() chooses now. Throws Failure(Invalid | Unsupported) for a device that is not there
// or cannot be used.
at::Device parseDevice(const std::string& id);
// The same of the devices that are given.
const DeviceInfo& findDevice(const std::string& id, const std::vector<DeviceInfo>& devices);

// DType::Automatic as resolvedDType() has it.
at::ScalarType scalarType(DType type, at::Device device);

}  // namespace fb::compute
