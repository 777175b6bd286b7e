// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/driver.h"

#include <ATen/ATen.h>

#include <string_view>

namespace fb::kernels {

// Runs a kernel (its name's start, kernels/launches.h) and torch's operations on the same small input, on the device
// where the kernel is. Throws Failure(Internal) if they differ by more than their rounding.
void selfCheck(std::string_view name, const Function& kernel, const at::Device& device, at::ScalarType dtype);

// The greatest |a - b| / |b| that rounding explains; torch rounds intermediate results, too.
double roundingError(at::ScalarType dtype);

}  // namespace fb::kernels
