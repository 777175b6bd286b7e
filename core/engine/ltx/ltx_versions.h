// SPDX-License-Identifier: MIT
// What the authors recommend for each version of LTX-Video, as data.
#pragma once

#include "flowblend/request.h"
#include "models/ltx/ltx_vae.h"
#include "weights/checkpoint.h"

#include <optional>
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
  bool stochastic = false;  // draws new noise after each step
};

// "0.9.8" if the file or one of the folders around it has it in its name; empty otherwise.
std::string ltxNumberNamed(const std::filesystem::path& path);
// The version according to file and folder names ("ltxv-13b-0.9.8-dev.safetensors"), since the versions of one size
// have the same tensors; absent if the names do not tell.
std::optional<LtxVersion> ltxVersionNamed(const std::filesystem::path& path, bool large);
// The same; if the names do not tell, as far as the VAE that the transformer was published with and the configuration
// in the file's header narrow it down ("2B 0.9.5 or 0.9.6 dev"). Absent for sizes other than 2B and 13B.
std::optional<LtxVersion> ltxVersionOf(const weights::Checkpoint& transformer, std::optional<models::LtxVaeLayout> vae);

}  // namespace fb::engine
