// SPDX-License-Identifier: MIT
// What both halves of the LTX-Video family use.
#pragma once

#include "flowblend/request.h"

#include <string_view>
#include <vector>

namespace fb::ltx {

inline constexpr std::string_view kTransformer = "LTX transformer";
inline constexpr std::string_view kVae = "LTX VAE";
inline constexpr std::string_view kUpsampler = "LTX latent upsampler";

inline constexpr int kTextLength = 128;
inline constexpr int kTemporalRatio = 8;
inline constexpr int kSpatialRatio = 32;

// The noise levels of the two-pass recipe's second pass, as published.
std::vector<double> refiningSigmas();

// Settings that only pairs of this family have; stored in PairSpec::familySettings.
struct Settings {
  // The first latent frame counts as one video frame in the positions given to the transformers (0.9.5 and later).
  bool causalPositions = true;
  bool maskedText = true;        // the text encoder does not see the padding
  double decodeTimestep = 0.05;  // for a VAE that is conditioned on it
  double decodeNoise = 0.025;    // the fraction of noise that is mixed in before decoding
  bool operator==(const Settings&) const = default;

  static Settings of(const PairSpec& pair);
  void storeIn(PairSpec& pair) const;
};

}  // namespace fb::ltx
