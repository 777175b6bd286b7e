// SPDX-License-Identifier: MIT
#include "media/video_writer.h"

#include "media/audio_track.h"
#include "media/av_handles.h"
#include "media/leavable_thread.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libswscale/swscale.h>
}

#include <limits>
#include <new>
#include <vector>

namespace fb::media {
namespace {

struct Option {
  const char* name;
  const char* value;
};

// How a format is written.
struct Recipe {
  const char* muxer;
  std::vector<const char*> encoders;  // the first one that this build of libav* has is used
  AVPixelFormat pixelFormat;
  std::vector<Option> encoderOptions;
  std::vector<Option> muxerOptions;
  std::uint32_t tag;
};

Recipe recipeFor(ExportFormat format) {
  const std::vector<Option> streamable = {{"movflags", "+faststart+write_colr"}};
  switch (format) {
    case ExportFormat::Mp4H264:
      // Of some small clips (32x32, 112x64) x264 writes other bytes, with slightly other pixels, from one process to
      // the next: its macroblock tree, without which files grow, reads memory that it never wrote (x264 164, in
      // vectorised code; seen by MALLOC_PERTURB_). The number of threads does not matter.
      return {"mp4", {"libx264"}, AV_PIX_FMT_YUV420P, {{"preset", "medium"}}, streamable, 0};
    case ExportFormat::Mp4H265:
      // Apple's players open H.265 only with the tag hvc1.
      return {"mp4",
              {"libx265"},
              AV_PIX_FMT_YUV420P,
              {{"preset", "fast"}, {"x265-params", "log-level=none"}},
              streamable,
              MKTAG('h', 'v', 'c', '1')};
    case ExportFormat::Mp4Av1:
      return {"mp4",
              {"libaom-av1", "libsvtav1"},
              AV_PIX_FMT_YUV420P,
              {{"cpu-used", "6"}, {"row-mt", "1"}, {"preset", "8"}},
              streamable,
              0};
    case ExportFormat::WebmVp9:
      return {
          "webm", {"libvpx-vp9"}, AV_PIX_FMT_YUV420P, {{"deadline", "good"}, {"cpu-used", "4"}, {"row-mt", "1"}}, {},
          0};
    case ExportFormat::MovProRes:
      // QuickTime's own comment field is limited to 16-bit lengths; metadata keys hold any text.
      return {"mov",
              {"prores_ks"},
              AV_PIX_FMT_YUV422P10LE,
              {{"profile", "hq"}, {"vendor", "apl0"}},
              {{"movflags", "+faststart+write_colr+use_metadata_tags"}},
              0};
    case ExportFormat::Gif:
    case ExportFormat::PngSequence:
      break;
  }
  fail(ErrorKind::Internal, "{} is not a video format", toString(format));
}

const AVCodec* findEncoder(const Recipe& recipe) {
  for (const char* name : recipe.encoders)
    if (const AVCodec* codec = avcodec_find_encoder_by_name(name)) return codec;
  return nullptr;
}

struct OutputDelete {
  void operator()(AVFormatContext* context) const {
    avio_closep(&context->pb);
    avformat_free_context(context);
  }
};

struct DictionaryOwner {
  AVDictionary* entries = nullptr;
  ~DictionaryOwner() { av_dict_free(&entries); }
};

}  // namespace

struct VideoWriter::Impl {
  std::filesystem::path shownPath;
  std::unique_ptr<AVFormatContext, OutputDelete> format;
  AvPtr<AVCodecContext> codec;
  AvPtr<SwsContext> converter;
  AvPtr<AVFrame> rgb;
  AvPtr<AVFrame> frame;
  AvPtr<AVPacket> packet;
  AVStream* stream = nullptr;
  std::shared_ptr<const AudioTrack> audio;
  AVStream* audioStream = nullptr;
  std::size_t audioPacketsWritten = 0;
  std::int64_t framesWritten = 0;

  int check(int code) const { return checkAv(code, "write", shownPath); }

  void openEncoder(const Recipe& recipe, const VideoSettings& settings);
  void openConverter(const VideoSettings& settings);
  void openFile(const Recipe& recipe, const VideoSettings& settings);
  void addAudioStream();
  // Sound up to this time, in seconds: the muxer keeps what it cannot interleave yet in memory.
  void writeAudioUntil(double seconds);
  // Writes the packets that are ready.
  void drain(const std::stop_token& stop);
};

void VideoWriter::Impl::openEncoder(const Recipe& recipe, const VideoSettings& settings) {
  const AVCodec* encoder = findEncoder(recipe);
  if (!encoder)
    fail(ErrorKind::Unsupported, "cannot write {}: this machine's FFmpeg has no encoder for {}; choose another format",
         shownPath.string(), toString(settings.format));
  codec.reset(avcodec_alloc_context3(encoder));
  if (!codec) throw std::bad_alloc();
  codec->width = settings.width;
  codec->height = settings.height;
  codec->pix_fmt = recipe.pixelFormat;
  codec->framerate = av_d2q(settings.fps, 1001000);
  codec->time_base = av_inv_q(codec->framerate);
  codec->sample_aspect_ratio = {1, 1};
  codec->color_primaries = AVCOL_PRI_BT709;
  codec->color_trc = AVCOL_TRC_BT709;
  codec->colorspace = AVCOL_SPC_BT709;
  codec->color_range = AVCOL_RANGE_MPEG;
  codec->chroma_sample_location = AVCHROMA_LOC_LEFT;
  codec->thread_count = 0;
  if (format->oformat->flags & AVFMT_GLOBALHEADER) codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;

  DictionaryOwner options;
  for (const auto& [name, value] : recipe.encoderOptions)
    if (av_opt_find(codec->priv_data, name, nullptr, 0, 0)) av_dict_set(&options.entries, name, value, 0);
  if (rateFactorsOf(settings.format))
    av_dict_set_int(&options.entries, "crf",
                    settings.rateFactor.value_or(rateFactorFor(settings.format, settings.quality)), 0);
  check(avcodec_open2(codec.get(), encoder, &options.entries));
}

void VideoWriter::Impl::openConverter(const VideoSettings& settings) {
  rgb = makeFrame(settings.width, settings.height, AV_PIX_FMT_RGB24);
  frame = makeFrame(settings.width, settings.height, codec->pix_fmt);
  frame->color_primaries = codec->color_primaries;
  frame->color_trc = codec->color_trc;
  frame->colorspace = codec->colorspace;
  frame->color_range = codec->color_range;
  converter.reset(sws_getContext(settings.width, settings.height, AV_PIX_FMT_RGB24, settings.width, settings.height,
                                 codec->pix_fmt, SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr,
                                 nullptr));
  const int* bt709 = sws_getCoefficients(SWS_CS_ITU709);
  constexpr int kFullRange = 1;
  constexpr int kLimitedRange = 0;
  constexpr int kUnity = 1 << 16;
  if (!converter ||
      sws_setColorspaceDetails(converter.get(), bt709, kFullRange, bt709, kLimitedRange, 0, kUnity, kUnity) < 0)
    fail(ErrorKind::Internal, "cannot write {}: no conversion from RGB to BT.709", shownPath.string());
}

void VideoWriter::Impl::openFile(const Recipe& recipe, const VideoSettings& settings) {
  stream = avformat_new_stream(format.get(), nullptr);
  if (!stream) throw std::bad_alloc();
  check(avcodec_parameters_from_context(stream->codecpar, codec.get()));
  stream->codecpar->codec_tag = recipe.tag;
  stream->time_base = codec->time_base;
  stream->avg_frame_rate = codec->framerate;
  stream->sample_aspect_ratio = codec->sample_aspect_ratio;
  if (audio) addAudioStream();
  if (!settings.metadata.empty()) av_dict_set(&format->metadata, "comment", settings.metadata.c_str(), 0);
  check(avio_open(&format->pb, format->url, AVIO_FLAG_WRITE));
  DictionaryOwner options;
  for (const auto& [name, value] : recipe.muxerOptions) av_dict_set(&options.entries, name, value, 0);
  check(avformat_write_header(format.get(), &options.entries));
}

void VideoWriter::Impl::addAudioStream() {
  audioStream = avformat_new_stream(format.get(), nullptr);
  if (!audioStream) throw std::bad_alloc();
  check(avcodec_parameters_copy(audioStream->codecpar, audio->parameters.get()));
  audioStream->time_base = {audio->ticksPerSecond[1], audio->ticksPerSecond[0]};
}

void VideoWriter::Impl::writeAudioUntil(double seconds) {
  if (!audio) return;
  const AVRational ticks = {audio->ticksPerSecond[1], audio->ticksPerSecond[0]};
  for (; audioPacketsWritten < audio->packets.size(); ++audioPacketsWritten) {
    const auto& next = *audio->packets[audioPacketsWritten];
    if (static_cast<double>(next.dts) * av_q2d(ticks) > seconds) return;
    const AvPtr<AVPacket> copy(av_packet_clone(&next));
    if (!copy) throw std::bad_alloc();
    copy->stream_index = audioStream->index;
    av_packet_rescale_ts(copy.get(), ticks, audioStream->time_base);
    check(av_interleaved_write_frame(format.get(), copy.get()));
  }
}

void VideoWriter::Impl::drain(const std::stop_token& stop) {
  for (;;) {
    throwIfStopped(stop);
    const int code = avcodec_receive_packet(codec.get(), packet.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    check(code);
    packet->duration = 1;
    packet->stream_index = stream->index;
    writeAudioUntil(static_cast<double>(packet->dts) * av_q2d(codec->time_base));
    av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
    check(av_interleaved_write_frame(format.get(), packet.get()));
  }
}

bool VideoWriter::available(ExportFormat format) { return findEncoder(recipeFor(format)) != nullptr; }

VideoWriter::VideoWriter(const std::filesystem::path& file, const std::filesystem::path& shownPath,
                         const VideoSettings& settings) {
  auto impl = std::make_shared<Impl>();
  m_impl = impl.get();
  quietAv();
  const Recipe recipe = recipeFor(settings.format);
  m_impl->shownPath = shownPath;
  m_impl->audio = settings.audio;
  AVFormatContext* format = nullptr;
  // The muxer opens its file by this name again to move the index to the front.
  m_impl->check(avformat_alloc_output_context2(&format, nullptr, recipe.muxer, avUrl(file).c_str()));
  m_impl->format.reset(format);
  m_impl->packet = makePacket();
  m_impl->openEncoder(recipe, settings);
  m_impl->openConverter(settings);
  m_impl->openFile(recipe, settings);
  m_encoding = std::make_unique<LeavableThread>(std::move(impl));
}

VideoWriter::~VideoWriter() = default;

void VideoWriter::write(const Frame& image, const std::stop_token& stop) {
  // swscale reads whole vectors, even past the last row, so it gets padded rows.
  const auto& rgb = *m_impl->rgb;
  av_image_copy_plane(rgb.data[0], rgb.linesize[0], image.rgb.data(), image.width * 3, image.width * 3, image.height);
  const auto encode = [impl = m_impl, stop] {
    auto& frame = *impl->frame;
    const auto& from = *impl->rgb;
    impl->check(av_frame_make_writable(&frame));
    impl->check(sws_scale(impl->converter.get(), from.data, from.linesize, 0, from.height, frame.data, frame.linesize));
    frame.pts = impl->framesWritten++;
    impl->check(avcodec_send_frame(impl->codec.get(), &frame));
    impl->drain(stop);
  };
  m_encoding->run(encode, stop);
}

void VideoWriter::finish(const std::stop_token& stop) {
  const auto flush = [impl = m_impl, stop] {
    impl->check(avcodec_send_frame(impl->codec.get(), nullptr));
    impl->drain(stop);
    impl->writeAudioUntil(std::numeric_limits<double>::infinity());
    impl->check(av_write_trailer(impl->format.get()));
    impl->check(avio_closep(&impl->format->pb));
  };
  m_encoding->run(flush, stop);
}

}  // namespace fb::media
