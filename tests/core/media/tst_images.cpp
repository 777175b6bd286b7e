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
  ASSERT_EQ(expected.size(), 13u);
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

}  // namespace
}  // namespace fb::media
