// SPDX-License-Identifier: MIT
// A fit as JSON.
#pragma once

#include "flowblend/deviation.h"

#include <string>
#include <string_view>

namespace fb::lab {

std::string toJson(const DeviationFit& fit);
// Throws Failure(Corrupt | Unsupported).
DeviationFit fitFromJson(std::string_view text, const std::string& document);

}  // namespace fb::lab
