// SPDX-License-Identifier: MIT
// Draws the stages, their boundary handles and the marker of a run with a plain painter.
#pragma once

#include "plots/plot_math.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <functional>
#include <optional>

class QPainter;

namespace fb::ui {

struct ThemeColors;

// All that is drawn over and under the curves. GUI thread.
struct StageImage {
  QRect area;                             // between the axes
  std::function<double(double)> pixelOf;  // x of a step
  QFont font;
  StageSchedule schedule;
  std::optional<int> running;     // the marker stands where this step begins
  std::optional<Handle> focused;  // by keyboard
  std::optional<Handle> hot;      // under the pointer or dragged
  QString large, small;           // names of the stages
  QString early, late, now;       // captions
  QString earlyShort, lateShort;  // where there is little room
  QString hint;                   // in place of curves
  QString leftTitle, rightTitle;  // over the value axes
  QString stepTitle, noiseTitle;  // before the two rows of numbers below
};

void paintStages(QPainter& painter, const StageImage& image, const ThemeColors& colors);
void paintHandles(QPainter& painter, const StageImage& image, const ThemeColors& colors);

// x of a grip: its boundary, or beside it where both handles stand on one place.
double gripX(const StageImage& image, Handle handle);

inline constexpr int kGripWidth = 12, kGripHeight = 16;

}  // namespace fb::ui
