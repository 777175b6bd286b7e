// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/export.h"
#include "media/av_handles.h"

#include <cstdint>
#include <stop_token>
#include <vector>

struct AVCodecParameters;

namespace fb::media {

struct ParametersDelete {
  void operator()(AVCodecParameters* parameters) const;
};

// The sound of an exported clip, ready for its container.
struct AudioTrack {
  std::unique_ptr<AVCodecParameters, ParametersDelete> parameters;
  int ticksPerSecond[2] = {1, 1};        // numerator and denominator
  std::vector<AvPtr<AVPacket>> packets;  // in ascending order of time, which begins with the clip

  std::uint64_t bytes() const;  // of the packets
};

// Whether this build of libav* can encode sound for such files.
bool canEncodeAudio(ExportFormat format);

// The sound of `source` for a clip of this length: copied if isAudioCopied() says so, otherwise encoded, cut off or
// followed by silence. Throws Failure, which names the file, or Stopped.
AudioTrack audioTrack(const std::filesystem::path& source, ExportFormat format, double clipSeconds,
                      const std::stop_token& stop);

}  // namespace fb::media
