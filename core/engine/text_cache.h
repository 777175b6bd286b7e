// SPDX-License-Identifier: MIT
// Encoded prompts that are kept between runs and programs, so that a prompt that comes again needs no text encoder.
#pragma once

#include "engine/pipeline.h"
#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"
#include "weights/tensor_file.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fb::engine {

// Under what a request's prompts are kept: all that the encoding follows from, files by their sampled hashes
// (weights/hash.h). request: with its dtype decided; place: the kind of device that encodes. Throws Failure.
std::string textKey(const GenerationRequest& request, const std::string& place, weights::CheckpointCache& checkpoints);

// A folder of files, the oldest of which go when they are too many. Several programs may share it.
class TextCache {
public:
  explicit TextCache(std::filesystem::path folder);

  // Nothing too for a file that is damaged: it goes.
  std::optional<TextConditioning> find(const std::string& key) const;
  // A cache that cannot be written is no reason to end a run.
  void keep(const std::string& key, const TextConditioning& text) const noexcept;

private:
  std::filesystem::path m_folder;
};

// Of what a run saved. Throws Failure(Corrupt) if it is missing.
const at::Tensor& tensorOf(const weights::TensorFile& saved, const char* name, const std::filesystem::path& path);
// To a file, with a checksum, and back. Throw Failure.
void saveConditioning(const std::filesystem::path& file, const TextConditioning& text);
TextConditioning loadConditioning(const std::filesystem::path& file);

}  // namespace fb::engine
