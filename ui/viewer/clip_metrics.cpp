// SPDX-License-Identifier: MIT
#include "viewer/clip_metrics.h"

#include "flowblend/clip_comparison.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace fb::ui {

std::vector<FrameSimilarity> measureSimilarity(const Clip& a, const Clip& b, const std::stop_token& stop) {
  std::vector<FrameSimilarity> frames;
  const std::size_t common = std::min(a.frames.size(), b.frames.size());
  frames.reserve(common);
  for (std::size_t i = 0; i < common && !stop.stop_requested(); ++i) {
    const auto found = compareFrames(*a.frames[i], *b.frames[i]);
    if (!found) break;
    frames.push_back({found.value().ssim, found.value().psnr});
  }
  return frames;
}

FrameSimilarity meanSimilarity(const std::vector<FrameSimilarity>& frames) {
  FrameSimilarity mean;
  if (frames.empty()) return mean;
  for (const auto& frame : frames) {
    mean.ssim += frame.ssim;
    mean.psnr += frame.psnr;
  }
  // Divided at the end, so that the mean of ones is 1.
  mean.ssim /= static_cast<double>(frames.size());
  mean.psnr /= static_cast<double>(frames.size());
  return mean;
}

QImage differenceImage(const QImage& a, const QImage& b, int gain) {
  const QImage left = a.convertToFormat(QImage::Format_RGB888), right = b.convertToFormat(QImage::Format_RGB888);
  QImage image(left.size(), QImage::Format_RGB888);
  std::array<uchar, 256> brightness;
  for (int i = 0; i < 256; ++i) brightness[static_cast<std::size_t>(i)] = static_cast<uchar>(std::min(255, i * gain));
  for (int y = 0; y < image.height(); ++y) {
    const uchar* from = left.constScanLine(y);
    const uchar* to = right.constScanLine(y);
    uchar* out = image.scanLine(y);
    for (int i = 0; i < 3 * image.width(); ++i)
      out[i] = brightness[static_cast<std::size_t>(std::abs(from[i] - to[i]))];
  }
  return image;
}

SimilarityMeter::SimilarityMeter(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

SimilarityMeter::~SimilarityMeter() {
  stop();
  m_pool.waitForDone();
}

void SimilarityMeter::stop() {
  m_stop.request_stop();
  ++m_turn;
}

void SimilarityMeter::measure(const Clip& a, const Clip& b) {
  stop();
  m_stop = {};
  m_pool.start([this, a, b, token = m_stop.get_token(), turn = m_turn] {
    auto frames = measureSimilarity(a, b, token);
    if (token.stop_requested()) return;
    // This object waits for the pool before it is destroyed, and queued work is dropped.
    QMetaObject::invokeMethod(
        this,
        [this, turn, frames = std::move(frames)] {
          if (turn == m_turn) Q_EMIT measured(frames);
        },
        Qt::QueuedConnection);
  });
}

}  // namespace fb::ui
