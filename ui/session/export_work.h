// SPDX-License-Identifier: MIT
// What one export writes, and where.
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "flowblend/status.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace fb {
class Engine;
}

namespace fb::ui {

// Gives the clip when its export begins, on the worker thread, so that clips that wait take no memory.
using MakeClip = std::function<fb::Outcome<fb::Clip>(fb::Engine& engine, const std::stop_token& stop)>;

struct ExportWork {
  MakeClip make;
  QString path;  // with the ending of its format
  fb::ExportOptions options;
  // Takes the first free one of "clip.mp4", "clip (2).mp4", ... instead of failing if there is such a file. The options
  // give the format and replace nothing.
  bool isNumbered = false;
  // From which the clip is read, so that it must stay until then; empty: none.
  QString runFolder = {};
};

}  // namespace fb::ui
