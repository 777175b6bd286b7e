// SPDX-License-Identifier: MIT
// How requests differ, in words.
#pragma once

#include "flowblend/request.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace fb::ui {

struct SettingDifference {
  QString label;
  QString a;
  QString b;
};

struct SettingsDifference {
  QString label;
  QStringList values;  // of each request
  QStringList briefs;  // the same in a few letters where there is no room
};

// What can change the clip, in the order of the table of settings; where and how it ran is omitted. Any thread.
QList<SettingDifference> settingsDiff(const GenerationRequest& a, const GenerationRequest& b);
// The same for several: what is not equal in all of them; nothing for fewer than two.
QList<SettingsDifference> settingsDiff(const std::vector<GenerationRequest>& requests);

}  // namespace fb::ui
