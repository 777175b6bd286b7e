// SPDX-License-Identifier: MIT
// Values for tests that go through every row of the table of settings.
#pragma once

#include "flowblend/request.h"

#include <limits>

namespace fb {

// A value that is valid for the request and differs from the current one. Numbers have digits that no control shows.
inline SettingValue otherValue(const Setting& setting, const GenerationRequest& request = {}) {
  const auto legal = setting.rangeFor(request);
  const auto now = setting.value(request);
  switch (setting.type()) {
    case SettingType::Flag:
      return !std::get<bool>(now);
    case SettingType::Whole: {
      const auto largest = static_cast<std::int64_t>(legal.max);
      return std::get<std::int64_t>(now) == largest ? largest - legal.step : largest;
    }
    case SettingType::Unsigned:
      return std::numeric_limits<std::uint64_t>::max();
    case SettingType::Number:
    case SettingType::OptionalNumber:
      return legal.max - 1. / 3;
    case SettingType::Text:
    case SettingType::Path:
      return std::string("other \"äöü\" 红");
    case SettingType::Images:
      return std::vector<ImageCondition>{{"a \"b\".png", 8, 1. / 3}, {"/c.jpg", 0, 1}};
    case SettingType::Loras:
      return std::vector<Lora>{{"/a \"b\".safetensors", 1. / 3, LoraTarget::Late},
                               {"/c.safetensors", -1, LoraTarget::Small}};
    case SettingType::Numbers:
      return std::vector<double>{1, 0.9, 1. / 3};
    case SettingType::Choice:
      return std::string(setting.choices()[settingText(now) == setting.choices()[0].name ? 1 : 0].name);
  }
  return {};
}

}  // namespace fb
