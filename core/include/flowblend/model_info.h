// SPDX-License-Identifier: MIT
// What a checkpoint was recognised as (Engine::inspectComponent), and what a diffusers folder says about sampling
// (Engine::inspectPipeline). Values; safe on any thread.
#pragma once

#include "flowblend/family.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fb {

// What a file or folder was recognised as, by tensor names and shapes.
struct ComponentInfo {
  ComponentKind kind;
  std::string layout;   // "diffusers", "original", "transformers"
  std::string variant;  // "1.3B", "14B", "2B 0.9.5 and later" or the sizes in words
  std::string storage;  // "float32", "bfloat16", "float8_e4m3fn, scaled", ...
  std::uint64_t parameters = 0;
  int files = 0;
  std::map<std::string, std::int64_t> sizes;  // dim, layers, heads, ...
  std::vector<std::string> missing;           // tensor names
  std::vector<std::string> unexpected;
  std::vector<std::string> misshapen;  // "name: is [..], must be [..]"
  bool complete() const { return missing.empty() && unexpected.empty() && misshapen.empty(); }
};

// What a LoRA of a request does to its model, and to the text encoder for its model's evaluations
// (Engine::checkLoras).
struct LoraReport {
  std::filesystem::path file;
  std::string kinds;                   // "LoRA", "DoRA", "LoKr, difference"
  int layers = 0;                      // that the file changes
  int applied = 0;                     // of these, the ones that its model or the text encoder has
  std::int64_t rank = 0;               // the largest; 0 if no layer has one
  std::optional<double> alpha;         // absent: the file has none, so the scale is 1
  std::vector<std::string> unmatched;  // names of layers that neither of them has
  std::string problem;                 // why a run would be refused; empty if it would not
  int textLayers = 0;                  // of the applied ones, those of the text encoder

  // "LoRA: 324 of 324 layers, 24 of them in the text encoder, rank 32, alpha 16", or the problem.
  std::string words() const;
};

// From model_index.json and scheduler/scheduler_config.json, with the names used there.
struct PipelineInfo {
  std::filesystem::path folder;
  std::string pipeline;   // class; empty if unknown
  std::string scheduler;  // class; empty if unknown
  // The settings that determine the noise levels, with their values in JSON: {"flow_shift", "3.0"}.
  std::vector<std::pair<std::string, std::string>> settings;

  // "WanPipeline, UniPCMultistepScheduler, flow_shift 3.0".
  std::string words() const;
};

}  // namespace fb
