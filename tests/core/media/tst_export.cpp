// SPDX-License-Identifier: MIT
// Clips written in every format that this machine supports, and checked with ffprobe, ffmpeg and our own reader.
#include "media/clip_files.h"
#include "media/png_sequence.h"
#include "media_test.h"
#include "no_descriptors.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <optional>

namespace fb::media {
namespace {

struct Expected {
  ExportFormat format;
  const char* file;
  const char* codec;
  const char* tag;
  int tolerance;  // levels, on flat patches
};

// Quality 95; a level of R'G'B' is 0.86 of limited range, and the codecs are lossy.
const Expected kVideos[] = {{ExportFormat::Mp4H264, "clip.mp4", "h264", "avc1", 4},
                            {ExportFormat::Mp4H265, "clip.mp4", "hevc", "hvc1", 4},
                            {ExportFormat::Mp4Av1, "clip.mp4", "av1", "av01", 4},
                            {ExportFormat::WebmVp9, "clip.webm", "vp9", "", 4},
                            {ExportFormat::MovProRes, "clip.mov", "prores", "apch", 4}};

class Videos : public testing::TestWithParam<Expected> {
protected:
  void SetUp() override {
    const auto formats = availableExportFormats();
    ASSERT_NE(std::find(formats.begin(), formats.end(), GetParam().format), formats.end())
        << "no encoder for " << toString(GetParam().format);
  }
  TestFolder m_folder;
};

TEST_P(Videos, AreWhatTheySay) {
  const auto& expected = GetParam();
  const auto path = m_folder / expected.file;
  const std::string metadata = R"({"prompt":"一只猫 \"walks\" é","seed":7})";
  ExportOptions options{.format = expected.format, .quality = 95, .metadata = metadata};
  ASSERT_EQ(exported(testClip(), path, options), "");
  EXPECT_EQ(m_folder.files(), std::vector<std::string>{expected.file});

  const auto probe = ffprobe(path);
  const auto& stream = probe.at("streams").at(0);
  EXPECT_EQ(stream.at("codec_name"), expected.codec);
  if (*expected.tag != 0) {
    EXPECT_EQ(stream.at("codec_tag_string"), expected.tag);
  }
  EXPECT_EQ(stream.at("width"), 64);
  EXPECT_EQ(stream.at("height"), 64);
  EXPECT_EQ(stream.at("avg_frame_rate"), "16/1");
  EXPECT_EQ(stream.at("nb_read_frames"), "17");
  for (const char* field : {"color_space", "color_transfer", "color_primaries"}) EXPECT_EQ(stream.at(field), "bt709");
  EXPECT_EQ(stream.at("color_range"), "tv");
  EXPECT_NEAR(std::stod(probe.at("format").at("duration").get<std::string>()), 17 / 16.0, 0.001);
  EXPECT_EQ(commentOf(probe), metadata);
}

TEST_P(Videos, KeepColours) {
  const auto& expected = GetParam();
  const auto path = m_folder / expected.file;
  ASSERT_EQ(exported(testClip(), path, {.format = expected.format, .quality = 95}), "");
  const auto read = readClip(path);
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read.value().frames.size(), 17u);
  EXPECT_DOUBLE_EQ(read.value().fps, 16);
  const auto independent = ffmpegFrames(path);
  ASSERT_EQ(independent.size(), 17u);
  for (const std::size_t frame : {0, 8, 16}) {
    EXPECT_LE(patchError(*read.value().frames[frame]), expected.tolerance) << "our reader, frame " << frame;
    EXPECT_LE(patchError(independent[frame]), expected.tolerance) << "ffmpeg, frame " << frame;
    EXPECT_NEAR(whiteSquareLeft(*read.value().frames[frame]), squareLeft(static_cast<int>(frame)), 1);
  }
}

TEST_P(Videos, AreInspected) {
  const auto path = m_folder / GetParam().file;
  // A long prompt and its plan, 20 kB and more than a 16-bit length.
  for (const std::size_t size : {20'000u, 80'000u}) {
    std::string metadata = "{\"prompt\":\"";
    while (metadata.size() < size) metadata += "un été 一只猫 🐈 ";
    metadata += "\"}";
    ASSERT_EQ(exported(testClip(), path, {.format = GetParam().format, .overwrite = true, .metadata = metadata}), "");
    const auto info = inspectClip(path);
    ASSERT_TRUE(info.ok()) << info.error().message;
    EXPECT_EQ(info.value().codec, GetParam().codec);
    EXPECT_EQ(info.value().width, 64);
    EXPECT_EQ(info.value().height, 64);
    EXPECT_EQ(info.value().frames, 17);
    EXPECT_DOUBLE_EQ(info.value().fps, 16);
    EXPECT_EQ(info.value().colorSpace, "bt709, limited range");
    EXPECT_EQ(info.value().metadata, metadata);
  }
}

TEST_P(Videos, LeaveNothingWhenStopped) {
  const auto path = m_folder / GetParam().file;
  m_folder.write(GetParam().file, "an older clip");
  StopAt sink(5);
  const auto outcome =
      exportClip(testClip(), path, {.format = GetParam().format, .overwrite = true}, sink, sink.control());
  EXPECT_TRUE(outcome.cancelled());
  EXPECT_EQ(sink.frames(), 5);
  EXPECT_EQ(m_folder.files(), std::vector<std::string>{GetParam().file});
  EXPECT_EQ(m_folder.read(GetParam().file), "an older clip");
}

INSTANTIATE_TEST_SUITE_P(Export, Videos, testing::ValuesIn(kVideos), [](const auto& parameter) {
  std::string name(toString(parameter.param.format));
  std::erase(name, '-');
  return name;
});

TEST(Gif, KeepsFewColoursExactly) {
  TestFolder folder;
  const auto path = folder / "clip.gif";
  const std::string metadata(20'000, 'x');
  ASSERT_EQ(exported(testClip(), path, {.format = ExportFormat::Gif, .metadata = metadata}), "");
  const auto stream = ffprobe(path).at("streams").at(0);
  EXPECT_EQ(stream.at("codec_name"), "gif");
  EXPECT_EQ(stream.at("nb_read_frames"), "17");
  const auto read = readClip(path);
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read.value().frames.size(), 17u);
  const auto independent = ffmpegFrames(path);
  ASSERT_EQ(independent.size(), 17u);
  for (std::size_t frame = 0; frame < 17; ++frame) {
    EXPECT_EQ(read.value().frames[frame]->rgb, testClip().frames[frame]->rgb) << frame;
    EXPECT_EQ(independent[frame].rgb, testClip().frames[frame]->rgb) << frame;
  }
  const auto info = inspectClip(path);
  ASSERT_TRUE(info.ok()) << info.error().message;
  EXPECT_EQ(info.value().frames, 17);
  EXPECT_NEAR(info.value().fps, 16, 0.2);
  EXPECT_EQ(info.value().metadata, metadata);
}

TEST(Gif, ApproachesManyColours) {
  TestFolder folder;
  const auto path = folder / "clip.gif";
  Clip clip;
  clip.frames = {gradientFrame(96, 80, 0), gradientFrame(96, 80, 40)};
  ASSERT_EQ(exported(clip, path, {.format = ExportFormat::Gif}), "");
  const auto read = readClip(path);
  ASSERT_TRUE(read.ok()) << read.error().message;
  for (std::size_t frame = 0; frame < 2; ++frame)
    EXPECT_LE(meanError(*read.value().frames[frame], *clip.frames[frame]), 10);
}

TEST(Png, IsExactInAFolderAndBesideAName) {
  TestFolder folder;
  const std::string metadata = R"({"prompt":"一只猫"})" + std::string(20'000, ' ');
  for (const char* name : {"sequence", "clip.png"}) {
    const auto path = folder / name;
    ASSERT_EQ(exported(testClip(), path, {.format = ExportFormat::PngSequence, .metadata = metadata}), "");
    const auto read = readClip(path);
    ASSERT_TRUE(read.ok()) << read.error().message;
    ASSERT_EQ(read.value().frames.size(), 17u);
    for (std::size_t frame = 0; frame < 17; ++frame)
      EXPECT_EQ(read.value().frames[frame]->rgb, testClip().frames[frame]->rgb) << frame;
    const auto info = inspectClip(path);
    ASSERT_TRUE(info.ok()) << info.error().message;
    EXPECT_EQ(info.value().frames, 17);
    EXPECT_DOUBLE_EQ(info.value().fps, 16);
    EXPECT_EQ(info.value().metadata, metadata);
  }
  EXPECT_EQ(ffmpegFrames(folder / "clip_00017.png").at(0).rgb, testClip().frames[16]->rgb);
  EXPECT_EQ(ffprobe(folder / "sequence" / "frame_00001.png").at("streams").at(0).at("codec_name"), "png");
}

TEST(Png, ReplacesASequenceWhenAskedAndKeepsItWhenStopped) {
  TestFolder folder;
  ExportOptions options{.format = ExportFormat::PngSequence};
  ASSERT_EQ(exported(testClip(), folder / "s", options), "");
  folder.write("s/notes.txt", "mine");
  EXPECT_NE(exported(testClip(), folder / "s", options).find("frame_00001.png"), std::string::npos);
  options.overwrite = true;
  StopAt sink(3);
  Clip reversed = testClip();
  std::reverse(reversed.frames.begin(), reversed.frames.end());
  EXPECT_TRUE(exportClip(reversed, folder / "s", options, sink, sink.control()).cancelled());
  EXPECT_EQ(readClip(folder / "s").value().frames[0]->rgb, testClip().frames[0]->rgb);
  ASSERT_EQ(exported(reversed, folder / "s", options), "");
  const auto read = readClip(folder / "s");
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read.value().frames.size(), 17u);
  EXPECT_EQ(read.value().frames[0]->rgb, testClip().frames[16]->rgb);
  EXPECT_EQ(folder.read("s/notes.txt"), "mine");
}

// The names are given one after the other: one that cannot be given brings the others back.
TEST(Png, ReplacesAllFramesOrNone) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "s", {.format = ExportFormat::PngSequence}), "");
  const auto ninth = folder / "s/frame_00009.png", tenth = folder / "s/frame_00010.png";
  std::filesystem::remove(ninth);
  std::filesystem::remove(tenth);
  std::filesystem::create_directory(tenth);
  std::map<std::string, std::string> before;
  const auto contents = [&] {
    std::map<std::string, std::string> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "s")) {
      const auto name = entry.path().filename().string();
      all[name] = entry.is_directory() ? "a folder" : folder.read("s/" + name);
    }
    return all;
  };
  before = contents();
  ASSERT_EQ(before.size(), 16u);
  Clip reversed = testClip();
  std::reverse(reversed.frames.begin(), reversed.frames.end());
  const auto problem = exported(reversed, folder / "s", {.format = ExportFormat::PngSequence, .overwrite = true});
  EXPECT_NE(problem.find("frame_00010.png"), std::string::npos) << problem;
  EXPECT_TRUE(contents() == before);
}

// As a killed process leaves it: the first frames are new, the others wait in its temporary folder.
TEST(Png, AMixtureOfTwoExportsIsNotReadAndCanBeCompleted) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "s", {.format = ExportFormat::PngSequence}), "");
  Clip reversed = testClip();
  std::reverse(reversed.frames.begin(), reversed.frames.end());
  ASSERT_EQ(exported(reversed, folder / "new", {.format = ExportFormat::PngSequence}), "");
  const auto left = folder / "s/.flowblend-0123456789abcdef.part.png";
  std::filesystem::create_directory(left);
  for (int frame = 1; frame <= 17; ++frame) {
    const auto name = PngSequence(folder / "s").fileName(frame);
    std::filesystem::rename(folder / ("new/" + name), (frame <= 5 ? folder / "s" : left) / name);
  }
  // Until the names are being given, it is an export like any other that was interrupted.
  EXPECT_TRUE(readClip(folder / "s").ok());
  std::ofstream(left / ".publishing");
  const auto mixed = readClip(folder / "s");
  ASSERT_FALSE(mixed.ok());
  EXPECT_EQ(mixed.error().kind, ErrorKind::Corrupt);
  EXPECT_NE(mixed.error().message.find((folder / "s").string()), std::string::npos) << mixed.error().message;
  EXPECT_FALSE(inspectClip(folder / "s").ok());

  removeUnfinishedExports(folder / "s");
  EXPECT_FALSE(std::filesystem::exists(left));
  const auto read = readClip(folder / "s");
  ASSERT_TRUE(read.ok()) << read.error().message;
  ASSERT_EQ(read.value().frames.size(), 17u);
  for (std::size_t i = 0; i < 17; ++i) EXPECT_EQ(read.value().frames[i]->rgb, reversed.frames[i]->rgb) << i;
}

// A shorter sequence over a longer one, or the user's images with such names: nothing is deleted, and no other image
// ends up among the frames.
TEST(Png, RefusesAFolderWithFurtherFrames) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "s", {.format = ExportFormat::PngSequence}), "");
  const auto before = folder.files();
  for (const bool overwrite : {false, true}) {
    const ExportOptions options{.format = ExportFormat::PngSequence, .lastFrame = 3, .overwrite = overwrite};
    const auto problem = exported(testClip(), folder / "s", options);
    EXPECT_NE(problem.find(overwrite ? "frame_00005.png" : "frame_00001.png"), std::string::npos) << problem;
    EXPECT_FALSE(checkExport({64, 64, 17}, folder / "s", options));
    EXPECT_EQ(folder.files(), before);
    EXPECT_EQ(readClip(folder / "s").value().frames.size(), 17u);
  }
  std::filesystem::create_directory(folder / "own");
  folder.write("own/frame_00040.png", "mine");
  EXPECT_NE(exported(testClip(), folder / "own", {}).find("frame_00040.png"), std::string::npos);
  EXPECT_EQ(folder.read("own/frame_00040.png"), "mine");
}

// In a new folder, and beside files of others.
TEST(Png, NamesItsFileAndLeavesNothingIfNothingCanBeOpenedAnyMore) {
  class OutOfDescriptors : public EventSink {
  public:
    explicit OutOfDescriptors(std::optional<NoDescriptors>& none) : m_none(none) {}
    void progress(Phase, double) override { m_none.emplace(); }

  private:
    std::optional<NoDescriptors>& m_none;
  };
  for (const auto* name : {"frames", "clip.png"}) {
    TestFolder folder;
    folder.write("notes", "a person's");
    const auto path = folder / name;
    const auto expectNamed = [&](const Error& error) {
      EXPECT_NE(error.message.find(path.string()), std::string::npos) << error.message;
    };
    {
      std::optional<NoDescriptors> out;
      OutOfDescriptors sink(out);
      RunControl control;
      const auto outcome = exportClip(testClip(), path, {.format = ExportFormat::PngSequence}, sink, control);
      // UndefinedBehaviorSanitizer needs descriptors to look at the sink when it is destroyed.
      out.reset();
      ASSERT_TRUE(outcome.failed());
      expectNamed(outcome.error());
    }
    EXPECT_EQ(folder.files(), std::vector<std::string>{"notes"});
    const NoDescriptors none;
    const auto refused = checkExport({64, 64, 17}, path, {.format = ExportFormat::PngSequence});
    ASSERT_FALSE(refused);
    expectNamed(refused.error());
  }
}

// In the current folder, the user knows the sequence only by its file name.
TEST(Png, IsNamedByTheUsersNameForIt) {
  TestFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  {
    const NoDescriptors none;
    const auto refused = checkExport({64, 64, 17}, "clip.png", {.format = ExportFormat::PngSequence});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("clip.png"), std::string::npos) << refused.error().message;
    const auto read = readClip("clip.png");
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().message.find("clip.png"), std::string::npos) << read.error().message;
  }
  std::filesystem::current_path(before);
}

TEST(Export, LeavesAnExistingFileUnlessAsked) {
  TestFolder folder;
  for (const char* name : {"clip.mp4", "clip.gif"}) {
    folder.write(name, "mine");
    EXPECT_NE(exported(testClip(), folder / name, {}).find(name), std::string::npos);
    EXPECT_EQ(folder.read(name), "mine");
    ASSERT_EQ(exported(testClip(), folder / name, {.overwrite = true}), "");
    EXPECT_EQ(readClip(folder / name).value().frames.size(), 17u);
  }
}

TEST(Export, IsCheckedBeforeTheWork) {
  TestFolder folder;
  const ClipShape shape{64, 64, 17};
  EXPECT_TRUE(checkExport(shape, folder / "clip.mp4", {}));
  EXPECT_TRUE(checkExport(shape, folder / "frames", {}));
  EXPECT_TRUE(folder.files().empty());
  folder.write("there.mp4", "mine");
  const std::string name255 = std::string(251, 'n') + ".mp4", name256 = "n" + name255;
  EXPECT_TRUE(checkExport(shape, folder / name255, {}));
  for (const auto& [path, options] : std::vector<std::pair<std::filesystem::path, ExportOptions>>{
           {folder / "missing" / "clip.mp4", {}},
           {folder / "there.mp4", {}},
           {folder / "there.mp4" / "clip.mp4", {}},
           {folder / name256, {}},
           {folder / "clip.doc", {}},
           {folder / "clip.mp4", {.lastFrame = 17}},
           {folder / "clip.mp4", {.scalePercent = 5}},
       }) {
    const auto problem = checkExport(shape, path, options);
    EXPECT_FALSE(problem) << path;
    EXPECT_EQ(exported(testClip(), path, options), problem.error().message);
  }
  EXPECT_EQ(folder.files(), std::vector<std::string>{"there.mp4"});
}

TEST(Export, ScalesToEvenSizes) {
  TestFolder folder;
  const auto path = folder / "clip.mp4";
  ASSERT_EQ(exported(testClip(), path, {.scalePercent = 52}), "");  // 33.28
  const auto stream = ffprobe(path).at("streams").at(0);
  EXPECT_EQ(stream.at("width"), 34);
  EXPECT_EQ(stream.at("height"), 34);
}

TEST(Export, RepeatsPixelsAtWholeMultiples) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "s", {.format = ExportFormat::PngSequence, .scalePercent = 200}), "");
  const auto read = readClip(folder / "s");
  ASSERT_TRUE(read.ok()) << read.error().message;
  const auto& large = *read.value().frames[3];
  const auto& small = *testClip().frames[3];
  ASSERT_EQ(large.width, 128);
  for (int y = 0; y < 128; ++y)
    for (int x = 0; x < 128; ++x) ASSERT_EQ(pixelAt(large, x, y), pixelAt(small, x / 2, y / 2)) << x << "," << y;
}

TEST(Export, SaysWhyItCannot) {
  TestFolder folder;
  folder.write("file", "");
  for (const auto format : availableExportFormats()) {
    const auto message = exported(testClip(), folder / "file" / "clip", {.format = format});
    EXPECT_NE(message.find("clip"), std::string::npos) << toString(format) << ": " << message;
  }
  const auto missing = exported(testClip(), folder / "absent" / "clip.mp4", {});
  EXPECT_NE(missing.find("absent/clip.mp4: No such file or directory"), std::string::npos) << missing;
  EXPECT_NE(exported({}, folder / "clip.mp4", {}), "");
  EXPECT_NE(exported(testClip(), folder / "clip.mp4", {.quality = 101}), "");
  EXPECT_NE(exported(testClip(), folder / "clip.mp4", {.firstFrame = 17}), "");
  EXPECT_NE(exported(testClip(), folder / "clip.mp4", {.lastFrame = 17}), "");
  Clip uneven = testClip();
  uneven.frames.push_back(gradientFrame(32, 32, 0));
  EXPECT_NE(exported(uneven, folder / "clip.mp4", {}), "");
  EXPECT_EQ(folder.files(), std::vector<std::string>{"file"});
}

TEST(Export, IsOfTheFormatThatTheEndingNamesUnlessOneIsChosen) {
  TestFolder folder;
  ASSERT_EQ(exported(testClip(), folder / "clip.gif", {}), "");
  EXPECT_EQ(ffprobe(folder / "clip.gif").at("streams").at(0).at("codec_name"), "gif");
  ASSERT_EQ(exported(testClip(), folder / "clip.webm", {}), "");
  EXPECT_EQ(ffprobe(folder / "clip.webm").at("streams").at(0).at("codec_name"), "vp9");
  ASSERT_EQ(exported(testClip(), folder / "sequence", {}), "");
  EXPECT_EQ(readClip(folder / "sequence").value().frames.size(), 17u);

  const auto before = folder.files();
  const auto refused = exported(testClip(), folder / "clip.avi", {});
  EXPECT_NE(refused.find("the file extension of " + (folder / "clip.avi").string() + " does not determine a format"),
            std::string::npos)
      << refused;
  EXPECT_EQ(folder.files(), before);
  ASSERT_EQ(exported(testClip(), folder / "clip.avi", {.format = ExportFormat::Gif}), "");
  EXPECT_EQ(ffprobe(folder / "clip.avi").at("streams").at(0).at("codec_name"), "gif");
}

TEST(Export, KnowsFormatsByNameAndEnding) {
  for (const auto format : availableExportFormats()) EXPECT_EQ(exportFormatFromString(toString(format)), format);
  EXPECT_EQ(exportFormatForPath("a/B.MP4"), ExportFormat::Mp4H264);
  EXPECT_EQ(exportFormatForPath("folder"), ExportFormat::PngSequence);
  EXPECT_EQ(exportFormatForPath("a.xyz"), std::nullopt);
}

}  // namespace
}  // namespace fb::media
