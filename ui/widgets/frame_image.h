// SPDX-License-Identifier: MIT
// Converts the engine's images to Qt images.
#pragma once

#include "flowblend/frame.h"

#include <QImage>

#include <memory>

namespace fb::ui {

// Shares the frame's bytes. Any thread.
QImage frameImage(const std::shared_ptr<const Frame>& frame);

// Up to `most` frames, evenly spaced, side by side, each `height` pixels high. Any thread.
QImage thumbnailStrip(const Clip& clip, int most, int height);
int thumbnailFrames(const Clip& clip, int most);

// Writes to a temporary name and renames; false if it cannot be written. Any thread.
bool writeImage(const QImage& image, const QString& file);

}  // namespace fb::ui
