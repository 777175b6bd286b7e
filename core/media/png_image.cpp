// SPDX-License-Identifier: MIT
#include "media/png_image.h"

#include "base/file_errors.h"
#include "media/av_handles.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavutil/crc.h>
}

#include <algorithm>
#include <string_view>

namespace fb::media {
namespace {

constexpr std::size_t kSignatureSize = 8;
constexpr std::size_t kChunkFrame = 12;  // length, type, checksum
constexpr std::size_t kHeaderEnd = kSignatureSize + kChunkFrame + 13;
constexpr std::size_t kLongestBody = 16u << 20;  // of chunks that are examined

std::string bigEndian32(std::uint32_t value) {
  return {static_cast<char>(value >> 24), static_cast<char>(value >> 16), static_cast<char>(value >> 8),
          static_cast<char>(value)};
}

// An iTXt chunk: keyword, two zeros for "not compressed", empty language and translated keyword, text.
std::string textChunk(const std::string& keyword, const std::string& text) {
  using namespace std::string_literals;
  const std::string body = "iTXt" + keyword + "\0\0\0\0\0"s + text;
  const auto* table = av_crc_get_table(AV_CRC_32_IEEE_LE);
  const std::uint32_t checksum = ~av_crc(table, ~0u, reinterpret_cast<const std::uint8_t*>(body.data()), body.size());
  return bigEndian32(static_cast<std::uint32_t>(body.size() - 4)) + body + bigEndian32(checksum);
}

void addText(std::string_view type, std::string_view body, PngTexts& texts) {
  const auto keywordEnd = body.find('\0');
  if (keywordEnd == std::string_view::npos) return;
  auto text = body.substr(keywordEnd + 1);
  if (type == "iTXt") {
    const bool compressed = text.size() < 2 || text[0] != 0;
    if (compressed) return;
    text.remove_prefix(2);
    for (int skipped = 0; skipped < 2; ++skipped) {
      const auto end = text.find('\0');
      if (end == std::string_view::npos) return;
      text.remove_prefix(end + 1);
    }
  }
  texts.emplace(body.substr(0, keywordEnd), text);
}

// Calls `visit` with the type of each chunk and a function that reads its body, which is empty if it is truncated or
// too long.
template <class Visit>
void forEachChunk(const std::filesystem::path& file, Visit visit) {
  auto in = openToRead(file);
  std::string signature(kSignatureSize, '\0');
  in.read(signature.data(), kSignatureSize);
  requireRead(in, file);
  if (signature != "\x89PNG\r\n\x1a\n") return;
  unsigned char head[8];
  while (in.read(reinterpret_cast<char*>(head), sizeof head)) {
    const std::uint32_t size = std::uint32_t{head[0]} << 24 | head[1] << 16 | head[2] << 8 | head[3];
    const auto next = in.tellg() + std::streamoff{size} + std::streamoff{4};
    visit(std::string_view(reinterpret_cast<const char*>(head) + 4, 4), [&]() -> std::string {
      std::string body(size <= kLongestBody ? size : 0, '\0');
      return in.read(body.data(), static_cast<std::streamsize>(body.size())) ? body : std::string();
    });
    in.seekg(next);
  }
  requireRead(in, file);
}

}  // namespace

struct PngEncoder::Impl {
  AvPtr<AVCodecContext> codec;
  AvPtr<AVFrame> frame;
  AvPtr<AVPacket> packet;
};

PngEncoder::PngEncoder(int width, int height) : m_impl(std::make_unique<Impl>()) {
  quietAv();
  const AVCodec* encoder = avcodec_find_encoder(AV_CODEC_ID_PNG);
  if (!encoder) fail(ErrorKind::Unsupported, "this machine's FFmpeg has no encoder for PNG; choose another format");
  auto& codec = m_impl->codec;
  codec.reset(avcodec_alloc_context3(encoder));
  if (!codec) throw std::bad_alloc();
  codec->width = width;
  codec->height = height;
  codec->pix_fmt = AV_PIX_FMT_RGB24;
  codec->time_base = {1, 25};
  codec->thread_count = 1;  // one frame in, one packet out
  if (const int code = avcodec_open2(codec.get(), encoder, nullptr); code < 0)
    fail(ErrorKind::Internal, "cannot encode a PNG of {}x{}: {}", width, height, avReason(code));
  m_impl->frame = makeFrame(width, height, AV_PIX_FMT_RGB24);
  m_impl->frame->color_primaries = AVCOL_PRI_BT709;
  m_impl->frame->color_trc = AVCOL_TRC_IEC61966_2_1;
  m_impl->packet = makePacket();
}

PngEncoder::~PngEncoder() = default;

std::string PngEncoder::encode(const Frame& image, const PngTexts& texts) {
  auto& frame = *m_impl->frame;
  int code = av_frame_make_writable(&frame);
  const std::size_t row = static_cast<std::size_t>(image.width) * 3;
  if (code >= 0)
    for (int y = 0; y < image.height; ++y)
      std::copy_n(image.rgb.data() + y * row, row, frame.data[0] + static_cast<std::ptrdiff_t>(y) * frame.linesize[0]);
  if (code >= 0) code = avcodec_send_frame(m_impl->codec.get(), &frame);
  if (code >= 0) code = avcodec_receive_packet(m_impl->codec.get(), m_impl->packet.get());
  if (code < 0) fail(ErrorKind::Internal, "cannot encode a PNG: {}", avReason(code));
  std::string bytes(reinterpret_cast<const char*>(m_impl->packet->data),
                    static_cast<std::size_t>(m_impl->packet->size));
  av_packet_unref(m_impl->packet.get());
  std::string chunks;
  for (const auto& [keyword, text] : texts) chunks += textChunk(keyword, text);
  return bytes.insert(kHeaderEnd, chunks);
}

PngTexts readPngTexts(const std::filesystem::path& file) {
  PngTexts texts;
  forEachChunk(file, [&](std::string_view type, const auto& body) {
    if (type == "iTXt" || type == "tEXt") addText(type, body(), texts);
  });
  return texts;
}

std::string readPngExif(const std::filesystem::path& file) {
  std::string exif;
  forEachChunk(file, [&](std::string_view type, const auto& body) {
    if (type == "eXIf") exif = body();
  });
  return exif;
}

}  // namespace fb::media
