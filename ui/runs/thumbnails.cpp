// SPDX-License-Identifier: MIT
#include "runs/thumbnails.h"

#include <algorithm>

namespace fb::ui {

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), m_strips(64 * 1024) { m_pool.setMaxThreadCount(1); }

Thumbnails::~Thumbnails() {
  m_pool.clear();
  m_pool.waitForDone();
}

QImage Thumbnails::frame(const QString& file, int frames, int index) {
  if (file.isEmpty() || frames < 1) return {};
  if (const auto* strip = m_strips.object(file)) {
    const int width = strip->width() / frames;
    return strip->copy(width * (index % frames), 0, width, strip->height());
  }
  if (m_reading.contains(file)) return {};
  m_reading.insert(file);
  m_pool.start([this, file] {
    QImage strip(file);
    QMetaObject::invokeMethod(
        this,
        [this, file, strip] {
          m_reading.remove(file);
          const auto cost = std::max<qsizetype>(1, strip.sizeInBytes() / 1024);
          if (!strip.isNull() && m_strips.insert(file, new QImage(strip), cost)) Q_EMIT loaded(file);
        },
        Qt::QueuedConnection);
  });
  return {};
}

}  // namespace fb::ui
