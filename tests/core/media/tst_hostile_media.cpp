// SPDX-License-Identifier: MIT
// Damaged and foreign files are errors that name the file.
#include "media/clip_files.h"
#include "media_test.h"
#include "seed.h"

#include <gtest/gtest.h>

#include <random>

namespace fb::media {
namespace {

void expectSentence(const Error& error, const std::string& name) {
  EXPECT_NE(error.message.find(name), std::string::npos) << error.message;
}

TEST(HostileMedia, MissingForeignAndEmptyFiles) {
  TestFolder folder;
  folder.write("empty.mp4", "");
  folder.write("text.mp4", "not a clip at all");
  folder.write("list.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n/etc/passwd\n");
  std::filesystem::create_directories(folder / "folder.png");
  for (const char* name : {"absent.mp4", "absent.png", "empty.mp4", "text.mp4", "list.mp4", "folder.png"}) {
    const auto read = readClip(folder / name);
    const auto info = inspectClip(folder / name);
    ASSERT_FALSE(read.ok()) << name;
    ASSERT_FALSE(info.ok()) << name;
    expectSentence(read.error(), name);
    expectSentence(info.error(), name);
  }
  EXPECT_EQ(readClip(folder / "absent.mp4").error().kind, ErrorKind::NotFound);
}

// FFmpeg has patterns and options in names; here a name is a name, and the content alone says what a file is.
TEST(HostileMedia, NamesMeanNothing) {
  TestFolder folder;
  for (const std::string name : {"a%03d", "what?", "*", "a{b,c}", "a:b", "file:x", "-i", " ", "a\nb", "concat:a|b"}) {
    for (const std::string ending : {".png", ".jpg", ".gif", ".mp4", ".jpeg", ".unknown", ""}) {
      const auto made = ending == ".unknown" || ending.empty() ? ".jpg" : ending;
      ffmpeg("-y -f lavfi -i testsrc2=s=64x48 -frames:v 1 -q:v 2 -pix_fmt " +
             std::string(made.starts_with(".jp") ? "yuvj444p"
                         : made == ".mp4"        ? "yuv420p"
                                                 : "rgb24") +
             (made == ".gif" ? " -pix_fmt rgb8" : "") + " '" + (folder / ("made" + made)).string() + "'");
      const auto path = folder / (name + ending);
      std::filesystem::rename(folder / ("made" + made), path);
      const auto read = readFirstFrame(path);
      ASSERT_TRUE(read) << read.error().message;
      EXPECT_EQ(read.value().width, 64);
    }
    const auto exportedAs = folder / (name + "-out.mp4");
    ASSERT_EQ(exported(testClip(), exportedAs, {}), "");
    EXPECT_TRUE(readClip(exportedAs));
  }
}

TEST(HostileMedia, CutOffFilesAreErrors) {
  TestFolder folder;
  for (const char* name : {"clip.mp4", "clip.mov", "clip.gif"}) {
    ASSERT_EQ(exported(testClip(), folder / name, {.format = *exportFormatForPath(name)}), "");
    const auto whole = folder.read(name);
    for (const double share : {0.0, 0.01, 0.3, 0.6, 0.9}) {
      folder.write(name, whole.substr(0, static_cast<std::size_t>(share * static_cast<double>(whole.size()))));
      const auto read = readClip(folder / name);
      ASSERT_FALSE(read.ok()) << name << " " << share;
      expectSentence(read.error(), name);
    }
  }
}

TEST(HostileMedia, MutatedFilesDoNotCrash) {
  TestFolder folder;
  std::mt19937_64 random(testSeed(3));
  int refused = 0;
  for (const char* name : {"clip.mp4", "clip.webm", "clip.gif", "clip.mov"}) {
    ASSERT_EQ(exported(testClip(), folder / name, {.format = *exportFormatForPath(name), .metadata = "{}"}), "");
    const auto whole = folder.read(name);
    for (int round = 0; round < 25; ++round) {
      auto bytes = whole;
      for (int i = 0; i < 1 << (round % 7); ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
      folder.write(name, bytes);
      const auto info = inspectClip(folder / name);
      const auto read = readClip(folder / name);
      if (!info.ok()) expectSentence(info.error(), name);
      if (read.ok()) continue;
      ++refused;
      expectSentence(read.error(), name);
    }
  }
  EXPECT_GE(refused, 20);
}

}  // namespace
}  // namespace fb::media
