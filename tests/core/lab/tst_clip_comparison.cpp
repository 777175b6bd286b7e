// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/json.h"
#include "flowblend/clip_comparison.h"

#include <gtest/gtest.h>

#include <cmath>
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

TEST(FrameComparison, IsThatOfAClipOfOneFrame) {
  std::string a, b;
  for (int i = 0; i < 3 * 20 * 13; ++i) {
    a.push_back(static_cast<char>(i * 37 % 256));
    b.push_back(static_cast<char>(i * 37 % 256 / 2 + i % 11));
  }
  const auto first = clipOf(a, 1, 20, 13), second = clipOf(b, 1, 20, 13);
  const auto frame = compareFrames(*first.frames[0], *second.frames[0]).value();
  const auto clip = compareClips(first, second, RunControl()).value();
  EXPECT_LT(frame.ssim, 0.9);
  EXPECT_EQ(frame.ssim, clip.ssim);
  EXPECT_EQ(frame.psnr, clip.psnr);
  const auto same = compareFrames(*first.frames[0], *first.frames[0]).value();
  EXPECT_NEAR(same.ssim, 1, 1e-12);
  EXPECT_EQ(same.psnr, 100);
}

// Of plain frames, only the means differ, in windows of any size.
TEST(FrameComparison, OfFramesSmallerThanAWindow) {
  const double x = 100 / 255., y = 110 / 255.;
  for (const int side : {1, 2, 10, 11, 12}) {
    const auto a = plain(1, side, 100), b = plain(1, side, 110);
    const auto found = compareFrames(*a.frames[0], *b.frames[0]).value();
    EXPECT_NEAR(found.ssim, (2 * x * y + 1e-4) / (x * x + y * y + 1e-4), 1e-9) << side;
    EXPECT_NEAR(found.psnr, 20 * std::log10(25.5), 1e-9) << side;
  }
}

TEST(FrameComparison, RefusesOtherSizesAndNoPixels) {
  const auto a = plain(1, 16, 0), b = plain(1, 12, 0);
  EXPECT_EQ(compareFrames(*a.frames[0], *b.frames[0]).error().kind, ErrorKind::Invalid);
  EXPECT_EQ(compareFrames({}, {}).error().kind, ErrorKind::Invalid);
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
