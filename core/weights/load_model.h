// SPDX-License-Identifier: MIT
// From a checkpoint to a model. A model's type provides `Config` with `Config::detect(checkpoint)`, and
// `names(checkpoint)`, which maps its names to those of the checkpoint. Loading is strict.
#pragma once

#include "weights/block_stream.h"
#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <memory>
#include <optional>
#include <utility>

namespace fb::weights {

// The memory that the model's tensors will take in this dtype, without reading them. Throws Failure.
template <class Model>
WeightSizes sizesOf(const Checkpoint& checkpoint, at::ScalarType dtype) {
  CheckpointReader reader(checkpoint, Model::names(checkpoint), at::kMeta, dtype);
  const Model model(Model::Config::detect(checkpoint), reader);
  return reader.sizes();
}

// known: sizesOf() for this model, if the caller has it. Throws Failure, Stopped, c10::OutOfMemoryError.
template <class Model>
std::shared_ptr<const Model> loadModel(const Checkpoint& checkpoint, at::ScalarType dtype, at::Device device,
                                       const Placement& placement = {}, LoadControl control = {},
                                       std::optional<WeightSizes> known = {}) {
  auto sizes = known ? *std::move(known) : sizesOf<Model>(checkpoint, dtype);
  const auto total = sizes.total();
  std::shared_ptr<BlockStream> stream;
  if (placement.residentBlocks >= 0 && placement.streams(sizes))
    stream = std::make_shared<BlockStream>(device, placement, std::move(sizes));
  CheckpointReader reader(checkpoint, Model::names(checkpoint), device, dtype, stream);
  reader.follow(std::move(control), total);
  auto model = std::make_shared<const Model>(Model::Config::detect(checkpoint), reader);
  reader.finish();
  return model;
}

}  // namespace fb::weights
