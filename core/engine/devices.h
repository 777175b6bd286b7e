// SPDX-License-Identifier: MIT
// What the machine computes on, and how much room is left there.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/request.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <string>
#include <vector>

namespace fb::engine {

// Opens LibTorch's CUDA library where a CUDA driver is present; once, before torch looks for devices.
void openCudaWhereDriven();

// Throws Failure(Invalid | Unsupported) for a device that is not there.
at::Device parseDevice(const std::string& id);
at::ScalarType scalarType(DType type);

// Bytes that an allocation on the device may still take.
std::uint64_t freeMemory(const at::Device& device);
std::vector<DeviceInfo> listDevices();
// Gives memory that torch holds in reserve back to the device.
void releaseCachedMemory(const at::Device& device);

}  // namespace fb::engine
