// SPDX-License-Identifier: MIT
#pragma once

#include "kernels/driver.h"

#include <ATen/ATen.h>

#include <string_view>

namespace fb::kernels {

// Runs a kernel (given by the start of its name, kernels/launches.h) and torch's operations on the same small input, on
// the kernel's device. Throws Failure(Internal) if they differ by more than rounding.
void selfCheck(std::string_view name, const Function& kernel, const at::Device& device, at::ScalarType dtype);

// The largest |a - b| / |b| that rounding can explain; torch rounds intermediate results, too.
double roundingError(at::ScalarType dtype);

}  // namespace fb::kernels
