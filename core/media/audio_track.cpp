// SPDX-License-Identifier: MIT
#include "media/audio_track.h"

#include "media/audio_reader.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/audio_fifo.h>
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
#include <libswresample/swresample.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <new>
#include <optional>

namespace fb::media {
namespace {

struct Encoder {
  const char* name;
  AVSampleFormat samples;
  int bitsPerSecond;  // for each channel
};

// The first one that this build of libav* has is used.
std::vector<Encoder> encodersFor(ExportFormat format) {
  const auto codec = audioCodecOf(format);
  if (codec == "aac") return {{"aac", AV_SAMPLE_FMT_FLTP, 96'000}};
  if (codec == "opus") return {{"libopus", AV_SAMPLE_FMT_FLT, 64'000}};
  if (codec == "pcm_s16le") return {{"pcm_s16le", AV_SAMPLE_FMT_S16, 0}};
  return {};
}

std::optional<Encoder> findEncoder(ExportFormat format) {
  for (const auto& encoder : encodersFor(format))
    if (avcodec_find_encoder_by_name(encoder.name)) return encoder;
  return std::nullopt;
}

// AAC knows certain rates, and Opus is made for one.
int rateFor(ExportFormat format, int rate) {
  constexpr std::array kOfAac = {96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000};
  constexpr int kUsual = 48000;
  const auto codec = audioCodecOf(format);
  if (codec == "pcm_s16le") return rate;
  return codec == "aac" && std::ranges::find(kOfAac, rate) != kOfAac.end() ? rate : kUsual;
}

struct ResamplerDelete {
  void operator()(SwrContext* resampler) const { swr_free(&resampler); }
};
struct FifoDelete {
  void operator()(AVAudioFifo* fifo) const { av_audio_fifo_free(fifo); }
};

// Encodes exactly the samples of a clip.
class TrackEncoder {
public:
  TrackEncoder(const std::filesystem::path& source, ExportFormat format, const AudioInfo& audio, double clipSeconds);

  // False if no more are needed.
  bool take(AVFrame& frame);
  // What is missing becomes silence.
  AudioTrack finish();

private:
  int check(int code) const { return checkAv(code, "use the sound of", m_source, ErrorKind::Corrupt); }
  void openEncoder(ExportFormat format, const AudioInfo& audio);
  void openResampler(AVFrame& frame);
  void resample(const std::uint8_t** data, int samples);
  AvPtr<AVFrame> makeSamples(int count) const;
  void addSilence(std::int64_t samples);
  bool needsMore() const { return m_samplesDone + av_audio_fifo_size(m_waiting.get()) < m_samples; }
  // As long as whole frames are waiting.
  void encode();
  void encode(int samples);
  void drain();

  std::filesystem::path m_source;
  AvPtr<AVCodecContext> m_codec;
  std::unique_ptr<SwrContext, ResamplerDelete> m_resampler;
  std::unique_ptr<AVAudioFifo, FifoDelete> m_waiting;
  int m_format = 0, m_rate = 0, m_channels = 0;  // of the frames that are taken
  int m_frameSize = 0;
  std::int64_t m_samples = 0, m_samplesDone = 0;
  AudioTrack m_track;
};

TrackEncoder::TrackEncoder(const std::filesystem::path& source, ExportFormat format, const AudioInfo& audio,
                           double clipSeconds)
    : m_source(source) {
  openEncoder(format, audio);
  m_samples = std::llround(clipSeconds * m_codec->sample_rate);
  m_waiting.reset(av_audio_fifo_alloc(m_codec->sample_fmt, m_codec->ch_layout.nb_channels, m_frameSize));
  if (!m_waiting) throw std::bad_alloc();
  addSilence(std::min(m_samples, std::int64_t{std::llround(audio.start * m_codec->sample_rate)}));
}

void TrackEncoder::openEncoder(ExportFormat format, const AudioInfo& audio) {
  const auto encoder = findEncoder(format);
  if (!encoder)
    fail(ErrorKind::Unsupported, "the sound of {} cannot be added: this machine's FFmpeg has no encoder for {}",
         m_source.string(), audioCodecOf(format));
  const auto* found = avcodec_find_encoder_by_name(encoder->name);
  m_codec.reset(avcodec_alloc_context3(found));
  if (!m_codec) throw std::bad_alloc();
  m_codec->sample_fmt = encoder->samples;
  m_codec->sample_rate = rateFor(format, audio.sampleRate);
  m_codec->time_base = {1, m_codec->sample_rate};
  av_channel_layout_default(&m_codec->ch_layout, std::min(2, audio.channels));
  if (encoder->bitsPerSecond > 0)
    m_codec->bit_rate = std::int64_t{encoder->bitsPerSecond} * m_codec->ch_layout.nb_channels;
  // All containers with sound need it.
  m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
  check(avcodec_open2(m_codec.get(), found, nullptr));
  constexpr int kAnySize = 1024;
  m_frameSize = m_codec->frame_size > 0 ? m_codec->frame_size : kAnySize;
  m_track.parameters.reset(avcodec_parameters_alloc());
  if (!m_track.parameters) throw std::bad_alloc();
  check(avcodec_parameters_from_context(m_track.parameters.get(), m_codec.get()));
  m_track.ticksPerSecond[0] = m_codec->sample_rate;
}

void TrackEncoder::openResampler(AVFrame& frame) {
  SwrContext* resampler = nullptr;
  check(swr_alloc_set_opts2(&resampler, &m_codec->ch_layout, m_codec->sample_fmt, m_codec->sample_rate,
                            &frame.ch_layout, static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0,
                            nullptr));
  m_resampler.reset(resampler);
  check(swr_init(resampler));
  m_format = frame.format;
  m_rate = frame.sample_rate;
  m_channels = frame.ch_layout.nb_channels;
}

bool TrackEncoder::take(AVFrame& frame) {
  if (!m_resampler) openResampler(frame);
  if (frame.format != m_format || frame.sample_rate != m_rate || frame.ch_layout.nb_channels != m_channels)
    fail(ErrorKind::Unsupported, "the sound of {} changes its rate or channels on the way; save it as WAV first",
         m_source.string());
  resample(const_cast<const std::uint8_t**>(frame.extended_data), frame.nb_samples);
  encode();
  return needsMore();
}

void TrackEncoder::resample(const std::uint8_t** data, int samples) {
  const int room = check(swr_get_out_samples(m_resampler.get(), samples));
  if (room == 0) return;
  const auto out = makeSamples(room);
  const int made = check(swr_convert(m_resampler.get(), out->extended_data, room, data, samples));
  check(av_audio_fifo_write(m_waiting.get(), reinterpret_cast<void**>(out->extended_data), made));
}

AvPtr<AVFrame> TrackEncoder::makeSamples(int count) const {
  AvPtr<AVFrame> frame(av_frame_alloc());
  if (!frame) throw std::bad_alloc();
  frame->nb_samples = count;
  frame->format = m_codec->sample_fmt;
  frame->sample_rate = m_codec->sample_rate;
  check(av_channel_layout_copy(&frame->ch_layout, &m_codec->ch_layout));
  if (av_frame_get_buffer(frame.get(), 0) < 0) throw std::bad_alloc();
  return frame;
}

void TrackEncoder::addSilence(std::int64_t samples) {
  while (samples > 0) {
    const int count = static_cast<int>(std::min<std::int64_t>(samples, m_frameSize));
    const auto silence = makeSamples(count);
    check(
        av_samples_set_silence(silence->extended_data, 0, count, m_codec->ch_layout.nb_channels, m_codec->sample_fmt));
    check(av_audio_fifo_write(m_waiting.get(), reinterpret_cast<void**>(silence->extended_data), count));
    samples -= count;
    encode();
  }
}

void TrackEncoder::encode() {
  while (av_audio_fifo_size(m_waiting.get()) >= m_frameSize && m_samplesDone < m_samples)
    encode(static_cast<int>(std::min<std::int64_t>(m_frameSize, m_samples - m_samplesDone)));
}

void TrackEncoder::encode(int samples) {
  const auto frame = makeSamples(samples);
  check(av_audio_fifo_read(m_waiting.get(), reinterpret_cast<void**>(frame->extended_data), samples));
  frame->pts = m_samplesDone;
  m_samplesDone += samples;
  check(avcodec_send_frame(m_codec.get(), frame.get()));
  drain();
}

void TrackEncoder::drain() {
  for (;;) {
    auto packet = makePacket();
    const int code = avcodec_receive_packet(m_codec.get(), packet.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return;
    check(code);
    m_track.packets.push_back(std::move(packet));
  }
}

AudioTrack TrackEncoder::finish() {
  if (m_resampler && needsMore()) resample(nullptr, 0);
  if (needsMore()) addSilence(m_samples - m_samplesDone - av_audio_fifo_size(m_waiting.get()));
  encode();
  if (m_samplesDone < m_samples) encode(static_cast<int>(m_samples - m_samplesDone));
  check(avcodec_send_frame(m_codec.get(), nullptr));
  drain();
  return std::move(m_track);
}

// None if the packets do not reach to the end of the clip after all, or do not have the times that this needs.
std::optional<AudioTrack> copied(AudioReader& reader, const std::filesystem::path& source, double clipSeconds,
                                 const std::stop_token& stop) {
  const auto& stream = reader.stream();
  // Uncompressed sound can end at any sample, if the times are counted in samples.
  const bool isPlain = av_get_exact_bits_per_sample(stream.codecpar->codec_id) > 0;
  const int sampleBytes = stream.codecpar->block_align;
  if (isPlain && (av_cmp_q(stream.time_base, {1, stream.codecpar->sample_rate}) != 0 || sampleBytes < 1))
    return std::nullopt;
  AudioTrack track;
  track.parameters.reset(avcodec_parameters_alloc());
  if (!track.parameters) throw std::bad_alloc();
  checkAv(avcodec_parameters_copy(track.parameters.get(), stream.codecpar), "use the sound of", source);
  // Each container has its own.
  track.parameters->codec_tag = 0;
  track.ticksPerSecond[0] = stream.time_base.den;
  track.ticksPerSecond[1] = stream.time_base.num;
  const std::int64_t start = stream.start_time == AV_NOPTS_VALUE ? 0 : stream.start_time;
  const std::int64_t end = std::llround(clipSeconds / av_q2d(stream.time_base));
  std::int64_t reached = 0;
  bool hasTimes = true;
  reader.packets(
      [&](AVPacket& packet) {
        hasTimes = packet.pts != AV_NOPTS_VALUE && packet.duration > 0;
        if (!hasTimes || packet.pts - start >= end) return false;
        AvPtr<AVPacket> kept(av_packet_clone(&packet));
        if (!kept) throw std::bad_alloc();
        kept->pts -= start;
        kept->dts = kept->pts;
        reached = kept->pts + kept->duration;
        kept->duration = std::min(kept->duration, end - kept->pts);
        if (isPlain) av_shrink_packet(kept.get(), static_cast<int>(kept->duration * sampleBytes));
        track.packets.push_back(std::move(kept));
        return true;
      },
      stop);
  return hasTimes && reached >= end ? std::optional(std::move(track)) : std::nullopt;
}

}  // namespace

void ParametersDelete::operator()(AVCodecParameters* parameters) const { avcodec_parameters_free(&parameters); }

std::uint64_t AudioTrack::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& packet : packets) sum += static_cast<std::uint64_t>(packet->size);
  return sum;
}

bool canEncodeAudio(ExportFormat format) { return findEncoder(format).has_value(); }

AudioTrack audioTrack(const std::filesystem::path& source, ExportFormat format, double clipSeconds,
                      const std::stop_token& stop) {
  {
    AudioReader reader(source);
    if (isAudioCopied(format, reader.info(), clipSeconds))
      if (auto track = copied(reader, source, clipSeconds, stop)) return std::move(*track);
  }
  AudioReader reader(source);
  TrackEncoder encoder(source, format, reader.info(), clipSeconds);
  reader.frames([&](AVFrame& frame) { return encoder.take(frame); }, stop);
  return encoder.finish();
}

}  // namespace fb::media
