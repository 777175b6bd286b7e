// SPDX-License-Identifier: MIT
#include "lab/deviation_document.h"

#include "base/json.h"
#include "lab/document.h"

#include <algorithm>
#include <cmath>

namespace fb::lab {
namespace {

constexpr auto kFormat = "flowblend-deviation";

constexpr std::pair<const char*, double DeviationFit::*> kNumbers[] = {
    {"scale", &DeviationFit::scale},        {"exponent", &DeviationFit::exponent},
    {"late_rate", &DeviationFit::lateRate}, {"growth", &DeviationFit::growth},
    {"spread", &DeviationFit::spread},      {"min_early", &DeviationFit::minEarly},
    {"max_early", &DeviationFit::maxEarly}, {"max_late", &DeviationFit::maxLate}};

// With constants beyond these, predictions are not numbers. Measured ones are far below.
constexpr double kLargestConstant = 100;  // of those in exponents
constexpr double kLargestScale = 1e100;

}  // namespace

std::string problemOf(const DeviationFit& fit) {
  for (const auto& [key, member] : kNumbers)
    if (!std::isfinite(fit.*member) || fit.*member < 0) return fmt::format("\"{}\" must be a number from 0", key);
  if (!(fit.scale > 0 && fit.exponent > 0)) return "\"scale\" and \"exponent\" must be above 0";
  if (fit.scale > kLargestScale) return fmt::format("\"scale\" must be at most {:g}", kLargestScale);
  if (std::max({fit.exponent, fit.lateRate, fit.growth, fit.spread}) > kLargestConstant)
    return fmt::format("\"exponent\", \"late_rate\", \"growth\" and \"spread\" must be at most {:g}", kLargestConstant);
  if (!(fit.minEarly <= fit.maxEarly && fit.maxEarly <= 1 && fit.maxLate <= 1)) return "the stages are out of range";
  return {};
}

std::string toJson(const DeviationFit& fit) {
  nlohmann::ordered_json json{{"format", kFormat},
                              {"version", kFitVersion},
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
  requireFormat(object, kFormat, kFitVersion);
  DeviationFit fit;
  fit.pair = object.string("pair");
  const JsonObject settings(object.at("settings"), document + ", \"settings\"");
  for (const auto& [key, value] : object.at("settings").items()) fit.settings[key] = settings.string(key.c_str());
  fit.by = object.named<SamenessMeasure>("by", samenessMeasureFromString);
  fit.from = object.named<SamenessFloor>("floor", samenessFloorFromString);
  fit.divergence = object.named<DivergenceKind>("divergence", divergenceKindFromString);
  // Version 1 had no growth.
  for (const auto& [key, member] : kNumbers)
    fit.*member = member == &DeviationFit::growth ? object.numberOr(key, 0) : object.number(key);
  fit.prompts = object.integer("prompts");
  fit.points = object.integer("points");
  if (const auto problem = problemOf(fit); !problem.empty()) fail(ErrorKind::Corrupt, "{}: {}", document, problem);
  return fit;
}

}  // namespace fb::lab
