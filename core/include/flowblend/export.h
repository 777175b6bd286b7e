// SPDX-License-Identifier: MIT
// How clips are written to files, and what clip files contain. Values; safe on any thread.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace fb {

enum class ExportFormat { Mp4H264, Mp4H265, Mp4Av1, WebmVp9, Gif, PngSequence, MovProRes };
inline constexpr std::array kExportFormats = {ExportFormat::Mp4H264,  ExportFormat::Mp4H265, ExportFormat::Mp4Av1,
                                              ExportFormat::WebmVp9,  ExportFormat::Gif,     ExportFormat::PngSequence,
                                              ExportFormat::MovProRes};
// "mp4-h264", "mp4-h265", "mp4-av1", "webm-vp9", "gif", "png", "prores"
std::string_view toString(ExportFormat format);
std::optional<ExportFormat> exportFormatFromString(std::string_view text);
// By file extension: .mp4, .webm, .gif, .mov; .png or a folder: PNG sequence.
std::optional<ExportFormat> exportFormatForPath(const std::filesystem::path& path);
// ".mp4", ".webm", ...; empty for a PNG sequence, which is a folder.
std::string_view fileExtension(ExportFormat format);

inline constexpr int kMinScalePercent = 10, kMaxScalePercent = 1600;
inline constexpr int kMinQuality = 0, kMaxQuality = 100;

// Size of a clip that exists or will be made.
struct ClipShape {
  int width = 0;
  int height = 0;
  int frames = 0;
};

struct ExportOptions {
  std::optional<ExportFormat> format = std::nullopt;  // if not given: exportFormatForPath() of the target
  int quality = 80;  // kMinQuality..kMaxQuality, mapped to each encoder's own scale; GIF, PNG and ProRes ignore it
  // kMinScalePercent..kMaxScalePercent of the clip's size; nearest neighbour for whole multiples, else bicubic.
  int scalePercent = 100;
  int firstFrame = 0;
  std::optional<int> lastFrame = std::nullopt;  // inclusive; if not given: the clip's last frame
  bool overwrite = false;                       // replace a regular file of that name; otherwise an error
  int loopCount = 0;                            // GIF; 0: forever
  std::string metadata = {};  // JSON of the request, embedded as the "comment" tag (PNG: a text chunk)
};

// Removes the temporary files of exports to `path` whose processes died. Exports in progress are kept. Any thread.
void removeUnfinishedExports(const std::filesystem::path& path) noexcept;

struct ClipInfo {
  std::string container;
  std::string codec;
  int width = 0;
  int height = 0;
  int frames = 0;
  double fps = 0;
  std::string colorSpace;  // "bt709, limited range", ...
  std::string metadata;    // JSON of the request, empty if the file has none
};

}  // namespace fb
