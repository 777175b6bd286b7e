// SPDX-License-Identifier: MIT
// NVIDIA's run-time compiler, as it lies in PyTorch's wheel or on the system. Needs no GPU. Any thread may call.
#pragma once

#include <string>
#include <string_view>

namespace fb::kernels {

// "13.0". Throws Failure(Unsupported) if the library is not there.
std::string compilerVersion();

// The machine code of a CUDA C++ source for one target, "sm_90". Throws Failure(Unsupported) with the compiler's first
// words where it refuses.
std::string compiled(std::string_view source, const std::string& target);

}  // namespace fb::kernels
