// SPDX-License-Identifier: MIT
// A checkpoint of any size without a file: every tensor is random, determined by its name, with the scale of a trained
// one.
#pragma once

#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <map>
#include <memory>
#include <string>

namespace fb::gpu {

class RandomWeights final : public weights::WeightReader {
public:
  enum class Made {
    OnTheCpu,     // the same numbers on every device
    OnTheDevice,  // fast, for timing
    Once          // one tensor for each shape: fast on the CPU, for timing what is streamed
  };
  // stream: receives the blocks that do not stay on the device; null: all stay.
  RandomWeights(at::Device device, at::ScalarType dtype, Made made,
                std::shared_ptr<weights::BlockStream> stream = nullptr);

  at::Tensor take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> keepAs) override;
  // Matrices are e4m3 with a scale if `fp8` was asked for.
  weights::PackedWeight takePacked(const std::string& name, at::IntArrayRef shape,
                                   std::optional<at::ScalarType> keepAs) override;
  bool has(const std::string&) const override { return true; }
  void beginBlock(std::int64_t block) override;
  void endBlock() override;
  std::shared_ptr<weights::BlockStream> stream() const override { return m_stream; }
  void ignore(const std::string&) override {}
  void ignorePrefix(std::string_view) override {}

  void storeAsFp8() { m_fp8 = true; }

  const weights::WeightSizes& sizes() const { return m_sizes; }

private:
  at::Tensor made(const std::string& name, at::IntArrayRef shape, at::ScalarType as);

  Made m_made;
  std::shared_ptr<weights::BlockStream> m_stream;
  weights::WeightSizes m_sizes;
  bool m_inBlock = false;
  bool m_fp8 = false;
  std::map<std::string, at::Tensor> m_once;  // by shape and dtype
};

// A model with random weights, its blocks placed as given.
template <class Model>
std::unique_ptr<Model> randomModel(const typename Model::Config& config, at::ScalarType dtype, at::Device device,
                                   RandomWeights::Made made, const weights::Placement& placement = {},
                                   bool fp8 = false) {
  RandomWeights meta(at::kMeta, dtype, made);
  if (fp8) meta.storeAsFp8();
  Model(config, meta);
  std::shared_ptr<weights::BlockStream> stream;
  if (placement.streams(meta.sizes())) stream = std::make_shared<weights::BlockStream>(device, placement, meta.sizes());
  RandomWeights weights(device, dtype, made, stream);
  if (fp8) weights.storeAsFp8();
  auto model = std::make_unique<Model>(config, weights);
  // As models that are loaded from a file.
  if (stream) stream->readAhead();
  return model;
}

}  // namespace fb::gpu
