// SPDX-License-Identifier: MIT
#include "base/file_errors.h"
#include "flowblend/counted.h"
#include "flowblend/numbers.h"
#include "media/audio_reader.h"
#include "media/clip_files.h"
#include "media/gif_writer.h"
#include "media/png_image.h"
#include "media/png_sequence.h"
#include "media/video_reader.h"

#include <new>

namespace fb::media {
namespace {

// The files of a PNG sequence, or the one file that the path names.
std::vector<std::filesystem::path> filesUnder(const std::filesystem::path& path) {
  const auto status = statusOf(path);
  if (std::filesystem::is_regular_file(status)) return {path};
  if (path.extension() == ".png" || std::filesystem::is_directory(status)) {
    const PngSequence sequence(path);
    auto files = sequence.files();
    if (sequence.isBeingReplaced())
      fail(ErrorKind::Corrupt,
           "the frames of {} are from two exports, as the second one is not finished or was interrupted: export to it "
           "again, or choose another clip",
           path.string());
    if (!files.empty()) return files;
    if (std::filesystem::is_directory(status))
      fail(ErrorKind::NotFound, "{} contains no frames of a PNG sequence (frame_00001.png, ...)", path.string());
  }
  if (std::filesystem::exists(status)) fail(ErrorKind::Unsupported, "{} is not a file", path.string());
  fail(ErrorKind::NotFound, "{} does not exist", path.string());
}

void addPngTexts(const std::filesystem::path& file, std::string& metadata, double& fps) {
  const auto texts = readPngTexts(file);
  if (const auto comment = texts.find("comment"); comment != texts.end()) metadata = comment->second;
  if (const auto rate = texts.find("fps"); rate != texts.end())
    if (const auto value = numberFrom<double>(rate->second); value && *value > 0 && *value < 1e6) fps = *value;
}

ClipInfo inspect(const std::filesystem::path& path) {
  const auto files = filesUnder(path);
  ClipInfo info = VideoReader(files.front()).info();
  if (info.codec == "gif") info.metadata = readGifComment(path);
  if (info.codec != "png") return info;
  info.container = "png";
  info.frames = static_cast<int>(files.size());
  addPngTexts(files.front(), info.metadata, info.fps);
  return info;
}

Clip read(const std::filesystem::path& path) {
  const auto files = filesUnder(path);
  Clip clip = VideoReader(files.front()).frames();
  const auto room = roomForFrames();
  for (std::size_t i = 1; i < files.size(); ++i) {
    auto next = VideoReader(files[i]).firstFrame();
    if (next->width != clip.width() || next->height != clip.height())
      fail(ErrorKind::Unsupported, "{} differs in size from the frames before it", files[i].string());
    if ((i + 1) * next->rgb.size() > room)
      fail(ErrorKind::Unsupported,
           "{} is a sequence of {} of {}x{} pixels, which need more than the {:.1f} GB of available memory; "
           "make it shorter or smaller first",
           path.string(), counted(files.size(), "image"), next->width, next->height, static_cast<double>(room) / 1e9);
    clip.frames.push_back(std::move(next));
  }
  std::string metadata;
  addPngTexts(files.front(), metadata, clip.fps);
  return clip;
}

Frame readFirst(const std::filesystem::path& path) { return *VideoReader(filesUnder(path).front()).firstFrame(); }

AudioInfo inspectSound(const std::filesystem::path& path) { return AudioReader(path).info(); }

template <class T>
Result<T> guarded(const std::filesystem::path& path, T (*call)(const std::filesystem::path&)) {
  try {
    return call(path);
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::OutOfMemory, fmt::format("{} needs more memory than is available", path.string())};
  } catch (const std::filesystem::filesystem_error& error) {
    return errorOf(error);
  } catch (const std::exception& error) {
    return Error{ErrorKind::Io, fmt::format("cannot read {}: {}", path.string(), error.what())};
  }
}

}  // namespace

Result<ClipInfo> inspectClip(const std::filesystem::path& path) { return guarded(path, inspect); }
Result<AudioInfo> inspectAudio(const std::filesystem::path& path) { return guarded(path, inspectSound); }
Result<Clip> readClip(const std::filesystem::path& path) { return guarded(path, read); }
Result<Frame> readFirstFrame(const std::filesystem::path& path) { return guarded(path, readFirst); }

}  // namespace fb::media
