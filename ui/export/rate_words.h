// SPDX-License-Identifier: MIT
// What an export does to the frames and the sound, in plain words. In the current language; call again after a
// LanguageChange.
#pragma once

#include "flowblend/export.h"

#include <QString>

namespace fb::ui {

// "16 → 24 fps: every second frame is shown twice."
QString rateWords(double fromFps, double toFps, RateChange change);

// "AAC · 60.0 s, of which the first 1.1 s are used".
QString soundWords(ExportFormat format, const AudioInfo& audio, double clipSeconds);

}  // namespace fb::ui
