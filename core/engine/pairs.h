// SPDX-License-Identifier: MIT
// Pairs from documents, folders and separate parts. All throw Failure; the members of Engine with the same names
// document them.
#pragma once

#include "base/pair_parts.h"
#include "flowblend/model_info.h"
#include "flowblend/request.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace fb::engine {

PairSpec readPair(const std::filesystem::path& document);
void writePair(const PairSpec& pair, const std::filesystem::path& document);
PairSpec pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small);
PairSpec pairFromParts(PairSpec parts);
std::optional<PipelineInfo> inspectPipeline(const PairSpec& pair);
void checkPair(const PairSpec& pair);
std::vector<PairSpec> builtInPairs();

}  // namespace fb::engine
