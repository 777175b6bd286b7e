// SPDX-License-Identifier: MIT
// Draws the stages, their boundary handles and the marker of a run with a plain painter.
#pragma once

#include "plots/plot_math.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QPainter;

namespace fb::ui {

struct ThemeColors;

// Everything drawn below and above the curves. GUI thread.
struct StageImage {
  QRect area;                             // between the axes
  std::function<double(double)> pixelOf;  // x of a step
  QFont font;
  StageSchedule schedule;
  std::optional<int> running;  // the marker is where this step begins
  std::optional<int> passed;   // the last step whose model is settled
  int takenOver = 0;           // steps that come from another run
  // A bar from one step to another: where no model ran, or which one goes on after a check.
  struct Bar {
    double first = 0, end = 0;
    std::optional<Model> model;
  };
  std::vector<Bar> bars;
  std::optional<StageSchedule> suggested;
  std::optional<Handle> focused;  // focused with the keyboard
  std::optional<Handle> hot;      // under the pointer or dragged
  QString large, small;           // names of the stages
  QString early, late, now;       // captions
  QString earlyShort, lateShort;  // used if there is little room
  QString hint;                   // shown instead of curves, or over them
  bool isHintOfHandles = false;   // it belongs between them
  QString leftTitle, rightTitle;  // above the value axes
  QString stepTitle, noiseTitle;  // in front of the two rows of numbers below
};

void paintStages(QPainter& painter, const StageImage& image, const ThemeColors& colors);
void paintHandles(QPainter& painter, const StageImage& image, const ThemeColors& colors);

// Where the captions of the handles are, that of the running step, if it is in sight, and the hint, so that it covers
// none of them; absent: it has no room, or it is about handles of which none can be dragged now.
std::vector<QRectF> captionBoxes(const StageImage& image);
std::optional<QRectF> nowBox(const StageImage& image);
std::optional<QRectF> hintBox(const StageImage& image);

// x of a grip: its boundary, or next to it if both handles are at the same place.
double gripX(const StageImage& image, Handle handle);

inline constexpr int kGripWidth = 12, kGripHeight = 16;

}  // namespace fb::ui
