// SPDX-License-Identifier: MIT
// What a diffusers pipeline folder says of itself, read as diffusers reads it. What this program does not do is refused
// by file and field.
#pragma once

#include "flowblend/request.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fb::engine {

// The pipeline class in model_index.json; empty if the folder has none. Throws Failure: Unsupported for a class that is
// not among `known`, a second transformer, a boundary between two and timesteps of their own for each token (WAN 2.2);
// Corrupt.
std::string readPipelineClass(const std::filesystem::path& pipeline, std::span<const std::string_view> known);

// scheduler/scheduler_config.json with diffusers' defaults for what it leaves out.
struct SchedulerConfig {
  std::filesystem::path file;
  SolverKind solver = SolverKind::Euler;
  double shift = 1;        // of the noise levels; with `dynamic` it does not count
  bool dynamic = false;    // the shift grows with the number of latent tokens:
  double baseShift = 0.5;  // its exponent at baseTokens
  double maxShift = 1.15;  // and at maxTokens
  int baseTokens = 256;
  int maxTokens = 4096;
  double terminal = 0;  // the last noise level is stretched to it; 0: not
};
// Absent if the folder has none. Throws Failure: Unsupported for another scheduler than UniPC, DPM-Solver++ and flow
// matching by Euler, and for settings of these that this program does not follow; Corrupt.
std::optional<SchedulerConfig> readScheduler(const std::filesystem::path& pipeline);

// Throws Failure(Unsupported) if the noise levels are not those of a static shift.
void requireStaticShift(const SchedulerConfig& scheduler);

}  // namespace fb::engine
