// SPDX-License-Identifier: MIT
// Pairs from documents, folders and separate parts. All throw Failure; the members of Engine with the same names
// document them.
#pragma once

#include "flowblend/model_info.h"
#include "flowblend/request.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace fb::engine {

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

PairSpec readPair(const std::filesystem::path& document);
void writePair(const PairSpec& pair, const std::filesystem::path& document);
PairSpec pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small);
PairSpec pairFromParts(PairSpec parts);
std::optional<PipelineInfo> inspectPipeline(const PairSpec& pair);
void checkPair(const PairSpec& pair);
std::vector<PairSpec> builtInPairs();

}  // namespace fb::engine
