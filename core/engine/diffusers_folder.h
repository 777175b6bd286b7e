// SPDX-License-Identifier: MIT
// The configuration in a diffusers pipeline folder, read as diffusers reads it. What this program does not support is
// refused by file and field.
#pragma once

#include "flowblend/model_info.h"
#include "flowblend/request.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fb::engine {

// The pipeline class in model_index.json; empty if the folder has none. Throws Failure: Unsupported for a class that is
// not in `known`, a second transformer, a boundary between two, and separate timesteps for each token (WAN 2.2);
// Corrupt.
std::string readPipelineClass(const std::filesystem::path& pipeline, std::span<const std::string_view> known);

// scheduler/scheduler_config.json with diffusers' defaults for whatever it omits.
struct SchedulerConfig {
  std::filesystem::path file;
  SolverKind solver = SolverKind::Euler;
  double shift = 1;        // of the noise levels; ignored if `dynamic`
  bool dynamic = false;    // the shift grows with the number of latent tokens:
  double baseShift = 0.5;  // its exponent at baseTokens
  double maxShift = 1.15;  // and at maxTokens
  int baseTokens = 256;
  int maxTokens = 4096;
  double terminal = 0;  // the last noise level is stretched to it; 0: no stretching
};
// Absent if the folder has none. Throws Failure: Unsupported for schedulers other than UniPC, DPM-Solver++ and Euler
// flow matching, and for settings of these that this program does not support; Corrupt.
std::optional<SchedulerConfig> readScheduler(const std::filesystem::path& pipeline);

// What these files say, whether or not this program supports it; nothing if the folder has neither. Throws Failure.
std::optional<PipelineInfo> describePipeline(const std::filesystem::path& pipeline);

// Throws Failure(Unsupported) unless the noise levels are those of a static shift.
void requireStaticShift(const SchedulerConfig& scheduler);

}  // namespace fb::engine
