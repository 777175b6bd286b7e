// SPDX-License-Identifier: MIT
// What the authors recommend for each version of LTX-Video, as data.
#pragma once

#include "flowblend/request.h"
#include "weights/checkpoint.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fb::engine {

struct LtxVersion {
  std::string_view name;  // "13B 0.9.8 dev"
  bool large = false;     // 13B
  bool distilled = false;
  bool causalPositions = true;
  int steps = 0;
  double guidance = 1;
  SigmaSpec sigmas;
  GuidanceSpec spec;
};

std::span<const LtxVersion> ltxVersions();

// The version by what files and folders are called ("ltxv-13b-0.9.8-dev.safetensors"), since the versions of one size
// have the same tensors; absent where the name tells nothing.
std::optional<LtxVersion> ltxVersionNamed(const std::filesystem::path& path, bool large);

}  // namespace fb::engine
