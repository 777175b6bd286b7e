// SPDX-License-Identifier: MIT
// What a divergence profile is, and its document.
#include "flowblend/probe.h"

#include "base/atomic_file.h"
#include "base/enum_names.h"
#include "base/guarded.h"
#include "base/json.h"
#include "flowblend/counted.h"
#include "flowblend/sweep.h"
#include "lab/document.h"
#include "lab/probe_store.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace fb {
namespace {

using Json = nlohmann::ordered_json;

constexpr EnumNames<DivergenceKind, kDivergenceKinds.size()> kKindNames{
    {{DivergenceKind::RelativeL2, "l2"},
     {DivergenceKind::Cosine, "cosine"},
     {DivergenceKind::ConditionalL2, "conditional-l2"},
     {DivergenceKind::ConditionalCosine, "conditional-cosine"}}};

constexpr auto kFormat = "flowblend-probe";
// Noise levels nearer than this are the same ones, computed on another machine.
constexpr double kSameSigma = 1e-6;

// What the large model's trajectory does not depend on, or what its prompts bring along.
bool isLeftOut(const Setting& setting) {
  static const SettingMember members[] = {&ClipSpec::negativePrompt,          &ClipSpec::images,
                                          &SamplingSettings::loras,           &SamplingSettings::history,
                                          &SamplingSettings::cache,           &SamplingSettings::cacheThreshold,
                                          &SamplingSettings::cacheReuseLimit, &SamplingSettings::cacheRetention,
                                          &SamplingSettings::guard,           &SamplingSettings::guardBound,
                                          &SamplingSettings::guardEvery,      &SamplingSettings::guardReturns,
                                          &SamplingSettings::guardChange,     &SamplingSettings::guardSettling,
                                          &StageSchedule::middleSteps};
  return !setting.shapesClip || isSetBySweep(setting) || std::holds_alternative<MemberOf<RunOptions>>(setting.member) ||
         std::ranges::find(members, setting.member) != std::end(members);
}

double valueOf(const Divergence& divergence, DivergenceKind kind) {
  const bool isL2 = kind == DivergenceKind::RelativeL2 || kind == DivergenceKind::ConditionalL2;
  return isL2 ? divergence.relativeL2 : divergence.cosineDistance;
}

// sorted: not empty.
double quantile(const std::vector<double>& sorted, double share) {
  const double position = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], position - static_cast<double>(below));
}

Json distances(const std::vector<Divergence>& divergences, double Divergence::*member) {
  auto list = Json::array();
  for (const auto& divergence : divergences) list.push_back(divergence.*member);
  return list;
}

Json toJsonValue(const ProbeCell& cell) {
  Json json{{"prompt", cell.prompt},
            {"seed", cell.seed},
            {"sigmas", cell.sigmas},
            {"relative_l2", distances(cell.guided, &Divergence::relativeL2)},
            {"cosine_distance", distances(cell.guided, &Divergence::cosineDistance)}};
  if (cell.conditional.empty()) return json;
  json["conditional_relative_l2"] = distances(cell.conditional, &Divergence::relativeL2);
  json["conditional_cosine_distance"] = distances(cell.conditional, &Divergence::cosineDistance);
  return json;
}

std::vector<double> numbersOf(const JsonObject& object, const char* field, std::size_t count) {
  auto numbers = object.numbers(field);
  if (numbers.size() != count || !std::ranges::all_of(numbers, [](double x) { return std::isfinite(x); }))
    fail(ErrorKind::Corrupt, "{}: \"{}\" must have {}, one per step", object.document(), field,
         counted(count, "finite number"));
  return numbers;
}

std::vector<Divergence> divergencesOf(const JsonObject& object, const char* l2, const char* cosine, std::size_t count) {
  const auto first = numbersOf(object, l2, count), second = numbersOf(object, cosine, count);
  if (std::ranges::any_of(first, [](double x) { return x < 0; }))
    fail(ErrorKind::Corrupt, "{}: \"{}\" has a number below 0", object.document(), l2);
  std::vector<Divergence> divergences;
  for (std::size_t i = 0; i < count; ++i) divergences.push_back({first[i], second[i]});
  return divergences;
}

ProbeCell cellFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document + ", \"cells\"");
  ProbeCell cell;
  cell.prompt = object.string("prompt");
  cell.seed = object.unsignedInteger("seed");
  cell.sigmas = object.numbers("sigmas");
  const auto count = cell.sigmas.size();
  const bool falls = std::ranges::adjacent_find(cell.sigmas, std::less_equal<>()) == cell.sigmas.end();
  if (count == 0 || count > static_cast<std::size_t>(kMaxSteps) || !falls || !(cell.sigmas.front() <= 1) ||
      !(cell.sigmas.back() > 0))
    fail(ErrorKind::Corrupt, "{}: \"sigmas\" must be decreasing noise levels, at most 1 and above 0, from 1 to {}",
         object.document(), kMaxSteps);
  cell.guided = divergencesOf(object, "relative_l2", "cosine_distance", count);
  if (object.has("conditional_relative_l2"))
    cell.conditional = divergencesOf(object, "conditional_relative_l2", "conditional_cosine_distance", count);
  return cell;
}

ProbeProfile profileFromJson(std::string_view text, const std::string& document) {
  const auto json = parseJson(text, document);
  const JsonObject object(json, document);
  lab::requireFormat(object, kFormat, lab::kProbeVersion);
  ProbeProfile profile;
  const JsonObject pair(object.at("pair"), document + ", \"pair\"");
  profile.pair = pair.string("identity");
  profile.pairName = pair.stringOr("name", "");
  const JsonObject settings(object.at("settings"), document + ", \"settings\"");
  for (const auto& [key, value] : object.at("settings").items()) profile.settings[key] = settings.string(key.c_str());
  std::set<std::pair<std::string, std::uint64_t>> seen;
  for (const auto& entry : object.list("cells")) {
    auto cell = cellFromJson(entry, document);
    if (!seen.emplace(cell.prompt, cell.seed).second)
      fail(ErrorKind::Corrupt, "{}: \"cells\" has a prompt and seed twice", document);
    lab::addCells(profile, {std::move(cell)}, document);
  }
  if (profile.cells.empty()) fail(ErrorKind::Corrupt, "{}: \"cells\" is empty", document);
  return profile;
}

}  // namespace

namespace lab {

void addCells(ProbeProfile& to, const std::vector<ProbeCell>& cells, const std::string& from) {
  for (const auto& cell : cells) {
    const auto isSame = [&](double a, double b) { return std::abs(a - b) <= kSameSigma; };
    if (!to.cells.empty() && !std::ranges::equal(cell.sigmas, to.cells.front().sigmas, isSame))
      fail(ErrorKind::Invalid, "{}: the noise levels of one cell are not those of the others", from);
    const auto isKnown = [&](const ProbeCell& known) { return known.prompt == cell.prompt && known.seed == cell.seed; };
    if (std::ranges::none_of(to.cells, isKnown)) to.cells.push_back(cell);
  }
}

}  // namespace lab

std::string_view toString(DivergenceKind kind) { return kKindNames.name(kind); }
std::optional<DivergenceKind> divergenceKindFromString(std::string_view text) { return kKindNames.value(text); }

std::vector<double> ProbeCell::values(DivergenceKind kind) const {
  const bool isGuided = kind == DivergenceKind::RelativeL2 || kind == DivergenceKind::Cosine;
  std::vector<double> numbers;
  for (const auto& divergence : isGuided ? guided : conditional) numbers.push_back(valueOf(divergence, kind));
  return numbers;
}

std::map<std::string, std::string> probeSettings(const GenerationRequest& request) {
  std::map<std::string, std::string> settings;
  for (const auto& setting : kSettings) {
    // Given noise levels replace it.
    const bool isReplaced =
        setting.member == SettingMember(&SamplingSettings::shift) && !request.sampling.sigmas.empty();
    if (!isLeftOut(setting) && !isReplaced && setting.countsFor(request.pair))
      settings[setting.key] = settingText(setting.effectiveValue(request));
  }
  return settings;
}

ProbeBand bandOf(const ProbeProfile& profile, DivergenceKind kind) {
  ProbeBand band;
  std::vector<std::vector<double>> curves;
  for (const auto& cell : profile.cells)
    if (auto values = cell.values(kind); !values.empty()) curves.push_back(std::move(values));
  if (curves.empty()) return band;
  band.cells = curves.size();
  band.sigmas = profile.cells.front().sigmas;
  constexpr double kLow = .1, kHigh = .9, kHalf = .5;
  for (std::size_t step = 0; step < band.sigmas.size(); ++step) {
    std::vector<double> here;
    for (const auto& curve : curves) here.push_back(curve[step]);
    std::ranges::sort(here);
    band.low.push_back(quantile(here, kLow));
    band.median.push_back(quantile(here, kHalf));
    band.high.push_back(quantile(here, kHigh));
  }
  return band;
}

Result<ProbeCell> probeCell(const GenerationRequest& request, std::span<const StepReport> steps) {
  return guarded([&] {
    ProbeCell cell;
    cell.prompt = request.clip.prompt;
    cell.seed = request.sampling.seed;
    const int intervals = request.sampling.schedule.steps;
    bool hasConditional = true;
    for (const auto& step : steps) {
      if (step.step >= intervals) break;
      if (step.model != Model::Large)
        fail(ErrorKind::Invalid, "step {} is the small model's: a profile is that of the large model's trajectory",
             step.step + 1);
      if (!step.divergence || step.step != static_cast<int>(cell.sigmas.size()))
        fail(ErrorKind::Invalid, "the models were not compared on step {}, so the profile is not complete",
             cell.sigmas.size() + 1);
      cell.sigmas.push_back(step.sigma);
      cell.guided.push_back(*step.divergence);
      hasConditional = hasConditional && step.conditionalDivergence;
      if (hasConditional) cell.conditional.push_back(*step.conditionalDivergence);
    }
    if (!hasConditional) cell.conditional.clear();
    if (static_cast<int>(cell.sigmas.size()) != intervals)
      fail(ErrorKind::Invalid, "only {} of {} probed, so the profile is not complete", cell.sigmas.size(),
           intervals == 1 ? "1 step was" : fmt::format("{} steps were", intervals));
    return cell;
  });
}

GenerationRequest probeRequest(const GenerationRequest& request) {
  auto asked = request;
  if (asked.sampling.schedule.largeSteps() == 0) asked.sampling.schedule.early = 1;
  return calibrationRuns(asked).front();
}

std::string toJson(const ProbeProfile& profile) {
  auto cells = Json::array();
  for (const auto& cell : profile.cells) cells.push_back(toJsonValue(cell));
  const Json json{{"format", kFormat},
                  {"version", lab::kProbeVersion},
                  {"made_with", "FlowBlending Studio " + version()},
                  {"pair", {{"identity", profile.pair}, {"name", profile.pairName}}},
                  {"settings", profile.settings},
                  {"cells", cells}};
  return documentText(json);
}

Result<ProbeProfile> probeFromJson(std::string_view json, const std::string& document) {
  return guarded([&] { return profileFromJson(json, document); });
}

Result<ProbeProfile> readProbe(const std::filesystem::path& file) {
  return guarded([&] { return profileFromJson(readTextFile(file), file.string()); });
}

Status checkProbeFile(const std::filesystem::path& file, bool overwrite) {
  return guarded([&] {
    requirePublishable(file, overwrite ? Existing::Replace : Existing::Keep);
    return Done{};
  });
}

Status writeProbe(const ProbeProfile& profile, const std::filesystem::path& file, bool overwrite) {
  return guarded([&] {
    if (profile.cells.empty()) fail(ErrorKind::Invalid, "{}: there is no profile to write yet", file.string());
    writeTextAtomically(file, toJson(profile), overwrite ? Existing::Replace : Existing::Keep);
    return Done{};
  });
}

}  // namespace fb
