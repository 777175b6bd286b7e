// SPDX-License-Identifier: MIT
#include "base/enum_names.h"
#include "flowblend/export.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace fb {
namespace {

constexpr EnumNames<ExportFormat, 7> kNames{{{ExportFormat::Mp4H264, "mp4-h264"},
                                             {ExportFormat::Mp4H265, "mp4-h265"},
                                             {ExportFormat::Mp4Av1, "mp4-av1"},
                                             {ExportFormat::WebmVp9, "webm-vp9"},
                                             {ExportFormat::Gif, "gif"},
                                             {ExportFormat::PngSequence, "png"},
                                             {ExportFormat::MovProRes, "prores"}}};

}  // namespace

std::string_view toString(ExportFormat format) { return kNames.name(format); }
std::optional<ExportFormat> exportFormatFromString(std::string_view text) { return kNames.value(text); }

std::optional<ExportFormat> exportFormatForPath(const std::filesystem::path& path) {
  auto ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
  if (ending == ".mp4") return ExportFormat::Mp4H264;
  if (ending == ".webm") return ExportFormat::WebmVp9;
  if (ending == ".gif") return ExportFormat::Gif;
  if (ending == ".mov") return ExportFormat::MovProRes;
  if (ending == ".png" || ending.empty()) return ExportFormat::PngSequence;
  return std::nullopt;
}

std::string_view fileExtension(ExportFormat format) {
  constexpr std::string_view kEndings[] = {".mp4", ".webm", ".gif", ".mov", ""};
  const auto found = std::ranges::find_if(kEndings, [format](std::string_view ending) {
    return exportFormatForPath("clip" + std::string(ending)) == format;
  });
  // If several formats share an extension, it determines the first.
  return found == std::end(kEndings) ? ".mp4" : *found;
}

}  // namespace fb
