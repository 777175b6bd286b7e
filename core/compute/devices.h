// SPDX-License-Identifier: MIT
// What the machine computes on. Any thread may call.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/request.h"

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace fb::compute {

// Opens LibTorch's CUDA library if a CUDA driver is present; once, before torch looks for devices.
void loadCudaIfAvailable();

// Throws Failure(Invalid | Unsupported) for a device that is not there.
at::Device parseDevice(const std::string& id);
at::ScalarType scalarType(DType type);

std::vector<DeviceInfo> listDevices();

}  // namespace fb::compute
