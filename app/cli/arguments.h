// SPDX-License-Identifier: MIT
// The options of the commands, and the request that they make.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/export.h"
#include "flowblend/model_info.h"
#include "flowblend/request.h"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fb::cli {

// How a clip is written; shared by generate, resume, decode and export.
struct OutputArguments {
  std::filesystem::path output;
  std::optional<std::string> format;
  int quality = 80;
  bool overwrite = false;

  void addTo(CLI::App& command);
  // The file to write and how. Throws CLI::ValidationError for an unknown format, and where the file exists already.
  std::filesystem::path target() const;
  ExportOptions options(const std::filesystem::path& target) const;
};

struct RequestArguments {
  std::filesystem::path pair, large, small, textEncoder, tokenizer, vae, imageEncoder, upsampler;
  std::optional<std::string> prompt, negativePrompt, schedule, solver, probe, history;
  std::optional<int> width, height, frames, steps, smallSteps;
  std::vector<std::string> images;  // FILE, FILE@FRAME or FILE@FRAME:STRENGTH
  bool twoPass = false;
  std::optional<double> fps, guidance, guidanceSmall, shift, early, late;
  std::optional<std::uint64_t> seed;
  std::string dtype;
  std::string device = "cpu";
  std::filesystem::path runFolder, traceFile;
  int saveEvery = 1;
  double memoryBudget = 0;
  bool keepNothing = false;

  void addTo(CLI::App& command);
  Result<PairSpec> readPairSpec() const;
  // Of --large and --small.
  Result<PairSpec> pairOfModels() const;
  // The pair's defaults with what was given in their place.
  Result<GenerationRequest> request() const;
};

}  // namespace fb::cli
