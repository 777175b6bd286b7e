// SPDX-License-Identifier: MIT
// Writing clips to files and reading them back.
#pragma once

#include "flowblend/events.h"
#include "flowblend/frame.h"
#include "flowblend/status.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

enum class ExportFormat { Mp4H264, Mp4H265, Mp4Av1, WebmVp9, Gif, PngSequence, MovProRes };
std::string_view toString(
    ExportFormat format);  // "mp4-h264", "mp4-h265", "mp4-av1", "webm-vp9", "gif", "png", "prores"
std::optional<ExportFormat> exportFormatFromString(std::string_view text);
// By the file's ending: .mp4, .webm, .gif, .mov; .png or a folder: PNG sequence.
std::optional<ExportFormat> exportFormatForPath(const std::filesystem::path& path);
// Formats whose encoder this machine's libav* has.
std::vector<ExportFormat> availableExportFormats();

inline constexpr int kMinScalePercent = 10, kMaxScalePercent = 1600;
inline constexpr int kMinQuality = 0, kMaxQuality = 100;

struct ExportOptions {
  ExportFormat format = ExportFormat::Mp4H264;
  int quality = 80;  // kMinQuality..kMaxQuality, mapped to each encoder's own scale; GIF, PNG and ProRes ignore it
  // kMinScalePercent..kMaxScalePercent of the clip's size; nearest for whole multiples, bicubic otherwise.
  int scalePercent = 100;
  int firstFrame = 0;
  std::optional<int> lastFrame = std::nullopt;  // included; the last of the clip when not given
  int loopCount = 0;                            // GIF: 0 for ever
  std::string metadata = {};  // JSON of the request, embedded as the "comment" tag (PNG: a text chunk)
};

// Writes to a temporary name beside `path` and renames: no half file ever carries the final name. An existing file is
// replaced; ask first. R'G'B' to BT.709 limited range, stream and container tagged so; their sizes are rounded to even
// ones. PNG sequences: `path` is a folder ("frame_00001.png", ...), or a file name into which the frame number goes
// ("clip.png": "clip_00001.png", ...); frames of an earlier, longer sequence of that name are removed.
Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                         EventSink& sink, std::stop_token stop);

// Removes what exports to `path` have left behind whose processes ended before them. Those under way stay. Any thread.
void removeUnfinishedExports(const std::filesystem::path& path) noexcept;

struct ClipInfo {
  std::string container;
  std::string codec;
  int width = 0;
  int height = 0;
  int frames = 0;
  double fps = 0;
  std::string colorSpace;  // "bt709, limited range", ...
  std::string metadata;    // JSON of the request, empty where the file has none
};
Result<ClipInfo> inspectClip(const std::filesystem::path& path);
// All frames of a clip file, or of a PNG sequence under the path that it was exported to.
Result<Clip> readClip(const std::filesystem::path& path);

}  // namespace fb
