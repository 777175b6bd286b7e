// SPDX-License-Identifier: MIT
#include "base/json.h"
#include "flowblend/events.h"

namespace fb {
namespace {

constexpr auto kDocument = "the step report";

// Run folders and the Studio's store used to have their own names for these two fields.
Model modelOf(const JsonObject& object) {
  if (object.has("small")) return object.booleanOr("small", false) ? Model::Small : Model::Large;
  return object.named<Model>("model", modelFromString);
}

std::optional<Divergence> divergenceOf(const JsonObject& object, const std::string& document) {
  if (object.has("relative_l2")) return Divergence{object.number("relative_l2"), object.number("cosine_distance")};
  if (object.has("l2")) return Divergence{object.number("l2"), object.number("cosine")};
  if (!object.has("divergence")) return std::nullopt;
  const auto& pair = object.at("divergence");
  if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number() || !pair[1].is_number())
    fail(ErrorKind::Corrupt, "{}: \"divergence\" must be two numbers", document);
  return Divergence{pair[0], pair[1]};
}

template <class Read>
auto guarded(Read&& read) -> Result<decltype(read())> {
  try {
    return read();
  } catch (const Failure& failure) {
    return failure.error();
  }
}

}  // namespace

nlohmann::ordered_json toJsonValue(const StepReport& report) {
  nlohmann::ordered_json json{{"step", report.step},         {"end", report.next()},
                              {"steps", report.steps},       {"sigma", report.sigma},
                              {"timestep", report.timestep}, {"model", toString(report.model)},
                              {"seconds", report.seconds},   {"seconds_left", report.secondsLeft}};
  if (report.divergence) {
    json["relative_l2"] = report.divergence->relativeL2;
    json["cosine_distance"] = report.divergence->cosineDistance;
  }
  if (report.conditionalDivergence) {
    json["conditional_relative_l2"] = report.conditionalDivergence->relativeL2;
    json["conditional_cosine_distance"] = report.conditionalDivergence->cosineDistance;
  }
  if (report.reused) json["reused"] = true;
  if (report.reusedEvaluations > 0) json["reused_evaluations"] = report.reusedEvaluations;
  if (report.check != GuardCheck::None) json["check"] = toString(report.check);
  if (report.change) json["change"] = *report.change;
  if (report.velocityChange) json["velocity_change"] = *report.velocityChange;
  if (report.settling) json["settling"] = *report.settling;
  return json;
}

StepReport stepReportFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document);
  StepReport report;
  report.step = object.integer("step");
  report.end = object.integerOr("end", report.step + 1);
  report.steps = object.integer("steps");
  report.sigma = object.number("sigma");
  report.timestep = object.number("timestep");
  report.model = modelOf(object);
  report.seconds = object.number("seconds");
  report.secondsLeft = object.numberOr("seconds_left", 0);
  report.divergence = divergenceOf(object, document);
  if (object.has("conditional_relative_l2"))
    report.conditionalDivergence =
        Divergence{object.number("conditional_relative_l2"), object.number("conditional_cosine_distance")};
  report.reused = object.booleanOr("reused", false);
  report.reusedEvaluations = object.integerOr("reused_evaluations", 0);
  if (object.has("check")) report.check = object.named<GuardCheck>("check", guardCheckFromString);
  if (object.has("change")) report.change = object.number("change");
  if (object.has("velocity_change")) report.velocityChange = object.number("velocity_change");
  if (object.has("settling")) report.settling = object.number("settling");
  return report;
}

std::string toJson(const StepReport& report) { return toJsonValue(report).dump(); }

std::string toJson(const std::vector<StepReport>& reports) {
  auto list = nlohmann::ordered_json::array();
  for (const auto& report : reports) list.push_back(toJsonValue(report));
  return list.dump();
}

Result<StepReport> stepReportFromJson(std::string_view json) {
  return guarded([&] { return stepReportFromJson(parseJson(json, kDocument), kDocument); });
}

Result<std::vector<StepReport>> stepReportsFromJson(std::string_view json) {
  return guarded([&] {
    const auto list = parseJson(json, kDocument);
    if (!list.is_array()) fail(ErrorKind::Corrupt, "{}: a list is expected", kDocument);
    std::vector<StepReport> reports;
    for (const auto& entry : list) reports.push_back(stepReportFromJson(entry, kDocument));
    return reports;
  });
}

}  // namespace fb
