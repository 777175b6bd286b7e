// SPDX-License-Identifier: MIT
// The models in memory, each loaded once for a file, dtype and device, and dropped when room is needed.
#pragma once

#include "models/image/vision_encoder.h"
#include "models/ltx/latent_upsampler.h"
#include "models/ltx/ltx_transformer.h"
#include "models/ltx/ltx_vae.h"
#include "models/text/t5_encoder.h"
#include "models/wan/wan_transformer.h"
#include "models/wan/wan_vae.h"
#include "tokenizers/sentencepiece_tokenizer.h"

#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <string>

namespace fb::engine {

// One thread at a time.
class ModelPool {
public:
  using Path = std::filesystem::path;

  std::shared_ptr<const models::WanTransformer> wanTransformer(const Path& path, at::ScalarType dtype,
                                                               at::Device device);
  std::shared_ptr<const models::WanVae> wanVae(const Path& path, at::Device device);
  std::shared_ptr<const models::LtxTransformer> ltxTransformer(const Path& path, at::ScalarType dtype,
                                                               at::Device device);
  std::shared_ptr<const models::LtxVae> ltxVae(const Path& path, at::ScalarType dtype, at::Device device);
  std::shared_ptr<const models::LatentUpsampler> latentUpsampler(const Path& path, at::ScalarType dtype,
                                                                 at::Device device);
  std::shared_ptr<const models::T5Encoder> t5Encoder(const Path& path, at::ScalarType dtype, at::Device device);
  std::shared_ptr<const models::VisionEncoder> visionEncoder(const Path& path, at::Device device);
  // From a tokenizer folder or model, or from the copy inside a single-file text encoder.
  std::shared_ptr<const tokenizers::SentencePieceTokenizer> tokenizer(const Path& path);

  // What the models on one device may fill together; 0: what is free there.
  void setBudget(std::uint64_t bytes) { m_budget = bytes; }
  // Drops every model that no run holds; true when something was dropped.
  bool dropUnused();
  void clear() { m_entries.clear(); }

private:
  struct Entry {
    std::string key;
    at::Device device;
    std::shared_ptr<const void> model;
    std::uint64_t bytes = 0;
  };
  template <class Model>
  std::shared_ptr<const Model> get(const std::string& kind, const Path& path, at::ScalarType dtype, at::Device device,
                                   const std::function<Model(const weights::Checkpoint&, weights::WeightReader&)>& make,
                                   const std::function<weights::NameMap(const weights::Checkpoint&)>& names);
  void makeRoom(std::uint64_t bytes, at::Device device, const Path& path);
  std::uint64_t roomOn(at::Device device) const;

  std::list<Entry> m_entries;  // oldest use first
  std::uint64_t m_budget = 0;
};

}  // namespace fb::engine
