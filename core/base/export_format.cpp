// SPDX-License-Identifier: MIT
#include "base/enum_names.h"
#include "flowblend/export.h"
#include "flowblend/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <limits>
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

constexpr EnumNames<RateChange, 2> kRateChanges{{{RateChange::Repeat, "repeat"}, {RateChange::Blend, "blend"}}};

// What the containers hold without doubt, for all players.
bool takes(ExportFormat format, std::string_view codec) {
  constexpr std::array<std::string_view, 5> kMp4 = {"aac", "mp3", "ac3", "eac3", "alac"};
  constexpr std::array<std::string_view, 2> kWebm = {"opus", "vorbis"};
  constexpr std::array<std::string_view, 4> kMov = {"pcm_s16le", "pcm_s24le", "aac", "alac"};
  const auto isIn = [codec](const auto& codecs) { return std::ranges::find(codecs, codec) != codecs.end(); };
  switch (format) {
    case ExportFormat::Mp4H264:
    case ExportFormat::Mp4H265:
    case ExportFormat::Mp4Av1:
      return isIn(kMp4);
    case ExportFormat::WebmVp9:
      return isIn(kWebm);
    case ExportFormat::MovProRes:
      return isIn(kMov);
    case ExportFormat::Gif:
    case ExportFormat::PngSequence:
      return false;
  }
  return false;
}

// Videos have even sides, since their color has half the resolution.
int unitOf(ExportFormat format) { return format == ExportFormat::Gif || format == ExportFormat::PngSequence ? 1 : 2; }

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

std::optional<RateFactors> rateFactorsOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::Mp4H264:
      return RateFactors{51, 42, 12};
    case ExportFormat::Mp4H265:
      return RateFactors{51, 44, 14};
    case ExportFormat::Mp4Av1:
    case ExportFormat::WebmVp9:
      return RateFactors{63, 60, 15};
    case ExportFormat::Gif:
    case ExportFormat::PngSequence:
    case ExportFormat::MovProRes:
      return std::nullopt;
  }
  return std::nullopt;
}

int rateFactorFor(ExportFormat format, int quality) {
  const auto factors = rateFactorsOf(format).value_or(RateFactors{});
  return static_cast<int>(std::lround(factors.worst + (factors.best - factors.worst) * quality / 100.0));
}

int qualityFor(ExportFormat format, int rateFactor) {
  const auto factors = rateFactorsOf(format).value_or(RateFactors{});
  if (factors.worst == factors.best) return kMaxQuality;
  const double share = (factors.worst - rateFactor) / static_cast<double>(factors.worst - factors.best);
  return std::clamp(static_cast<int>(std::lround(100 * share)), kMinQuality, kMaxQuality);
}

std::string_view toString(RateChange change) { return kRateChanges.name(change); }
std::optional<RateChange> rateChangeFromString(std::string_view text) { return kRateChanges.value(text); }

int framesAtRate(int frames, double fromFps, double toFps) {
  const double exact = std::round(frames * toFps / fromFps);
  constexpr int kMost = std::numeric_limits<int>::max();
  return exact >= 1 ? (exact < kMost ? static_cast<int>(exact) : kMost) : 1;
}

int scaledSide(int side, int scalePercent, ExportFormat format) {
  const int unit = unitOf(format);
  const double exact = side * (scalePercent / 100.0) / unit;
  return std::max(1, static_cast<int>(std::lround(exact))) * unit;
}

std::optional<Crop> cropFromString(std::string_view shape) {
  const auto colon = shape.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto width = numberFrom<int>(shape.substr(0, colon));
  const auto height = numberFrom<int>(shape.substr(colon + 1));
  if (!width || !height || std::min(*width, *height) < 1 || std::max(*width, *height) > kMaxCropPart)
    return std::nullopt;
  return Crop{*width, *height};
}

std::string cropShape(const Crop& crop) { return fmt::format("{}:{}", crop.width, crop.height); }

PixelRect croppedPart(int width, int height, const Crop& crop, ExportFormat format) {
  const int unit = unitOf(format);
  const auto side = [unit](int full, double exact) {
    return std::min(full / unit, static_cast<int>(std::lround(exact / unit))) * unit;
  };
  PixelRect part;
  part.width = side(width, std::min<double>(width, static_cast<double>(height) * crop.width / crop.height));
  part.height = side(height, std::min<double>(height, static_cast<double>(width) * crop.height / crop.width));
  part.x = static_cast<int>(std::lround((width - part.width) * crop.focusX));
  part.y = static_cast<int>(std::lround((height - part.height) * crop.focusY));
  return part;
}

std::int64_t playedFrames(int frames, bool boomerang, int plays) {
  const std::int64_t once = boomerang && frames > 1 ? 2 * std::int64_t{frames} - 2 : frames;
  return once * plays;
}

ClipShape exportedShape(const ClipShape& clip, const ExportOptions& options, ExportFormat format) {
  const PixelRect whole{0, 0, clip.width, clip.height};
  const auto part = options.crop ? croppedPart(clip.width, clip.height, *options.crop, format) : whole;
  const double fps = options.fps.value_or(clip.fps);
  const int chosen = options.lastFrame.value_or(clip.frames - 1) - options.firstFrame + 1;
  constexpr std::int64_t kMost = std::numeric_limits<int>::max();
  const auto played = static_cast<int>(std::min(kMost, playedFrames(chosen, options.boomerang, options.plays)));
  return {scaledSide(part.width, options.scalePercent, format), scaledSide(part.height, options.scalePercent, format),
          options.fps ? framesAtRate(played, clip.fps, fps) : played, fps};
}

std::string_view audioCodecOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::Mp4H264:
    case ExportFormat::Mp4H265:
    case ExportFormat::Mp4Av1:
      return "aac";
    case ExportFormat::WebmVp9:
      return "opus";
    case ExportFormat::MovProRes:
      return "pcm_s16le";
    case ExportFormat::Gif:
    case ExportFormat::PngSequence:
      return {};
  }
  return {};
}

bool isAudioCopied(ExportFormat format, const AudioInfo& audio, double clipSeconds) {
  return takes(format, audio.codec) && audio.start == 0 && audio.seconds >= clipSeconds;
}

}  // namespace fb
