// SPDX-License-Identifier: MIT
// NVIDIA's run-time compiler, from PyTorch's wheel or the system. Needs no GPU. Any thread may call.
#pragma once

#include <string>
#include <string_view>

namespace fb::kernels {

// "13.0". Throws Failure(Unsupported) if the library is missing.
std::string compilerVersion();

// The machine code of a CUDA C++ source for one target, "sm_90". Throws Failure(Unsupported) with the compiler's first
// error if it does not compile.
std::string compiled(std::string_view source, const std::string& target);

}  // namespace fb::kernels
