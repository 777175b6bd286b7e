// SPDX-License-Identifier: MIT
// The table of settings as JSON: the single codec for requests, clip metadata and pair documents.
#pragma once

#include "base/json.h"
#include "flowblend/request.h"

namespace fb {

// The settings that `carrier` carries, subject to SettingPresence.
nlohmann::ordered_json settingsToJson(const GenerationRequest& request, SettingCarrier carrier);

// Assigns the settings in `object`. Absent settings keep their values; in a request, an absent Required one is refused.
// Throws a Failure(Corrupt) that names the document and the field.
void readSettings(const JsonObject& object, SettingCarrier carrier, GenerationRequest& request);

}  // namespace fb
