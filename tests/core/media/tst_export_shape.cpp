// SPDX-License-Identifier: MIT
// Clips that are cropped to a shape, played backwards and several times, and kept below a size. The expectations are
// slices and lists of frames, and what FFmpeg's programs say of the files.
#include "media/clip_files.h"
#include "media/retime.h"
#include "media/size_limit.h"
#include "media_test.h"

#include <sys/resource.h>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <random>
#include <regex>

namespace fb::media {
namespace {

// One level of gray per frame.
Clip steps(const std::vector<int>& levels, int width = 16, int height = 16) {
  Clip clip;
  for (const int level : levels)
    clip.frames.push_back(std::make_shared<const Frame>(
        Frame{width, height, std::vector<std::uint8_t>(std::size_t{3} * width * height, std::uint8_t(level))}));
  return clip;
}

std::vector<int> levelsOf(const Clip& clip) {
  std::vector<int> levels;
  for (const auto& frame : clip.frames) levels.push_back(frame->rgb.front());
  return levels;
}

// What is read back from a PNG sequence.
Clip written(const Clip& clip, const ExportOptions& options) {
  TestFolder folder;
  EXPECT_EQ(exported(clip, folder / "out", options), "");
  const auto read = readClip(folder / "out");
  EXPECT_TRUE(read) << read.error().message;
  return read ? read.value() : Clip();
}

Clip gradients(int width, int height, int frames) {
  Clip clip;
  for (int i = 0; i < frames; ++i) clip.frames.push_back(gradientFrame(width, height, 40 * i));
  return clip;
}

// Noise, which no encoder makes small.
const Clip& noise() {
  static const Clip clip = [] {
    std::minstd_rand random(7);  // the same numbers everywhere
    Clip made;
    for (int i = 0; i < 17; ++i) {
      Frame frame{96, 64, std::vector<std::uint8_t>(std::size_t{96} * 64 * 3)};
      for (auto& value : frame.rgb) value = static_cast<std::uint8_t>(random() >> 8);
      made.frames.push_back(std::make_shared<const Frame>(std::move(frame)));
    }
    return made;
  }();
  return clip;
}

TEST(Crops, AreReadAndWrittenAsShapes) {
  for (const char* text : {"1:1", "9:16", "16:9", "4:5", "21:9", "10000:1"}) {
    const auto crop = cropFromString(text);
    ASSERT_TRUE(crop) << text;
    EXPECT_EQ(cropShape(*crop), text);
    EXPECT_EQ(crop->focusX, .5);
    EXPECT_EQ(crop->focusY, .5);
  }
  for (const char* text :
       {"", ":", "1", "1:", ":1", "0:1", "1:0", "-1:1", "1:10001", "1.5:1", "1:1:1", " 1:1", "a:b", "1x1"})
    EXPECT_FALSE(cropFromString(text)) << text;
}

TEST(Crops, AreTheLargestPartOfTheirShape) {
  using enum ExportFormat;
  const auto part = [](int width, int height, Crop crop, ExportFormat format) {
    return croppedPart(width, height, crop, format);
  };
  EXPECT_EQ(part(832, 480, {1, 1}, PngSequence), (PixelRect{176, 0, 480, 480}));
  EXPECT_EQ(part(832, 480, {9, 16}, PngSequence), (PixelRect{281, 0, 270, 480}));
  EXPECT_EQ(part(832, 480, {9, 16, 0, .5}, PngSequence), (PixelRect{0, 0, 270, 480}));
  EXPECT_EQ(part(832, 480, {9, 16, 1, .5}, Mp4H264), (PixelRect{562, 0, 270, 480}));
  EXPECT_EQ(part(832, 480, {16, 9}, Gif), (PixelRect{0, 6, 832, 468}));
  EXPECT_EQ(part(832, 480, {2, 1, .5, 1}, Gif), (PixelRect{0, 64, 832, 416}));
  EXPECT_EQ(part(64, 64, {1, 1}, Mp4H264), (PixelRect{0, 0, 64, 64}));
  // Nine pixels are possible in an image, but not in a video.
  EXPECT_EQ(part(16, 16, {9, 16}, PngSequence), (PixelRect{4, 0, 9, 16}));
  EXPECT_EQ(part(16, 16, {9, 16}, Mp4H264), (PixelRect{3, 0, 10, 16}));
  // Odd sides are cut, not enlarged.
  EXPECT_EQ(part(65, 65, {1, 1}, Mp4H264), (PixelRect{1, 1, 64, 64}));
  EXPECT_EQ(part(65, 65, {1, 1}, PngSequence), (PixelRect{0, 0, 65, 65}));
}

TEST(Crops, AreTheSlicesThatFfmpegCutsOut) {
  TestFolder folder;
  const auto clip = gradients(50, 30, 3);
  ASSERT_EQ(exported(clip, folder / "in", {}), "");
  const std::pair<Crop, const char*> cases[] = {{{1, 1}, "30:30:10:0"},
                                                {{1, 1, .25, 0}, "30:30:5:0"},
                                                {{1, 1, 1, 1}, "30:30:20:0"},
                                                {{5, 2, .5, 1}, "50:20:0:10"},
                                                {{5, 2, 0, .3}, "50:20:0:3"}};
  for (const auto& [crop, filter] : cases) {
    SCOPED_TRACE(filter);
    const auto bytes = ffmpeg("-framerate 16 -i " + (folder / "in" / "frame_%05d.png").string() +
                              " -vf crop=" + filter + ":exact=1,format=rgb24 -f rawvideo -");
    std::string found;
    for (const auto& frame : written(clip, {.crop = crop}).frames) found.append(frame->rgb.begin(), frame->rgb.end());
    EXPECT_FALSE(found.empty());
    EXPECT_TRUE(found == bytes) << found.size() << " and " << bytes.size();
  }
}

TEST(Crops, AreScaledAfterwards) {
  const auto clip = gradients(50, 30, 2);
  const ExportOptions enlarged{.scalePercent = 150, .scaleFilter = ScaleFilter::Lanczos};
  auto both = enlarged;
  both.crop = Crop{1, 1};
  const auto one = written(clip, both), two = written(written(clip, {.crop = Crop{1, 1}}), enlarged);
  ASSERT_EQ(one.frames.size(), 2u);
  EXPECT_EQ(one.width(), 45);
  EXPECT_EQ(one.height(), 45);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(one.frames[i]->rgb, two.frames[i]->rgb);
}

TEST(Crops, AreMixedLikeTheWholeFrames) {
  const ExportOptions blended{.fps = 40, .rateChange = RateChange::Blend};
  auto both = blended;
  both.crop = Crop{1, 2, .2, 0};
  const auto clip = gradients(32, 32, 3);
  const auto one = written(clip, both), two = written(written(clip, {.crop = both.crop}), blended);
  ASSERT_EQ(one.frames.size(), two.frames.size());
  for (std::size_t i = 0; i < one.frames.size(); ++i) EXPECT_EQ(one.frames[i]->rgb, two.frames[i]->rgb);
}

TEST(Crops, GiveEveryFormatItsSizeAndKeepTheSettings) {
  TestFolder folder;
  const std::string metadata = R"({"prompt":"a star","seed":7})";
  for (const auto format : availableExportFormats()) {
    if (format == ExportFormat::PngSequence) continue;
    SCOPED_TRACE(toString(format));
    const auto path = folder / ("clip" + std::string(fileExtension(format)));
    const ExportOptions options{.format = format,
                                .scalePercent = 150,
                                .overwrite = true,
                                .crop = Crop{9, 16},
                                .boomerang = true,
                                .plays = 2,
                                .metadata = metadata};
    ASSERT_EQ(exported(testClip(), path, options), "");
    const auto probe = ffprobe(path);
    const auto& stream = probe.at("streams").at(0);
    // 36x64 of 64x64.
    EXPECT_EQ(stream.at("width"), 54);
    EXPECT_EQ(stream.at("height"), 96);
    EXPECT_EQ(stream.at("nb_read_frames"), "64");
    EXPECT_NEAR(std::stod(probe.at("format").at("duration").get<std::string>()), 4, 0.011);
    const auto told = exportedShape({64, 64, 17, 16}, options, format);
    EXPECT_EQ(told.width, 54);
    EXPECT_EQ(told.height, 96);
    EXPECT_EQ(told.frames, 64);
    EXPECT_EQ(told.fps, 16);
    const auto info = inspectClip(path);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_EQ(info.value().metadata, metadata);
  }
}

TEST(Crops, OfTheSmallestClips) {
  TestFolder folder;
  const auto clip = steps({0, 90, 180});
  for (const auto* name : {"clip.mp4", "clip.webm", "clip.gif"}) {
    SCOPED_TRACE(name);
    ASSERT_EQ(exported(clip, folder / name, {.crop = Crop{9, 16}}), "");
    const auto stream = ffprobe(folder / name).at("streams").at(0);
    EXPECT_EQ(stream.at("width"), std::string(name) == "clip.gif" ? 9 : 10);
    EXPECT_EQ(stream.at("height"), 16);
  }
  EXPECT_FALSE(checkExport({16, 16, 3, 16}, folder / "x.mp4", {.crop = Crop{1, 3}}));
}

// Every encoder takes the smallest part that a crop may leave, or it is known before the work that it does not.
TEST(Crops, OfTheSmallestPartThatMayBeLeft) {
  TestFolder folder;
  const auto clip = steps({0, 90, 180}, 16, kMinCropSide);
  for (const auto format : availableExportFormats()) {
    SCOPED_TRACE(toString(format));
    const auto path = folder / ("clip-" + std::string(toString(format)) + std::string(fileExtension(format)));
    const ExportOptions options{.format = format, .crop = Crop{1, 1}};
    const auto possible = checkExport({16, kMinCropSide, 3, 16}, path, options);
    if (format == ExportFormat::Mp4H265) {
      ASSERT_FALSE(possible);
      EXPECT_EQ(possible.error().kind, ErrorKind::Invalid);
      EXPECT_EQ(possible.error().message,
                "the clip would have 8x8 pixels, but H.265 needs at least 16 on each side; choose another format, or a "
                "larger size");
      EXPECT_EQ(exported(clip, path, {.format = format, .scalePercent = 200, .crop = Crop{1, 1}}), "");
      continue;
    }
    ASSERT_TRUE(possible) << possible.error().message;
    EXPECT_EQ(exported(clip, path, options), "");
  }
}

TEST(Crops, AreCheckedBeforeTheWork) {
  TestFolder folder;
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  for (const auto& [crop, words] :
       {std::pair(Crop{40, 1}, "the crop 40:1 leaves 64x2 pixels"), std::pair(Crop{1, 12}, "at least 8"),
        std::pair(Crop{0, 1}, "the crop is 0:1"), std::pair(Crop{1, kMaxCropPart + 1}, "the crop is 1:10001"),
        std::pair(Crop{1, 1, 1.5, .5}, "the focus of the crop"),
        std::pair(Crop{1, 1, .5, -.1}, "the focus of the crop"),
        std::pair(Crop{1, 1, kNaN, .5}, "the focus of the crop")}) {
    const auto refused = checkExport({64, 64, 17, 16}, folder / "clip.mp4", {.crop = crop});
    ASSERT_FALSE(refused) << words;
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
    EXPECT_NE(refused.error().message.find(words), std::string::npos) << refused.error().message;
    EXPECT_EQ(exported(testClip(), folder / "clip.mp4", {.crop = crop}), refused.error().message);
  }
  EXPECT_TRUE(folder.files().empty());
}

TEST(Playing, DoesNotDoubleTheFramesWhereItTurns) {
  using Levels = std::vector<int>;
  const auto clip = steps({10, 20, 30, 40, 50});
  EXPECT_EQ(levelsOf(written(clip, {.boomerang = true})), (Levels{10, 20, 30, 40, 50, 40, 30, 20}));
  EXPECT_EQ(levelsOf(written(clip, {.boomerang = true, .plays = 2})),
            (Levels{10, 20, 30, 40, 50, 40, 30, 20, 10, 20, 30, 40, 50, 40, 30, 20}));
  EXPECT_EQ(levelsOf(written(clip, {.plays = 3})),
            (Levels{10, 20, 30, 40, 50, 10, 20, 30, 40, 50, 10, 20, 30, 40, 50}));
  EXPECT_EQ(levelsOf(written(clip, {.firstFrame = 1, .lastFrame = 3, .boomerang = true, .plays = 2})),
            (Levels{20, 30, 40, 30, 20, 30, 40, 30}));
  EXPECT_EQ(levelsOf(written(steps({10, 20}), {.boomerang = true, .plays = 2})), (Levels{10, 20, 10, 20}));
  EXPECT_EQ(levelsOf(written(steps({10}), {.boomerang = true, .plays = 3})), (Levels{10, 10, 10}));
}

TEST(Playing, ChangesItsRateAsAWhole) {
  using Levels = std::vector<int>;
  const ExportOptions twice{.fps = 32, .rateChange = RateChange::Blend, .plays = 2};
  auto back = twice;
  back.boomerang = true;
  // Where the clip begins again, nothing is mixed; where it turns, frames are.
  EXPECT_EQ(levelsOf(written(steps({0, 200}), twice)), (Levels{0, 100, 200, 200, 0, 100, 200, 200}));
  EXPECT_EQ(levelsOf(written(steps({0, 200}), back)), (Levels{0, 100, 200, 100, 0, 100, 200, 200}));
  EXPECT_EQ(levelsOf(written(steps({0, 100, 200}), {.fps = 24, .boomerang = true})),
            (Levels{0, 0, 100, 200, 200, 100}));
  // 3 * 17 * 24 / 16, rounded once.
  EXPECT_EQ(written(testClip(), {.fps = 24, .plays = 3}).frames.size(), 77u);
}

TEST(Playing, RepeatsAGifFrameByFrame) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "clip.gif", {.loopCount = 2, .boomerang = true, .plays = 2}), "");
  const auto read = readClip(folder / "clip.gif");
  ASSERT_TRUE(read) << read.error().message;
  const auto& frames = read.value().frames;
  ASSERT_EQ(frames.size(), 64u);
  for (std::size_t i = 0; i < 32; ++i) {
    EXPECT_EQ(frames[i]->rgb, frames[i + 32]->rgb) << i;
    if (i > 0) {
      EXPECT_EQ(frames[i]->rgb, frames[32 - i]->rgb) << i;
    }
    EXPECT_EQ(whiteSquareLeft(*frames[i]), squareLeft(static_cast<int>(i <= 16 ? i : 32 - i)));
  }
}

// AddressSanitizer keeps what was freed for a while.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Most frames at this rate are mixes of their own, and only those of a clip that is played once are kept in memory.
TEST(Playing, OfAGifNeedsNoMoreMemoryTheMoreOften) {
  const auto peakMegabytes = [] {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1e3;
  };
  TestFolder folder;
  const auto clip = steps({0, 80, 160, 240}, 256, 256);
  const ExportOptions options{.fps = 29.97, .rateChange = RateChange::Blend, .plays = 200};
  const auto mixes = played(4, false, 200, 16, 29.97, RateChange::Blend);
  ASSERT_GT(mixes.size() * 256 * 256 * 3 / 1e6, 290);
  const double before = peakMegabytes();
  ASSERT_EQ(exported(clip, folder / "clip.gif", options), "");
  EXPECT_LT(peakMegabytes() - before, 60);
  EXPECT_EQ(ffprobe(folder / "clip.gif").at("streams").at(0).at("nb_read_frames"), std::to_string(mixes.size()));
}
#endif

// At a rate whose frames fall on the same places in every play, the plays are the same mixes.
TEST(Playing, MixesEveryTimeAlike) {
  const auto mixes = played(16, true, 100, 16, 24, RateChange::Blend);
  ASSERT_EQ(mixes.size(), 4500u);
  // The clip ends with its last frame, which is mixed with the first one everywhere else.
  for (std::size_t i = 0; i + 1 < mixes.size(); ++i) {
    const auto &mix = mixes[i], &first = mixes[i % 45];
    EXPECT_EQ(mix.first, first.first) << i;
    EXPECT_EQ(mix.second, first.second) << i;
    EXPECT_EQ(mix.share, first.share) << i;
  }
}

TEST(Playing, GivesTheSoundItsLength) {
  TestFolder folder;
  const auto tone = folder / "tone.wav";
  ffmpeg("-f lavfi -i sine=frequency=440:duration=9 -ac 2 '" + tone.string() + "'");
  ASSERT_EQ(exported(testClip(), folder / "clip.mp4", {.boomerang = true, .plays = 2, .audio = tone}), "");
  const auto probe = ffprobe(folder / "clip.mp4");
  for (const auto& stream : probe.at("streams"))
    EXPECT_NEAR(std::stod(stream.at("duration").get<std::string>()), 4, 0.03) << stream.at("codec_type");
  EXPECT_EQ(probe.at("streams").size(), 2u);
}

TEST(Playing, IsCheckedBeforeTheWork) {
  TestFolder folder;
  const ClipShape shape{64, 64, 17, 16};
  for (const int plays : {0, -1, kMaxPlays + 1}) {
    const auto refused = checkExport(shape, folder / "clip.mp4", {.plays = plays});
    ASSERT_FALSE(refused) << plays;
    EXPECT_NE(refused.error().message.find("number of plays is " + std::to_string(plays)), std::string::npos)
        << refused.error().message;
    EXPECT_EQ(exported(testClip(), folder / "clip.mp4", {.plays = plays}), refused.error().message);
  }
  EXPECT_TRUE(checkExport(shape, folder / "clip.mp4", {.plays = kMaxPlays}));
  const auto tooLong = checkExport({64, 64, 101, 16}, folder / "clip.mp4", {.plays = kMaxPlays});
  ASSERT_FALSE(tooLong);
  EXPECT_NE(tooLong.error().message.find("101000 frames"), std::string::npos) << tooLong.error().message;
  // What the frames of all plays need at least is compared with the free space.
  const ClipShape large{16'000, 16'000, 100, 16};
  const double needed = 16'000. * 16'000 * 100 * kMaxPlays / 100;
  const auto free = static_cast<double>(std::filesystem::space(folder / ".").available);
  const auto fits = checkExport(large, folder / "frames", {.plays = kMaxPlays});
  EXPECT_EQ(static_cast<bool>(fits), free >= needed);
  if (!fits) {
    EXPECT_EQ(fits.error().kind, ErrorKind::Io) << fits.error().message;
  }
}

// The attempts of a search among files of these sizes.
template <class Size>
std::vector<SizedAttempt> searched(int first, std::uint64_t limit, std::uint64_t fixed, int most, const Size& sizeOf) {
  std::vector<SizedAttempt> attempts;
  std::optional<int> factor = first;
  for (; factor && attempts.size() < 100; factor = nextRateFactor(attempts, limit, fixed, most))
    attempts.push_back({*factor, sizeOf(*factor)});
  return attempts;
}

// Files whose sizes follow the rule with other slopes than the one that is assumed at first.
TEST(SizeLimit, IsReachedInFewSteps) {
  for (const double half : {4., 6., 9., 14.}) {
    SCOPED_TRACE(half);
    constexpr std::uint64_t kFixed = 30'000, kLimit = 200'000;
    const auto attempts = searched(18, kLimit, kFixed, 120, [half](int factor) {
      return kFixed + static_cast<std::uint64_t>(5e6 * std::exp2(-(factor - 18) / half));
    });
    EXPECT_LE(attempts.size(), 4u);
    EXPECT_LE(attempts.back().bytes, kLimit);
    EXPECT_GT(attempts.back().bytes, kLimit * 7 / 10);
  }
}

// Noise that is all there or all gone.
TEST(SizeLimit, IsFoundWhereSizesJump) {
  for (int edge = 20; edge <= 51; ++edge) {
    const auto attempts =
        searched(18, 500'000, 0, 51, [edge](int factor) { return factor < edge ? 900'000u : 10'000u; });
    EXPECT_LE(attempts.size(), 8u);
    EXPECT_LE(attempts.back().bytes, 500'000u) << edge;
    EXPECT_LE(attempts.back().rateFactor - edge, 4) << edge;
  }
}

TEST(SizeLimit, EndsAtTheLargestFactor) {
  EXPECT_FALSE(nextRateFactor({{51, 900}}, 800, 0, 51));
  EXPECT_EQ(nextRateFactor({{50, 900}}, 899, 0, 51), 51);
  // What does not depend on the factor is already too large.
  EXPECT_EQ(nextRateFactor({{20, 900}}, 500, 600, 51), 51);
  // A larger factor may make a file larger by some bytes.
  EXPECT_GT(nextRateFactor({{20, 900}, {21, 901}}, 800, 0, 51), 21);
}

class LimitedFiles : public testing::TestWithParam<ExportFormat> {};

TEST_P(LimitedFiles, AreNotLarger) {
  const auto format = GetParam();
  TestFolder folder;
  const auto name = "clip" + std::string(fileExtension(format));
  ExportOptions options{.format = format, .quality = 95, .overwrite = true, .metadata = "{\"seed\": 7}"};
  ASSERT_EQ(exported(noise(), folder / name, options), "");
  const auto full = static_cast<double>(std::filesystem::file_size(folder / name));
  ASSERT_GT(full, 60'000);
  for (const double share : {.7, .3}) {
    SCOPED_TRACE(share);
    options.maxMegabytes = share * full / 1e6;
    ASSERT_EQ(exported(noise(), folder / name, options), "");
    const auto size = static_cast<double>(std::filesystem::file_size(folder / name));
    EXPECT_LE(size, share * full);
    EXPECT_GT(size, share * full / 3);
    const auto probe = ffprobe(folder / name);
    EXPECT_EQ(probe.at("streams").at(0).at("nb_read_frames"), "17");
    EXPECT_EQ(commentOf(probe), "{\"seed\": 7}");
    EXPECT_EQ(folder.files(), std::vector<std::string>{name});
  }
  // A limit that the chosen quality keeps to changes nothing.
  options.maxMegabytes = 1.2 * full / 1e6;
  ASSERT_EQ(exported(noise(), folder / name, options), "");
  EXPECT_NEAR(static_cast<double>(std::filesystem::file_size(folder / name)), full, full / 100);
}

INSTANTIATE_TEST_SUITE_P(Export, LimitedFiles,
                         testing::Values(ExportFormat::Mp4H264, ExportFormat::Mp4H265, ExportFormat::Mp4Av1,
                                         ExportFormat::WebmVp9),
                         [](const auto& parameter) {
                           std::string name(toString(parameter.param));
                           std::erase(name, '-');
                           return name;
                         });

TEST(SizeLimit, ThatCannotBeKeptNamesOneThatCan) {
  TestFolder folder;
  // These alone are larger.
  ExportOptions options{.maxMegabytes = .01, .metadata = std::string(20'000, 'x')};
  const auto message = exported(testClip(), folder / "clip.mp4", options);
  std::smatch found;
  ASSERT_TRUE(std::regex_search(message, found, std::regex("the size limit is 0.01 MB; allow ([0-9.]+) MB")))
      << message;
  EXPECT_TRUE(folder.files().empty());
  options.maxMegabytes = std::stod(found[1]);
  EXPECT_EQ(exported(testClip(), folder / "clip.mp4", options), "");
  EXPECT_LE(std::filesystem::file_size(folder / "clip.mp4"), *options.maxMegabytes * 1e6);
}

TEST(SizeLimit, CountsTheSound) {
  TestFolder folder;
  const auto tone = folder / "tone.wav";
  ffmpeg("-f lavfi -i anoisesrc=duration=4:seed=1 -ac 2 '" + tone.string() + "'");
  ExportOptions options{.quality = 95, .overwrite = true, .audio = tone};
  ASSERT_EQ(exported(noise(), folder / "clip.mp4", options), "");
  options.maxMegabytes = static_cast<double>(std::filesystem::file_size(folder / "clip.mp4")) * .6 / 1e6;
  ASSERT_EQ(exported(noise(), folder / "clip.mp4", options), "");
  EXPECT_LE(std::filesystem::file_size(folder / "clip.mp4"), *options.maxMegabytes * 1e6);
  EXPECT_EQ(ffprobe(folder / "clip.mp4").at("streams").size(), 2u);
}

// Tells progress only forwards, however many encodings there are.
TEST(SizeLimit, TellsItsProgress) {
  struct Sink : EventSink {
    void progress(Phase, double done) override { told.push_back(done); }
    std::vector<double> told;
  } sink;
  RunControl control;
  TestFolder folder;
  ASSERT_TRUE(exportClip(noise(), folder / "clip.mp4", {.quality = 95, .maxMegabytes = .03}, sink, control));
  EXPECT_GT(sink.told.size(), 2 * noise().frames.size());
  EXPECT_TRUE(std::ranges::is_sorted(sink.told));
  EXPECT_GT(sink.told.front(), 0);
  EXPECT_EQ(sink.told.back(), 1);
}

TEST(SizeLimit, StopsInAnyEncoding) {
  for (const int frames : {5, 22}) {
    TestFolder folder;
    StopAt sink(frames);
    EXPECT_TRUE(exportClip(noise(), folder / "clip.mp4", {.quality = 95, .maxMegabytes = .03}, sink, sink.control())
                    .cancelled());
    EXPECT_EQ(sink.frames(), frames);
    EXPECT_TRUE(folder.files().empty());
  }
}

TEST(SizeLimit, IsCheckedBeforeTheWork) {
  TestFolder folder;
  const ClipShape shape{64, 64, 17, 16};
  for (const double megabytes : {0., -1., .001, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
    const auto refused = checkExport(shape, folder / "clip.mp4", {.maxMegabytes = megabytes});
    ASSERT_FALSE(refused) << megabytes;
    EXPECT_NE(refused.error().message.find("the size limit is"), std::string::npos) << refused.error().message;
  }
  for (const auto format : {ExportFormat::Gif, ExportFormat::PngSequence, ExportFormat::MovProRes}) {
    const auto refused = checkExport(shape, folder / "clip", {.format = format, .maxMegabytes = 8});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find(toString(format)), std::string::npos) << refused.error().message;
  }
}

}  // namespace
}  // namespace fb::media
