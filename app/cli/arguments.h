// SPDX-License-Identifier: MIT
// The options of the commands, and the request that they produce.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/proposal.h"
#include "flowblend/settings.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fb::cli {

// In what form clips are written.
struct FormatArguments {
  std::optional<std::string> format;
  int quality = 80;
  std::optional<int> rateFactor;

  void addTo(CLI::App& command, const std::string& formatHelp);
  ExportOptions options() const;
};

// How a clip is written; shared by generate, resume, decode and export.
struct OutputArguments : FormatArguments {
  std::filesystem::path output;
  bool overwrite = false;

  void addTo(CLI::App& command);
  // The file to write; if not given, a free name. Throws CLI::ValidationError if the extension does not determine a
  // format, and if the file already exists.
  std::filesystem::path target() const;
  bool isNamed() const { return !output.empty(); }
  ExportOptions options() const;
};

// What an export changes of its clip.
struct ChangeArguments {
  int scale = 100;  // percent
  std::optional<double> upscale;
  std::optional<double> fps;
  std::string fpsMode{toString(RateChange::Repeat)};
  std::optional<Crop> crop;
  std::optional<std::pair<double, double>> cropFocus;
  bool boomerang = false;
  int plays = 1;
  std::optional<double> maxMegabytes;
  std::filesystem::path audio;

  void addTo(CLI::App& command);
  void applyTo(ExportOptions& options) const;
  bool changesShapeOrLength() const { return crop || boomerang || plays > 1; }

private:
  void addCropTo(CLI::App& command);
  void addPlayTo(CLI::App& command);
};

// An option with a whole number from `min` to `max`, parsed exactly; its default is the value of `target`.
CLI::Option* addWhole(CLI::App& command, const std::string& names, int& target, int min, int max,
                      const std::string& help);

// Lets an option take one of these names (at least one), in any case; it is stored as it is listed.
CLI::Option* takeNames(CLI::Option* option, std::vector<std::string> names);

// How near to the large model's clip a proposal must be, and by which measure; shared by propose and report.
struct SamenessArguments {
  double asked = 0.9;
  std::optional<std::string> by;  // absent: ssim, or latents if clips are not decoded
  std::optional<std::string> floor;

  void addTo(CLI::App& command);
  // For commands that only show.
  void addMeasureTo(CLI::App& command);
  std::optional<SamenessMeasure> given() const { return by ? samenessMeasureFromString(*by) : std::nullopt; }
  SamenessMeasure measureOf(const SweepResults& results) const {
    const auto usual = results.sweep.latentsOnly ? SamenessMeasure::Latents : SamenessMeasure::Ssim;
    return given().value_or(measuredOr(results, usual));
  }
  std::optional<SamenessFloor> from() const { return floor ? samenessFloorFromString(*floor) : std::nullopt; }
};

// The option of one setting, whose value goes into `given`; both must stay where they are.
void addSetting(CLI::App& group, const Setting& setting, SettingValues& given);

struct RequestArguments {
  std::filesystem::path pair, large, small, textEncoder, tokenizer, vae, imageEncoder, upsampler;
  SettingValues settings;  // those that were given
  std::optional<std::string> schedule;
  std::vector<std::string> images;  // FILE, FILE@FRAME or FILE@FRAME:STRENGTH
  std::vector<std::string> loras;   // FILE[:STRENGTH][@TARGET]
  bool keepNothing = false;
  std::vector<const CLI::App*> groups;  // of the options

  // The command's options write into this object, so it must stay where it is. without: settings that the command sets
  // itself, which get no option.
  void addTo(CLI::App& command, std::span<const SettingMember> without = {});
  // The first of the options that was given; empty if none was. but: settings whose options do not count.
  std::string firstGiven(std::span<const SettingMember> but = {}) const;
  // otherwise: used instead of the built-in pair if no pair is given.
  Result<PairSpec> readPairSpec(Engine& engine, const std::optional<PairSpec>& otherwise = {}) const;
  // For --large and --small.
  Result<PairSpec> pairOfModels(Engine& engine) const;
  // The pair's defaults, or the request of the run to branch from.
  Result<GenerationRequest> start(Engine& engine) const;
  // The request, overridden by the given settings.
  Result<GenerationRequest> overridden(GenerationRequest request) const;
  // start(), overridden by the given settings, and checked.
  Result<GenerationRequest> request(Engine& engine) const;
  // Sentences about given constants of a cache or guard that is not the one of the request, so that they do nothing.
  std::vector<std::string> vainConstants(const GenerationRequest& request) const;
};

}  // namespace fb::cli
