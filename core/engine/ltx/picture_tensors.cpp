// SPDX-License-Identifier: MIT
#include "engine/ltx/picture_tensors.h"

#include "base/failure.h"
#include "flowblend/export.h"
#include "media/resize.h"

#include <algorithm>
#include <cstdint>

namespace fb::engine {
namespace {

// The largest part around the centre that has the aspect ratio of width x height.
Frame cut(const Frame& picture, int width, int height) {
  const auto scaled = [](int side, int times, int by) { return static_cast<int>(std::int64_t{side} * times / by); };
  const int cutWidth = std::clamp(scaled(picture.height, width, height), 1, picture.width);
  const int cutHeight = std::clamp(scaled(picture.width, height, width), 1, picture.height);
  if (cutWidth == picture.width && cutHeight == picture.height) return picture;
  const int left = (picture.width - cutWidth) / 2, top = (picture.height - cutHeight) / 2;
  Frame part{cutWidth, cutHeight, {}};
  part.rgb.reserve(static_cast<std::size_t>(cutWidth) * static_cast<std::size_t>(cutHeight) * 3);
  for (int row = top; row < top + cutHeight; ++row) {
    const auto start = picture.rgb.begin() + (std::ptrdiff_t{row} * picture.width + left) * 3;
    part.rgb.insert(part.rgb.end(), start, start + std::ptrdiff_t{cutWidth} * 3);
  }
  return part;
}

}  // namespace

at::Tensor readPicture(const std::filesystem::path& file, int width, int height) {
  const auto clip = readClip(file);
  if (!clip) fail(clip.error().kind, "the picture {}: {}", file.string(), clip.error().message);
  if (clip.value().frames.empty()) fail(ErrorKind::Corrupt, "{} holds no picture", file.string());
  auto picture = cut(*clip.value().frames.front(), width, height);
  if (picture.width != width || picture.height != height) picture = media::resize(picture, width, height);
  const auto bytes = at::from_blob(picture.rgb.data(), {1, 1, height, width, 3}, at::kByte);
  return bytes.to(at::kFloat).permute({0, 4, 1, 2, 3}).contiguous() / 127.5 - 1;
}

}  // namespace fb::engine
