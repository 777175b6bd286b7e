// SPDX-License-Identifier: MIT
#include "media/lanczos.h"

#include "media/av_handles.h"

extern "C" {
#include <libavutil/frame.h>
#include <libavutil/pixfmt.h>
#include <libswscale/swscale.h>
}

#include <algorithm>

namespace fb::media {

// As one gray image per colour: RGB itself would be scaled as luma and chroma, with their rounding.
struct LanczosScaler::Impl {
  AvPtr<SwsContext> scaler;
  // swscale reads and writes whole vectors, even past the last row, so it gets padded rows.
  AvPtr<AVFrame> from, to;
};

LanczosScaler::LanczosScaler(int fromWidth, int fromHeight, int toWidth, int toHeight)
    : m_impl(std::make_unique<Impl>()) {
  quietAv();
  m_impl->scaler.reset(sws_getContext(fromWidth, fromHeight, AV_PIX_FMT_GRAY8, toWidth, toHeight, AV_PIX_FMT_GRAY8,
                                      SWS_LANCZOS | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
  if (!m_impl->scaler)
    fail(ErrorKind::Internal, "frames cannot be scaled from {}x{} to {}x{} pixels", fromWidth, fromHeight, toWidth,
         toHeight);
  m_impl->from = makeFrame(fromWidth, fromHeight, AV_PIX_FMT_GRAY8);
  m_impl->to = makeFrame(toWidth, toHeight, AV_PIX_FMT_GRAY8);
}

LanczosScaler::~LanczosScaler() = default;

Frame LanczosScaler::scaled(const Frame& frame, const std::stop_token& stop) const {
  const auto& [scaler, from, to] = *m_impl;
  Frame out{to->width, to->height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(to->width) * static_cast<std::size_t>(to->height) * 3)};
  for (std::size_t color = 0; color < 3; ++color) {
    const auto* pixel = frame.rgb.data() + color;
    for (int y = 0; y < from->height; ++y) {
      auto* row = from->data[0] + static_cast<std::ptrdiff_t>(y) * from->linesize[0];
      for (int x = 0; x < from->width; ++x, pixel += 3) row[x] = *pixel;
    }
    // In slices, between which a stop is noticed: a large frame takes seconds on a busy machine.
    constexpr int kRows = 16;
    auto* target = out.rgb.data() + color;
    int done = 0;  // rows of the result
    for (int y = 0; y < from->height; y += kRows) {
      throwIfStopped(stop);
      const std::uint8_t* const slice[4] = {from->data[0] + static_cast<std::ptrdiff_t>(y) * from->linesize[0]};
      const int end = done + sws_scale(scaler.get(), slice, from->linesize, y, std::min(kRows, from->height - y),
                                       to->data, to->linesize);
      for (; done < end; ++done) {
        const auto* row = to->data[0] + static_cast<std::ptrdiff_t>(done) * to->linesize[0];
        for (int x = 0; x < to->width; ++x, target += 3) *target = row[x];
      }
    }
  }
  return out;
}

}  // namespace fb::media
