// SPDX-License-Identifier: MIT
// Clips as cameras and editors make them, read as the ffmpeg program plays them.
#include "base/failure.h"
#include "media/clip_files.h"
#include "media/video_reader.h"
#include "media_test.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace fb::media {
namespace {

class Played : public testing::Test {
protected:
  // 24 frames of 64x48 at 12 per second, of which only the first one is a key frame.
  Played() { make("source.mp4", "-f lavfi -i testsrc2=s=64x48:r=12:d=2 -c:v libx264 -qp 4 -g 250 -bf 2"); }

  void make(const char* name, const std::string& arguments) const {
    ffmpeg(arguments + " -pix_fmt yuv420p " + quoted(name));
  }
  std::string quoted(const char* name) const { return "'" + (m_folder / name).string() + "'"; }

  // As shown by ffmpeg, each rotated and at its display size.
  std::vector<Frame> shown(const char* name, int width, int height, const std::string& options = {}) const {
    const auto pixels = ffmpeg("-i " + quoted(name) + " " + options +
                               " -sws_flags accurate_rnd+full_chroma_int+bicubic -f rawvideo -pix_fmt rgb24 -");
    const auto bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
    EXPECT_EQ(pixels.size() % bytes, 0u) << name;
    std::vector<Frame> frames;
    for (auto at = pixels.begin(); pixels.end() - at >= static_cast<std::ptrdiff_t>(bytes);
         at += static_cast<std::ptrdiff_t>(bytes))
      frames.push_back({width, height, {at, at + static_cast<std::ptrdiff_t>(bytes)}});
    return frames;
  }

  void expectPlayed(const char* name, const std::vector<Frame>& expected, double fps) const {
    SCOPED_TRACE(name);
    const auto clip = readClip(m_folder / name);
    ASSERT_TRUE(clip) << clip.error().message;
    ASSERT_EQ(clip.value().frames.size(), expected.size());
    EXPECT_NEAR(clip.value().fps, fps, 0.01);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ASSERT_EQ(clip.value().frames[i]->width, expected[i].width);
      ASSERT_EQ(clip.value().frames[i]->height, expected[i].height);
      // The same steps in another order; a neighbouring frame differs by more than 3.
      EXPECT_LE(meanError(*clip.value().frames[i], expected[i]), 2) << "frame " << i;
    }
    const auto info = inspectClip(m_folder / name);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_EQ(info.value().frames, static_cast<int>(expected.size()));
    EXPECT_EQ(info.value().width, expected[0].width);
    EXPECT_EQ(info.value().height, expected[0].height);
    EXPECT_NEAR(info.value().fps, fps, 0.01);
  }

  TestFolder m_folder;
};

TEST_F(Played, TheSourceItself) { expectPlayed("source.mp4", shown("source.mp4", 64, 48), 12); }

TEST_F(Played, TurnedByTheDisplayMatrix) {
  for (const int angle : {90, 180, 270}) {
    ffmpeg("-i " + quoted("source.mp4") + " -c copy -metadata:s:v rotate=" + std::to_string(angle) + " " +
           quoted("turned.mp4"));
    const bool sideways = angle != 180;
    expectPlayed("turned.mp4", shown("turned.mp4", sideways ? 48 : 64, sideways ? 64 : 48), 12);
  }
}

TEST_F(Played, WithPixelsThatAreNotSquare) {
  make("wide.mp4", "-i " + quoted("source.mp4") + " -vf setsar=3/2 -c:v libx264 -qp 4");
  expectPlayed("wide.mp4",
               shown("wide.mp4", 96, 48, "-vf scale=96:48:flags=accurate_rnd+full_chroma_int+bicubic,format=rgb24"),
               12);
}

TEST_F(Played, CutByAnEditList) {
  ffmpeg("-ss 0.5 -i " + quoted("source.mp4") + " -c copy " + quoted("cut.mp4"));
  const auto expected = shown("cut.mp4", 64, 48, "-vsync passthrough");
  // The frames before the cut are in the file, since the others are made from them.
  ASSERT_EQ(expected.size(), 18u);
  ASSERT_LE(meanError(expected[0], shown("source.mp4", 64, 48)[6]), 0.5);
  expectPlayed("cut.mp4", expected, 12);
}

TEST_F(Played, VariableRateIsKeptInTime) {
  const auto some = "-i " + quoted("source.mp4") + " -vf \"select='not(between(n,3,8)+between(n,15,16))'\" -vsync vfr";
  make("gaps.mp4", some + " -c:v libx264 -qp 4");
  make("gaps.mkv", some + " -c:v libx264 -qp 4");
  make("gaps.webm", some + " -c:v libvpx-vp9 -crf 4 -b:v 0");
  for (const char* name : {"gaps.mp4", "gaps.mkv", "gaps.webm"}) {
    const auto expected = shown(name, 64, 48, "-vsync cfr -r 12");
    ASSERT_EQ(expected.size(), 24u);
    expectPlayed(name, expected, name == std::string("gaps.mp4") ? 12 : 12.05);
  }
}

TEST_F(Played, OnlyTheFirstFrameIsDecodedIfNoOtherIsWanted) {
  auto bytes = m_folder.read("source.mp4");
  const auto whole = readFirstFrame(m_folder / "source.mp4");
  ASSERT_TRUE(whole) << whole.error().message;
  // Damage in the frames behind the first.
  const auto data = bytes.find("mdat"), end = bytes.find("moov");
  ASSERT_LT(data, end);
  for (auto i = data + (end - data) * 2 / 3; i < end; ++i) bytes[i] = static_cast<char>(i * 37);
  m_folder.write("damaged.mp4", bytes);
  EXPECT_FALSE(readClip(m_folder / "damaged.mp4"));
  const auto first = readFirstFrame(m_folder / "damaged.mp4");
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first.value().rgb, whole.value().rgb);
}

TEST_F(Played, WhatIsHeldIsLimited) {
  constexpr std::uint64_t kFrame = 64 * 48 * 3;
  EXPECT_EQ(VideoReader(m_folder / "source.mp4").frames(24 * kFrame).frames.size(), 24u);
  try {
    VideoReader(m_folder / "source.mp4").frames(24 * kFrame - 1);
    FAIL() << "too many frames were held";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().kind, ErrorKind::Unsupported);
    for (const char* said : {"source.mp4", "more than 23 frames of 64x48", "make it shorter"})
      EXPECT_NE(failure.error().message.find(said), std::string::npos) << failure.error().message;
  }
  EXPECT_GT(roomForFrames(), 0u);
}

class Warnings : public EventSink {
public:
  void warning(const std::string& sentence) override { m_said += sentence; }
  const std::string& said() const { return m_said; }

private:
  std::string m_said;
};

// Browsers treat delays below 2/100 s as 1/10 s.
TEST(GifRates, AreOnesThatPlayersKeep) {
  TestFolder folder;
  auto clip = testClip();
  for (const double fps : {16.0, 24.0, 30.0, 33.0, 48.0, 50.0, 60.0, 90.0, 1000.0}) {
    SCOPED_TRACE(fps);
    clip.fps = fps;
    Warnings warnings;
    RunControl control;
    ASSERT_TRUE(exportClip(clip, folder / "clip.gif", {.overwrite = true}, warnings, control));
    const auto read = readClip(folder / "clip.gif");
    ASSERT_TRUE(read) << read.error().message;
    const auto bytes = folder.read("clip.gif");
    int hundredths = 0;
    std::size_t images = 0;
    for (auto at = bytes.find("\x21\xF9\x04"); at != std::string::npos; at = bytes.find("\x21\xF9\x04", at + 8)) {
      const int stay = static_cast<unsigned char>(bytes[at + 4]) | static_cast<unsigned char>(bytes[at + 5]) << 8;
      EXPECT_GE(stay, 2);
      hundredths += stay;
      ++images;
    }
    EXPECT_NEAR(hundredths, 100 * 17 / fps, 1.01);
    EXPECT_EQ(images == 17, fps <= 50);
    EXPECT_EQ(warnings.said().empty(), fps <= 50) << warnings.said();
    if (fps == 60) {
      EXPECT_NE(warnings.said().find("14 of the clip's 17 frames"), std::string::npos) << warnings.said();
      EXPECT_EQ(read.value().frames[5]->rgb, clip.frames[6]->rgb);
    }
  }
}

TEST(ForeignMetadata, IsTheirsWordForWord) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "clip.mp4", {.metadata = "Made with love"}), "");
  const auto info = inspectClip(folder / "clip.mp4");
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().metadata, "Made with love");
}

}  // namespace
}  // namespace fb::media
