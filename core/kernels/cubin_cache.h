// SPDX-License-Identifier: MIT
// The machine code of cuda/fused.cu, kept from its first use on. Any thread and any process may call.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fb::kernels {

// cuda/fused.cu
std::string_view source();

struct Cubin {
  std::string code;
  bool kept = false;  // it was there already
};

// For one target, "sm_90": from `folder` if it is there whole, made by the compiler that is there now and from this
// very source; else compiled, and kept if that can be done. Throws Failure(Unsupported).
Cubin cubinFor(const std::string& target, const std::filesystem::path& folder);

// userCacheFolder() / "kernels"
std::filesystem::path cubinFolder();

}  // namespace fb::kernels
