// SPDX-License-Identifier: MIT
// A file that was cut off somewhere, as an interrupted copy or download leaves it, is refused by name, unless all that
// is missing comes after its pixels: what is read is never part of an image or of a clip.
#include "media/clip_files.h"
#include "media_test.h"

#include <gtest/gtest.h>

#include <set>

namespace fb::media {
namespace {

struct Kind {
  const char* name;
  const char* ending;
  const char* arguments;  // of ffmpeg
};

class CutShort : public testing::TestWithParam<Kind> {
protected:
  // All near the ends, where a header or a trailer is, and some between.
  static std::set<std::size_t> lengths(std::size_t size) {
    constexpr std::size_t kNear = 40, kBetween = 60;
    std::set<std::size_t> chosen;
    for (std::size_t i = 1; i <= kNear && i < size; ++i) chosen.insert({i, size - i});
    for (std::size_t i = 1; i < kBetween; ++i) chosen.insert(size * i / kBetween);
    chosen.erase(0);
    return chosen;
  }
  static bool isSame(const Clip& a, const Clip& b) {
    if (a.frames.size() != b.frames.size()) return false;
    for (std::size_t i = 0; i < a.frames.size(); ++i)
      if (a.frames[i]->rgb != b.frames[i]->rgb) return false;
    return true;
  }

  TestFolder m_folder;
};

TEST_P(CutShort, IsRefusedOrWhole) {
  const std::string ending = GetParam().ending;
  ffmpeg("-f lavfi -i testsrc2=s=64x48:r=8:d=1 " + std::string(GetParam().arguments) + " '" +
         (m_folder / ("whole" + ending)).string() + "'");
  const auto clip = readClip(m_folder / ("whole" + ending));
  ASSERT_TRUE(clip) << clip.error().message;
  const auto bytes = m_folder.read("whole" + ending);
  const auto path = m_folder / ("short" + ending);
  for (const auto length : lengths(bytes.size())) {
    m_folder.write("short" + ending, bytes.substr(0, length));
    const auto read = readClip(path);
    const auto first = readFirstFrame(path);
    if (read)
      EXPECT_TRUE(isSame(read.value(), clip.value())) << length << " of " << bytes.size() << " bytes as a clip";
    else
      EXPECT_NE(read.error().message.find(path.string()), std::string::npos) << read.error().message;
    if (first) {
      EXPECT_EQ(first.value().rgb, clip.value().frames.front()->rgb)
          << length << " of " << bytes.size() << " bytes as an image";
    }
  }
}

// Photo programs write the directory before the pixels: FFmpeg then shows the strips that are there.
TEST(CutShortTiff, IsRefusedIfItsDirectoryComesFirst) {
  constexpr std::uint16_t kSide = 16, kRowsPerStrip = 4, kStrips = kSide / kRowsPerStrip, kEntries = 8;
  constexpr std::uint32_t kStripBytes = kSide * kRowsPerStrip, kLists = 8 + 2 + kEntries * 12 + 4;
  constexpr std::uint32_t kPixels = kLists + kStrips * 8;
  std::string bytes;
  const auto put = [&bytes](std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
  };
  const auto entry = [&](std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value) {
    put(tag, 2), put(type, 2), put(count, 4), put(value, 4);
  };
  bytes = std::string("II*\0", 4);
  put(8, 4), put(kEntries, 2);
  entry(256, 3, 1, kSide), entry(257, 3, 1, kSide), entry(258, 3, 1, 8), entry(259, 3, 1, 1), entry(262, 3, 1, 1);
  entry(273, 4, kStrips, kLists), entry(278, 3, 1, kRowsPerStrip), entry(279, 4, kStrips, kLists + kStrips * 4);
  put(0, 4);
  for (std::uint32_t i = 0; i < kStrips; ++i) put(kPixels + i * kStripBytes, 4);
  for (std::uint32_t i = 0; i < kStrips; ++i) put(kStripBytes, 4);
  bytes += std::string(kSide * kSide, '\x55');

  TestFolder folder;
  folder.write("whole.tif", bytes);
  EXPECT_TRUE(readFirstFrame(folder / "whole.tif"));
  for (const auto missing : {1u, kStripBytes, 2 * kStripBytes + 1, kStrips * kStripBytes - 1}) {
    folder.write("short.tif", bytes.substr(0, bytes.size() - missing));
    const auto read = readFirstFrame(folder / "short.tif");
    ASSERT_FALSE(read) << missing;
    EXPECT_NE(read.error().message.find("short.tif"), std::string::npos) << read.error().message;
  }
}

// What comes after an image's end is no part of it: thumbnails, padding, what a program appended.
TEST(MoreThanAnImage, IsNoFileWithMoreThanItsImage) {
  TestFolder folder;
  for (const std::string ending : {".png", ".jpg", ".gif", ".tiff"}) {
    const auto file = folder / ("image" + ending);
    ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 1 '" + file.string() + "'");
    folder.write("more" + ending, folder.read("image" + ending) + std::string(100, '\0') + "appended");
    const auto read = readFirstFrame(folder / ("more" + ending));
    EXPECT_TRUE(read) << read.error().message;
  }
}

constexpr Kind kKinds[] = {{"tiff", ".tiff", "-frames:v 1 -compression_algo raw"},
                           {"tiffLzw", ".tiff", "-frames:v 1 -compression_algo lzw"},
                           {"tiffDeflate", ".tif", "-frames:v 1 -compression_algo deflate"},
                           {"tiffPackbits", ".tiff", "-frames:v 1 -compression_algo packbits"},
                           {"tiff16", ".tiff", "-frames:v 1 -pix_fmt rgb48le"},
                           {"png", ".png", "-frames:v 1"},
                           {"pngAlpha16", ".png", "-frames:v 1 -pix_fmt rgba64be"},
                           {"pngPalette", ".png", "-frames:v 1 -pix_fmt pal8"},
                           {"apng", ".apng", "-plays 0"},
                           {"jpeg", ".jpg", "-frames:v 1"},
                           {"jpegFine", ".jpg", "-frames:v 1 -q:v 2 -pix_fmt yuvj444p"},
                           {"webp", ".webp", "-frames:v 1"},
                           {"webpLossless", ".webp", "-frames:v 1 -lossless 1"},
                           {"bmp", ".bmp", "-frames:v 1"},
                           {"bmpPalette", ".bmp", "-frames:v 1 -pix_fmt pal8"},
                           {"gif", ".gif", ""},
                           {"mp4", ".mp4", "-pix_fmt yuv420p"},
                           {"mp4Fast", ".mp4", "-pix_fmt yuv420p -movflags +faststart"},
                           {"mov", ".mov", "-c:v prores_ks -movflags +faststart"},
                           {"webm", ".webm", "-c:v libvpx-vp9"},
                           {"mkv", ".mkv", "-pix_fmt yuv420p"},
                           {"avi", ".avi", "-c:v mpeg4"}};

INSTANTIATE_TEST_SUITE_P(All, CutShort, testing::ValuesIn(kKinds),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

}  // namespace
}  // namespace fb::media
