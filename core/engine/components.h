// SPDX-License-Identifier: MIT
// Recognises checkpoints, and has what the families share in checking whether parts fit together.
#pragma once

#include "base/failure.h"
#include "flowblend/model_info.h"
#include "flowblend/request.h"
#include "tokenizers/sentencepiece_tokenizer.h"
#include "weights/checkpoint_cache.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <memory>

namespace fb::engine {

// Throws Failure if the tensors are not those of a known model.
ComponentInfo inspect(const weights::Checkpoint& checkpoint, weights::CheckpointCache& checkpoints);

// Storage, files and parameters; the family fills in the rest.
ComponentInfo describe(const weights::Checkpoint& checkpoint, const ComponentKind& kind);
// `ownLayout` if a tensor's name contains `ownName`, otherwise "original".
std::string layoutOf(const weights::Checkpoint& checkpoint, const char* ownName, const char* ownLayout);

// Reads every tensor on the meta device: the model's own construction shows which ones it needs.
template <class Model>
void checkTensors(ComponentInfo& info, const weights::Checkpoint& checkpoint, const typename Model::Config& config) {
  weights::CheckpointReader reader(checkpoint, Model::names(checkpoint), at::kMeta, at::kFloat);
  const Model model(config, reader);
  const auto report = reader.report();
  info.missing = report.missing;
  info.unexpected = report.unexpected;
  info.misshapen = report.misshapen;
}

// The component at `path`. Throws Failure(Invalid) if it is not of the kind that the pair's `part` must be.
ComponentInfo expectKind(const std::filesystem::path& path, const ComponentKind& kind, const char* part,
                         weights::CheckpointCache& checkpoints);
// From a tokenizer folder or model, or from the copy inside a single-file text encoder. Throws Failure.
std::shared_ptr<const tokenizers::SentencePieceTokenizer> openTokenizer(const std::filesystem::path& path,
                                                                        weights::CheckpointCache& checkpoints);
// Throws Failure(Invalid) if the text encoder was made for another tokenizer, as far as their sizes show.
void requireTokenizer(const std::filesystem::path& tokenizer, const ComponentInfo& text,
                      weights::CheckpointCache& checkpoints);

// Throws Failure(Invalid) if two parts of a pair differ in a size that they must share.
struct PartSize {
  const ComponentInfo& info;
  const char* size;
  const char* part;
};
void requireEqual(const PartSize& a, const PartSize& b, const char* what);
// The widths of the parts of every pair: latents and text.
void requireSameWidths(const ComponentInfo& large, const ComponentInfo& small, const ComponentInfo& text,
                       const ComponentInfo& vae);

// Throws Failure(Invalid) if the two transformers were exchanged: the small one has more in its blocks.
void requireOrder(const PairSpec& pair, const ComponentInfo& large, const ComponentInfo& small);

}  // namespace fb::engine
