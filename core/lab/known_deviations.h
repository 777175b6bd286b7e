// SPDX-License-Identifier: MIT
// What a sweep of the built-in pair has shown, so that boundaries can be proposed after the first probe of it. The
// documents in resources/demo-pair/deviation are part of the library; docs/boundaries.md tells how they are made.
#pragma once

#include "flowblend/deviation.h"

#include <string_view>
#include <vector>

namespace fb::lab {

// Of the pair with these weights and rules (Engine::pairIdentity()); none of any other.
std::vector<DeviationFit> knownDeviations(std::string_view pair);

}  // namespace fb::lab
