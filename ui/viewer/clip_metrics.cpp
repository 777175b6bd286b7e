// SPDX-License-Identifier: MIT
#include "viewer/clip_metrics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fb::ui {
namespace {

constexpr int kWindow = 7;
// (0.01 L)^2 and (0.03 L)^2 from the paper by Wang et al. for L = 1.
constexpr double kMeanBias = 1e-4;
constexpr double kVarianceBias = 9e-4;

// Sums of a, b, a^2, b^2 and a b.
struct Moments {
  double a = 0, b = 0, aa = 0, bb = 0, ab = 0;

  void add(double x, double y, double sign) {
    a += sign * x;
    b += sign * y;
    aa += sign * x * x;
    bb += sign * y * y;
    ab += sign * x * y;
  }
  void add(const Moments& other, double sign) {
    a += sign * other.a;
    b += sign * other.b;
    aa += sign * other.aa;
    bb += sign * other.bb;
    ab += sign * other.ab;
  }
};

double similarity(const Moments& sums, double count) {
  const double a = sums.a / count, b = sums.b / count;
  const double varianceA = sums.aa / count - a * a, varianceB = sums.bb / count - b * b;
  const double covariance = sums.ab / count - a * b;
  return (2 * a * b + kMeanBias) * (2 * covariance + kVarianceBias) /
         ((a * a + b * b + kMeanBias) * (varianceA + varianceB + kVarianceBias));
}

std::vector<double> luma(const Frame& frame) {
  std::vector<double> values(frame.rgb.size() / 3);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = (.299 * frame.rgb[3 * i] + .587 * frame.rgb[3 * i + 1] + .114 * frame.rgb[3 * i + 2]) / 255;
  return values;
}

}  // namespace

double ssim(const Frame& a, const Frame& b) {
  const auto lumaA = luma(a), lumaB = luma(b);
  const auto width = static_cast<std::size_t>(a.width), height = static_cast<std::size_t>(a.height);
  // An image smaller than the window is one window.
  const std::size_t across = std::min<std::size_t>(kWindow, width), down = std::min<std::size_t>(kWindow, height);
  if (across == 0 || down == 0) return 1;
  const auto count = static_cast<double>(across * down);

  // Each column's sums slide down, the window's slide across: the cost does not depend on the window's size.
  std::vector<Moments> columns(width);
  const auto addRow = [&](std::size_t row, double sign) {
    for (std::size_t x = 0; x < width; ++x) columns[x].add(lumaA[row * width + x], lumaB[row * width + x], sign);
  };
  double total = 0;
  for (std::size_t row = 0; row < height; ++row) {
    addRow(row, 1);
    if (row + 1 < down) continue;
    Moments window;
    for (std::size_t x = 0; x < width; ++x) {
      window.add(columns[x], 1);
      if (x + 1 < across) continue;
      total += similarity(window, count);
      window.add(columns[x + 1 - across], -1);
    }
    addRow(row + 1 - down, -1);
  }
  return total / static_cast<double>((width + 1 - across) * (height + 1 - down));
}

double psnr(const Frame& a, const Frame& b) {
  std::uint64_t squares = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) {
    const int difference = a.rgb[i] - b.rgb[i];
    squares += static_cast<std::uint64_t>(difference * difference);
  }
  const double mean =
      a.rgb.empty() ? 0 : static_cast<double>(squares) / (255. * 255.) / static_cast<double>(a.rgb.size());
  return -10 * std::log10(std::max(mean, 1e-10));
}

std::vector<FrameSimilarity> measureSimilarity(const Clip& a, const Clip& b, const std::stop_token& stop) {
  std::vector<FrameSimilarity> frames;
  const std::size_t common = std::min(a.frames.size(), b.frames.size());
  frames.reserve(common);
  for (std::size_t i = 0; i < common && !stop.stop_requested(); ++i)
    frames.push_back({ssim(*a.frames[i], *b.frames[i]), psnr(*a.frames[i], *b.frames[i])});
  return frames;
}

FrameSimilarity meanSimilarity(const std::vector<FrameSimilarity>& frames) {
  FrameSimilarity mean;
  for (const auto& frame : frames) {
    mean.ssim += frame.ssim / static_cast<double>(frames.size());
    mean.psnr += frame.psnr / static_cast<double>(frames.size());
  }
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
