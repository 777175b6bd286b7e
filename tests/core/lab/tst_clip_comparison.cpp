// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/json.h"
#include "flowblend/clip_comparison.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace fb {
namespace {

Clip clipOf(const std::string& bytes, int frames, int height, int width) {
  Clip clip;
  const auto size = static_cast<std::size_t>(3 * height * width);
  for (int i = 0; i < frames; ++i) {
    const auto first = bytes.begin() + static_cast<std::ptrdiff_t>(size) * i;
    clip.frames.push_back(std::make_shared<const Frame>(
        Frame{width, height, std::vector<std::uint8_t>(first, first + static_cast<std::ptrdiff_t>(size))}));
  }
  return clip;
}

Clip plain(int frames, int side, std::uint8_t level) {
  return clipOf(std::string(static_cast<std::size_t>(frames * side * side * 3), static_cast<char>(level)), frames, side,
                side);
}

TEST(ClipComparison, AgreesWithTheFormulas) {
  const auto folder = std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "clip_comparison";
  const auto document = parseJson(readTextFile(folder / "expected.json"), "expected.json");
  const JsonObject expected(document, "expected.json");
  const auto clip = [&](const char* name) {
    return clipOf(readTextFile(folder / name), expected.integer("frames"), expected.integer("height"),
                  expected.integer("width"));
  };
  const auto found = compareClips(clip("a.rgb"), clip("b.rgb"), RunControl());
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_GT(expected.number("ssim"), 0.2);
  EXPECT_LT(expected.number("ssim"), 0.9);
  EXPECT_NEAR(found.value().ssim, expected.number("ssim"), 1e-12);
  EXPECT_NEAR(found.value().psnr, expected.number("psnr"), 1e-9);
  EXPECT_NEAR(found.value().rmse, expected.number("rmse"), 1e-12);
  EXPECT_NEAR(found.value().motion, expected.number("motion"), 1e-12);
  EXPECT_NEAR(found.value().flicker, expected.number("flicker"), 1e-12);
  EXPECT_NEAR(found.value().referenceFlicker, expected.number("reference_flicker"), 1e-12);
}

TEST(ClipComparison, OfAClipWithItselfIsIdentity) {
  const auto clip = plain(3, 16, 77);
  EXPECT_EQ(compareClips(clip, clip, RunControl()).value(), ClipComparison());
}

TEST(ClipComparison, OfBlackAndWhite) {
  const auto found = compareClips(plain(1, 11, 0), plain(1, 11, 255), RunControl()).value();
  EXPECT_DOUBLE_EQ(found.rmse, 1);
  EXPECT_DOUBLE_EQ(found.psnr, 0);
  EXPECT_NEAR(found.ssim, 1e-4 / 1.0001, 1e-12);
  EXPECT_EQ(found.motion, 0);
}

TEST(ClipComparison, RefusesOtherShapesAndStops) {
  for (const auto& other : {plain(2, 16, 0), plain(3, 12, 0)}) {
    const auto refused = compareClips(plain(3, 16, 0), other, RunControl());
    ASSERT_TRUE(refused.failed());
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  }
  EXPECT_TRUE(compareClips(plain(1, 10, 0), plain(1, 10, 0), RunControl()).failed());
  EXPECT_TRUE(compareClips({}, {}, RunControl()).failed());
  RunControl control;
  control.requestStop();
  EXPECT_TRUE(compareClips(plain(1, 16, 0), plain(1, 16, 0), control).cancelled());
}

}  // namespace
}  // namespace fb
