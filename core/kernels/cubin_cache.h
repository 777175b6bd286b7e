// SPDX-License-Identifier: MIT
// The machine code of cuda/fused.cu, kept after its first use. Any thread and any process may call.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace fb::kernels {

// cuda/fused.cu
std::string_view source();

struct Cubin {
  std::string code;
  bool kept = false;  // it already existed
};

// For one target such as "sm_90": read from `folder` if it is there, intact, and was made by the current compiler from
// this very source; otherwise compiled, and kept if possible. Throws Failure(Unsupported).
Cubin cubinFor(const std::string& target, const std::filesystem::path& folder);

// userCacheFolder() / "kernels"
std::filesystem::path cubinFolder();

}  // namespace fb::kernels
