// SPDX-License-Identifier: MIT
#include "media/video_reader.h"

#include "base/machine_memory.h"
#include "flowblend/counted.h"
#include "flowblend/numbers.h"
#include "media/av_input.h"
#include "media/cut_short.h"
#include "media/frame_times.h"
#include "media/media_kinds.h"
#include "media/orientation.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>
#include <utility>

namespace fb::media {
namespace {

// Containers that hold one clip or one image. Playlists and scripts, which would open other files, are excluded.
constexpr const char* kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,gif,apng,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,avi,ivf,h264,hevc,"
    "mpegts,mpeg,yuv4mpegpipe";
constexpr std::int64_t kMaxPixels = 1 << 26;     // of one frame
constexpr std::uint64_t kMaxBytes = 8ull << 30;  // of all frames as RGB
constexpr double kDefaultFps = 16;

// FFmpeg passes some numbers on as the file has them, also those without a name, which C++ must not read as an enum.
template <class Enum>
int numberOf(const Enum& value) {
  int number = 0;
  static_assert(sizeof number == sizeof value);
  std::memcpy(&number, &value, sizeof number);
  return number;
}

int swsMatrix(int colorSpace) {
  switch (colorSpace) {
    case AVCOL_SPC_BT709:
      return SWS_CS_ITU709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
      return SWS_CS_BT2020;
    case AVCOL_SPC_FCC:
      return SWS_CS_FCC;
    case AVCOL_SPC_SMPTE240M:
      return SWS_CS_SMPTE240M;
    default:
      return SWS_CS_ITU601;  // FFmpeg's own interpretation of untagged video
  }
}

bool isRgb(int pixelFormat) {
  const auto* description = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(pixelFormat));
  return description && description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL);
}

bool isImageContainer(const AVFormatContext& format) {
  return std::string_view(format.iformat->name).ends_with("_pipe");
}

// For a stream whose frames do not carry it themselves.
const std::int32_t* displayMatrixOf(const AVStream& stream) {
  constexpr std::size_t kBytes = 9 * sizeof(std::int32_t);
#if LIBAVCODEC_VERSION_MAJOR >= 61
  const auto* data = av_packet_side_data_get(stream.codecpar->coded_side_data, stream.codecpar->nb_coded_side_data,
                                             AV_PKT_DATA_DISPLAYMATRIX);
  return data && data->size >= kBytes ? reinterpret_cast<const std::int32_t*>(data->data) : nullptr;
#else
  std::size_t size = 0;
  const auto* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
  return data && size >= kBytes ? reinterpret_cast<const std::int32_t*>(data) : nullptr;
#endif
}

std::int64_t durationOf(const AVFrame& frame) {
#if LIBAVUTIL_VERSION_MAJOR >= 58
  return frame.duration;
#else
  return frame.pkt_duration;
#endif
}

std::string orUnknown(const char* name) { return name ? name : "unknown"; }

}  // namespace

std::uint64_t roomForFrames() {
  const auto free = machineMemory().free;
  return free == 0 ? kMaxBytes : std::min(kMaxBytes, free / 4 * 3);
}

struct VideoReader::Impl {
  std::filesystem::path path;
  AvInput input;
  AVFormatContext* format = nullptr;
  AvPtr<AVCodecContext> codec;
  AvPtr<SwsContext> converter;
  AvPtr<AVPacket> packet = makePacket();
  AvPtr<AVFrame> decoded{av_frame_alloc()};
  AVStream* stream = nullptr;
  int fileOrientation = 0;  // for files in which FFmpeg does not look for it
  std::int64_t packetsRead = 0;
  std::int64_t packetsShown = 0;              // excluding those that an edit list skips
  std::vector<std::int64_t> starts;           // of the frames, in ticks; empty if one is unknown
  std::int64_t latest = 0, lastDuration = 0;  // of the last frame shown
  bool startsAreKnown = true;

  int check(int code) const { return checkAv(code, "read", path, ErrorKind::Corrupt); }
  // To a demuxer a read that fails is often the end of the file.
  void requireRead() const {
    if (format->pb && format->pb->error != AVERROR_EOF) check(format->pb->error);
  }

  void open();
  void openDecoder();
  double fps() const;
  std::string colorText() const;
  // False at the end of the file.
  bool nextPacket();
  void requireWhole(std::size_t frames) const;
  void requireSound(std::size_t index) const;  // of the frame just decoded
  void noteTime(std::int64_t start, std::int64_t duration);
  ConstantRate rate();
  // Calls `take` for each frame as long as it returns true.
  template <class Take>
  void decode(Take take);
  template <class Take>
  bool receive(Take& take);
  Turn turn() const;
  int shownWidth(int width) const;
  std::shared_ptr<const Frame> toRgb();
};

void VideoReader::Impl::open() {
  input = openInput(path, kContainers, [this](const std::string& reason) { return cannotOpen(path, reason); });
  format = input.format.get();
  if (isAnimatedWebp(path))
    fail(ErrorKind::Unsupported,
         "{} is an animated WebP, which this program does not read; save clips as GIF, MP4 or animated PNG, and single "
         "frames as PNG",
         path.string());
  if (isCutShort(path, format->iformat->name))
    fail(ErrorKind::Corrupt, "{} is incomplete: the file was cut off; copy or download it again", path.string());
  check(avformat_find_stream_info(format, nullptr));
  requireRead();
  const int index = av_find_best_stream(format, AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (index < 0) fail(ErrorKind::Unsupported, "{} contains no video", path.string());
  stream = format->streams[index];
  const auto& parameters = *stream->codecpar;
  if (parameters.width <= 0 || parameters.height <= 0) throw Failure(cannotOpen(path, "its images have no size"));
  if (static_cast<std::int64_t>(parameters.width) * parameters.height > kMaxPixels)
    fail(ErrorKind::Unsupported,
         "{} has frames of {}x{} pixels; this program reads at most {} million pixels; make it smaller first",
         path.string(), parameters.width, parameters.height, kMaxPixels / 1'000'000);
  if (parameters.codec_id == AV_CODEC_ID_PNG) fileOrientation = orientationInPng(path);
  if (parameters.codec_id == AV_CODEC_ID_TIFF) fileOrientation = orientationInTiffFile(path);
}

void VideoReader::Impl::openDecoder() {
  const AVCodec* decoder = avcodec_find_decoder(stream->codecpar->codec_id);
  if (!decoder)
    fail(ErrorKind::Unsupported, "{} is coded as {}, which this machine's FFmpeg cannot read", path.string(),
         avcodec_get_name(stream->codecpar->codec_id));
  codec.reset(avcodec_alloc_context3(decoder));
  if (!codec || !decoded) throw std::bad_alloc();
  check(avcodec_parameters_to_context(codec.get(), stream->codecpar));
  codec->max_pixels = kMaxPixels;
  codec->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
  // FFmpeg treats an unknown tag of a TIFF file as an error.
  if (codec->codec_id == AV_CODEC_ID_TIFF) codec->err_recognition &= ~AV_EF_EXPLODE;
  check(avcodec_open2(codec.get(), decoder, nullptr));
}

double VideoReader::Impl::fps() const {
  for (const AVRational rate : {stream->avg_frame_rate, stream->r_frame_rate}) {
    const double value = rate.den > 0 ? av_q2d(rate) : 0;
    if (value > 0 && std::isfinite(value)) return value;
  }
  return kDefaultFps;
}

std::string VideoReader::Impl::colorText() const {
  const auto& parameters = *stream->codecpar;
  if (isRgb(parameters.format)) return "RGB";
  const bool full = numberOf(parameters.color_range) == AVCOL_RANGE_JPEG;
  const int space = numberOf(parameters.color_space);
  const bool isKnown = space >= 0 && space < AVCOL_SPC_NB;
  return fmt::format("{}, {} range", orUnknown(isKnown ? av_color_space_name(parameters.color_space) : nullptr),
                     full ? "full" : "limited");
}

bool VideoReader::Impl::nextPacket() {
  for (;;) {
    av_packet_unref(packet.get());
    const int code = av_read_frame(format, packet.get());
    requireRead();
    if (code == AVERROR_EOF) return false;
    check(code);
    if (packet->flags & AV_PKT_FLAG_CORRUPT) fail(ErrorKind::Corrupt, "{} is damaged or incomplete", path.string());
    if (packet->stream_index != stream->index) continue;
    ++packetsRead;
    if (!(packet->flags & AV_PKT_FLAG_DISCARD)) ++packetsShown;
    return true;
  }
}

// An edit list may skip frames, and a reader may skip those that no shown frame needs.
void VideoReader::Impl::requireWhole(std::size_t frames) const {
  const std::int64_t told = stream->nb_frames, indexed = avformat_index_get_entries_count(stream);
  const std::int64_t promised = indexed > 0 ? std::min(told, indexed) : told;
  const std::int64_t shown = promised - (packetsRead - packetsShown);
  if (promised > 0 && static_cast<std::int64_t>(frames) < shown)
    fail(ErrorKind::Corrupt, "{} is incomplete: it has {} of its {}", path.string(), frames, counted(shown, "frame"));
}

void VideoReader::Impl::requireSound(std::size_t index) const {
  const bool damaged = decoded->decode_error_flags != 0 || decoded->flags & AV_FRAME_FLAG_CORRUPT;
  if (damaged) fail(ErrorKind::Corrupt, "{} is damaged at frame {}", path.string(), index);
}

void VideoReader::Impl::noteTime(std::int64_t start, std::int64_t duration) {
  startsAreKnown = startsAreKnown && start != AV_NOPTS_VALUE;
  if (!startsAreKnown) return starts.clear();
  if (starts.empty() || start >= latest) {
    latest = start;
    lastDuration = duration;
  }
  starts.push_back(start);
}

ConstantRate VideoReader::Impl::rate() {
  std::sort(starts.begin(), starts.end());
  const double tick = av_q2d(stream->time_base);
  std::vector<double> seconds;
  seconds.reserve(starts.size());
  for (const auto start : starts) seconds.push_back(static_cast<double>(start) * tick);
  auto rate = constantRate(seconds, static_cast<double>(lastDuration) * tick, fps());
  if (!rate)
    fail(ErrorKind::Unsupported,
         "the frame rate of {} varies so much that a clip with a constant rate would have more than {} frames; save it "
         "with a constant rate first",
         path.string(), kMaxFrames);
  return std::move(*rate);
}

Turn VideoReader::Impl::turn() const {
  if (const auto* matrix = av_frame_get_side_data(decoded.get(), AV_FRAME_DATA_DISPLAYMATRIX);
      matrix && matrix->size >= 9 * sizeof(std::int32_t))
    return turnOfMatrix(reinterpret_cast<const std::int32_t*>(matrix->data));
  if (const auto* matrix = displayMatrixOf(*stream)) return turnOfMatrix(matrix);
  // At this point, WebP's Exif data is text.
  if (const auto* entry = av_dict_get(decoded->metadata, "Orientation", nullptr, 0)) {
    const std::string_view text(entry->value);
    return turnOfOrientation(
        numberFrom<int>(text.substr(std::min(text.find_first_not_of(' '), text.size()))).value_or(0));
  }
  return turnOfOrientation(fileOrientation);
}

// Videos may have non-square pixels; image viewers ignore that in images.
int VideoReader::Impl::shownWidth(int width) const {
  const auto aspect = av_guess_sample_aspect_ratio(format, stream, decoded.get());
  const bool isVideo = !isImageContainer(*format) && stream->codecpar->codec_id != AV_CODEC_ID_GIF &&
                       stream->codecpar->codec_id != AV_CODEC_ID_APNG;
  if (!isVideo || aspect.num <= 0 || aspect.den <= 0) return width;
  const double shown = std::round(width * av_q2d(aspect));
  constexpr double kMaxStretch = 4;
  return shown >= 1 && shown <= kMaxStretch * width ? static_cast<int>(shown) : width;
}

std::shared_ptr<const Frame> VideoReader::Impl::toRgb() {
  const auto& source = *decoded;
  const auto kind = static_cast<AVPixelFormat>(source.format);
  const int width = shownWidth(source.width);
  converter.reset(sws_getCachedContext(converter.release(), source.width, source.height, kind, width, source.height,
                                       AV_PIX_FMT_RGB24, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr,
                                       nullptr, nullptr));
  if (!converter)
    fail(ErrorKind::Unsupported, "{} has the pixel format {}, which cannot be converted", path.string(),
         orUnknown(av_get_pix_fmt_name(kind)));
  if (!isRgb(kind)) {
    constexpr int kUnity = 1 << 16;
    const int* matrix = sws_getCoefficients(swsMatrix(numberOf(source.colorspace)));
    sws_setColorspaceDetails(converter.get(), matrix, numberOf(source.color_range) == AVCOL_RANGE_JPEG, matrix, 1, 0,
                             kUnity, kUnity);
  }
  auto frame = std::make_shared<Frame>();
  frame->width = width;
  frame->height = source.height;
  // swscale writes whole vectors, so rows are padded here and cropped below.
  const auto target = makeFrame(width, source.height, AV_PIX_FMT_RGB24);
  check(sws_scale(converter.get(), source.data, source.linesize, 0, source.height, target->data, target->linesize));
  frame->rgb.resize(static_cast<std::size_t>(width) * source.height * 3);
  av_image_copy_plane(frame->rgb.data(), width * 3, target->data[0], target->linesize[0], width * 3, source.height);
  return turn().isNone() ? frame : std::make_shared<Frame>(turned(*frame, turn()));
}

template <class Take>
bool VideoReader::Impl::receive(Take& take) {
  for (;;) {
    const int code = avcodec_receive_frame(codec.get(), decoded.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return true;
    check(code);
    if (!take()) return false;
  }
}

template <class Take>
void VideoReader::Impl::decode(Take take) {
  openDecoder();
  while (nextPacket()) {
    check(avcodec_send_packet(codec.get(), packet.get()));
    if (!receive(take)) return;
  }
  check(avcodec_send_packet(codec.get(), nullptr));
  receive(take);
}

VideoReader::VideoReader(const std::filesystem::path& file) : m_impl(std::make_unique<Impl>()) {
  quietAv();
  m_impl->path = file;
  m_impl->open();
}

VideoReader::~VideoReader() = default;

ClipInfo VideoReader::info() {
  auto& impl = *m_impl;
  const auto& stream = *impl.stream;
  ClipInfo info;
  info.container = impl.format->iformat->name;
  info.codec = avcodec_get_name(stream.codecpar->codec_id);
  info.width = stream.codecpar->width;
  info.height = stream.codecpar->height;
  info.colorSpace = impl.colorText();
  if (const auto* comment = av_dict_get(impl.format->metadata, "comment", nullptr, 0)) info.metadata = comment->value;
  if (isImageContainer(*impl.format)) {
    const auto frame = firstFrame();
    return {info.container, info.codec, frame->width, frame->height, 1, impl.fps(), info.colorSpace, info.metadata};
  }
  while (impl.nextPacket()) {
    if (impl.packet->flags & AV_PKT_FLAG_DISCARD) continue;
    impl.noteTime(impl.packet->pts, impl.packet->duration);
  }
  const auto rate = impl.rate();
  info.fps = rate.fps;
  info.frames = static_cast<int>(rate.frames(static_cast<std::size_t>(impl.packetsShown)));
  info.width = impl.shownWidth(info.width);
  if (impl.turn().isSideways()) std::swap(info.width, info.height);
  return info;
}

std::shared_ptr<const Frame> VideoReader::firstFrame() {
  std::shared_ptr<const Frame> first;
  m_impl->decode([&] {
    m_impl->requireSound(0);
    first = m_impl->toRgb();
    return false;
  });
  if (!first) fail(ErrorKind::Corrupt, "{} contains no image", m_impl->path.string());
  return first;
}

Clip VideoReader::frames(std::uint64_t room) {
  auto& impl = *m_impl;
  Clip clip;
  impl.decode([&] {
    const auto& path = impl.path;
    const auto count = clip.frames.size();
    impl.requireSound(count);
    auto frame = impl.toRgb();
    if (count > 0 && (frame->width != clip.width() || frame->height != clip.height()))
      fail(ErrorKind::Unsupported, "{} changes its size at frame {}", path.string(), count);
    if ((count + 1) * frame->rgb.size() > room)
      fail(ErrorKind::Unsupported,
           "{} has more than {} frames of {}x{} pixels, which need more than the {:.1f} GB of available memory; make "
           "it shorter or smaller first",
           path.string(), count, frame->width, frame->height, static_cast<double>(room) / 1e9);
    clip.frames.push_back(std::move(frame));
    impl.noteTime(impl.decoded->best_effort_timestamp, durationOf(*impl.decoded));
    return true;
  });
  if (clip.frames.empty()) fail(ErrorKind::Corrupt, "{} contains no frames", impl.path.string());
  impl.requireWhole(clip.frames.size());
  const auto rate = impl.rate();
  clip.fps = rate.fps;
  if (rate.shown.empty()) return clip;
  Clip even{rate.fps, {}};
  for (const auto source : rate.shown) even.frames.push_back(clip.frames[source]);
  return even;
}

}  // namespace fb::media
