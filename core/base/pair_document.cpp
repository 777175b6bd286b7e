// SPDX-License-Identifier: MIT
#include "base/families.h"
#include "base/json.h"
#include "base/settings_json.h"
#include "flowblend/counted.h"

#include <cmath>

namespace fb {
namespace {

std::filesystem::path pathIn(const JsonObject& object, const char* field, const std::filesystem::path& folder) {
  const std::filesystem::path path = object.string(field);
  return path.is_absolute() || folder.empty() ? path : folder / path;
}

std::array<double, 3> rgbTriple(const nlohmann::json& json, const std::string& document) {
  if (!json.is_array() || json.size() != 3 || !json[0].is_number() || !json[1].is_number() || !json[2].is_number())
    fail(ErrorKind::Corrupt, "{}: each preview factor must be three numbers", document);
  return {json[0].get<double>(), json[1].get<double>(), json[2].get<double>()};
}

std::vector<int> blocksFromJson(const JsonObject& object) {
  std::vector<int> blocks;
  if (!object.has("stg_blocks")) return blocks;
  for (const double block : object.numbers("stg_blocks")) blocks.push_back(static_cast<int>(block));
  return blocks;
}

SigmaSpec sigmasFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document);
  SigmaSpec sigmas;
  sigmas.rule = object.named<SigmaRule>("rule", sigmaRuleFromString);
  sigmas.baseShift = object.numberOr("base_shift", sigmas.baseShift);
  sigmas.maxShift = object.numberOr("max_shift", sigmas.maxShift);
  sigmas.baseTokens = object.integerOr("base_tokens", sigmas.baseTokens);
  sigmas.maxTokens = object.integerOr("max_tokens", sigmas.maxTokens);
  sigmas.terminal = object.numberOr("terminal", sigmas.terminal);
  if (sigmas.rule == SigmaRule::Listed) sigmas.listed = object.numbers("listed");
  return sigmas;
}

nlohmann::ordered_json toJsonValue(const SigmaSpec& sigmas) {
  nlohmann::ordered_json json{{"rule", toString(sigmas.rule)}};
  if (sigmas.rule == SigmaRule::Listed) json["listed"] = sigmas.listed;
  if (sigmas.rule == SigmaRule::ResolutionShift)
    json.update({{"base_shift", sigmas.baseShift},
                 {"max_shift", sigmas.maxShift},
                 {"base_tokens", sigmas.baseTokens},
                 {"max_tokens", sigmas.maxTokens},
                 {"terminal", sigmas.terminal}});
  return json;
}

GuidanceSpec guidanceFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document);
  GuidanceSpec guidance;
  guidance.rescale = object.numberOr("rescale", 0);
  guidance.stg = object.numberOr("stg", 0);
  guidance.stgBlocks = blocksFromJson(object);
  guidance.projectNegative = object.booleanOr("project_negative", false);
  if (!object.has("table")) return guidance;
  for (const auto& row : object.list("table")) {
    const JsonObject entry(row, document + ", \"table\"");
    guidance.table.push_back({entry.number("sigma"), entry.number("guidance"), entry.numberOr("stg", 0),
                              entry.numberOr("rescale", 0), blocksFromJson(entry)});
  }
  return guidance;
}

nlohmann::ordered_json toJsonValue(const GuidanceSpec& guidance) {
  nlohmann::ordered_json json{{"rescale", guidance.rescale},
                              {"stg", guidance.stg},
                              {"stg_blocks", guidance.stgBlocks},
                              {"project_negative", guidance.projectNegative}};
  for (const auto& entry : guidance.table)
    json["table"].push_back({{"sigma", entry.sigma},
                             {"guidance", entry.guidance},
                             {"stg", entry.stg},
                             {"rescale", entry.rescale},
                             {"stg_blocks", entry.stgBlocks}});
  return json;
}

MagnitudeCurves curvesIn(const JsonObject& object, const char* field) {
  if (!object.has(field)) return {};
  return curvesFromJson(object.at(field), fmt::format("{}, \"{}\"", object.document(), field));
}

// Settings of the pair's family, under the family's name.
void readOwn(PairSpec& pair, const JsonObject& object, const nlohmann::json& json, const std::string& document) {
  const auto* family = describeFamily(pair.family);
  if (!family || !family->readOwn) return;
  const auto& id = pair.family.id();
  const auto own = object.has(id.c_str()) ? json.at(id) : nlohmann::json::object();
  family->readOwn(pair, JsonObject(own, fmt::format("{}, \"{}\"", document, id)));
}

nlohmann::ordered_json ownValues(const PairSpec& pair) {
  const auto* family = describeFamily(pair.family);
  return family && family->writeOwn ? family->writeOwn(pair) : nlohmann::ordered_json::object();
}

}  // namespace

MagnitudeCurves curvesFromJson(const nlohmann::json& json, const std::string& document) {
  const JsonObject object(json, document);
  MagnitudeCurves curves;
  for (const auto& [evaluation, values] : json.items()) {
    auto& curve = curves[evaluation] = object.numbers(evaluation.c_str());
    if (curve.empty() || curve.size() > static_cast<std::size_t>(kMaxSteps))
      fail(ErrorKind::Corrupt, "{}: \"{}\" has {}, but must have one per step, from 1 to {}", document, evaluation,
           counted(curve.size(), "number"), kMaxSteps);
    for (const double ratio : curve)
      if (!(ratio >= 0 && std::isfinite(ratio)))
        fail(ErrorKind::Corrupt, "{}: \"{}\" contains {}, but must contain numbers from 0", document, evaluation,
             ratio);
  }
  return curves;
}

PairSpec pairFromJson(const nlohmann::json& json, const std::string& document, const std::filesystem::path& folder) {
  const JsonObject object(json, document);
  if (const auto format = object.string("format"); format != "flowblend-pair")
    fail(ErrorKind::Corrupt, "{}: \"format\" is \"{}\", but a pair document has \"flowblend-pair\"", document, format);
  if (const int version = object.integer("version"); version != 1)
    fail(ErrorKind::Unsupported, "{}: pair documents of version {} need a newer version of this program", document,
         version);
  PairSpec pair;
  pair.name = object.string("name");
  if (object.has("family")) pair.family = object.named<Family>("family", familyFromString);
  pair.large = pathIn(object, "large", folder);
  pair.small = pathIn(object, "small", folder);
  pair.textEncoder = pathIn(object, "text_encoder", folder);
  pair.tokenizer = pathIn(object, "tokenizer", folder);
  pair.vae = pathIn(object, "vae", folder);
  if (object.has("image_encoder")) pair.imageEncoder = pathIn(object, "image_encoder", folder);
  if (object.has("upsampler")) pair.upsampler = pathIn(object, "upsampler", folder);

  if (object.has("defaults")) {
    const JsonObject given(object.at("defaults"), document + ", \"defaults\"");
    GenerationRequest start;
    readSettings(given, kInPair, start);
    for (auto& lora : start.sampling.loras)
      if (lora.file.is_relative() && !folder.empty()) lora.file = folder / lora.file;
    pair.defaults = {std::move(start.clip), start.sampling};
  }
  pair.distilledSmall = object.booleanOr("distilled_small", false);
  pair.stochasticSmall = object.booleanOr("stochastic_small", false);
  if (object.has("sigmas")) pair.sigmas = sigmasFromJson(object.at("sigmas"), document + ", \"sigmas\"");
  if (object.has("guidance_large"))
    pair.largeGuidanceSpec = guidanceFromJson(object.at("guidance_large"), document + ", \"guidance_large\"");
  if (object.has("guidance_small"))
    pair.smallGuidanceSpec = guidanceFromJson(object.at("guidance_small"), document + ", \"guidance_small\"");
  if (object.has("teacache")) {
    const JsonObject given(object.at("teacache"), document + ", \"teacache\"");
    if (given.has("large")) pair.largeTeaCache = given.numbers("large");
    if (given.has("small")) pair.smallTeaCache = given.numbers("small");
    if (given.has("large_retention")) pair.largeTeaCacheRetention = given.numbers("large_retention");
    if (given.has("small_retention")) pair.smallTeaCacheRetention = given.numbers("small_retention");
  }
  if (object.has("magcache")) {
    const JsonObject given(object.at("magcache"), document + ", \"magcache\"");
    pair.largeMagCache = curvesIn(given, "large");
    pair.smallMagCache = curvesIn(given, "small");
  }
  readOwn(pair, object, json, document);
  if (object.has("preview")) {
    const JsonObject given(object.at("preview"), document + ", \"preview\"");
    for (const auto& factor : given.list("rgb_factors")) pair.previewFactors.push_back(rgbTriple(factor, document));
    pair.previewBias = rgbTriple(given.at("rgb_bias"), document);
  }
  return pair;
}

nlohmann::ordered_json toJsonValue(const PairSpec& pair, const std::filesystem::path& folder) {
  const auto relative = [&](const std::filesystem::path& path) {
    if (folder.empty()) return path.string();
    const auto inside = path.lexically_proximate(folder);
    return inside.begin() != inside.end() && *inside.begin() == ".." ? path.string() : inside.string();
  };
  nlohmann::ordered_json json{{"format", "flowblend-pair"},
                              {"version", 1},
                              {"name", pair.name},
                              {"family", pair.family.id()},
                              {"large", relative(pair.large)},
                              {"small", relative(pair.small)},
                              {"text_encoder", relative(pair.textEncoder)},
                              {"tokenizer", relative(pair.tokenizer)},
                              {"vae", relative(pair.vae)}};
  if (!pair.imageEncoder.empty()) json["image_encoder"] = relative(pair.imageEncoder);
  if (!pair.upsampler.empty()) json["upsampler"] = relative(pair.upsampler);
  auto defaults = defaultRequest(pair);
  for (auto& lora : defaults.sampling.loras) lora.file = relative(lora.file);
  json["defaults"] = settingsToJson(defaults, kInPair);
  if (pair.distilledSmall) json["distilled_small"] = true;
  if (pair.stochasticSmall) json["stochastic_small"] = true;
  if (pair.sigmas != SigmaSpec{}) json["sigmas"] = toJsonValue(pair.sigmas);
  if (pair.largeGuidanceSpec != GuidanceSpec{}) json["guidance_large"] = toJsonValue(pair.largeGuidanceSpec);
  if (pair.smallGuidanceSpec != GuidanceSpec{}) json["guidance_small"] = toJsonValue(pair.smallGuidanceSpec);
  if (!pair.largeTeaCache.empty()) json["teacache"]["large"] = pair.largeTeaCache;
  if (!pair.smallTeaCache.empty()) json["teacache"]["small"] = pair.smallTeaCache;
  if (!pair.largeTeaCacheRetention.empty()) json["teacache"]["large_retention"] = pair.largeTeaCacheRetention;
  if (!pair.smallTeaCacheRetention.empty()) json["teacache"]["small_retention"] = pair.smallTeaCacheRetention;
  if (!pair.largeMagCache.empty()) json["magcache"]["large"] = pair.largeMagCache;
  if (!pair.smallMagCache.empty()) json["magcache"]["small"] = pair.smallMagCache;
  if (const auto own = ownValues(pair); !own.empty()) json[pair.family.id()] = own;
  if (!pair.previewFactors.empty())
    json["preview"] = {{"rgb_factors", pair.previewFactors}, {"rgb_bias", pair.previewBias}};
  return json;
}

}  // namespace fb
