// SPDX-License-Identifier: MIT
// What the tests of LoRAs share: the strength of the oracle's results, and the places where a model can be.
#pragma once

#include "model_cases.h"
#include "weights/load_model.h"

namespace fb::models {

constexpr double kStrength = 0.7;  // of the oracle's results
constexpr weights::Placement kStreamed{0, 2, weights::Placement::Source::Memory};
// As good as resident, but matrices stay as they are stored.
constexpr weights::Placement kUnmerged{1000, 2, weights::Placement::Source::Memory};

inline weights::LoraStrengths always(double strength) { return {strength, strength, strength}; }

}  // namespace fb::models
