// SPDX-License-Identifier: MIT
#include "flowblend/request.h"

#include "base/enum_names.h"
#include "base/failure.h"
#include "base/json.h"
#include "base/settings_json.h"

namespace fb {
namespace {

constexpr EnumNames<SigmaRule, 4> kSigmaRuleNames{{{SigmaRule::FlowShift, "flow_shift"},
                                                   {SigmaRule::ResolutionShift, "resolution_shift"},
                                                   {SigmaRule::LinearQuadratic, "linear_quadratic"},
                                                   {SigmaRule::Listed, "listed"}}};

GenerationRequest parseRequest(std::string_view text) {
  const auto json = parseJson(text, "the request");
  const JsonObject object(json, "the request");
  GenerationRequest request;
  if (object.at("pair").is_string())
    request.pair.name = object.string("pair");
  else
    request.pair = pairFromJson(object.at("pair"), "the request", {});
  readSettings(object, kInRequest, request);
  return request;
}

}  // namespace

std::string_view toString(SigmaRule rule) { return kSigmaRuleNames.name(rule); }
std::optional<SigmaRule> sigmaRuleFromString(std::string_view text) { return kSigmaRuleNames.value(text); }

FamilyLimits limitsOf(const PairSpec& pair) {
  const auto* family = findFamily(pair.family);
  if (!family) return {};
  auto limits = family->limits;
  if (!pair.imageEncoder.empty()) limits.images = family->imagesWithEncoder;
  if (pair.textLength > 0) limits.textLength = pair.textLength;
  return limits;
}

GenerationRequest defaultRequest(const PairSpec& pair) {
  GenerationRequest request;
  request.pair = pair;
  request.clip = pair.defaults.clip;
  request.clip.images.clear();
  request.sampling = pair.defaults.sampling;
  request.sampling.seed = 0;
  return request;
}

nlohmann::ordered_json toJsonValue(const GenerationRequest& request, bool portable) {
  if (portable) {
    auto shared = request;
    for (auto& lora : shared.sampling.loras) lora.file = lora.file.filename();
    auto json = settingsToJson(shared, kInPortable);
    json["pair"] = request.pair.name;
    json["made_with"] = "FlowBlending Studio " + version();
    return json;
  }
  auto json = settingsToJson(request, kInRequest);
  json["pair"] = toJsonValue(request.pair, {});
  return json;
}

GenerationRequest withoutBranch(GenerationRequest request) {
  request.options.branchFrom.clear();
  request.options.branchAt = 0;
  return request;
}

std::string toJson(const GenerationRequest& request, bool portable) {
  // Paths may contain bytes that are not UTF-8; validate() refuses those that would have to be read back.
  return toJsonValue(request, portable).dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<GenerationRequest> requestFromJson(std::string_view json) {
  try {
    return parseRequest(json);
  } catch (const Failure& failure) {
    return failure.error();
  }
}

std::string version() { return FB_VERSION; }

}  // namespace fb
