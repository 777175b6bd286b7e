// SPDX-License-Identifier: MIT
// A fit as JSON.
#pragma once

#include "flowblend/deviation.h"

#include <string>
#include <string_view>

namespace fb::lab {

inline constexpr int kFitVersion = 2;

// Why nothing could be predicted by it; empty if something can.
std::string problemOf(const DeviationFit& fit);

std::string toJson(const DeviationFit& fit);
// Throws Failure(Corrupt | Unsupported).
DeviationFit fitFromJson(std::string_view text, const std::string& document);

}  // namespace fb::lab
