// SPDX-License-Identifier: MIT
// What clips are written to files as, and what clip files say of themselves. Values; safe on any thread.
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
// By the file's ending: .mp4, .webm, .gif, .mov; .png or a folder: PNG sequence.
std::optional<ExportFormat> exportFormatForPath(const std::filesystem::path& path);

inline constexpr int kMinScalePercent = 10, kMaxScalePercent = 1600;
inline constexpr int kMinQuality = 0, kMaxQuality = 100;

// Of a clip that is there or will be.
struct ClipShape {
  int width = 0;
  int height = 0;
  int frames = 0;
};

struct ExportOptions {
  std::optional<ExportFormat> format = std::nullopt;  // exportFormatForPath() of the target when not given
  int quality = 80;  // kMinQuality..kMaxQuality, mapped to each encoder's own scale; GIF, PNG and ProRes ignore it
  // kMinScalePercent..kMaxScalePercent of the clip's size; nearest for whole multiples, bicubic otherwise.
  int scalePercent = 100;
  int firstFrame = 0;
  std::optional<int> lastFrame = std::nullopt;  // included; the last of the clip when not given
  bool overwrite = false;                       // replace a regular file of that name; else it is an error
  int loopCount = 0;                            // GIF: 0 for ever
  std::string metadata = {};  // JSON of the request, embedded as the "comment" tag (PNG: a text chunk)
};

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

}  // namespace fb
