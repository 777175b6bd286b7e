// SPDX-License-Identifier: MIT
#include "media/media_kinds.h"

#include "base/file_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

namespace fb::media {
namespace {

struct Kind {
  std::string_view ending;
  std::string_view name;
  bool isRead;
};

constexpr Kind kKinds[] = {{".tga", "a Targa image", false},
                           {".jp2", "a JPEG 2000 image", false},
                           {".j2k", "a JPEG 2000 image", false},
                           {".heic", "a HEIC image", false},
                           {".heif", "a HEIF image", false},
                           {".avif", "an AVIF image", false},
                           {".jxl", "a JPEG XL image", false},
                           {".psd", "a Photoshop document", false},
                           {".xcf", "a GIMP document", false},
                           {".exr", "an OpenEXR image", false},
                           {".hdr", "a Radiance HDR image", false},
                           {".dds", "a DDS texture", false},
                           {".svg", "an SVG drawing", false},
                           {".ico", "an icon", false},
                           {".pdf", "a PDF document", false},
                           {".wmv", "a Windows Media video", false},
                           {".flv", "a Flash video", false},
                           {".mp3", "an audio file", false},
                           {".wav", "an audio file", false},
                           {".mp4", "an MP4 video", true},
                           {".mov", "a QuickTime video", true},
                           {".webm", "a WebM video", true},
                           {".mkv", "a Matroska video", true},
                           {".avi", "an AVI video", true},
                           {".gif", "a GIF", true},
                           {".png", "a PNG image", true},
                           {".jpg", "a JPEG image", true},
                           {".jpeg", "a JPEG image", true},
                           {".webp", "a WebP image", true},
                           {".tif", "a TIFF image", true},
                           {".tiff", "a TIFF image", true},
                           {".bmp", "a BMP image", true}};

constexpr std::string_view kWayOut =
    "save clips as MP4, WebM, MKV, MOV, AVI or GIF, and images as PNG, JPEG, WebP, TIFF or BMP";

const Kind* kindOf(const std::filesystem::path& file) {
  auto ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto* found = std::ranges::find(kKinds, ending, &Kind::ending);
  return found == std::end(kKinds) ? nullptr : found;
}

}  // namespace

Error cannotOpen(const std::filesystem::path& file, const std::string& reason) {
  const auto* kind = kindOf(file);
  if (!kind)
    return {ErrorKind::Corrupt,
            fmt::format("{} is damaged or not in a format that this program reads; {}", file.string(), kWayOut)};
  if (!kind->isRead)
    return {ErrorKind::Unsupported,
            fmt::format("{} is {}, which this program does not read; {}", file.string(), kind->name, kWayOut)};
  return {ErrorKind::Corrupt,
          fmt::format("{} is damaged, incomplete or not {}: {}", file.string(), kind->name, reason)};
}

bool isAnimatedWebp(const std::filesystem::path& file) {
  // "RIFF", size, "WEBP", "VP8X", size, flags
  constexpr std::size_t kFlags = 20;
  constexpr int kAnimation = 0x02;
  char head[kFlags + 1] = {};
  auto in = openToRead(file);
  const bool isWhole = static_cast<bool>(in.read(head, sizeof head));
  requireRead(in, file);
  if (!isWhole) return false;
  const std::string_view text(head, sizeof head);
  return text.starts_with("RIFF") && text.substr(8, 8) == "WEBPVP8X" && (head[kFlags] & kAnimation) != 0;
}

}  // namespace fb::media
