// SPDX-License-Identifier: MIT
// What one job works with: the pair's files, each opened once, and the models made from them, which stay in the pool.
#pragma once

#include "engine/memory_planner.h"
#include "engine/model_pool.h"
#include "tokenizers/sentencepiece_tokenizer.h"
#include "weights/checkpoint_cache.h"

#include <filesystem>
#include <map>
#include <memory>
#include <utility>

namespace fb::engine {

// One thread only. Its calls throw Failure.
class PartStore {
public:
  // The pool must outlive the store.
  explicit PartStore(ModelPool& pool) : m_pool(pool) {}

  ModelPool& pool() { return m_pool; }
  weights::CheckpointCache& checkpoints() { return m_checkpoints; }

  // Where the run's parts are placed, by path; other parts are loaded whole where they are requested.
  void place(std::map<std::filesystem::path, PartPlace> places) { m_places = std::move(places); }
  PartPlace placeOf(const std::filesystem::path& path) const {
    const auto planned = m_places.find(path);
    return planned == m_places.end() ? PartPlace() : planned->second;
  }

  // How the models are loaded from now on.
  void setLoadControl(weights::LoadControl control) { m_loadControl = std::move(control); }

  // Throws Stopped, too.
  template <class Model>
  std::shared_ptr<const Model> model(const std::filesystem::path& path, at::ScalarType dtype, at::Device device,
                                     const weights::LoraStack& loras = {}) {
    const auto place = placeOf(path);
    return m_pool.get<Model>(m_checkpoints.open(path), dtype, place.onCpu ? at::kCPU : device, place.placement,
                             m_loadControl, loras);
  }
  // The model if it is loaded; null otherwise.
  template <class Model>
  std::shared_ptr<const Model> loadedModel(const std::filesystem::path& path, at::ScalarType dtype, at::Device device) {
    return m_pool.loaded<Model>(m_checkpoints.open(path), dtype, device);
  }
  // Drops the models of this file that nobody holds.
  void release(const std::filesystem::path& path) { m_pool.release(m_checkpoints.open(path)); }
  // The same for those of one type.
  template <class Model>
  void release(const std::filesystem::path& path) {
    m_pool.release<Model>(m_checkpoints.open(path));
  }
  std::shared_ptr<const tokenizers::SentencePieceTokenizer> tokenizer(const std::filesystem::path& path);

private:
  ModelPool& m_pool;
  weights::CheckpointCache m_checkpoints;
  std::map<std::filesystem::path, PartPlace> m_places;
  weights::LoadControl m_loadControl;
};

}  // namespace fb::engine
