// SPDX-License-Identifier: MIT
// How clips are written to files, and what clip files contain. Values; safe on any thread.
#pragma once

#include <array>
#include <cstdint>
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

// The constant rate factor (CRF) of a format's encoder: a smaller one looks better and makes a larger file. The encoder
// takes those from 0 to `most`; the qualities from kMinQuality to kMaxQuality stand for those from `worst` to `best`.
struct RateFactors {
  int most = 0;
  int worst = 0;
  int best = 0;
};
// Absent for GIF, PNG and ProRes, which have no such scale.
std::optional<RateFactors> rateFactorsOf(ExportFormat format);
// For formats with rate factors: the one that a quality stands for, and the quality that comes nearest to a factor.
int rateFactorFor(ExportFormat format, int quality);
int qualityFor(ExportFormat format, int rateFactor);

// How a clip gets another frame rate. Its duration stays the same, to within half a frame.
enum class RateChange {
  Repeat,  // each new frame is the one that the clip shows at that time: frames are repeated or left out
  Blend,   // each new frame is a mix of the two around its time, weighted by how near they are
};
std::string_view toString(RateChange change);  // "repeat", "blend"
std::optional<RateChange> rateChangeFromString(std::string_view text);
inline constexpr double kMinExportFps = 1, kMaxExportFps = 240;
// How many frames a clip of `frames` frames has at another rate; at least 1.
int framesAtRate(int frames, double fromFps, double toFps);

// A side of an exported clip in pixels: videos have even ones, since their color has half the resolution.
int scaledSide(int side, int scalePercent, ExportFormat format);

// The part of the frames that an export keeps: the largest of this shape, as it is, before frames are scaled.
struct Crop {
  int width = 1;  // of the shape, 1..kMaxCropPart each: 9 and 16 for an upright one
  int height = 1;
  double focusX = 0.5;  // where it lies, 0..1: 0 is at the left or at the top, 1 at the right or at the bottom
  double focusY = 0.5;

  bool operator==(const Crop&) const = default;
};
inline constexpr int kMaxCropPart = 10'000;
// What is left of a frame has at least as many pixels on each side.
inline constexpr int kMinCropSide = 8;
// "9:16". Absent unless the text is two whole numbers from 1 to kMaxCropPart; in the center.
std::optional<Crop> cropFromString(std::string_view shape);
std::string cropShape(const Crop& crop);

struct PixelRect {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;

  bool operator==(const PixelRect&) const = default;
};
// The pixels that stay of frames of this size. The sides are rounded to the nearest pixel, in videos to the nearest
// even number. It may be smaller than kMinCropSide allows, which exports refuse.
PixelRect croppedPart(int width, int height, const Crop& crop, ExportFormat format);

// How frames are scaled.
enum class ScaleFilter {
  Pixels,   // whole multiples repeat pixels; otherwise bicubic
  Lanczos,  // with three lobes
};

// The sound of an audio or video file.
struct AudioInfo {
  std::string codec;   // FFmpeg's name for it: "aac", "pcm_s16le"
  double seconds = 0;  // 0: unknown
  double start = 0;    // when it begins, in seconds after the file's first picture or sound
  int channels = 0;
  int sampleRate = 0;  // Hz
};
// The codec of the sound in such a file, as FFmpeg calls it; empty for GIF and PNG, which have no sound.
std::string_view audioCodecOf(ExportFormat format);
// Whether sound goes into an exported clip as it is; otherwise it is encoded again. It does if the container takes it
// and it lasts as long as the clip.
bool isAudioCopied(ExportFormat format, const AudioInfo& audio, double clipSeconds);

inline constexpr int kMaxPlays = 1000;
// How many frames a clip of `frames` frames has if it is played `plays` times in a row. With `boomerang`, each time
// goes forwards and then backwards to the second frame, so that no frame is doubled where it turns: 1 2 3 4 3 2.
std::int64_t playedFrames(int frames, bool boomerang, int plays);

inline constexpr double kMinMegabytes = 0.01, kMaxMegabytes = 100'000;

// Size of a clip that exists or will be made.
struct ClipShape {
  int width = 0;
  int height = 0;
  int frames = 0;
  double fps = 16;
};

struct ExportOptions {
  std::optional<ExportFormat> format = std::nullopt;  // if not given: exportFormatForPath() of the target
  int quality = 80;  // kMinQuality..kMaxQuality, mapped to each encoder's own scale; GIF, PNG and ProRes ignore it
  std::optional<int> rateFactor = std::nullopt;  // the encoder's own number, instead of the quality
  int scalePercent = 100;                        // kMinScalePercent..kMaxScalePercent of the clip's size
  ScaleFilter scaleFilter = ScaleFilter::Pixels;
  int firstFrame = 0;
  std::optional<int> lastFrame = std::nullopt;  // inclusive; if not given: the clip's last frame
  bool overwrite = false;                       // replace a regular file of that name; otherwise an error
  int loopCount = 0;                            // GIF; 0: forever
  std::optional<double> fps = std::nullopt;     // kMinExportFps..kMaxExportFps; if not given: the clip's
  RateChange rateChange = RateChange::Repeat;
  std::optional<Crop> crop = std::nullopt;
  bool boomerang = false;  // forwards, then backwards: playedFrames()
  int plays = 1;           // 1..kMaxPlays, one after the other in the file
  // MP4 and WebM: how large the file may be, kMinMegabytes..kMaxMegabytes of 1,000,000 bytes. The quality is lowered
  // until the file fits, which takes several encodings; if it does not fit at the lowest one, the export fails.
  std::optional<double> maxMegabytes = std::nullopt;
  // A file whose sound is added from its beginning; cut off or followed by silence so that it lasts as long as the
  // clip. More than two channels are mixed down to two unless the sound is copied. Empty: none.
  std::filesystem::path audio = {};
  std::string metadata = {};  // JSON of the request, embedded as the "comment" tag (PNG: a text chunk)
};

// The size, length and rate of what an export writes, for options that Engine::checkExport() accepts; the target's
// extension is not looked at. A GIF of more than 50 frames per second has fewer.
ClipShape exportedShape(const ClipShape& clip, const ExportOptions& options, ExportFormat format);

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
