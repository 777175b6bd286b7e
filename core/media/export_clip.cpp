// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "media/clip_files.h"
#include "media/gif_palette.h"
#include "media/gif_writer.h"
#include "media/png_image.h"
#include "media/png_sequence.h"
#include "media/resize.h"
#include "media/video_writer.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <new>
#include <numeric>
#include <set>
#include <system_error>

namespace fb::media {
namespace {

using FramePointer = std::shared_ptr<const Frame>;

void check(const Clip& clip, const ExportOptions& options) {
  const int frames = static_cast<int>(clip.frames.size());
  if (frames == 0) fail(ErrorKind::Invalid, "a clip without frames cannot be exported");
  if (!(clip.fps >= 0.01 && clip.fps <= 1000))
    fail(ErrorKind::Invalid, "a clip of {} frames per second cannot be exported; 0.01 to 1000 can", clip.fps);
  if (options.quality < kMinQuality || options.quality > kMaxQuality)
    fail(ErrorKind::Invalid, "the quality is {}; it goes from {} to {}", options.quality, kMinQuality, kMaxQuality);
  if (options.scalePercent < kMinScalePercent || options.scalePercent > kMaxScalePercent)
    fail(ErrorKind::Invalid, "the scale is {} percent; it goes from {} to {}", options.scalePercent, kMinScalePercent,
         kMaxScalePercent);
  const int last = options.lastFrame.value_or(frames - 1);
  if (options.firstFrame < 0 || last >= frames || options.firstFrame > last)
    fail(ErrorKind::Invalid, "frames {} to {} were asked for; the clip has 0 to {}", options.firstFrame, last,
         frames - 1);
  for (const auto& frame : clip.frames)
    if (frame->width != clip.width() || frame->height != clip.height() || frame->width < 1 || frame->height < 1 ||
        frame->rgb.size() != 3u * static_cast<std::size_t>(frame->width) * static_cast<std::size_t>(frame->height))
      fail(ErrorKind::Invalid, "the frames of the clip do not have one and the same size");
}

ExportFormat formatFor(const std::filesystem::path& path, const ExportOptions& options) {
  const auto format = options.format ? options.format : exportFormatForPath(path);
  if (!format)
    fail(ErrorKind::Invalid,
         "the ending of {} names no format: use .mp4, .webm, .gif, .mov or .png, or choose the format", path.string());
  return *format;
}

// The frames asked for, in the size asked for, and who is told about each.
class Export {
public:
  Export(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options, EventSink& sink,
         std::stop_token stop);
  void run();

private:
  int scaled(int side) const;
  int count() const { return static_cast<int>(m_frames.size()); }
  FramePointer frame(int index) const;
  void begin() const { throwIfStopped(m_stop); }
  void end(int index) const { end(index, count()); }
  void end(int index, int of) const { m_sink.progress(Phase::Exporting, static_cast<double>(index + 1) / of); }

  void writeVideo(const std::filesystem::path& file) const;
  std::vector<int> framesOfGif() const;
  void writeGif(const std::filesystem::path& file) const;
  void writePngFiles(const std::filesystem::path& folder, const PngSequence& names) const;
  void writePngSequence() const;

  const std::filesystem::path& m_path;
  const ExportOptions& m_options;
  const ExportFormat m_format;
  EventSink& m_sink;
  std::stop_token m_stop;
  std::vector<FramePointer> m_frames;
  double m_fps;
  int m_width;
  int m_height;
};

Export::Export(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options, EventSink& sink,
               std::stop_token stop)
    : m_path(path),
      m_options(options),
      m_format(formatFor(path, options)),
      m_sink(sink),
      m_stop(std::move(stop)),
      m_fps(clip.fps) {
  check(clip, options);
  const int last = options.lastFrame.value_or(static_cast<int>(clip.frames.size()) - 1);
  m_frames.assign(clip.frames.begin() + options.firstFrame, clip.frames.begin() + last + 1);
  m_width = scaled(clip.width());
  m_height = scaled(clip.height());
  constexpr int kLargestSide = 16384;
  if (m_width > kLargestSide || m_height > kLargestSide)
    fail(ErrorKind::Invalid, "a clip of {}x{} pixels is too large to export; choose a smaller scale", m_width,
         m_height);
}

int Export::scaled(int side) const {
  const bool anySize = m_format == ExportFormat::Gif || m_format == ExportFormat::PngSequence;
  // Colour at half resolution asks for even sizes.
  const int unit = anySize ? 1 : 2;
  const double exact = side * (m_options.scalePercent / 100.0) / unit;
  return std::max(1, static_cast<int>(std::lround(exact))) * unit;
}

FramePointer Export::frame(int index) const {
  const auto& original = m_frames[static_cast<std::size_t>(index)];
  if (original->width == m_width && original->height == m_height) return original;
  return std::make_shared<const Frame>(resize(*original, m_width, m_height));
}

void Export::writeVideo(const std::filesystem::path& file) const {
  VideoWriter writer(file, m_path, {m_format, m_width, m_height, m_fps, m_options.quality, m_options.metadata});
  for (int i = 0; i < count(); ++i) {
    begin();
    writer.write(*frame(i));
    end(i);
  }
  writer.finish();
}

// Of a rate that no GIF has, the frames that keep it in time at the fastest one.
std::vector<int> Export::framesOfGif() const {
  std::vector<int> indices(m_frames.size());
  std::iota(indices.begin(), indices.end(), 0);
  if (m_fps <= GifWriter::kMaxFps) return indices;
  const double ratio = m_fps / GifWriter::kMaxFps;
  indices.resize(static_cast<std::size_t>(std::max(1l, std::lround(count() / ratio))));
  for (std::size_t i = 0; i < indices.size(); ++i)
    indices[i] = std::min(count() - 1, static_cast<int>(static_cast<double>(i) * ratio + 1e-6));
  m_sink.warning(
      fmt::format("a GIF shows {:g} frames per second at most, and the clip has {:g}: {} of its {} frames are "
                  "written, and it stays as long as it is",
                  GifWriter::kMaxFps, m_fps, indices.size(), count()));
  return indices;
}

void Export::writeGif(const std::filesystem::path& file) const {
  std::vector<FramePointer> frames;
  for (const int index : framesOfGif()) {
    begin();
    frames.push_back(frame(index));
  }
  Palette palette(frames);
  const double fps = std::min(m_fps, GifWriter::kMaxFps);
  GifWriter writer(file, m_path, {m_width, m_height, fps, m_options.loopCount, m_options.metadata, palette.colors()});
  const int written = static_cast<int>(frames.size());
  for (int i = 0; i < written; ++i) {
    begin();
    writer.write(palette.indicesOf(*frames[static_cast<std::size_t>(i)]));
    end(i, written);
  }
  writer.finish();
}

void Export::writePngFiles(const std::filesystem::path& folder, const PngSequence& names) const {
  PngEncoder encoder(m_width, m_height);
  PngTexts texts = {{"fps", fmt::format("{}", m_fps)}};
  if (!m_options.metadata.empty()) texts["comment"] = m_options.metadata;
  for (int i = 0; i < count(); ++i) {
    begin();
    std::ofstream file(folder / names.fileName(i + 1), std::ios::binary);
    file << encoder.encode(*frame(i), texts) << std::flush;
    if (!file) fail(ErrorKind::Io, "cannot write frame {} of {}: {}", i + 1, m_path.string(), std::strerror(errno));
    end(i);
  }
}

// All frames are written before the first of them gets its final name.
void Export::writePngSequence() const {
  const PngSequence names(m_path);
  if (!std::filesystem::exists(names.folder)) {
    Temporary temporary(names.folder, Temporary::Kind::Folder);
    writePngFiles(temporary.path(), names);
    temporary.publish(Existing::Keep);
    return;
  }
  const Temporary temporary(names.folder / names.stem, Temporary::Kind::Folder);
  writePngFiles(temporary.path(), names);
  std::set<std::filesystem::path> written;
  for (int i = 1; i <= count(); ++i) {
    std::filesystem::rename(temporary.path() / names.fileName(i), names.folder / names.fileName(i));
    written.insert(names.fileName(i));
  }
  for (const auto& file : names.files())
    if (!written.contains(file.filename())) std::filesystem::remove(file);
}

void Export::run() {
  m_sink.phaseStarted(Phase::Exporting);
  throwIfStopped(m_stop);
  switch (m_format) {
    case ExportFormat::PngSequence:
      return writePngSequence();
    case ExportFormat::Gif:
      return writeAtomically(m_path, [this](const auto& file) { writeGif(file); });
    default:
      return writeAtomically(m_path, [this](const auto& file) { writeVideo(file); });
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

Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                         EventSink& sink, RunControl& control) {
  try {
    Export(clip, path, options, sink, control.stopToken()).run();
    return Done{};
  } catch (const Stopped&) {
    return Cancelled{};
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::OutOfMemory, fmt::format("writing {} needs more memory than there is", path.string())};
  } catch (const std::filesystem::filesystem_error& error) {
    return errorOf(error);
  } catch (const std::exception& error) {
    return Error{ErrorKind::Internal, fmt::format("cannot write {}: {}", path.string(), error.what())};
  }
}

}  // namespace fb::media
