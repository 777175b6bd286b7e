// SPDX-License-Identifier: MIT
// From a checkpoint to a model. A model's type provides `Config` with `Config::detect(checkpoint)`, and
// `names(checkpoint)`, which maps its names to those of the checkpoint. Loading is strict. A model that takes LoRAs
// also provides `otherName(name)`: one of its names as its other layout spells it; a text encoder, `kLoraOwner`.
#pragma once

#include "weights/block_stream.h"
#include "weights/checkpoint.h"
#include "weights/lora_set.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace fb::weights {

// The tensors of the model in a checkpoint that LoRAs may change. Reads headers only. Throws Failure.
template <class Model>
LoraTargets loraTargetsOf(const Checkpoint& checkpoint) {
  CheckpointReader reader(checkpoint, Model::names(checkpoint), at::kMeta, at::kFloat);
  const Model model(Model::Config::detect(checkpoint), reader);
  auto owner = LoraOwner::Transformer;
  if constexpr (requires { Model::kLoraOwner; }) owner = Model::kLoraOwner;
  LoraTargets targets(owner);
  for (const auto& [name, shape] : reader.requested()) targets.add({name, shape}, Model::otherName(name));
  return targets;
}

// Resident matrices take in LoRAs whose strengths are the same in all stages.
inline bool mergesLoras(const LoraStack& loras, const Placement& placement) {
  return placement.residentBlocks < 0 && std::ranges::all_of(loras, [](const LoraUse& use) {
           return std::ranges::all_of(use.strengths,
                                      [&](double strength) { return strength == use.strengths.front(); });
         });
}

// Null if there are none.
template <class Model>
std::shared_ptr<LoraSet> loraSetOf(const Checkpoint& checkpoint, const LoraStack& loras, const Placement& placement) {
  if constexpr (requires { Model::otherName(std::string()); })
    if (!loras.empty())
      return std::make_shared<LoraSet>(loras, loraTargetsOf<Model>(checkpoint), mergesLoras(loras, placement));
  return nullptr;
}

// The memory that the model's tensors will take in this dtype, and what LoRAs add to it in this placement, without
// reading them. Throws Failure.
template <class Model>
WeightSizes sizesOf(const Checkpoint& checkpoint, at::ScalarType dtype, const LoraStack& loras = {},
                    const Placement& placement = {}) {
  CheckpointReader reader(checkpoint, Model::names(checkpoint), at::kMeta, dtype, nullptr,
                          loraSetOf<Model>(checkpoint, loras, placement));
  const Model model(Model::Config::detect(checkpoint), reader);
  return reader.sizes();
}

// What to load in addition to the checkpoint's weights, and what the caller knows already.
struct LoadExtras {
  LoraStack loras;
  std::optional<WeightSizes> sizes;  // sizesOf() with the same LoRAs and placement
};

// Throws Failure, Stopped, c10::OutOfMemoryError.
template <class Model>
std::shared_ptr<const Model> loadModel(const Checkpoint& checkpoint, at::ScalarType dtype, at::Device device,
                                       const Placement& placement = {}, LoadControl control = {},
                                       LoadExtras extras = {}) {
  auto sizes = extras.sizes ? *std::move(extras.sizes) : sizesOf<Model>(checkpoint, dtype, extras.loras, placement);
  const auto total = sizes.total();
  std::shared_ptr<BlockStream> stream;
  if (placement.residentBlocks >= 0 && placement.streams(sizes))
    stream = std::make_shared<BlockStream>(device, placement, std::move(sizes));
  const auto loras = loraSetOf<Model>(checkpoint, extras.loras, placement);
  CheckpointReader reader(checkpoint, Model::names(checkpoint), device, dtype, stream, loras);
  reader.follow(std::move(control), total);
  auto model = std::make_shared<const Model>(Model::Config::detect(checkpoint), reader);
  reader.finish();
  if (loras) loras->loaded();
  // The disk works while the prompt is embedded.
  if (stream) stream->readAhead();
  return model;
}

}  // namespace fb::weights
