// SPDX-License-Identifier: MIT
// What one job works with: the pair's files, each opened once, and the models made of them, which stay in the pool.
#pragma once

#include "engine/model_pool.h"
#include "tokenizers/sentencepiece_tokenizer.h"
#include "weights/checkpoint_cache.h"

#include <filesystem>
#include <memory>

namespace fb::engine {

// One thread. Its calls throw Failure.
class PartStore {
public:
  // The pool must outlive the store.
  explicit PartStore(ModelPool& pool) : m_pool(pool) {}

  ModelPool& pool() { return m_pool; }
  weights::CheckpointCache& checkpoints() { return m_checkpoints; }

  template <class Model>
  std::shared_ptr<const Model> model(const std::filesystem::path& path, at::ScalarType dtype, at::Device device) {
    return m_pool.get<Model>(m_checkpoints.open(path), dtype, device);
  }
  std::shared_ptr<const tokenizers::SentencePieceTokenizer> tokenizer(const std::filesystem::path& path);

private:
  ModelPool& m_pool;
  weights::CheckpointCache m_checkpoints;
};

}  // namespace fb::engine
