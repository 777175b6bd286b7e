// SPDX-License-Identifier: MIT
#include "runs/thumbnails.h"

namespace fb::ui {
namespace {

constexpr int kRoom = 64 * 1024;  // kB
constexpr int kMaxWanted = 128;   // more than a screen shows

}  // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), m_strips(kRoom) { m_pool.setMaxThreadCount(1); }

Thumbnails::~Thumbnails() { m_pool.waitForDone(); }

QImage Thumbnails::frame(const QString& file, int frames, int index) {
  if (file.isEmpty() || frames < 1) return {};
  if (const auto* strip = m_strips.object(file)) {
    const int width = strip->width() / frames;
    return strip->copy(width * (index % frames), 0, width, strip->height());
  }
  if (file == m_reading) return {};
  m_wanted.removeOne(file);
  m_wanted.append(file);
  if (m_wanted.size() > kMaxWanted) m_wanted.removeFirst();
  readNext();
  return {};
}

void Thumbnails::readNext() {
  if (!m_reading.isEmpty() || m_wanted.isEmpty()) return;
  m_reading = m_wanted.takeLast();
  m_pool.start([this, file = m_reading] {
    const QImage strip(file);
    QMetaObject::invokeMethod(
        this,
        [this, file, strip] {
          m_reading.clear();
          const auto cost = std::max<qsizetype>(1, strip.sizeInBytes() / 1024);
          if (!strip.isNull() && m_strips.insert(file, new QImage(strip), cost)) Q_EMIT loaded(file);
          readNext();
        },
        Qt::QueuedConnection);
  });
}

}  // namespace fb::ui
