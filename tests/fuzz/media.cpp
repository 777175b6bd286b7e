// SPDX-License-Identifier: MIT
// A clip or an image, in any container: as a clip, as an image and as what is told of it.
#include "media/clip_files.h"
#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fb;
  const auto file = fuzz::fileWith(fuzz::textOf(data, size), "clip");
  const auto clip = media::readClip(file);
  const auto first = media::readFirstFrame(file);
  const auto info = media::inspectClip(file);
  const auto isNamed = [&](const Error& error) { return error.message.find(file.string()) != std::string::npos; };
  if ((!clip && !isNamed(clip.error())) || (!first && !isNamed(first.error())) || (!info && !isNamed(info.error())))
    std::abort();
  if (clip)
    for (const auto& frame : clip.value().frames)
      if (frame->rgb.size() != 3u * static_cast<std::size_t>(frame->width) * static_cast<std::size_t>(frame->height))
        std::abort();
  return 0;
}
