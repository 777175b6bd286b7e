// SPDX-License-Identifier: MIT
// A third model family, which registers itself: nothing outside this folder knows about it.
#pragma once

#include "flowblend/family.h"
#include "flowblend/request.h"

#include <filesystem>

namespace fb::toy {

inline const char* const kFamily = "toy";

// The one registration; may be called again.
void registerToyFamily();

// The files of a pair, made with a fixed seed.
PairSpec writeToyPair(const std::filesystem::path& folder);

}  // namespace fb::toy
