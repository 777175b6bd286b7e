// SPDX-License-Identifier: MIT
// How two requests differ, in words.
#pragma once

#include "flowblend/request.h"

#include <QList>
#include <QString>

namespace fb::ui {

struct SettingDifference {
  QString label;
  QString a;
  QString b;
};

// What can change the clip, in the order of the table of settings; where and how it ran is omitted. Any thread.
QList<SettingDifference> settingsDiff(const GenerationRequest& a, const GenerationRequest& b);

}  // namespace fb::ui
