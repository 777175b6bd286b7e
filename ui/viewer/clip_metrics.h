// SPDX-License-Identifier: MIT
// How similar two clips are, frame by frame.
#pragma once

#include "flowblend/frame.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace fb::ui {

// As flowblend/clip_comparison.h defines them, so that a clip has the same numbers wherever it is compared.
struct FrameSimilarity {
  double ssim = 0;
  double psnr = 0;  // dB
};

// For the frames that both have; shorter if stopped, and up to the first ones that differ in size. Any thread.
std::vector<FrameSimilarity> measureSimilarity(const Clip& a, const Clip& b, const std::stop_token& stop = {});
FrameSimilarity meanSimilarity(const std::vector<FrameSimilarity>& frames);
// |a - b| of each channel, `gain` times as bright. Images of the same size; any thread.
QImage differenceImage(const QImage& a, const QImage& b, int gain);

// Measures on a worker thread. Owned by the compare view; GUI thread.
class SimilarityMeter : public QObject {
  Q_OBJECT
public:
  explicit SimilarityMeter(QObject* parent = nullptr);
  ~SimilarityMeter() override;  // stops; waits for at most one frame

  // Drops the current measurement; measured() follows only for the new clips.
  void measure(const Clip& a, const Clip& b);
  void stop();

Q_SIGNALS:
  void measured(const std::vector<fb::ui::FrameSimilarity>& frames);

private:
  QThreadPool m_pool;
  std::stop_source m_stop;
  std::uint64_t m_turn = 0;  // of the newest measure() or stop()
};

}  // namespace fb::ui
