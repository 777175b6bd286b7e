// SPDX-License-Identifier: MIT
// What an export changes of a clip: its frame rate, size and quality. The expectations come from FFmpeg's programs and
// Pillow.
#include "media/clip_files.h"
#include "media_test.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>

namespace fb::media {
namespace {

const ClipShape kShape{64, 64, 17, 16};

// FFmpeg's filter on the test clip, which lies in `folder` as a PNG sequence.
std::vector<std::vector<std::uint8_t>> filtered(const TestFolder& folder, const std::string& filter) {
  const auto bytes = ffmpeg("-framerate 16 -i " + (folder / "in" / "frame_%05d.png").string() + " -vf " + filter +
                            ",format=rgb24 -f rawvideo -");
  constexpr std::size_t kFrame = std::size_t{64} * 64 * 3;
  std::vector<std::vector<std::uint8_t>> frames;
  for (std::size_t begin = 0; begin + kFrame <= bytes.size(); begin += kFrame)
    frames.emplace_back(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                        bytes.begin() + static_cast<std::ptrdiff_t>(begin + kFrame));
  return frames;
}

// Gray, and another level in each frame.
Clip grayClip() {
  Clip clip;
  for (int i = 0; i < 17; ++i) {
    Frame frame{64, 64, std::vector<std::uint8_t>(std::size_t{64} * 64 * 3)};
    for (std::size_t at = 0; at < frame.rgb.size(); ++at)
      frame.rgb[at] = static_cast<std::uint8_t>(20 + 11 * i + static_cast<int>(at / 3 % 64) / 2);
    clip.frames.push_back(std::make_shared<const Frame>(std::move(frame)));
  }
  return clip;
}

TEST(FrameRate, MoreFramesThanCanBeCountedAreTheMostThatCan) {
  constexpr int kMost = std::numeric_limits<int>::max();
  EXPECT_EQ(framesAtRate(kMost, 1, 120), kMost);
  EXPECT_EQ(framesAtRate(100'000'000, 1, 25), kMost);
  EXPECT_EQ(framesAtRate(1, 24, 1), 1);
  // Before a clip is known.
  EXPECT_EQ(framesAtRate(0, 0, 24), 1);
}

TEST(FrameRate, RepeatsAndLeavesOutTheFramesThatFfmpegDoes) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "in", {}), "");
  for (const int rate : {8, 10, 12, 16, 24, 25, 30, 60}) {
    SCOPED_TRACE(rate);
    const auto expected = filtered(folder, "fps=" + std::to_string(rate) + ":round=up");
    ASSERT_FALSE(expected.empty());
    const auto path = folder / ("out" + std::to_string(rate));
    ASSERT_EQ(exported(testClip(), path, {.fps = rate}), "");
    const auto read = readClip(path);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_DOUBLE_EQ(read.value().fps, rate);
    EXPECT_EQ(read.value().frames.size(), static_cast<std::size_t>(framesAtRate(17, 16, rate)));
    ASSERT_EQ(read.value().frames.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(read.value().frames[i]->rgb, expected[i]) << i;
  }
}

TEST(FrameRate, BlendsAsFfmpegDoes) {
  TestFolder folder;
  const auto clip = grayClip();
  ASSERT_EQ(exported(clip, folder / "in", {}), "");
  for (const int rate : {24, 60}) {
    SCOPED_TRACE(rate);
    // Without its scene detection; it works with video levels and 8 bits of fraction.
    const auto expected =
        filtered(folder, "framerate=fps=" + std::to_string(rate) + ":interp_start=0:interp_end=255:scene=100:flags=0");
    const auto path = folder / ("out" + std::to_string(rate));
    ASSERT_EQ(exported(clip, path, {.fps = rate, .rateChange = RateChange::Blend}), "");
    const auto read = readClip(path);
    ASSERT_TRUE(read) << read.error().message;
    const auto& frames = read.value().frames;
    ASSERT_EQ(frames.size(), static_cast<std::size_t>(framesAtRate(17, 16, rate)));
    ASSERT_EQ(frames.size(), expected.size());
    int largest = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
      for (std::size_t at = 0; at < expected[i].size(); ++at)
        largest = std::max(largest, std::abs(frames[i]->rgb[at] - expected[i][at]));
    EXPECT_LE(largest, 2);
  }
}

// By the definition: a third and two thirds between two frames.
TEST(FrameRate, BlendsByTheTimeBetweenTheFrames) {
  TestFolder folder;
  Clip clip{16,
            {std::make_shared<const Frame>(Frame{1, 1, {0, 90, 255}}),
             std::make_shared<const Frame>(Frame{1, 1, {255, 0, 255}})}};
  ASSERT_EQ(exported(clip, folder / "out", {.fps = 48, .rateChange = RateChange::Blend}), "");
  const auto read = readClip(folder / "out");
  ASSERT_TRUE(read) << read.error().message;
  const std::vector<std::vector<std::uint8_t>> expected = {{0, 90, 255},  {85, 60, 255}, {170, 30, 255},
                                                           {255, 0, 255}, {255, 0, 255}, {255, 0, 255}};
  ASSERT_EQ(read.value().frames.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_EQ(read.value().frames[i]->rgb, expected[i]) << i;
}

TEST(FrameRate, IsThatOfEveryFormat) {
  TestFolder folder;
  for (const auto format : availableExportFormats()) {
    if (format == ExportFormat::PngSequence) continue;
    SCOPED_TRACE(toString(format));
    const auto path = folder / ("clip" + std::string(fileExtension(format)));
    ASSERT_EQ(exported(testClip(), path, {.format = format, .overwrite = true, .fps = 25}), "");
    const auto probe = ffprobe(path);
    const auto& stream = probe.at("streams").at(0);
    EXPECT_EQ(stream.at("avg_frame_rate"), "25/1");
    EXPECT_EQ(stream.at("nb_read_frames"), "27");  // 17 * 25 / 16
    EXPECT_NEAR(std::stod(probe.at("format").at("duration").get<std::string>()), 27 / 25.0, 0.011);
  }
}

TEST(FrameRate, AppliesToTheChosenFrames) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "out", {.firstFrame = 4, .lastFrame = 7, .fps = 8}), "");
  const auto read = readClip(folder / "out");
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read.value().frames.size(), 2u);
  EXPECT_EQ(read.value().frames[0]->rgb, testClip().frames[4]->rgb);
  EXPECT_EQ(read.value().frames[1]->rgb, testClip().frames[6]->rgb);
}

TEST(FrameRate, IsCheckedBeforeTheWork) {
  TestFolder folder;
  for (const double fps : {0., .5, 241., -24., std::numeric_limits<double>::quiet_NaN()}) {
    const auto refused = checkExport(kShape, folder / "clip.mp4", {.fps = fps});
    ASSERT_FALSE(refused) << fps;
    EXPECT_NE(refused.error().message.find("frame rate"), std::string::npos) << refused.error().message;
    EXPECT_EQ(exported(testClip(), folder / "clip.mp4", {.fps = fps}), refused.error().message);
  }
  EXPECT_FALSE(checkExport({64, 64, 4097, .01}, folder / "clip.mp4", {.fps = 240}));
  // A sequence in an existing folder has as many files as there will be frames.
  ASSERT_EQ(exported(testClip(), folder / "s", {.fps = 24}), "");
  EXPECT_FALSE(checkExport(kShape, folder / "s", {.overwrite = true}));
  EXPECT_TRUE(checkExport(kShape, folder / "s", {.overwrite = true, .fps = 24}));
}

TEST(Lanczos, EnlargesAsPillowDoes) {
  const auto folder = std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "media_images" / "lanczos";
  const auto image = readClip(folder / "image.png");
  ASSERT_TRUE(image) << image.error().message;
  TestFolder written;
  for (const int percent : {150, 200, 300, 400}) {
    SCOPED_TRACE(percent);
    const auto path = written / std::to_string(percent);
    ASSERT_EQ(exported(image.value(), path, {.scalePercent = percent, .scaleFilter = ScaleFilter::Lanczos}), "");
    const auto read = readClip(path);
    ASSERT_TRUE(read) << read.error().message;
    const auto& frame = *read.value().frames.front();
    EXPECT_EQ(frame.width, 80 * percent / 100);
    EXPECT_EQ(frame.height, 48 * percent / 100);
    std::ifstream file(folder / (std::to_string(percent) + ".rgb"), std::ios::binary);
    const std::vector<char> pixels{std::istreambuf_iterator<char>(file), {}};
    ASSERT_EQ(pixels.size(), frame.rgb.size());
    // Beyond the border, Pillow's filter has no pixels, and libswscale's repeats the last ones.
    const int border = 3 * percent / 100 + 1;
    int largest = 0, compared = 0;
    for (int y = border; y < frame.height - border; ++y)
      for (int x = border; x < frame.width - border; ++x)
        for (std::size_t c = 0; c < 3; ++c, ++compared) {
          const auto at = 3 * static_cast<std::size_t>(y * frame.width + x) + c;
          largest = std::max(largest, std::abs(frame.rgb[at] - static_cast<unsigned char>(pixels[at])));
        }
    EXPECT_GT(compared, 10'000);
    EXPECT_LE(largest, 1);
  }
}

TEST(Lanczos, GivesVideosTheirSize) {
  TestFolder folder;
  const auto path = folder / "clip.mp4";
  ASSERT_EQ(exported(testClip(), path, {.scalePercent = 150, .scaleFilter = ScaleFilter::Lanczos}), "");
  const auto probe = ffprobe(path);
  const auto& stream = probe.at("streams").at(0);
  EXPECT_EQ(stream.at("width"), 96);
  EXPECT_EQ(stream.at("height"), 96);
  EXPECT_EQ(stream.at("nb_read_frames"), "17");
}

class RateFactor : public testing::TestWithParam<ExportFormat> {};

// The settings that x264 writes into the file.
std::string x264Options(const std::string& file) {
  const auto begin = file.find("options: ");
  return begin == std::string::npos ? "" : file.substr(begin, file.find('\0', begin) - begin);
}

TEST_P(RateFactor, IsWhatAQualityStandsFor) {
  const auto format = GetParam();
  TestFolder folder;
  const auto written = [&](ExportOptions options) {
    const auto name = "clip" + std::string(fileExtension(format));
    options.format = format;
    options.overwrite = true;
    EXPECT_EQ(exported(testClip(), folder / name, options), "");
    return folder.read(name);
  };
  const auto usual = written({.quality = 80});
  const auto same = written({.quality = 3, .rateFactor = rateFactorFor(format, 80)});
  if (format == ExportFormat::Mp4H264) {
    // Its files of the same frames may differ by some bytes: see video_writer.cpp.
    EXPECT_NE(x264Options(usual), "");
    EXPECT_EQ(x264Options(same), x264Options(usual));
  } else {
    EXPECT_EQ(same.size(), usual.size());
  }
  EXPECT_LT(written({.quality = 80, .rateFactor = rateFactorFor(format, 0)}).size(), usual.size());
}

TEST_P(RateFactor, IsInItsRange) {
  TestFolder folder;
  const auto most = rateFactorsOf(GetParam())->most;
  for (const int factor : {0, most})
    EXPECT_TRUE(checkExport(kShape, folder / "clip.mp4", {.format = GetParam(), .rateFactor = factor}));
  for (const int factor : {-1, most + 1}) {
    const ExportOptions options{.format = GetParam(), .rateFactor = factor};
    const auto refused = checkExport(kShape, folder / "clip.mp4", options);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find(std::to_string(factor)), std::string::npos) << refused.error().message;
    EXPECT_EQ(exported(testClip(), folder / "clip.mp4", options), refused.error().message);
  }
  EXPECT_TRUE(folder.files().empty());
}

TEST_P(RateFactor, AndQualityAreInStep) {
  const auto factors = *rateFactorsOf(GetParam());
  EXPECT_EQ(rateFactorFor(GetParam(), kMinQuality), factors.worst);
  EXPECT_EQ(rateFactorFor(GetParam(), kMaxQuality), factors.best);
  for (int factor = factors.best; factor <= factors.worst; ++factor)
    EXPECT_EQ(rateFactorFor(GetParam(), qualityFor(GetParam(), factor)), factor);
  EXPECT_EQ(qualityFor(GetParam(), 0), kMaxQuality);
  EXPECT_EQ(qualityFor(GetParam(), factors.most), kMinQuality);
}

INSTANTIATE_TEST_SUITE_P(Export, RateFactor,
                         testing::Values(ExportFormat::Mp4H264, ExportFormat::Mp4H265, ExportFormat::Mp4Av1,
                                         ExportFormat::WebmVp9),
                         [](const auto& parameter) {
                           std::string name(toString(parameter.param));
                           std::erase(name, '-');
                           return name;
                         });

// x264 writes its settings into the file.
TEST(RateFactors, ReachTheEncoder) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "clip.mp4", {.rateFactor = 27}), "");
  EXPECT_NE(folder.read("clip.mp4").find("crf=27.0"), std::string::npos);
}

TEST(RateFactors, AreRefusedWhereThereAreNone) {
  TestFolder folder;
  for (const auto format : {ExportFormat::Gif, ExportFormat::PngSequence, ExportFormat::MovProRes}) {
    EXPECT_FALSE(rateFactorsOf(format));
    const auto refused = checkExport(kShape, folder / "clip", {.format = format, .rateFactor = 20});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find(toString(format)), std::string::npos) << refused.error().message;
  }
}

}  // namespace
}  // namespace fb::media
