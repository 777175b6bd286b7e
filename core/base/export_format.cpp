// SPDX-License-Identifier: MIT
#include "base/enum_names.h"
#include "flowblend/export.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
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
  return std::max(1, static_cast<int>(std::lround(frames * toFps / fromFps)));
}

int scaledSide(int side, int scalePercent, ExportFormat format) {
  const int unit = format == ExportFormat::Gif || format == ExportFormat::PngSequence ? 1 : 2;
  const double exact = side * (scalePercent / 100.0) / unit;
  return std::max(1, static_cast<int>(std::lround(exact))) * unit;
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
