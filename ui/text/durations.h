// SPDX-License-Identifier: MIT
// Times and shares as people read them.
#pragma once

#include <QString>

namespace fb::ui {

QString clockText(double seconds);            // "0:14", "1:03:20"
QString aboutText(double seconds);            // "41 s", "1:03": for estimates
QString timecodeText(int frame, double fps);  // "00:01.0"
QString percentText(double share);            // "36 %"

}  // namespace fb::ui
