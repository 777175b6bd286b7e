// SPDX-License-Identifier: MIT
#include "engine/clip_tensors.h"

namespace fb::engine {

Clip toClip(const at::Tensor& video, double fps) {
  return clipFromBytes(((video[0] * 0.5 + 0.5).clamp(0, 1) * 255).round().to(at::kByte).permute({1, 2, 3, 0}), fps);
}

Clip clipFromBytes(const at::Tensor& frames, double fps) {
  const auto bytes = frames.contiguous();
  const auto height = static_cast<int>(bytes.size(1)), width = static_cast<int>(bytes.size(2));
  const auto frameBytes = static_cast<std::size_t>(width) * height * 3;
  Clip clip{fps, {}};
  const auto* from = bytes.const_data_ptr<std::uint8_t>();
  for (std::int64_t i = 0; i < bytes.size(0); ++i, from += frameBytes)
    clip.frames.push_back(std::make_shared<const Frame>(Frame{width, height, {from, from + frameBytes}}));
  return clip;
}

}  // namespace fb::engine
