// SPDX-License-Identifier: MIT
// The devices that the machine can compute on. Any thread may call.
#pragma once

#include "flowblend/device.h"

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace fb::compute {

class GpuSystem;

// The CPU, then the GPUs of the NVIDIA driver in its order. Loads LibTorch's CUDA half if there is a GPU; creates no
// context on any.
std::vector<DeviceInfo> listDevices();
// The GPUs of `system`, with the reason for each that cannot be used. Empty if the machine has no NVIDIA GPU.
std::vector<DeviceInfo> detectGpus(GpuSystem& system);

// For "auto", what automaticDevice() currently chooses. Throws Failure(Invalid | Unsupported) for a device that does
// not exist or cannot be used.
at::Device parseDevice(const std::string& id);
// The same for the given devices.
const DeviceInfo& findDevice(const std::string& id, const std::vector<DeviceInfo>& devices);

// DType::Automatic as resolved by resolvedDType().
at::ScalarType scalarType(DType type, at::Device device);

}  // namespace fb::compute
