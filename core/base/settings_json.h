// SPDX-License-Identifier: MIT
// The table of settings as JSON: the one codec of requests, clips' metadata and pair documents.
#pragma once

#include "base/json.h"
#include "flowblend/request.h"

namespace fb {

// The settings that `carrier` carries, as SettingPresence says.
nlohmann::ordered_json settingsToJson(const GenerationRequest& request, SettingCarrier carrier);

// Replaces what `object` names. Absent settings stay as they are; for a request an absent Required one is refused.
// Throws Failure(Corrupt) that names the document and the field.
void readSettings(const JsonObject& object, SettingCarrier carrier, GenerationRequest& request);

}  // namespace fb
