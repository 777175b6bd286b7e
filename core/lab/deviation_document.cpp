// SPDX-License-Identifier: MIT
#include "lab/deviation_document.h"

#include "base/json.h"
#include "lab/document.h"

#include <cmath>

namespace fb::lab {
namespace {

constexpr auto kFormat = "flowblend-deviation";
constexpr int kVersion = 1;

constexpr std::pair<const char*, double DeviationFit::*> kNumbers[] = {
    {"scale", &DeviationFit::scale},     {"exponent", &DeviationFit::exponent},  {"late_rate", &DeviationFit::lateRate},
    {"spread", &DeviationFit::spread},   {"min_early", &DeviationFit::minEarly}, {"max_early", &DeviationFit::maxEarly},
    {"max_late", &DeviationFit::maxLate}};

// What every prediction relies on.
void requireSound(const DeviationFit& fit, const std::string& document) {
  const auto require = [&](bool holds, const char* what) {
    if (!holds) fail(ErrorKind::Corrupt, "{}: {}", document, what);
  };
  for (const auto& [key, member] : kNumbers)
    if (!std::isfinite(fit.*member) || fit.*member < 0)
      fail(ErrorKind::Corrupt, "{}: \"{}\" must be a number from 0", document, key);
  require(fit.scale > 0 && fit.exponent > 0, "\"scale\" and \"exponent\" must be above 0");
  require(fit.minEarly <= fit.maxEarly && fit.maxEarly <= 1 && fit.maxLate <= 1, "the stages are out of range");
}

}  // namespace

std::string toJson(const DeviationFit& fit) {
  nlohmann::ordered_json json{{"format", kFormat},
                              {"version", kVersion},
                              {"made_with", "FlowBlending Studio " + version()},
                              {"pair", fit.pair},
                              {"settings", fit.settings},
                              {"by", toString(fit.by)},
                              {"floor", toString(fit.from)},
                              {"divergence", toString(fit.divergence)}};
  for (const auto& [key, member] : kNumbers) json[key] = fit.*member;
  json["prompts"] = fit.prompts;
  json["points"] = fit.points;
  return documentText(json);
}

DeviationFit fitFromJson(std::string_view text, const std::string& document) {
  const auto json = parseJson(text, document);
  const JsonObject object(json, document);
  requireFormat(object, kFormat, kVersion);
  DeviationFit fit;
  fit.pair = object.string("pair");
  const JsonObject settings(object.at("settings"), document + ", \"settings\"");
  for (const auto& [key, value] : object.at("settings").items()) fit.settings[key] = settings.string(key.c_str());
  fit.by = object.named<SamenessMeasure>("by", samenessMeasureFromString);
  fit.from = object.named<SamenessFloor>("floor", samenessFloorFromString);
  fit.divergence = object.named<DivergenceKind>("divergence", divergenceKindFromString);
  for (const auto& [key, member] : kNumbers) fit.*member = object.number(key);
  fit.prompts = object.integer("prompts");
  fit.points = object.integer("points");
  requireSound(fit, document);
  return fit;
}

}  // namespace fb::lab
