// SPDX-License-Identifier: MIT
// The devices that the machine can compute on. Any thread may call.
#pragma once

#include "flowblend/device.h"

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace fb::compute {

class GpuSystem;

// A GPU to plan for, whether or not the machine has it: "card:11GB" is one with 11 GB free. Nothing else takes such an
// id: parseDevice() refuses it.
bool isPlannedCard(const std::string& id);
// listDevices() and, if `id` is that of a GPU to plan for, this GPU. Throws Failure(Invalid) if its memory is no
// number above 0.
std::vector<DeviceInfo> devicesWith(const std::string& id);

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
// Of a dtype that is resolved already.
at::ScalarType scalarType(DType type);

}  // namespace fb::compute
