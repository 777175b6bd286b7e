// SPDX-License-Identifier: MIT
// Engine values that travel through queued signals.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/engine.h"
#include "flowblend/export.h"
#include "flowblend/model_info.h"

#include <QMetaType>

Q_DECLARE_METATYPE(fb::Phase)
Q_DECLARE_METATYPE(fb::StepReport)
Q_DECLARE_METATYPE(fb::Clip)
Q_DECLARE_METATYPE(fb::RunResult)
Q_DECLARE_METATYPE(fb::Error)
Q_DECLARE_METATYPE(fb::GenerationRequest)
Q_DECLARE_METATYPE(fb::PairSpec)
Q_DECLARE_METATYPE(fb::CostEstimate)
Q_DECLARE_METATYPE(fb::StageSchedule)
Q_DECLARE_METATYPE(std::vector<fb::ChangedInput>)
