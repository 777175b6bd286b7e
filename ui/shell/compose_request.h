// SPDX-License-Identifier: MIT
// Combines panels and settings into a request.
#pragma once

#include "flowblend/request.h"

namespace fb::ui {

class PromptPanel;
class Settings;
class StagePanel;

// The pair's defaults with the panels' values, and the settings' options. The device is empty if the settings do not
// specify it.
GenerationRequest composeRequest(const PromptPanel& prompt, const StagePanel& stages, const Settings& settings,
                                 const PairSpec& pair);

}  // namespace fb::ui
