// SPDX-License-Identifier: MIT
// How the Studio formats durations, sizes, counts and fractions: in the language and with the numbers of QLocale().
// Call again after a LanguageChange. Any thread.
#pragma once

#include <QString>

namespace fb::ui {

// "0:14", "1:03", "1 h 3 min". Negative and unknown (NaN) times are "–".
QString duration(double seconds);
// "about 41 s", "about 1:03": for estimates, rounded to their accuracy.
QString aboutDuration(double seconds);
// "0.8 s", "41 s", "1:03": for measurements.
QString elapsed(double seconds);
// "2.1 s": how long a clip plays.
QString clipLength(int frames, double fps);
// "00:01.0" for a frame, "1:00:01.0" from an hour on.
QString timecode(int frame, double fps);

// "0.9 GB", "512 kB": decimal units, at most three digits.
QString byteSize(quint64 bytes);
// "19 222 TFLOPs" from a number of floating-point operations.
QString floatingPointOperations(double operations);
// "36 %" for 0.36.
QString percent(double share, int decimals = 0);
// With the grouping and the decimal sign of the language.
QString number(qint64 value);
QString number(double value, int decimals);

// "1 frame", "17 frames", and so on.
QString frameCount(int frames);
QString stepCount(int steps);
QString runCount(int runs);
QString fileCount(int files);
// "17 frames · 2.1 s at 8 fps"
QString clipSummary(int frames, double fps);
// "832 × 480"
QString frameSize(int width, int height);

}  // namespace fb::ui
