// SPDX-License-Identifier: MIT
// The files that a run reads, identified by their content: a run continues only with the same files.
#pragma once

#include "flowblend/engine.h"
#include "weights/checkpoint_cache.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fb::engine {

// InputFile::part of the clip's images and of the LoRAs; that of the pair's parts is PairPart::key.
inline constexpr std::string_view kImagePart = "image";
inline constexpr std::string_view kLoraPart = "lora";

struct InputFile {
  std::string part;            // "large", "vae", ..., kImagePart or kLoraPart
  std::filesystem::path path;  // absolute
  std::uint64_t size = 0;      // bytes
  std::int64_t changed = 0;    // nanoseconds since 1970
  std::string sampled;         // weights::sampledHash()
  std::string whole;           // weights::wholeHash(); empty unless the request asks for it
};

struct RunInputs {
  std::string request;  // SHA-256 of the request's text
  std::vector<InputFile> files;
};

// RunInputs::request.
std::string hashOfRequest(std::string_view text);

// The files that the request reads now. Throws Failure, and Stopped while whole files are hashed.
RunInputs readInputs(const GenerationRequest& request, std::string_view requestText,
                     weights::CheckpointCache& checkpoints, std::stop_token stop = {});
// The same for an estimate: a file that has the path, size and time of one in `known` is taken to have its content.
RunInputs expectInputs(const GenerationRequest& request, const RunInputs& known, weights::CheckpointCache& checkpoints);

// Whether the files of this part have the same content in both.
bool sameContent(const RunInputs& a, const RunInputs& b, std::string_view part);

// Which of the parts matter: a finished sampling only needs the VAE.
enum class NeededParts { All, Decoder };
// What is missing or has changed: the request first, then the files in their order.
std::vector<ChangedInput> changedInputs(const RunInputs& then, const std::filesystem::path& runFolder,
                                        std::string_view requestText, NeededParts needed);
// Throws a Failure(Invalid | NotFound) that names what is missing or has changed, and how to proceed.
void requireSame(const RunInputs& then, const GenerationRequest& request, std::string_view requestText,
                 NeededParts needed);

struct Relocation {
  GenerationRequest request;
  RunInputs inputs;                  // RunInputs::request as it was
  std::vector<std::string> missing;  // "the VAE /models/vae": for these, nothing was found
};
// Each missing or changed part or image replaced by what in `folders` has its original content; a single file may have
// another name there. Throws Failure if a folder cannot be searched.
Relocation relocated(RunInputs then, GenerationRequest request, const std::vector<std::filesystem::path>& folders);

std::string toJson(const RunInputs& inputs);
// Throws Failure(Corrupt).
RunInputs runInputsFromJson(std::string_view text, const std::string& document);

}  // namespace fb::engine
