// SPDX-License-Identifier: MIT
#include "flowblend/request.h"

#include "base/enum_names.h"
#include "base/failure.h"
#include "base/json.h"

namespace fb {
namespace {

constexpr EnumNames<SolverKind, 3> kSolverNames{
    {{SolverKind::UniPC, "unipc"}, {SolverKind::Euler, "euler"}, {SolverKind::DpmSolverPP, "dpm++"}}};
constexpr EnumNames<DType, 3> kDTypeNames{
    {{DType::Float32, "fp32"}, {DType::BFloat16, "bf16"}, {DType::Float16, "fp16"}}};
constexpr EnumNames<ProbePolicy, 3> kProbeNames{
    {{ProbePolicy::None, "none"}, {ProbePolicy::Large, "large"}, {ProbePolicy::All, "all"}}};
constexpr EnumNames<HistoryPolicy, 2> kHistoryNames{
    {{HistoryPolicy::Keep, "keep"}, {HistoryPolicy::Restart, "restart"}}};
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
  request.clip.prompt = object.string("prompt");
  request.clip.negativePrompt = object.stringOr("negative_prompt", "");
  request.clip.width = object.integer("width");
  request.clip.height = object.integer("height");
  request.clip.frames = object.integer("frames");
  request.clip.fps = object.number("fps");
  request.sampling.schedule.steps = object.integer("steps");
  request.sampling.schedule.early = object.number("early");
  request.sampling.schedule.late = object.number("late");
  request.sampling.schedule.middleSteps = object.integerOr("middle_steps", 0);
  request.sampling.solver = object.named<SolverKind>("solver", solverFromString);
  request.sampling.history = object.named<HistoryPolicy>("history", historyPolicyFromString);
  request.sampling.shift = object.number("shift");
  request.sampling.guidance = object.number("guidance");
  if (object.has("guidance_small")) request.sampling.guidanceSmall = object.number("guidance_small");
  request.sampling.seed = object.unsignedInteger("seed");
  request.options.probe = object.named<ProbePolicy>("probe", probePolicyFromString);
  request.options.dtype = object.named<DType>("dtype", dtypeFromString);
  request.options.device = object.stringOr("device", "cpu");
  request.options.memoryBudget = object.numberOr("memory_budget", 0);
  request.options.saveEvery = object.integerOr("save_every", 1);
  request.options.preview = object.booleanOr("preview", true);
  request.sampling.twoPass = object.booleanOr("two_pass", false);
  if (object.has("images"))
    for (const auto& image : object.list("images")) {
      const JsonObject given(image, "the request, \"images\"");
      request.clip.images.push_back({given.string("file"), given.integer("frame"), given.number("strength")});
    }
  return request;
}

}  // namespace

std::string_view toString(SolverKind kind) { return kSolverNames.name(kind); }
std::string_view toString(DType type) { return kDTypeNames.name(type); }
std::string_view toString(ProbePolicy policy) { return kProbeNames.name(policy); }
std::string_view toString(HistoryPolicy policy) { return kHistoryNames.name(policy); }
std::optional<SolverKind> solverFromString(std::string_view text) { return kSolverNames.value(text); }
std::optional<DType> dtypeFromString(std::string_view text) { return kDTypeNames.value(text); }
std::optional<ProbePolicy> probePolicyFromString(std::string_view text) { return kProbeNames.value(text); }
std::optional<HistoryPolicy> historyPolicyFromString(std::string_view text) { return kHistoryNames.value(text); }
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

std::string toJson(const GenerationRequest& request, bool portable) {
  nlohmann::ordered_json json{{"prompt", request.clip.prompt},
                              {"negative_prompt", request.clip.negativePrompt},
                              {"seed", request.sampling.seed},
                              {"width", request.clip.width},
                              {"height", request.clip.height},
                              {"frames", request.clip.frames},
                              {"fps", request.clip.fps},
                              {"steps", request.sampling.schedule.steps},
                              {"early", request.sampling.schedule.early},
                              {"late", request.sampling.schedule.late},
                              {"solver", toString(request.sampling.solver)},
                              {"history", toString(request.sampling.history)},
                              {"shift", request.sampling.shift},
                              {"guidance", request.sampling.guidance}};
  if (request.sampling.guidanceSmall) json["guidance_small"] = *request.sampling.guidanceSmall;
  if (request.sampling.schedule.middleSteps > 0) json["middle_steps"] = request.sampling.schedule.middleSteps;
  if (request.sampling.twoPass) json["two_pass"] = true;
  for (const auto& image : request.clip.images)
    json["images"].push_back({{"file", image.file.string()}, {"frame", image.frame}, {"strength", image.strength}});
  json["probe"] = toString(request.options.probe);
  json["dtype"] = toString(request.options.dtype);
  if (portable) {
    json["pair"] = request.pair.name;
    json["made_with"] = "FlowBlending Studio " + version();
  } else {
    json["device"] = request.options.device;
    if (request.options.memoryBudget > 0) json["memory_budget"] = request.options.memoryBudget;
    json["save_every"] = request.options.saveEvery;
    json["preview"] = request.options.preview;
    json["pair"] = toJsonValue(request.pair, {});
  }
  return json.dump(2);
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
