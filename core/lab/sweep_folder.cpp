// SPDX-License-Identifier: MIT
#include "lab/sweep_folder.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/guarded.h"
#include "base/json.h"
#include "base/missing_file.h"
#include "flowblend/counted.h"
#include "lab/document.h"
#include "lab/shared_steps.h"

#include <algorithm>
#include <cmath>

namespace fb::lab {
namespace {

namespace fs = std::filesystem;

constexpr auto kDocument = "sweep.json";
constexpr auto kRuns = "runs";
constexpr auto kRecords = "records";
constexpr auto kFormat = "flowblend-sweep";
constexpr auto kRecordFormat = "flowblend-sweep-record";
constexpr int kVersion = 1;
// Of records without a clip, which earlier versions of this program cannot read.
constexpr int kRecordVersion = 2;

// The numbers of CostEstimate that a sweep uses.
template <class Cost, class Visit>
void visitParts(Cost& cost, Visit visit) {
  visit("large_step", cost.largeStep);
  visit("small_step", cost.smallStep);
  visit("refining", cost.refining);
  visit("text", cost.text);
  visit("decode", cost.decode);
}

nlohmann::ordered_json toJsonValue(const CostEstimate& cost) {
  nlohmann::ordered_json json{{"sampling_small_only", cost.sampling}, {"sampling_large_only", cost.samplingLargeOnly}};
  visitParts(cost, [&](const char* key, const CostEstimate::Part& part) {
    json[key] = {{"flops", part.flops}};
    if (part.seconds) json[key]["seconds"] = *part.seconds;
  });
  return json;
}

double nonNegative(const JsonObject& object, const char* key) {
  const double value = object.number(key);
  if (value < 0) fail(ErrorKind::Corrupt, "{}: \"{}\" is {}; it must not be negative", object.document(), key, value);
  return value;
}

CostEstimate costFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document + ", \"cost\"");
  CostEstimate cost;
  cost.sampling = nonNegative(object, "sampling_small_only");
  cost.samplingLargeOnly = nonNegative(object, "sampling_large_only");
  visitParts(cost, [&](const char* key, CostEstimate::Part& part) {
    const JsonObject read(object.at(key), object.document());
    part.flops = nonNegative(read, "flops");
    if (read.has("seconds")) part.seconds = read.number("seconds");
  });
  cost.textEncoding = cost.text.flops;
  cost.vaeDecode = cost.decode.flops;
  cost.total = cost.sampling + cost.textEncoding + cost.vaeDecode;
  cost.totalLargeOnly = cost.samplingLargeOnly + cost.textEncoding + cost.vaeDecode;
  // All costs are told as shares of it.
  if (cost.samplingLargeOnly <= 0 || cost.largeStep.flops <= 0)
    fail(ErrorKind::Corrupt, "{}: the large model must cost more than nothing", object.document());
  return cost;
}

nlohmann::ordered_json perceptualJson(const SweepFolder::Stored& stored) {
  auto json = nlohmann::ordered_json::object();
  forEachPerceptual(
      [&](const char* name, const fs::path& file, const std::string& identity) {
        if (!file.empty()) json[name] = {{"file", file.string()}, {"content", identity}};
      },
      stored.sweep.perceptual, stored.identities);
  return json;
}

void readPerceptual(SweepFolder::Stored& stored, const JsonObject& object) {
  // A sweep that was made before there were such measures lacks the field.
  if (!object.has("measured_by")) return;
  const JsonObject read(object.at("measured_by"), object.document() + ", \"measured_by\"");
  forEachPerceptual(
      [&](const char* name, fs::path& file, std::string& identity) {
        if (!read.has(name)) return;
        const JsonObject entry(read.at(name), fmt::format("{}, \"{}\"", read.document(), name));
        file = entry.string("file");
        identity = entry.string("content");
        if (file.empty() || identity.empty())
          fail(ErrorKind::Corrupt, "{}: \"file\" and \"content\" must not be empty", entry.document());
      },
      stored.sweep.perceptual, stored.identities);
}

void addCandidate(nlohmann::ordered_json& json, const SweepCandidate& candidate) {
  json["early_steps"] = candidate.early;
  json["late_steps"] = candidate.late;
  if (candidate.fewerSteps > 0) json["fewer_steps"] = candidate.fewerSteps;
  switch (candidate.guard()) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      json["guard_every"] = candidate.guardEvery;
      json["guard_bound"] = candidate.guardBound;
      json["guard_returns"] = candidate.guardReturns;
      break;
    case GuardRule::OneWay:
      json["guard_change"] = candidate.guardChange;
      break;
    case GuardRule::SrDiffusion:
      json["guard_settling"] = candidate.guardSettling;
      break;
  }
}

SweepCandidate candidateFrom(const JsonObject& object) {
  SweepCandidate candidate{object.integer("early_steps"), object.integer("late_steps")};
  candidate.fewerSteps = object.integerOr("fewer_steps", 0);
  candidate.guardEvery = object.integerOr("guard_every", 0);
  candidate.guardBound = object.numberOr("guard_bound", 0);
  // Absent in sweeps of versions in which every guard returned.
  candidate.guardReturns = object.booleanOr("guard_returns", candidate.guardEvery > 0);
  candidate.guardChange = object.numberOr("guard_change", 0);
  candidate.guardSettling = object.numberOr("guard_settling", 0);
  return candidate;
}

void requireCandidate(const SweepCandidate& candidate, int steps, const std::string& document) {
  const auto& [early, late, fewer, every, bound, returns, change, settling] = candidate;
  if (early < 0 || late < 0 || early > steps || late > steps - early)
    fail(ErrorKind::Corrupt, "{}: early_steps {} and late_steps {} are out of range for {}", document, early, late,
         counted(steps, "step"));
  if (fewer != 0 && (fewer < 1 || fewer >= steps || early != fewer || late != 0 || candidate.isGuarded()))
    fail(ErrorKind::Corrupt, "{}: fewer_steps {} is out of range for {}", document, fewer, counted(steps, "step"));
  const auto& bounds = settingOf(&SamplingSettings::guardBound).range;
  const auto& spaces = settingOf(&SamplingSettings::guardEvery).range;
  const bool hasGuard = every != 0 || bound != 0 || returns;
  if (hasGuard && (every < std::max(1.0, spaces.min) || every > spaces.max || bound < bounds.min || bound > bounds.max))
    fail(ErrorKind::Corrupt, "{}: a guard with guard_bound {} and guard_every {} is out of range", document, bound,
         every);
  const auto& changes = settingOf(&SamplingSettings::guardChange).range;
  if (change < changes.min || change > changes.max || (change != 0 && hasGuard))
    fail(ErrorKind::Corrupt, "{}: a one-way guard with the bound {} is out of range", document, change);
  const auto& settlings = settingOf(&SamplingSettings::guardSettling).range;
  if (settling < settlings.min || settling > settlings.max || (settling != 0 && (hasGuard || change != 0)))
    fail(ErrorKind::Corrupt, "{}: an SRDiffusion guard with the bound {} is out of range", document, settling);
}

nlohmann::ordered_json toJsonValue(const SweepFolder::Stored& stored) {
  const auto& sweep = stored.sweep;
  auto candidates = nlohmann::ordered_json::array();
  for (const auto& candidate : sweep.candidates) {
    auto entry = nlohmann::ordered_json::object();
    addCandidate(entry, candidate);
    candidates.push_back(std::move(entry));
  }
  nlohmann::ordered_json json{{"format", kFormat},
                              {"version", kVersion},
                              {"made_with", "FlowBlending Studio " + version()},
                              {"prompts", sweep.prompts},
                              {"seeds", sweep.seeds},
                              {"candidates", candidates},
                              {"measured_by", perceptualJson(stored)},
                              {"cost", toJsonValue(stored.run)},
                              {"base", toJsonValue(sweep.base, false)}};
  if (sweep.latentsOnly) json["latents_only"] = true;
  if (stored.dtype != DType::Automatic) json["dtype"] = toString(stored.dtype);
  for (const auto& file : stored.inputs)
    json["inputs"].push_back({{"part", file.part}, {"path", file.path.string()}, {"sampled_sha256", file.hash}});
  return json;
}

// Of the files; absent in sweeps of earlier versions.
std::vector<InputContent> inputsFrom(const JsonObject& object) {
  std::vector<InputContent> inputs;
  if (!object.has("inputs")) return inputs;
  for (const auto& entry : object.list("inputs")) {
    const JsonObject file(entry, object.document() + ", \"inputs\"");
    inputs.push_back({file.string("part"), file.string("path"), file.string("sampled_sha256")});
  }
  return inputs;
}

std::vector<std::string> promptsFrom(const JsonObject& object) {
  std::vector<std::string> prompts;
  for (const auto& prompt : object.list("prompts")) {
    if (!prompt.is_string()) fail(ErrorKind::Corrupt, "{}: \"prompts\" must be a list of texts", object.document());
    prompts.push_back(prompt.get<std::string>());
  }
  return prompts;
}

std::vector<std::uint64_t> seedsFrom(const JsonObject& object) {
  std::vector<std::uint64_t> seeds;
  for (const auto& seed : object.list("seeds")) {
    if (!seed.is_number_unsigned())
      fail(ErrorKind::Corrupt, "{}: \"seeds\" must be a list of whole numbers from 0 on", object.document());
    seeds.push_back(seed.get<std::uint64_t>());
  }
  return seeds;
}

template <class T>
bool isUnique(std::vector<T> values) {
  std::ranges::sort(values);
  return std::ranges::adjacent_find(values) == values.end();
}

// What save() never lacks, and every reader relies on.
void requireWhole(const Sweep& sweep, const std::string& document) {
  const auto require = [&](bool holds, const char* what) {
    if (!holds) fail(ErrorKind::Corrupt, "{}: {}", document, what);
  };
  require(!sweep.prompts.empty() && isUnique(sweep.prompts), "\"prompts\" must be different texts, at least one");
  require(!sweep.seeds.empty() && isUnique(sweep.seeds), "\"seeds\" must be different numbers, at least one");
  for (const auto& alone : {sweep.largeOnly(), SweepCandidate{0, 0}})
    require(std::ranges::find(sweep.candidates, alone) != sweep.candidates.end(),
            "\"candidates\" lacks one of the models alone");
}

SweepFolder::Stored storedFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document);
  requireFormat(object, kFormat, kVersion);
  SweepFolder::Stored stored;
  auto& sweep = stored.sweep;
  auto base = requestFromJson(object.at("base").dump());
  if (!base) fail(base.error().kind, "{}, \"base\": {}", document, base.error().message);
  sweep.base = std::move(base).value();
  sweep.prompts = promptsFrom(object);
  sweep.seeds = seedsFrom(object);
  const int steps = sweep.base.sampling.schedule.steps;
  for (const auto& entry : object.list("candidates")) {
    const JsonObject read(entry, document + ", \"candidates\"");
    const auto candidate = candidateFrom(read);
    requireCandidate(candidate, steps, document);
    sweep.candidates.push_back(candidate);
  }
  sortAsRun(sweep.candidates);
  requireWhole(sweep, document);
  stored.run = costFromJson(object.at("cost"), document);
  readPerceptual(stored, object);
  stored.inputs = inputsFrom(object);
  sweep.latentsOnly = object.booleanOr("latents_only", false);
  if (object.has("dtype")) stored.dtype = object.named<DType>("dtype", dtypeFromString);
  return stored;
}

constexpr std::pair<const char*, double ClipComparison::*> kMeasures[] = {
    {"ssim", &ClipComparison::ssim},       {"psnr", &ClipComparison::psnr},
    {"rmse", &ClipComparison::rmse},       {"motion", &ClipComparison::motion},
    {"flicker", &ClipComparison::flicker}, {"reference_flicker", &ClipComparison::referenceFlicker}};

nlohmann::ordered_json toJsonValue(const SweepRecord& record) {
  nlohmann::ordered_json json{{"format", kRecordFormat},
                              {"version", record.clip ? kVersion : kRecordVersion},
                              {"prompt", record.run.prompt},
                              {"seed", record.run.seed}};
  addCandidate(json, record.run.candidate);
  json["reference_seed"] = record.referenceSeed;
  json["latents"] = record.latents;
  if (record.clip)
    for (const auto& [key, member] : kMeasures) json[key] = (*record.clip).*member;
  forEachPerceptual(
      [&](const char* name, const std::optional<double>& distance) {
        if (distance) json[name] = *distance;
      },
      record.perceptual);
  if (record.run.candidate.isGuarded()) {
    json["large_steps"] = record.largeSteps;
    json["small_steps"] = record.smallSteps;
  }
  json["seconds_sampling"] = record.secondsSampling;
  json["seconds_decoding"] = record.secondsDecoding;
  return json;
}

SweepRecord recordFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document);
  requireFormat(object, kRecordFormat, kRecordVersion);
  SweepRecord record;
  record.run = {object.integer("prompt"), object.unsignedInteger("seed"), candidateFrom(object)};
  record.referenceSeed = object.unsignedInteger("reference_seed");
  record.latents = object.number("latents");
  // Either all of them or none.
  const auto isThere = [&](const auto& measure) { return object.has(measure.first); };
  if (object.integer("version") < kRecordVersion || std::ranges::any_of(kMeasures, isThere)) {
    auto& clip = record.clip.emplace();
    for (const auto& [key, member] : kMeasures) clip.*member = object.number(key);
  }
  forEachPerceptual(
      [&](const char* name, std::optional<double>& distance) {
        if (object.has(name)) distance = object.number(name);
      },
      record.perceptual);
  if (record.run.candidate.isGuarded()) {
    record.largeSteps = object.integer("large_steps");
    record.smallSteps = object.integer("small_steps");
    if (record.largeSteps < 0 || record.smallSteps < 0)
      fail(ErrorKind::Corrupt, "{}: numbers of steps must not be negative", document);
  }
  record.secondsSampling = object.number("seconds_sampling");
  record.secondsDecoding = object.number("seconds_decoding");
  return record;
}

}  // namespace

fs::path SweepFolder::runFolder(const SweepRun& run) const { return m_folder / kRuns / run.name(); }

fs::path SweepFolder::recordFile(const SweepRun& run, std::uint64_t referenceSeed) const {
  const auto name =
      referenceSeed == run.seed ? run.name() : fmt::format("p{:03}-s{}-floor-s{}", run.prompt, referenceSeed, run.seed);
  return m_folder / kRecords / (name + ".json");
}

std::optional<SweepFolder::Stored> SweepFolder::load() const {
  const auto document = m_folder / kDocument;
  const auto status = statusOf(m_folder);
  if (!fs::exists(status)) return std::nullopt;
  if (!fs::is_directory(status)) fail(ErrorKind::Invalid, "{} is not a folder", m_folder.string());
  for (const auto* part : {kRuns, kRecords}) requireNoFileNamed(m_folder / part);
  if (fs::exists(statusOf(document)))
    return storedFromJson(parseJson(readTextFile(document), document.string()), document.string());
  // A sweep that was killed before it wrote its document may have left a temporary file.
  const auto isHidden = [](const fs::path& path) { return path.filename().string().starts_with('.'); };
  if (!std::ranges::all_of(entriesOf(m_folder), isHidden))
    fail(ErrorKind::Invalid, "{} has files in it but no {}: a sweep needs a folder of its own", m_folder.string(),
         kDocument);
  return std::nullopt;
}

SweepFolder::Stored SweepFolder::stored() const {
  if (auto found = load()) return *std::move(found);
  if (!fs::exists(statusOf(m_folder))) fail(ErrorKind::NotFound, "{} {}", m_folder.string(), whyMissing(m_folder));
  fail(ErrorKind::NotFound, "{} holds no sweep", m_folder.string());
}

void SweepFolder::make() const { makeFolder(m_folder); }

void SweepFolder::save(const Stored& stored) const {
  for (const auto& folder : {m_folder, m_folder / kRecords}) removeAbandonedTemporaries(folder);
  writeTextAtomically(m_folder / kDocument, documentText(toJsonValue(stored)));
  // Only now: a folder with anything else in it must be recognised as a sweep's.
  makeFolder(m_folder / kRuns);
  makeFolder(m_folder / kRecords);
}

std::optional<SweepRecord> SweepFolder::loadRecord(const SweepRun& run, std::uint64_t referenceSeed) const {
  const auto file = recordFile(run, referenceSeed);
  if (!fs::exists(statusOf(file))) return std::nullopt;
  try {
    auto record = recordFromJson(parseJson(readTextFile(file), file.string()), file.string());
    if (record.run != run || record.referenceSeed != referenceSeed)
      fail(ErrorKind::Corrupt, "{} is the record of another run", file.string());
    return record;
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
    fail(ErrorKind::Corrupt, "{}: remove {}, and run the sweep again", failure.what(), file.string());
  }
}

fs::path SweepFolder::profileFile(const SweepRun& run) const {
  return m_folder / kRecords / fmt::format("p{:03}-s{}-profile.json", run.prompt, run.seed);
}

std::optional<ProbeProfile> SweepFolder::loadProfile(const SweepRun& run) const {
  const auto file = profileFile(run);
  if (!fs::exists(statusOf(file))) return std::nullopt;
  return valueOrFail(readProbe(file));
}

void SweepFolder::saveProfile(const SweepRun& run, const ProbeProfile& profile) const {
  writeTextAtomically(profileFile(run), toJson(profile));
}

void SweepFolder::saveRecord(const SweepRecord& record) const {
  writeTextAtomically(recordFile(record.run, record.referenceSeed), documentText(toJsonValue(record)));
}

}  // namespace fb::lab
