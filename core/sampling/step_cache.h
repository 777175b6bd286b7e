// SPDX-License-Identifier: MIT
// A cache uses what a model computed in an earlier step again instead of running the model. docs/caches.md has the
// rules and their sources.
#pragma once

#include "flowblend/schedule.h"
#include "flowblend/settings.h"
#include "sampling/velocity_field.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace fb::sampling {

struct CachePlan {
  CacheRule rule = CacheRule::None;
  double threshold = 0;  // of the accumulated error below which a step is reused; 0: none is
};

// Everything that a cache remembers between two steps. A value: it can be copied, saved and restored. Inputs and
// velocities are float32 and flat, in the family's order.
struct CacheState {
  std::optional<Model> model;  // whose outputs these are; absent: nothing is remembered
  Stage stage = Stage::Early;  // that they were made in
  double error = 0;            // accumulated since the last computed step
  // How fast the velocity changed with the latents between the last two computed steps (EasyCache).
  std::optional<double> rate;
  at::Tensor lastInput;                         // of the previous step
  at::Tensor computedInput, computedVelocity;   // of the last computed step, without guidance
  std::map<std::string, at::Tensor> residuals;  // of each guidance evaluation: velocity - input

  void moveTo(at::Device device);
};

weights::NamedTensors toTensors(const CacheState& state);
// values: the number of elements of the latents. Throws Failure(Corrupt), naming `file`.
CacheState cacheStateFromTensors(const weights::NamedTensors& tensors, std::int64_t values, const std::string& file);

// One step's use of the cache. A default-constructed one is off: everything is computed.
class StepCache {
public:
  struct Position {
    Model model = Model::Large;
    Stage stage = Stage::Early;
    int step = 0;  // of the pass
    bool isLast = false;
  };

  StepCache() = default;
  // What `state` remembers is dropped if it is another model's or another stage's: the LoRAs may differ.
  StepCache(const CachePlan& plan, const CacheState& state, const Position& position);

  // One guidance evaluation of the step, the conditional one first: it decides, and the others follow. input: what the
  // model sees of the latents, float32; compute: gives the velocity in its shape. A reused velocity is float32. An
  // evaluation that the last computed step did not have is computed in any case.
  at::Tensor velocity(const std::string& evaluation, const at::Tensor& input,
                      const std::function<at::Tensor()>& compute);

  // Whether the conditional velocity was reused.
  bool isReused() const { return m_decision == Decision::Reuse; }
  // What the next step remembers.
  const CacheState& state() const { return m_state; }

private:
  enum class Decision { None, Compute, Reuse };

  bool reuses(const std::string& evaluation, const at::Tensor& input);
  void learn(const at::Tensor& input, const at::Tensor& velocity);

  CachePlan m_plan;
  CacheState m_state;
  Position m_position;
  Decision m_decision = Decision::None;
};

// Steps at the start of a pass that are always computed.
int computedAtStart(CacheRule rule);

}  // namespace fb::sampling
