// SPDX-License-Identifier: MIT
// Tiny guided models of both families, which evaluate through the step cache as the engine's pipelines do, and whole
// trajectories of a pair of them.
#pragma once

#include "models/forward_graphs.h"
#include "sampling/blended_sampler.h"
#include "sampling/velocity_field.h"

#include <ATen/ATen.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fb::gpu {

enum class Family { Wan, Ltx };
const char* nameOf(Family family);  // "WAN", "LTX"

struct TrajectoryJob {
  Family family = Family::Wan;
  sampling::SamplingPlan plan;           // without its noise levels
  bool retains = false;                  // TeaCache's second form
  bool isBatched = false;                // both prompts of a step in one forward
  models::Recorder* recorder = nullptr;  // what short forwards are replayed with; null: all are plain
};

struct Trajectory {
  sampling::TrajectoryState state;
  std::optional<sampling::TrajectoryState> middle;  // after half of the steps
};

// Weights, prompts and noise are the same on every device and in every dtype, but for rounding. from: the state to
// continue from.
Trajectory trajectoryOf(const TrajectoryJob& job, at::Device device, at::ScalarType dtype,
                        const std::optional<sampling::TrajectoryState>& from = {});

}  // namespace fb::gpu
