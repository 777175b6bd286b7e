// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/file_errors.h"
#include "flowblend/counted.h"
#include "media/audio_reader.h"
#include "media/audio_track.h"
#include "media/clip_files.h"
#include "media/crop.h"
#include "media/frame_times.h"
#include "media/gif_palette.h"
#include "media/gif_writer.h"
#include "media/lanczos.h"
#include "media/png_image.h"
#include "media/png_sequence.h"
#include "media/resize.h"
#include "media/retime.h"
#include "media/size_limit.h"
#include "media/video_writer.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <map>
#include <new>
#include <numeric>
#include <set>
#include <system_error>
#include <tuple>

namespace fb::media {
namespace {

using FramePointer = std::shared_ptr<const Frame>;

// The parameters of an export, once the whole request has been checked.
struct Plan {
  ExportFormat format = ExportFormat::Mp4H264;
  int first = 0, last = 0;  // of the clip
  PixelRect part;           // of its frames
  int width = 0, height = 0;
  double fps = 16;
  int frames = 0;  // at that rate

  double seconds() const { return frames / fps; }
};

ExportFormat formatFor(const std::filesystem::path& path, const ExportOptions& options) {
  const auto format = options.format ? options.format : exportFormatForPath(path);
  if (!format)
    fail(ErrorKind::Invalid,
         "the file extension of {} does not determine a format: use .mp4, .webm, .gif, .mov or .png, or choose the "
         "format",
         path.string());
  return *format;
}

bool isVideo(ExportFormat format) { return format != ExportFormat::Gif && format != ExportFormat::PngSequence; }

void planRange(Plan& plan, const ClipShape& clip, const ExportOptions& options) {
  if (!(clip.fps >= 0.01 && clip.fps <= 1000))
    fail(ErrorKind::Invalid, "a clip at {} fps cannot be exported; the rate must be from 0.01 to 1000", clip.fps);
  plan.first = options.firstFrame;
  plan.last = options.lastFrame.value_or(clip.frames - 1);
  if (plan.first < 0 || plan.last >= clip.frames || plan.first > plan.last)
    fail(ErrorKind::Invalid, "frames {} to {} were requested, but the clip has frames 0 to {}", plan.first, plan.last,
         clip.frames - 1);
  plan.fps = options.fps.value_or(clip.fps);
  if (options.fps && !(plan.fps >= kMinExportFps && plan.fps <= kMaxExportFps))
    fail(ErrorKind::Invalid, "the frame rate is {}, but must be from {} to {} frames per second", plan.fps,
         kMinExportFps, kMaxExportFps);
  if (options.plays < 1 || options.plays > kMaxPlays)
    fail(ErrorKind::Invalid, "the number of plays is {}, but must be from 1 to {}", options.plays, kMaxPlays);
  const int chosen = plan.last - plan.first + 1;
  const auto played = playedFrames(chosen, options.boomerang, options.plays);
  if (played > chosen && played > static_cast<std::int64_t>(kMaxFrames))
    fail(ErrorKind::Invalid,
         "played {}, the clip would have {} frames, more than {}; play it less often, or less of it",
         counted(options.plays, "time"), played, kMaxFrames);
  if (static_cast<double>(played) * plan.fps / clip.fps > static_cast<double>(kMaxFrames) && plan.fps > clip.fps)
    fail(ErrorKind::Invalid, "at {} fps, the clip would have more than {} frames; choose a lower rate", plan.fps,
         kMaxFrames);
}

void planCrop(Plan& plan, const ClipShape& clip, const ExportOptions& options) {
  plan.part = {0, 0, clip.width, clip.height};
  if (!options.crop) return;
  const auto& crop = *options.crop;
  if (std::min(crop.width, crop.height) < 1 || std::max(crop.width, crop.height) > kMaxCropPart)
    fail(ErrorKind::Invalid, "the crop is {}, but both of its numbers must be from 1 to {}", cropShape(crop),
         kMaxCropPart);
  for (const double focus : {crop.focusX, crop.focusY})
    if (!(focus >= 0 && focus <= 1))
      fail(ErrorKind::Invalid, "the focus of the crop is {}, {}, but must be from 0 to 1 in both directions",
           crop.focusX, crop.focusY);
  plan.part = croppedPart(clip.width, clip.height, crop, plan.format);
  if (std::min(plan.part.width, plan.part.height) < kMinCropSide)
    fail(ErrorKind::Invalid,
         "the crop {} leaves {}x{} pixels of a clip of {}x{}, but at least {} are needed on each side; choose a shape "
         "that is nearer to the clip's",
         cropShape(crop), plan.part.width, plan.part.height, clip.width, clip.height, kMinCropSide);
}

void planSize(Plan& plan, const ClipShape& clip, const ExportOptions& options) {
  if (options.scalePercent < kMinScalePercent || options.scalePercent > kMaxScalePercent)
    fail(ErrorKind::Invalid, "the scale is {} percent, but must be from {} to {}", options.scalePercent,
         kMinScalePercent, kMaxScalePercent);
  const auto shape = exportedShape(clip, options, plan.format);
  plan.width = shape.width;
  plan.height = shape.height;
  plan.frames = shape.frames;
  constexpr int kLargestSide = 16384;
  if (plan.width > kLargestSide || plan.height > kLargestSide)
    fail(ErrorKind::Invalid, "a clip of {}x{} pixels is too large to export; choose a smaller scale", plan.width,
         plan.height);
  // The encoder's own limit, which it would only tell once the clip has been read.
  constexpr int kSmallestSideOfH265 = 16;
  if (plan.format == ExportFormat::Mp4H265 && std::min(plan.width, plan.height) < kSmallestSideOfH265)
    fail(ErrorKind::Invalid,
         "the clip would have {}x{} pixels, but H.265 needs at least {} on each side; choose another format, or a "
         "larger size",
         plan.width, plan.height, kSmallestSideOfH265);
}

void checkLimit(ExportFormat format, const ExportOptions& options) {
  if (!options.maxMegabytes) return;
  if (!rateFactorsOf(format))
    fail(ErrorKind::Invalid,
         "the size limit does not apply to the format {}, whose quality cannot be lowered; leave it out, or choose MP4 "
         "or WebM",
         toString(format));
  if (!(*options.maxMegabytes >= kMinMegabytes && *options.maxMegabytes <= kMaxMegabytes))
    fail(ErrorKind::Invalid, "the size limit is {} MB, but must be from {} to {}", *options.maxMegabytes, kMinMegabytes,
         kMaxMegabytes);
}

void checkQuality(ExportFormat format, const ExportOptions& options) {
  if (options.quality < kMinQuality || options.quality > kMaxQuality)
    fail(ErrorKind::Invalid, "the quality is {}, but must be from {} to {}", options.quality, kMinQuality, kMaxQuality);
  if (!options.rateFactor) return;
  const auto factors = rateFactorsOf(format);
  if (!factors)
    fail(ErrorKind::Invalid, "the format {} has no CRF; leave it out, or choose MP4 or WebM", toString(format));
  if (*options.rateFactor < 0 || *options.rateFactor > factors->most)
    fail(ErrorKind::Invalid, "the CRF is {}, but must be from 0 to {} for {}", *options.rateFactor, factors->most,
         toString(format));
}

void checkAudio(ExportFormat format, const std::filesystem::path& path, const ExportOptions& options) {
  if (options.audio.empty()) return;
  if (audioCodecOf(format).empty())
    fail(ErrorKind::Invalid, "{} cannot have the sound of {}: a {} has none; choose MP4, WebM or MOV, or no sound",
         path.string(), options.audio.string(), format == ExportFormat::Gif ? "GIF" : "PNG sequence");
  std::error_code ignored;
  if (std::filesystem::equivalent(path, options.audio, ignored))
    fail(ErrorKind::Invalid, "the clip would replace {}, the file with its sound; choose another name", path.string());
  if (!canEncodeAudio(format))
    fail(ErrorKind::Unsupported,
         "cannot write {}: this machine's FFmpeg has no encoder for the sound, {}; choose another format or no sound",
         path.string(), audioCodecOf(format));
  const AudioReader reader(options.audio);
}

Plan planFor(const ClipShape& clip, const std::filesystem::path& path, const ExportOptions& options) {
  Plan plan;
  plan.format = formatFor(path, options);
  if (isVideo(plan.format) && !VideoWriter::available(plan.format))
    fail(ErrorKind::Unsupported, "cannot write {}: this machine's FFmpeg has no encoder for {}; choose another format",
         path.string(), toString(plan.format));
  if (clip.frames == 0) fail(ErrorKind::Invalid, "a clip without frames cannot be exported");
  checkQuality(plan.format, options);
  checkLimit(plan.format, options);
  planRange(plan, clip, options);
  planCrop(plan, clip, options);
  planSize(plan, clip, options);
  checkAudio(plan.format, path, options);
  return plan;
}

void checkFrames(const Clip& clip) {
  for (const auto& frame : clip.frames)
    if (frame->width != clip.width() || frame->height != clip.height() || frame->width < 1 || frame->height < 1 ||
        frame->rgb.size() != 3u * static_cast<std::size_t>(frame->width) * static_cast<std::size_t>(frame->height))
      fail(ErrorKind::Invalid, "the frames of the clip are not all of the same size");
}

// In an existing folder, no foreign file may be replaced, and there must be no file that would later be mistaken for a
// frame of this clip.
void requireRoomFor(const PngSequence& names, int frames, Existing existing) {
  std::set<std::filesystem::path> own;
  for (int i = 1; i <= frames; ++i) own.insert(names.file(i));
  for (const auto& file : names.files()) {
    if (!own.contains(file))
      fail(ErrorKind::Invalid,
           "{} could be mistaken for a frame of this clip: choose another folder or name, or move the file away",
           file.string());
    if (existing == Existing::Keep)
      fail(ErrorKind::Invalid, "{} already exists: choose another folder or name, or allow it to be replaced",
           file.string());
  }
}

Existing existingFor(const ExportOptions& options) { return options.overwrite ? Existing::Replace : Existing::Keep; }

void requireWritable(const Plan& plan, const std::filesystem::path& path, const ExportOptions& options) {
  // The minimum size, even of a still clip.
  const auto pixels = static_cast<std::uint64_t>(plan.width) * static_cast<std::uint64_t>(plan.height);
  const auto bytes = pixels * static_cast<std::uint64_t>(plan.frames) / (isVideo(plan.format) ? 2000 : 100);
  requireSpace(path.parent_path(), bytes);
  if (plan.format != ExportFormat::PngSequence) return requirePublishable(path, existingFor(options));
  const PngSequence names(path);
  if (!exists(statusOf(names.folder))) return requirePublishable(names.folder, Existing::Keep);
  requireRoomFor(names, plan.frames, existingFor(options));
  const Temporary attempt(names.file(1));
}

// The requested part of the requested frames, at the requested rate and size, and who is notified about each.
class Export {
public:
  Export(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options, EventSink& sink,
         std::stop_token stop);
  void run();

private:
  int count() const { return static_cast<int>(m_mixes.size()); }
  FramePointer part(int ofFrame) const;
  FramePointer frame(int index) const;
  void begin() const { throwIfStopped(m_stop); }
  void end(int index) const { end(index, count()); }
  void end(int index, int of) const { m_sink.progress(Phase::Exporting, static_cast<double>(index + 1) / of); }

  void writeVideo(const std::filesystem::path& file) const;
  void writeWithinLimit(const std::filesystem::path& file) const;
  template <class Told>
  void encode(const std::filesystem::path& file, std::optional<int> rateFactor, const Told& told) const;
  class GifImages;
  std::vector<int> framesOfGif() const;
  void writeGif(const std::filesystem::path& file) const;
  void writePngFiles(const std::filesystem::path& folder, const PngSequence& names) const;
  void writePngSequence() const;

  const std::filesystem::path& m_path;
  const ExportOptions& m_options;
  const Plan m_plan;
  EventSink& m_sink;
  std::stop_token m_stop;
  std::vector<FramePointer> m_frames;  // of the clip
  std::vector<FrameMix> m_mixes;       // of those, the ones that are written
  std::unique_ptr<LanczosScaler> m_lanczos;
  std::shared_ptr<const AudioTrack> m_audio;
};

Export::Export(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options, EventSink& sink,
               std::stop_token stop)
    : m_path(path),
      m_options(options),
      m_plan(planFor({clip.width(), clip.height(), static_cast<int>(clip.frames.size()), clip.fps}, path, options)),
      m_sink(sink),
      m_stop(std::move(stop)) {
  checkFrames(clip);
  requireWritable(m_plan, path, options);
  m_frames.assign(clip.frames.begin() + m_plan.first, clip.frames.begin() + m_plan.last + 1);
  m_mixes = played(static_cast<int>(m_frames.size()), options.boomerang, options.plays, clip.fps, m_plan.fps,
                   options.rateChange);
  const bool isScaled = m_plan.width != m_plan.part.width || m_plan.height != m_plan.part.height;
  if (isScaled && options.scaleFilter == ScaleFilter::Lanczos)
    m_lanczos = std::make_unique<LanczosScaler>(m_plan.part.width, m_plan.part.height, m_plan.width, m_plan.height);
}

FramePointer Export::part(int ofFrame) const {
  const auto& whole = m_frames[static_cast<std::size_t>(ofFrame)];
  if (m_plan.part == PixelRect{0, 0, whole->width, whole->height}) return whole;
  return std::make_shared<const Frame>(cropped(*whole, m_plan.part));
}

FramePointer Export::frame(int index) const {
  const auto& mix = m_mixes[static_cast<std::size_t>(index)];
  auto shown = part(mix.first);
  if (mix.share > 0) shown = std::make_shared<const Frame>(mixed(*shown, *part(mix.second), mix.share));
  if (shown->width == m_plan.width && shown->height == m_plan.height) return shown;
  return std::make_shared<const Frame>(m_lanczos ? m_lanczos->scaled(*shown, m_stop)
                                                 : resize(*shown, m_plan.width, m_plan.height));
}

template <class Told>
void Export::encode(const std::filesystem::path& file, std::optional<int> rateFactor, const Told& told) const {
  VideoWriter writer(file, m_path,
                     {m_plan.format, m_plan.width, m_plan.height, m_plan.fps, m_options.quality, rateFactor,
                      m_options.metadata, m_audio});
  for (int i = 0; i < count(); ++i) {
    begin();
    writer.write(*frame(i), m_stop);
    told(i);
  }
  writer.finish(m_stop);
}

void Export::writeVideo(const std::filesystem::path& file) const {
  if (m_options.maxMegabytes) return writeWithinLimit(file);
  encode(file, m_options.rateFactor, [this](int index) { end(index); });
}

// The chosen quality, if its file is small enough; otherwise about the best one whose file is.
void Export::writeWithinLimit(const std::filesystem::path& file) const {
  constexpr double kMegabyte = 1e6;
  const auto limit = static_cast<std::uint64_t>(*m_options.maxMegabytes * kMegabyte);
  const int most = rateFactorsOf(m_plan.format)->most;
  const std::uint64_t soundBytes = m_audio ? m_audio->bytes() : 0;
  std::vector<SizedAttempt> attempts;
  std::optional<int> factor = m_options.rateFactor.value_or(rateFactorFor(m_plan.format, m_options.quality));
  // Nobody knows how many attempts there will be: each one is half of what is left.
  double left = 1;
  for (; factor; factor = nextRateFactor(attempts, limit, soundBytes, most)) {
    left /= 2;
    encode(file, factor, [&](int index) {
      m_sink.progress(Phase::Exporting, 1 - left * (2 - static_cast<double>(index + 1) / count()));
    });
    attempts.push_back({*factor, std::filesystem::file_size(file)});
  }
  if (attempts.back().bytes <= limit) return m_sink.progress(Phase::Exporting, 1);
  // Encoders that work on several threads do not always make files of exactly the same size.
  constexpr double kMargin = 1.01, kHundredths = 100;
  const double smallest = static_cast<double>(attempts.back().bytes) / kMegabyte;
  fail(ErrorKind::Invalid,
       "{} has {:.2f} MB at the lowest quality, but the size limit is {} MB; allow {:.2f} MB, or choose a smaller "
       "size, fewer frames or a lower frame rate",
       m_path.string(), smallest, *m_options.maxMegabytes, std::ceil(smallest * kMargin * kHundredths) / kHundredths);
}

// For rates that GIFs cannot have: the frames that keep the duration at the fastest possible rate.
std::vector<int> Export::framesOfGif() const {
  std::vector<int> indices(m_mixes.size());
  std::iota(indices.begin(), indices.end(), 0);
  if (m_plan.fps <= GifWriter::kMaxFps) return indices;
  const double ratio = m_plan.fps / GifWriter::kMaxFps;
  indices.resize(static_cast<std::size_t>(std::max(1l, std::lround(count() / ratio))));
  for (std::size_t i = 0; i < indices.size(); ++i)
    indices[i] = std::min(count() - 1, static_cast<int>(static_cast<double>(i) * ratio + 1e-6));
  m_sink.warning(
      fmt::format("a GIF shows at most {:g} frames per second, but the clip has {:g}: it has {} of the clip's {}, "
                  "so that its duration stays the same",
                  GifWriter::kMaxFps, m_plan.fps, indices.size(), counted(count(), "frame")));
  return indices;
}

// The frames of a GIF by their place in what is written. A frame that is shown again is the same image. As many images
// are kept as a clip that is played once has; the others are made again whenever they are asked for.
class Export::GifImages {
public:
  explicit GifImages(const Export& all)
      : m_export(all),
        m_indices(all.framesOfGif()),
        m_most(m_indices.size() / static_cast<std::size_t>(all.m_options.plays) + 1) {}

  std::size_t count() const { return m_indices.size(); }
  FramePointer at(std::size_t place) {
    m_export.begin();
    const auto key = keyOf(place);
    if (const auto found = m_kept.find(key); found != m_kept.end()) return found->second;
    auto image = m_export.frame(m_indices[place]);
    if (m_kept.size() < m_most) m_kept.emplace(key, image);
    return image;
  }
  // Where each image is shown first.
  std::vector<std::size_t> distinct() const {
    std::set<Key> seen;
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < count(); ++place)
      if (seen.insert(keyOf(place)).second) places.push_back(place);
    return places;
  }

private:
  using Key = std::tuple<int, int, double>;
  Key keyOf(std::size_t place) const {
    const auto& mix = m_export.m_mixes[static_cast<std::size_t>(m_indices[place])];
    return {mix.first, mix.second, mix.share};
  }

  const Export& m_export;
  const std::vector<int> m_indices;
  const std::size_t m_most;
  std::map<Key, FramePointer> m_kept;
};

void Export::writeGif(const std::filesystem::path& file) const {
  GifImages images(*this);
  const bool isPlayedOnce = !m_options.boomerang && m_options.plays == 1;
  // However often a clip is played, its palette is the same.
  const auto once = isPlayedOnce ? std::vector<std::size_t>() : images.distinct();
  Palette palette({isPlayedOnce ? images.count() : once.size(),
                   [&](std::size_t i) { return images.at(isPlayedOnce ? i : once[i]); }},
                  m_stop);
  const double fps = std::min(m_plan.fps, GifWriter::kMaxFps);
  GifWriter writer(file, m_path,
                   {m_plan.width, m_plan.height, fps, m_options.loopCount, m_options.metadata, palette.colors()});
  const int written = static_cast<int>(images.count());
  for (int i = 0; i < written; ++i) {
    writer.write(palette.indicesOf(*images.at(static_cast<std::size_t>(i))));
    end(i, written);
  }
  writer.finish();
}

void Export::writePngFiles(const std::filesystem::path& folder, const PngSequence& names) const {
  PngEncoder encoder(m_plan.width, m_plan.height);
  PngTexts texts = {{"fps", fmt::format("{}", m_plan.fps)}};
  if (!m_options.metadata.empty()) texts["comment"] = m_options.metadata;
  for (int i = 0; i < count(); ++i) {
    begin();
    const auto name = folder / names.fileName(i + 1);
    std::ofstream file(name, std::ios::binary);
    file << encoder.encode(*frame(i), texts);
    file.close();
    if (!file) fail(ErrorKind::Io, "cannot write frame {} of {}: {}", i + 1, m_path.string(), std::strerror(errno));
    flushToDisk(name);
    end(i);
  }
}

// All frames are written before the first of them gets its final name.
void Export::writePngSequence() const {
  const PngSequence names(m_path);
  if (!exists(statusOf(names.folder))) {
    Temporary temporary(names.folder, Temporary::Kind::Folder);
    writePngFiles(temporary.path(), names);
    return temporary.publish(Existing::Keep);
  }
  Temporary temporary(names.file(1), Temporary::Kind::Folder);
  writePngFiles(temporary.path(), names);
  std::vector<std::string> files;
  for (int i = 1; i <= count(); ++i) files.push_back(names.fileName(i));
  temporary.publishFiles(files, existingFor(m_options), m_path);
}

void Export::run() {
  m_sink.phaseStarted(Phase::Exporting);
  throwIfStopped(m_stop);
  // What an export that was killed left here goes first: it may be what fills the disk.
  removeUnfinishedExports(m_path);
  switch (m_plan.format) {
    case ExportFormat::PngSequence:
      return writePngSequence();
    case ExportFormat::Gif:
      return writeAtomically(
          m_path, [this](const auto& file) { writeGif(file); }, existingFor(m_options));
    default:
      if (!m_options.audio.empty())
        m_audio =
            std::make_shared<const AudioTrack>(audioTrack(m_options.audio, m_plan.format, m_plan.seconds(), m_stop));
      return writeAtomically(
          m_path, [this](const auto& file) { writeVideo(file); }, existingFor(m_options));
  }
}

// The error for the exception in flight; call inside a catch block.
Error currentError(const std::filesystem::path& path) {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const std::bad_alloc&) {
    return {ErrorKind::OutOfMemory, fmt::format("writing {} needs more memory than is available", path.string())};
  } catch (const std::filesystem::filesystem_error& error) {
    return errorOf(error);
  } catch (const std::exception& error) {
    return {ErrorKind::Internal, fmt::format("cannot write {}: {}", path.string(), error.what())};
  }
}

}  // namespace

std::vector<ExportFormat> availableExportFormats() {
  std::vector<ExportFormat> formats;
  for (const auto format : kExportFormats)
    if (format == ExportFormat::Gif || format == ExportFormat::PngSequence || VideoWriter::available(format))
      formats.push_back(format);
  return formats;
}

Status checkExport(const ClipShape& clip, const std::filesystem::path& path, const ExportOptions& options) {
  try {
    requireWritable(planFor(clip, path, options), path, options);
    return Done{};
  } catch (...) {
    return currentError(path);
  }
}

Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                         EventSink& sink, RunControl& control) {
  try {
    Export(clip, path, options, sink, control.stopToken()).run();
    return Done{};
  } catch (const Stopped&) {
    return Cancelled{};
  } catch (...) {
    return currentError(path);
  }
}

}  // namespace fb::media
