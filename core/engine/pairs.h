// SPDX-License-Identifier: MIT
// Pairs as documents, folders and loose parts. All throw Failure; what they mean is said at the Engine's members of the
// same names.
#pragma once

#include "flowblend/request.h"

#include <filesystem>
#include <vector>

namespace fb::engine {

PairSpec readPair(const std::filesystem::path& document);
void writePair(const PairSpec& pair, const std::filesystem::path& document);
PairSpec pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small);
PairSpec pairFromParts(PairSpec parts);
void checkPair(const PairSpec& pair);
std::vector<PairSpec> builtInPairs();

}  // namespace fb::engine
