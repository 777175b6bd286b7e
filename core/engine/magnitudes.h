// SPDX-License-Identifier: MIT
// The magnitudes that MagCache needs of each model: a pair document gives them, or they were measured on this machine
// and are kept in the user's state folder.
#pragma once

#include "flowblend/calibration.h"
#include "flowblend/engine.h"
#include "flowblend/request.h"
#include "weights/checkpoint_cache.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fb::engine {

// What was measured, one file per model. Several processes may use the folder.
class MagnitudeStore {
public:
  explicit MagnitudeStore(std::filesystem::path folder) : m_folder(std::move(folder)) {}
  static MagnitudeStore ofUser();

  // Throws a Failure that names the file if it cannot be read.
  std::optional<MagnitudeCurves> find(const std::string& key) const;
  // Whether keep() could write now, to be checked before the work. Throws Failure.
  void requireWritable(const std::string& key) const;
  // Replaces those of the evaluations in `curves` and keeps the others; a damaged file is replaced, one of a newer
  // version of the program is not. model: for people who look into the file. Throws Failure.
  void keep(const std::string& key, const std::filesystem::path& model, MagnitudeCurves curves) const;

  std::filesystem::path fileOf(const std::string& key) const { return m_folder / (key + ".json"); }

private:
  std::filesystem::path m_folder;
};

// A SHA-256 of the content of a model's files and of the LoRAs that change it, with their strengths. Throws Failure.
std::string magnitudeKey(const GenerationRequest& request, Model model, weights::CheckpointCache& checkpoints);

// What the request's run uses, for the models that take steps; empty if it needs none or there are none. Files that
// cannot be read are reported by magnitudeProblems() or by the run.
Calibration magnitudesOf(const GenerationRequest& request, weights::CheckpointCache& checkpoints);
// Those of them that were measured, and not given by the pair, as inputs of the run.
std::vector<InputContent> measuredMagnitudes(const GenerationRequest& request, weights::CheckpointCache& checkpoints);
// The request with them in its pair; unchanged if its cache needs none.
GenerationRequest withMagnitudes(GenerationRequest request, const Calibration& magnitudes);

// Why MagCache cannot be used for the model, as one sentence.
struct MagnitudeProblem {
  Model model;
  std::string sentence;
};
// None if the request's cache is another one. Throws Failure for a file of the models or LoRAs that cannot be read.
std::vector<MagnitudeProblem> magnitudeProblems(const GenerationRequest& request,
                                                weights::CheckpointCache& checkpoints);

// Throws Failure(Unsupported) if the family's models cannot be measured.
void requireMeasurable(const GenerationRequest& request, weights::CheckpointCache& checkpoints);

std::string toJson(const Calibration& magnitudes);
// Throws Failure(Corrupt).
Calibration magnitudesFromJson(std::string_view text, const std::string& document);

}  // namespace fb::engine
