// SPDX-License-Identifier: MIT
// The request that panels and settings make together.
#pragma once

#include "flowblend/request.h"

namespace fb::ui {

class PromptPanel;
class Settings;
class StagePanel;

// The pair's defaults with the panels' values, and the settings' options. The device is empty if the settings leave it
// open.
GenerationRequest composeRequest(const PromptPanel& prompt, const StagePanel& stages, const Settings& settings,
                                 const PairSpec& pair);

}  // namespace fb::ui
