// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/model_info.h"

#include <QString>

namespace fb::ui {

// "WanPipeline, UniPCMultistepScheduler, flow_shift 3.0": names as in the folder's files, in every language.
QString pipelineWords(const PipelineInfo& pipeline);

}  // namespace fb::ui
