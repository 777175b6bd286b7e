// SPDX-License-Identifier: MIT
#include "widgets/frame_image.h"

#include <QPainter>
#include <QSaveFile>

#include <algorithm>

namespace fb::ui {

QImage frameImage(const std::shared_ptr<const Frame>& frame) {
  if (!frame) return {};
  // The image keeps the frame alive for as long as it is used.
  auto* owner = new std::shared_ptr<const Frame>(frame);
  return QImage(
      frame->rgb.data(), frame->width, frame->height, static_cast<qsizetype>(frame->width) * 3, QImage::Format_RGB888,
      [](void* kept) { delete static_cast<std::shared_ptr<const Frame>*>(kept); }, owner);
}

int thumbnailFrames(const Clip& clip, int most) { return std::min(most, static_cast<int>(clip.frames.size())); }

QImage thumbnailStrip(const Clip& clip, int most, int height) {
  const int frames = thumbnailFrames(clip, most);
  if (frames == 0) return {};
  const int width = std::max(1, clip.width() * height / clip.height());
  QImage strip(width * frames, height, QImage::Format_RGB32);
  QPainter painter(&strip);
  for (int i = 0; i < frames; ++i) {
    const auto picked = clip.frames.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(frames);
    painter.drawImage(
        i * width, 0,
        frameImage(clip.frames[picked]).scaled(width, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
  }
  return strip;
}

bool writeImage(const QImage& image, const QString& file) {
  QSaveFile out(file);
  return !image.isNull() && out.open(QIODevice::WriteOnly) && image.save(&out, "PNG") && out.flush() && out.commit();
}

}  // namespace fb::ui
