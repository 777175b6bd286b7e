// SPDX-License-Identifier: MIT
#include "engine/magnitudes.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/kept_document.h"
#include "base/user_folders.h"
#include "engine/family.h"
#include "weights/hash.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

constexpr auto kFormat = "flowblend-magnitudes";
constexpr int kVersion = 1;

const fs::path& pathOf(const PairSpec& pair, Model model) { return model == Model::Large ? pair.large : pair.small; }

const MagnitudeCurves& ownOf(const PairSpec& pair, Model model) {
  return model == Model::Large ? pair.largeMagCache : pair.smallMagCache;
}

bool isFor(const Lora& lora, Model model) {
  return lora.strength != 0 && (lora.target == LoraTarget::Small) == (model == Model::Small);
}

bool takesStepsOfFirstPass(const GenerationRequest& request, Model model) {
  const auto& schedule = request.sampling.schedule;
  return (model == Model::Large ? schedule.largeSteps() : schedule.smallSteps()) > 0;
}

// A model that takes steps in the run's first pass, and the guidance evaluations that it makes there.
struct Need {
  Model model;
  std::set<std::string> evaluations;  // empty: the family does not say
};

// None if the request's cache is another one, or if its settings are illegal, which is reported as such.
std::vector<Need> needsOf(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  std::vector<Need> needs;
  if (request.sampling.cache != CacheRule::MagCache ||
      !std::ranges::all_of(kSettings, [&](const Setting& setting) { return setting.problem(request).empty(); }))
    return needs;
  const auto steps = familyOf(request.pair.family).plannedSteps(request, checkpoints);
  for (const auto model : {Model::Large, Model::Small}) {
    if (!takesStepsOfFirstPass(request, model)) continue;
    needs.push_back({model, {}});
    for (const auto& step : steps)
      if (step.position.model == model)
        needs.back().evaluations.insert(step.evaluations.begin(), step.evaluations.end());
  }
  return needs;
}

// Under which magnitudes may have been measured; empty if the pair gives all that are needed. Throws Failure for files
// of the model and LoRAs.
std::string keyOf(const GenerationRequest& request, const Need& need, weights::CheckpointCache& checkpoints) {
  const auto& own = ownOf(request.pair, need.model);
  const auto isGiven = [&](const std::string& evaluation) { return own.contains(evaluation); };
  if (!own.empty() && std::ranges::all_of(need.evaluations, isGiven)) return {};
  return magnitudeKey(request, need.model, checkpoints);
}

// The pair's own ones; of evaluations that these lack, those that were measured. Throws Failure for the file of those.
MagnitudeCurves curvesFor(const PairSpec& pair, Model model, const std::string& key) {
  auto curves = ownOf(pair, model);
  if (key.empty()) return curves;
  if (auto measured = MagnitudeStore::ofUser().find(key)) curves.merge(*measured);
  return curves;
}

std::string unknownFamily(const GenerationRequest& request) {
  return fmt::format("magcache cannot be used for models of the family \"{}\": choose easycache",
                     request.pair.family.id());
}

// Empty if there is no problem. Throws Failure for files of the model and LoRAs.
std::string problemOf(const GenerationRequest& request, const Need& need, weights::CheckpointCache& checkpoints) {
  if (need.evaluations.empty()) return unknownFamily(request);
  const auto& path = pathOf(request.pair, need.model);
  const auto key = keyOf(request, need, checkpoints);
  MagnitudeCurves curves;
  try {
    curves = curvesFor(request.pair, need.model, key);
  } catch (const Failure& failure) {
    return failure.what();
  }
  if (curves.empty())
    return fmt::format(
        "magcache needs the magnitudes of the {0} model, {1}, which have not been measured{2}: calibrate the pair for "
        "it, or choose another cache",
        toString(need.model), path.string(),
        std::ranges::any_of(request.sampling.loras, [&](const Lora& lora) { return isFor(lora, need.model); })
            ? " with these LoRAs"
            : "");
  std::vector<std::string> missing;
  for (const auto& name : need.evaluations)
    if (!curves.contains(name)) missing.push_back(name);
  if (missing.empty()) return {};
  return fmt::format(
      "the magnitudes of the {} model, {}, are those of another guidance, without the evaluation {}: calibrate the "
      "pair with this guidance, or choose another cache",
      toString(need.model), path.string(), fmt::join(missing, ", "));
}

}  // namespace

MagnitudeStore MagnitudeStore::ofUser() { return MagnitudeStore(userStateFolder() / "magcache"); }

std::optional<MagnitudeCurves> MagnitudeStore::find(const std::string& key) const {
  const auto file = fileOf(key);
  if (!exists(statusOf(file))) return {};
  const auto document = file.string();
  try {
    const auto json = parseJson(readTextFile(file), document);
    const JsonObject object(json, document);
    if (object.string("format") != kFormat) fail(ErrorKind::Corrupt, "{}: not a file of magnitudes", document);
    requireChecksum(json, document);
    if (object.integer("version") != kVersion)
      fail(ErrorKind::Unsupported, "{} was written by a newer version of this program", document);
    return curvesFromJson(object.at("curves"), document);
  } catch (const Failure& failure) {
    const auto kind = failure.error().kind;
    if (kind == ErrorKind::Corrupt)
      fail(kind, "{}; calibrate the pair again, which replaces this file", failure.what());
    if (kind == ErrorKind::Unsupported)
      fail(kind, "{}; move the file elsewhere and calibrate the pair again, or use that version", failure.what());
    throw;
  }
}

void MagnitudeStore::requireWritable(const std::string& key) const {
  requireReplaceable(fileOf(key), kVersion);
  requireKeepable(fileOf(key));
}

void MagnitudeStore::keep(const std::string& key, const fs::path& model, MagnitudeCurves curves) const {
  try {
    if (auto known = find(key)) curves.merge(*known);
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
    // A damaged file is replaced.
  }
  makeFolder(m_folder);
  removeAbandonedTemporaries(m_folder);
  writeTextAtomically(
      fileOf(key),
      documentText({{"format", kFormat}, {"version", kVersion}, {"model", model.string()}, {"curves", curves}}));
}

std::string magnitudeKey(const GenerationRequest& request, Model model, weights::CheckpointCache& checkpoints) {
  std::vector<std::string> lines;
  for (const auto& file : checkpoints.open(pathOf(request.pair, model)).paths())
    lines.push_back(fmt::format("model {}\n", weights::sampledHash(file)));
  for (const auto& lora : request.sampling.loras)
    if (isFor(lora, model))
      lines.push_back(
          fmt::format("lora {} {} {}\n", weights::sampledHash(lora.file), lora.strength, toString(lora.target)));
  std::ranges::sort(lines);
  weights::Hash hash(weights::HashKind::Sha256);
  for (const auto& line : lines) hash.add(line);
  return hash.hex();
}

Calibration magnitudesOf(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  Calibration found;
  try {
    for (const auto& need : needsOf(request, checkpoints))
      (need.model == Model::Large ? found.large : found.small) =
          curvesFor(request.pair, need.model, keyOf(request, need, checkpoints));
  } catch (const Failure&) {
    return found;
  }
  return found;
}

std::vector<InputContent> measuredMagnitudes(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  std::vector<InputContent> contents;
  const auto store = MagnitudeStore::ofUser();
  for (const auto& need : needsOf(request, checkpoints)) {
    const auto key = keyOf(request, need, checkpoints);
    if (key.empty() || !store.find(key)) continue;
    weights::Hash hash(weights::HashKind::Sha256);
    hash.add(nlohmann::json(curvesFor(request.pair, need.model, key)).dump());
    contents.push_back({std::string(InputContent::kMagnitudesPart), store.fileOf(key), hash.hex()});
  }
  return contents;
}

GenerationRequest withMagnitudes(GenerationRequest request, const Calibration& magnitudes) {
  if (request.sampling.cache != CacheRule::MagCache) return request;
  request.pair.largeMagCache = magnitudes.large;
  request.pair.smallMagCache = magnitudes.small;
  return request;
}

std::vector<MagnitudeProblem> magnitudeProblems(const GenerationRequest& request,
                                                weights::CheckpointCache& checkpoints) {
  std::vector<MagnitudeProblem> problems;
  for (const auto& need : needsOf(request, checkpoints))
    if (auto sentence = problemOf(request, need, checkpoints); !sentence.empty())
      problems.push_back({need.model, std::move(sentence)});
  return problems;
}

void requireMeasurable(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  if (familyOf(request.pair.family).plannedSteps(request, checkpoints).empty())
    fail(ErrorKind::Unsupported, "{}", unknownFamily(request));
}

std::string toJson(const Calibration& magnitudes) {
  return documentText({{"large", magnitudes.large}, {"small", magnitudes.small}});
}

Calibration magnitudesFromJson(std::string_view text, const std::string& document) {
  const auto json = parseJson(text, document);
  const JsonObject object(json, document);
  requireChecksum(json, document);
  return {curvesFromJson(object.at("large"), document), curvesFromJson(object.at("small"), document)};
}

}  // namespace fb::engine
