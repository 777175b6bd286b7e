// SPDX-License-Identifier: MIT
// Images of every format, read as Pillow shows them.
#include "media/clip_files.h"
#include "media_test.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace fb::media {
namespace {

TEST(Images, AreReadAsTheyAreShown) {
  const std::filesystem::path folder = std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "media_images";
  std::ifstream list(folder / "expected.json");
  ASSERT_TRUE(list) << folder;
  const auto expected = nlohmann::json::parse(list);
  ASSERT_EQ(expected.size(), 37u);
  for (const auto& [name, facts] : expected.items()) {
    SCOPED_TRACE(name);
    const auto clip = readClip(folder / name);
    ASSERT_TRUE(clip) << clip.error().message;
    ASSERT_EQ(clip.value().frames.size(), 1u);
    const auto& frame = *clip.value().frames.front();
    ASSERT_EQ(frame.width, facts[0]);
    ASSERT_EQ(frame.height, facts[1]);
    std::ifstream file(folder / (name + ".rgb"), std::ios::binary);
    const std::vector<char> pixels{std::istreambuf_iterator<char>(file), {}};
    ASSERT_EQ(pixels.size(), frame.rgb.size());
    int largest = 0;
    for (std::size_t i = 0; i < pixels.size(); ++i)
      largest = std::max(largest, std::abs(frame.rgb[i] - static_cast<unsigned char>(pixels[i])));
    EXPECT_LE(largest, facts[2]);
  }
}

std::filesystem::path other(const char* name) {
  return std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "media_images" / "others" / name;
}

TEST(Images, OfSeveralTheFirstIsTaken) {
  const auto clip = readClip(other("animated.png"));
  ASSERT_TRUE(clip) << clip.error().message;
  ASSERT_EQ(clip.value().frames.size(), 2u);
  EXPECT_NEAR(clip.value().fps, 4, 0.01);
  const auto first = readFirstFrame(other("animated.png"));
  ASSERT_TRUE(first) << first.error().message;
  EXPECT_EQ(first.value().rgb, clip.value().frames[0]->rgb);
  EXPECT_NE(first.value().rgb, clip.value().frames[1]->rgb);
  const auto still = readFirstFrame(other("../image.png"));
  ASSERT_TRUE(still) << still.error().message;
  EXPECT_EQ(first.value().rgb, still.value().rgb);
}

TEST(Images, ThatAreNotReadAreNamedInTheUsersWords) {
  const std::pair<const char*, const char*> kinds[] = {
      {"image.tga", "a Targa image"}, {"image.jp2", "a JPEG 2000 image"}, {"animated.webp", "an animated WebP"}};
  for (const auto& [name, kind] : kinds)
    for (const auto& error :
         {readClip(other(name)).error(), readFirstFrame(other(name)).error(), inspectClip(other(name)).error()}) {
      EXPECT_EQ(error.kind, ErrorKind::Unsupported);
      for (const char* said : {name, kind, "save clips as"})
        EXPECT_NE(error.message.find(said), std::string::npos) << error.message;
      EXPECT_EQ(error.message.find("whitelist"), std::string::npos) << error.message;
    }
}

TEST(Images, AreInspectedAsTheyAreShown) {
  const auto folder = other("..");
  for (const char* name : {"turned6.jpg", "turned6.png", "turned6.tiff", "turned6.webp"}) {
    const auto info = inspectClip(folder / name);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_EQ(info.value().width, 48) << name;
    EXPECT_EQ(info.value().height, 80) << name;
    EXPECT_EQ(info.value().frames, 1) << name;
  }
}

}  // namespace
}  // namespace fb::media
