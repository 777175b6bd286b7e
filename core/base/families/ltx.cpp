// SPDX-License-Identifier: MIT
#include "base/families/ltx.h"

#include "base/families.h"

namespace fb {
namespace ltx {
namespace {

// Each setting with its name in the pair document.
template <class SomeSettings, class Visit>
void forEach(SomeSettings& settings, const Visit& visit) {
  visit("causal_positions", settings.causalPositions);
  visit("masked_text", settings.maskedText);
  visit("decode_timestep", settings.decodeTimestep);
  visit("decode_noise", settings.decodeNoise);
}

void readOwn(PairSpec& pair, const JsonObject& own) {
  struct {
    const JsonObject& own;
    void operator()(const char* name, bool& value) const { value = own.booleanOr(name, value); }
    void operator()(const char* name, double& value) const { value = own.numberOr(name, value); }
  } const read{own};
  Settings settings;
  forEach(settings, read);
  settings.storeIn(pair);
  pair.textLength = own.integerOr("text_length", 0);
  pair.refineSigmas = own.has("refine_sigmas") ? own.numbers("refine_sigmas") : refiningSigmas();
}

nlohmann::ordered_json writeOwn(const PairSpec& pair) {
  const auto settings = Settings::of(pair);
  auto json = nlohmann::ordered_json::object();
  if (settings == Settings{} && pair.textLength == 0 && pair.refineSigmas == refiningSigmas()) return json;
  forEach(settings, [&](const char* name, auto value) { json[name] = value; });
  json["text_length"] = pair.textLength;
  json["refine_sigmas"] = pair.refineSigmas;
  return json;
}

}  // namespace

std::vector<double> refiningSigmas() { return {0.9094, 0.725, 0.4219}; }

Settings Settings::of(const PairSpec& pair) {
  Settings settings;
  forEach(settings, [&](const char* name, auto& value) {
    const auto kept = pair.familySettings.find(name);
    if (kept != pair.familySettings.end()) value = std::get<std::decay_t<decltype(value)>>(kept->second);
  });
  return settings;
}

void Settings::storeIn(PairSpec& pair) const {
  forEach(*this, [&](const char* name, auto value) { pair.familySettings[name] = value; });
}

}  // namespace ltx

FamilyDescription describeLtx() {
  FamilyDescription description;
  description.info = {.family = Family("ltx"),
                      .name = "LTX",
                      .models = "LTX-Video",
                      .transformer = ltx::kTransformer,
                      .textEncoder = kT5Encoder,
                      .vae = ltx::kVae,
                      .imageEncoder = {},
                      .upsampler = ltx::kUpsampler,
                      .severalVaes = true,
                      .limits = {.sideMultiple = ltx::kSpatialRatio,
                                 .frameRatio = ltx::kTemporalRatio,
                                 .textLength = ltx::kTextLength,
                                 .images = ImageUse::AnyFrame},
                      .imagesWithEncoder = ImageUse::AnyFrame};
  description.readOwn = ltx::readOwn;
  description.writeOwn = ltx::writeOwn;
  return description;
}

}  // namespace fb
