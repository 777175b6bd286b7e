// SPDX-License-Identifier: MIT
#include "media/video_reader.h"

#include "media/av_handles.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <algorithm>
#include <cmath>

namespace fb::media {
namespace {

// Containers that hold one clip or one image. Playlists and scripts, which would open further files, are not among
// them.
constexpr const char* kContainers =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,gif,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,avi,ivf,h264,hevc,"
    "mpegts,mpeg,yuv4mpegpipe";
constexpr std::int64_t kMostPixels = 1 << 26;     // of one frame
constexpr std::uint64_t kMostBytes = 8ull << 30;  // of all frames as RGB
constexpr double kDefaultFps = 16;

int swsMatrix(AVColorSpace space) {
  switch (space) {
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
      return SWS_CS_ITU601;  // FFmpeg's own reading of untagged video
  }
}

bool isRgb(int pixelFormat) {
  const auto* description = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(pixelFormat));
  return description && description->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL);
}

// A camera's note on how it was held: the quarter turn and mirroring by which a point (x, y) is shown at
// (x * xx + y * yx, x * xy + y * yy).
struct Turn {
  int xx = 1, xy = 0, yx = 0, yy = 1;
  bool isNone() const { return xx == 1 && yy == 1; }
};

Turn turnOf(const AVFrameSideData* matrix) {
  if (!matrix || matrix->size < 9 * sizeof(std::int32_t)) return {};
  const auto* entry = reinterpret_cast<const std::int32_t*>(matrix->data);
  const auto sign = [](std::int32_t value) { return (value > 0) - (value < 0); };
  const Turn turn{sign(entry[0]), sign(entry[1]), sign(entry[3]), sign(entry[4])};
  // Other angles than quarter turns are left alone, as players do.
  const bool upright = turn.xx && turn.yy && !turn.xy && !turn.yx;
  const bool sideways = !turn.xx && !turn.yy && turn.xy && turn.yx;
  return upright || sideways ? turn : Turn{};
}

Frame turned(const Frame& frame, const Turn& turn) {
  Frame result{turn.xx ? frame.width : frame.height, turn.xx ? frame.height : frame.width, {}};
  result.rgb.resize(frame.rgb.size());
  const int left = turn.xx + turn.yx < 0 ? result.width - 1 : 0, top = turn.xy + turn.yy < 0 ? result.height - 1 : 0;
  for (int y = 0; y < frame.height; ++y)
    for (int x = 0; x < frame.width; ++x) {
      const int toX = left + x * turn.xx + y * turn.yx, toY = top + x * turn.xy + y * turn.yy;
      const auto* from = &frame.rgb[3 * (static_cast<std::size_t>(y) * frame.width + x)];
      std::copy_n(from, 3, &result.rgb[3 * (static_cast<std::size_t>(toY) * result.width + toX)]);
    }
  return result;
}

std::string orUnknown(const char* name) { return name ? name : "unknown"; }

}  // namespace

struct VideoReader::Impl {
  std::filesystem::path path;
  AvPtr<AVFormatContext> format;
  AvPtr<AVCodecContext> codec;
  AvPtr<SwsContext> converter;
  AvPtr<AVPacket> packet = makePacket();
  AvPtr<AVFrame> decoded{av_frame_alloc()};
  AVStream* stream = nullptr;

  int check(int code) const { return checkAv(code, "read", path, ErrorKind::Corrupt); }

  void open();
  void openDecoder();
  double fps() const;
  std::string colorText() const;
  // False at the end of the file.
  bool nextPacket();
  void receive(Clip& clip);
  std::shared_ptr<const Frame> toRgb();
};

void VideoReader::Impl::open() {
  AVDictionary* options = nullptr;
  av_dict_set(&options, "format_whitelist", kContainers, 0);
  av_dict_set(&options, "protocol_whitelist", "file", 0);
  AVFormatContext* context = nullptr;
  const int code = avformat_open_input(&context, avUrl(path).c_str(), nullptr, &options);
  av_dict_free(&options);
  check(code);
  format.reset(context);
  check(avformat_find_stream_info(format.get(), nullptr));
  const int index = av_find_best_stream(format.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
  if (index < 0) fail(ErrorKind::Unsupported, "{} holds no video", path.string());
  stream = format->streams[index];
  const auto& parameters = *stream->codecpar;
  if (parameters.width <= 0 || parameters.height <= 0 ||
      static_cast<std::int64_t>(parameters.width) * parameters.height > kMostPixels)
    fail(ErrorKind::Unsupported, "{} says that its frames are {}x{} pixels, which is more than this program reads",
         path.string(), parameters.width, parameters.height);
}

void VideoReader::Impl::openDecoder() {
  const AVCodec* decoder = avcodec_find_decoder(stream->codecpar->codec_id);
  if (!decoder)
    fail(ErrorKind::Unsupported, "{} is coded as {}, which this machine's FFmpeg cannot read", path.string(),
         avcodec_get_name(stream->codecpar->codec_id));
  codec.reset(avcodec_alloc_context3(decoder));
  if (!codec || !decoded) throw std::bad_alloc();
  check(avcodec_parameters_to_context(codec.get(), stream->codecpar));
  codec->max_pixels = kMostPixels;
  codec->err_recognition = AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER | AV_EF_EXPLODE;
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
  const bool full = parameters.color_range == AVCOL_RANGE_JPEG;
  return fmt::format("{}, {} range", orUnknown(av_color_space_name(parameters.color_space)), full ? "full" : "limited");
}

bool VideoReader::Impl::nextPacket() {
  for (;;) {
    av_packet_unref(packet.get());
    const int code = av_read_frame(format.get(), packet.get());
    if (code == AVERROR_EOF) return false;
    check(code);
    if (packet->flags & AV_PKT_FLAG_CORRUPT) fail(ErrorKind::Corrupt, "{} is damaged or cut off", path.string());
    if (packet->stream_index == stream->index) return true;
  }
}

std::shared_ptr<const Frame> VideoReader::Impl::toRgb() {
  const auto& source = *decoded;
  const auto kind = static_cast<AVPixelFormat>(source.format);
  converter.reset(sws_getCachedContext(converter.release(), source.width, source.height, kind, source.width,
                                       source.height, AV_PIX_FMT_RGB24,
                                       SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
  if (!converter)
    fail(ErrorKind::Unsupported, "{} has pixels of the kind {}, which cannot be converted", path.string(),
         orUnknown(av_get_pix_fmt_name(kind)));
  if (!isRgb(kind)) {
    constexpr int kUnity = 1 << 16;
    const int* matrix = sws_getCoefficients(swsMatrix(source.colorspace));
    sws_setColorspaceDetails(converter.get(), matrix, source.color_range == AVCOL_RANGE_JPEG, matrix, 1, 0, kUnity,
                             kUnity);
  }
  auto frame = std::make_shared<Frame>();
  frame->width = source.width;
  frame->height = source.height;
  // swscale writes whole vectors, so rows are padded here and cut below.
  const auto target = makeFrame(source.width, source.height, AV_PIX_FMT_RGB24);
  check(sws_scale(converter.get(), source.data, source.linesize, 0, source.height, target->data, target->linesize));
  frame->rgb.resize(static_cast<std::size_t>(source.width) * source.height * 3);
  av_image_copy_plane(frame->rgb.data(), source.width * 3, target->data[0], target->linesize[0], source.width * 3,
                      source.height);
  const auto turn = turnOf(av_frame_get_side_data(&source, AV_FRAME_DATA_DISPLAYMATRIX));
  return turn.isNone() ? frame : std::make_shared<Frame>(turned(*frame, turn));
}

void VideoReader::Impl::receive(Clip& clip) {
  for (;;) {
    const int code = avcodec_receive_frame(codec.get(), decoded.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    check(code);
    const bool damaged = decoded->decode_error_flags != 0 || decoded->flags & AV_FRAME_FLAG_CORRUPT;
    if (damaged) fail(ErrorKind::Corrupt, "{} is damaged at frame {}", path.string(), clip.frames.size());
    if (!clip.frames.empty() && (decoded->width != clip.width() || decoded->height != clip.height()))
      fail(ErrorKind::Unsupported, "{} changes its size at frame {}", path.string(), clip.frames.size());
    const std::uint64_t frameBytes = 3ull * decoded->width * decoded->height;
    if ((clip.frames.size() + 1) * frameBytes > kMostBytes)
      fail(ErrorKind::Unsupported, "{} is too long to be held in memory as a whole", path.string());
    clip.frames.push_back(toRgb());
  }
}

VideoReader::VideoReader(const std::filesystem::path& file) : m_impl(std::make_unique<Impl>()) {
  quietAv();
  m_impl->path = file;
  m_impl->open();
}

VideoReader::~VideoReader() = default;

ClipInfo VideoReader::info() {
  const auto& stream = *m_impl->stream;
  ClipInfo info;
  info.container = m_impl->format->iformat->name;
  info.codec = avcodec_get_name(stream.codecpar->codec_id);
  info.width = stream.codecpar->width;
  info.height = stream.codecpar->height;
  info.fps = m_impl->fps();
  info.colorSpace = m_impl->colorText();
  if (const auto* comment = av_dict_get(m_impl->format->metadata, "comment", nullptr, 0))
    info.metadata = comment->value;
  while (m_impl->nextPacket()) ++info.frames;
  return info;
}

Clip VideoReader::frames() {
  m_impl->openDecoder();
  Clip clip;
  clip.fps = m_impl->fps();
  while (m_impl->nextPacket()) {
    m_impl->check(avcodec_send_packet(m_impl->codec.get(), m_impl->packet.get()));
    m_impl->receive(clip);
  }
  m_impl->check(avcodec_send_packet(m_impl->codec.get(), nullptr));
  m_impl->receive(clip);
  if (clip.frames.empty()) fail(ErrorKind::Corrupt, "{} holds no frames", m_impl->path.string());
  const auto promised = m_impl->stream->nb_frames;
  if (promised > 0 && static_cast<std::int64_t>(clip.frames.size()) < promised)
    fail(ErrorKind::Corrupt, "{} is cut off: {} of its {} frames are there", m_impl->path.string(), clip.frames.size(),
         promised);
  return clip;
}

}  // namespace fb::media
