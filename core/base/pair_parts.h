// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/request.h"

#include <filesystem>
#include <string_view>

namespace fb {

// The parts whose paths a pair document gives.
struct PairPart {
  std::string_view key;   // in documents
  std::string_view name;  // for people
  std::filesystem::path PairSpec::*member;
};
inline constexpr PairPart kPairParts[] = {{"large", "large model", &PairSpec::large},
                                          {"small", "small model", &PairSpec::small},
                                          {"text_encoder", "text encoder", &PairSpec::textEncoder},
                                          {"tokenizer", "tokenizer", &PairSpec::tokenizer},
                                          {"vae", "VAE", &PairSpec::vae},
                                          {"image_encoder", "image encoder", &PairSpec::imageEncoder},
                                          {"upsampler", "latent upsampler", &PairSpec::upsampler}};

}  // namespace fb
