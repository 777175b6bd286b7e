// SPDX-License-Identifier: MIT
// Which kernels of cuda/fused.cu can be used. Any thread may call.
#pragma once

#include "kernels/driver.h"

#include <ATen/ATen.h>

#include <optional>
#include <string>

namespace fb::kernels {

// The kernel for tensors of this dtype (bfloat16, float16, float32) on this CUDA device; null if torch's operations
// should be used: on devices with a compute capability below 8.0, with FLOWBLEND_KERNELS=0 in the environment, and once
// there is a problem. name: kernels/launches.h. Compiled, loaded and checked against torch at the first call.
const Function* kernelFor(const char* name, const at::Device& device, at::ScalarType dtype);

// Why torch's operations are used although the device could run the kernels: a sentence, absent if there is no problem.
// It stays for the rest of the process.
std::optional<std::string> problem();

}  // namespace fb::kernels
