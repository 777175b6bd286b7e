// SPDX-License-Identifier: MIT
#include "base/settings_json.h"

#include "base/given_sigmas.h"

namespace fb {
namespace {

nlohmann::ordered_json toJsonValue(const SettingValue& value) {
  return std::visit(
      []<class T>(const T& given) -> nlohmann::ordered_json {
        if constexpr (std::is_same_v<T, std::monostate>) {
          return nullptr;
        } else if constexpr (std::is_same_v<T, std::vector<ImageCondition>>) {
          auto list = nlohmann::ordered_json::array();
          for (const auto& image : given)
            list.push_back({{"file", image.file.string()}, {"frame", image.frame}, {"strength", image.strength}});
          return list;
        } else if constexpr (std::is_same_v<T, std::vector<Lora>>) {
          auto list = nlohmann::ordered_json::array();
          for (const auto& lora : given)
            list.push_back(
                {{"file", lora.file.string()}, {"strength", lora.strength}, {"target", toString(lora.target)}});
          return list;
        } else {
          return given;
        }
      },
      value);
}

std::vector<ImageCondition> imagesFromJson(const JsonObject& object, const char* field) {
  std::vector<ImageCondition> images;
  for (const auto& image : object.list(field)) {
    const JsonObject given(image, fmt::format("{}, \"{}\"", object.document(), field));
    images.push_back({given.string("file"), given.integer("frame"), given.number("strength")});
  }
  return images;
}

std::vector<Lora> lorasFromJson(const JsonObject& object, const char* field) {
  std::vector<Lora> loras;
  for (const auto& lora : object.list(field)) {
    const JsonObject given(lora, fmt::format("{}, \"{}\"", object.document(), field));
    loras.push_back(
        {given.string("file"), given.number("strength"), given.named<LoraTarget>("target", loraTargetFromString)});
  }
  return loras;
}

SettingValue valueFromJson(const JsonObject& object, const Setting& setting) {
  switch (setting.type()) {
    case SettingType::Flag:
      return object.boolean(setting.key);
    case SettingType::Whole:
      return std::int64_t{object.integer(setting.key)};
    case SettingType::Unsigned:
      return object.unsignedInteger(setting.key);
    case SettingType::Number:
    case SettingType::OptionalNumber:
      return object.number(setting.key);
    case SettingType::Text:
    case SettingType::Path:
    case SettingType::Choice:
      return object.string(setting.key);
    case SettingType::Images:
      return imagesFromJson(object, setting.key);
    case SettingType::Loras:
      return lorasFromJson(object, setting.key);
    case SettingType::Numbers:
      return object.numbers(setting.key);
  }
  return {};
}

// Its value is written even if it is the default: see Setting::writtenWith.
bool isOfChosenRule(const Setting& setting, const GenerationRequest& request) {
  const auto* rules = findSetting(setting.writtenWith);
  return rules && rules->value(request) != rules->defaultValue();
}

// Documents of versions that did not yet write them mean the defaults of those versions.
void takeEarlierDefaults(const JsonObject& object, GenerationRequest& request) {
  auto& sampling = request.sampling;
  if (!object.has(settingOf(&SamplingSettings::guard).key)) return;
  const auto lacks = [&](const SettingMember& member) { return !object.has(settingOf(member).key); };
  if (sampling.guard == GuardRule::Verify && lacks(&SamplingSettings::guardBound)) sampling.guardBound = 0.7;
  if (sampling.guard == GuardRule::Verify && lacks(&SamplingSettings::guardEvery)) sampling.guardEvery = 2;
  if (sampling.guard == GuardRule::Verify && lacks(&SamplingSettings::guardReturns)) sampling.guardReturns = true;
  if (sampling.guard == GuardRule::OneWay && lacks(&SamplingSettings::guardChange)) sampling.guardChange = 0.1;
}

}  // namespace

nlohmann::ordered_json settingsToJson(const GenerationRequest& request, SettingCarrier carrier) {
  auto json = nlohmann::ordered_json::object();
  for (const auto& setting : kSettings) {
    if (!setting.carriedBy(carrier)) continue;
    const auto value = setting.value(request);
    if (setting.presence == SettingPresence::IfChanged && value == setting.defaultValue() &&
        !isOfChosenRule(setting, request))
      continue;
    json[setting.key] = toJsonValue(value);
  }
  return json;
}

void readSettings(const JsonObject& object, SettingCarrier carrier, GenerationRequest& request) {
  for (const auto& setting : kSettings) {
    if (!setting.carriedBy(carrier)) continue;
    const bool required = carrier == kInRequest && setting.presence == SettingPresence::Required;
    if (!required && !object.has(setting.key)) continue;
    const auto value = valueFromJson(object, setting);
    if (!setting.assign(value, request))
      fail(ErrorKind::Corrupt, "{}: \"{}\" is \"{}\", which is unknown", object.document(), setting.key,
           settingText(value));
  }
  takeEarlierDefaults(object, request);
  if (object.has(settingOf(&SamplingSettings::sigmas).key) && !object.has(settingOf(&StageSchedule::steps).key))
    takeStepsFromSigmas(request);
}

}  // namespace fb
