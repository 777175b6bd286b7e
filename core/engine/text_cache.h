// SPDX-License-Identifier: MIT
// Encoded prompts kept across runs and programs, so that a repeated prompt needs no text encoder.
#pragma once

#include "engine/pipeline.h"
#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"
#include "weights/tensor_file.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fb::engine {

// The key of a request's prompts: everything that the encoding depends on, with files given by their sampled hashes
// (weights/hash.h). request: with its dtype resolved; place: the kind of device that encodes. Throws Failure.
std::string textKey(const GenerationRequest& request, const std::string& place, weights::CheckpointCache& checkpoints);

// A folder of files, of which the oldest are removed when there are too many. Several programs may share it.
class TextCache {
public:
  explicit TextCache(std::filesystem::path folder);
  static TextCache ofUser();

  bool has(const std::string& key) const;
  // Also nothing if the file is damaged, in which case it is removed.
  std::optional<TextConditioning> find(const std::string& key) const;
  // If the cache cannot be written, the run continues.
  void keep(const std::string& key, const TextConditioning& text) const noexcept;

private:
  std::filesystem::path m_folder;
};

// From a run's saved state. Throws Failure(Corrupt) if it is missing.
const at::Tensor& tensorOf(const weights::TensorFile& saved, const char* name, const std::filesystem::path& path);
// To a file, with a checksum, and back. Both throw Failure.
void saveConditioning(const std::filesystem::path& file, const TextConditioning& text);
TextConditioning loadConditioning(const std::filesystem::path& file);

}  // namespace fb::engine
