// SPDX-License-Identifier: MIT
// The table of settings in the user's language. Call again after a LanguageChange. Any thread.
#pragma once

#include "flowblend/settings.h"

#include <QString>

namespace fb::ui {

QString settingLabel(const Setting& setting);
QString settingHelp(const Setting& setting);
QString choiceLabel(const SettingChoice& choice);
// "large model", "early stage".
QString loraTargetWord(LoraTarget target);
// "UniPC", "1.5", "yes", "one per interval", "none". For an image or a LoRA, only the name of its file.
QString settingWords(const Setting& setting, const SettingValue& value);

}  // namespace fb::ui
