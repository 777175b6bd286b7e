// SPDX-License-Identifier: MIT
// The sound of a file in an exported clip, compared with what FFmpeg's programs make and decode.
#include "base/failure.h"
#include "media/audio_track.h"
#include "media/clip_files.h"
#include "media_test.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <sstream>

namespace fb::media {
namespace {

const ClipShape kShape{64, 64, 17, 16};
constexpr double kSeconds = 17 / 16.0;

// A tone that rises, so that no two of its moments are alike; the second channel is another one.
void makeSound(const std::filesystem::path& file, const std::string& seconds, const std::string& options = {}) {
  ffmpeg("-f lavfi -i \"aevalsrc='0.5*sin(400*t*(1+t))|0.3*sin(700*t*(1+t))':s=48000:d=" + seconds + "\" " + options +
         " '" + file.string() + "'");
}

// Interleaved, as FFmpeg decodes it.
std::vector<std::int16_t> samplesOf(const std::filesystem::path& file) {
  const auto bytes = ffmpeg("-i '" + file.string() + "' -vn -f s16le -c:a pcm_s16le -");
  std::vector<std::int16_t> samples(bytes.size() / 2);
  std::memcpy(samples.data(), bytes.data(), samples.size() * 2);
  return samples;
}

std::vector<std::int16_t> firstOf(std::vector<std::int16_t> samples, std::size_t count) {
  samples.resize(count);
  return samples;
}

// Root of the mean square of the difference, of full scale; of the samples that both have.
double difference(const std::vector<std::int16_t>& a, const std::vector<std::int16_t>& b) {
  double sum = 0;
  const auto count = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < count; ++i) sum += std::pow((a[i] - b[i]) / 32768.0, 2);
  return count == 0 ? 1 : std::sqrt(sum / static_cast<double>(count));
}

nlohmann::json soundOf(const nlohmann::json& probe) {
  for (const auto& stream : probe.at("streams"))
    if (stream.at("codec_type") == "audio") return stream;
  return {};
}

// The checksums of the packets of sound.
std::vector<std::string> packetsOf(const std::filesystem::path& file) {
  std::istringstream lines(ffmpeg("-i '" + file.string() + "' -map 0:a -c copy -f framemd5 -"));
  std::vector<std::string> sums;
  // The sixth of the columns; some packets have more of them.
  constexpr std::size_t kColumn = 5, kLength = 32;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::size_t at = 0;
    for (std::size_t column = 0; column < kColumn; ++column) at = line.find(',', at) + 1;
    sums.push_back(line.substr(line.find_first_not_of(' ', at), kLength));
  }
  return sums;
}

class ExportAudio : public testing::Test {
protected:
  std::filesystem::path sound(const std::string& name, const std::string& seconds, const std::string& options = {}) {
    const auto file = m_sources / name;
    makeSound(file, seconds, options);
    return file;
  }
  std::string message(const std::filesystem::path& audio, const std::filesystem::path& path) {
    const auto refused = checkExport(kShape, path, {.audio = audio});
    const auto said = exported(testClip(), path, {.audio = audio});
    EXPECT_EQ(refused ? std::string() : refused.error().message, said);
    return said;
  }
  TestFolder m_sources, m_folder;
};

// Without loss, so it is exactly the source's beginning.
TEST_F(ExportAudio, IsCutOffWithTheClip) {
  const auto source = sound("long.wav", "3", "-c:a pcm_s16le");
  const auto path = m_folder / "clip.mov";
  ASSERT_EQ(exported(testClip(), path, {.audio = source}), "");
  EXPECT_EQ(m_folder.files(), std::vector<std::string>{"clip.mov"});
  const auto probe = ffprobe(path);
  ASSERT_EQ(probe.at("streams").size(), 2u);
  EXPECT_EQ(probe.at("streams").at(0).at("nb_read_frames"), "17");
  EXPECT_NEAR(std::stod(probe.at("format").at("duration").get<std::string>()), kSeconds, .001);
  const auto stream = soundOf(probe);
  EXPECT_EQ(stream.at("codec_name"), "pcm_s16le");
  EXPECT_EQ(stream.at("channels"), 2);
  EXPECT_EQ(stream.at("sample_rate"), "48000");
  EXPECT_EQ(samplesOf(path), firstOf(samplesOf(source), 2 * 51000));
}

TEST_F(ExportAudio, IsFollowedBySilence) {
  const auto source = sound("short.wav", "0.5", "-c:a pcm_s16le");
  const auto path = m_folder / "clip.mov";
  ASSERT_EQ(exported(testClip(), path, {.audio = source}), "");
  EXPECT_EQ(samplesOf(path), firstOf(samplesOf(source), 2 * 51000));  // zeros are added
}

struct Encoded {
  const char* file;
  const char* codec;
};
class EncodedAudio : public ExportAudio, public testing::WithParamInterface<Encoded> {};

TEST_P(EncodedAudio, LastsAsLongAsTheClip) {
  const auto long3 = sound("long.wav", "3", "-c:a pcm_s16le"), half = sound("half.wav", "0.5", "-c:a pcm_s16le");
  for (const auto& source : {long3, half}) {
    SCOPED_TRACE(source);
    const auto path = m_folder / GetParam().file;
    ASSERT_EQ(exported(testClip(), path, {.overwrite = true, .audio = source}), "");
    const auto probe = ffprobe(path);
    const auto stream = soundOf(probe);
    EXPECT_EQ(stream.at("codec_name"), GetParam().codec);
    EXPECT_EQ(stream.at("channels"), 2);
    EXPECT_EQ(stream.at("sample_rate"), "48000");
    EXPECT_EQ(probe.at("streams").at(0).at("nb_read_frames"), "17");
    EXPECT_NEAR(std::stod(probe.at("format").at("duration").get<std::string>()), kSeconds, .01);
    const auto decoded = samplesOf(path);
    // Decoders give whole packets: at most one too many.
    EXPECT_GE(decoded.size(), 2 * 51000u);
    EXPECT_LE(decoded.size(), 2 * (51000u + 1024));
    // In its place: a shift of a millisecond would be several times as much.
    const auto expected = firstOf(samplesOf(source), 2 * 51000);
    EXPECT_LT(difference(decoded, expected), .02);
    // The clip is as it is without the sound.
    const auto read = readClip(path);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read.value().frames.size(), 17u);
    EXPECT_DOUBLE_EQ(read.value().fps, 16);
  }
}

TEST_P(EncodedAudio, KeepsOneChannelAndMixesManyDown) {
  const auto mono = sound("mono.wav", "2", "-ac 1 -c:a pcm_s16le"), surround = sound("5.1.flac", "2", "-ac 6");
  for (const auto& [source, channels] : {std::pair(mono, 1), std::pair(surround, 2)}) {
    const auto path = m_folder / GetParam().file;
    ASSERT_EQ(exported(testClip(), path, {.overwrite = true, .audio = source}), "");
    EXPECT_EQ(soundOf(ffprobe(path)).at("channels"), channels) << source;
  }
}

TEST_P(EncodedAudio, TakesEveryRate) {
  for (const char* rate : {"8000", "44100", "37800", "96000"}) {
    SCOPED_TRACE(rate);
    const auto source = sound(std::string(rate) + ".wav", "2", "-c:a pcm_s16le -ar " + std::string(rate));
    const auto path = m_folder / GetParam().file;
    ASSERT_EQ(exported(testClip(), path, {.overwrite = true, .audio = source}), "");
    EXPECT_NEAR(std::stod(ffprobe(path).at("format").at("duration").get<std::string>()), kSeconds, .015);
  }
}

INSTANTIATE_TEST_SUITE_P(Export, EncodedAudio,
                         testing::Values(Encoded{"clip.mp4", "aac"}, Encoded{"clip.webm", "opus"}),
                         [](const auto& parameter) { return std::string(parameter.param.codec); });

struct Copied {
  const char* source;
  const char* options;
  const char* file;
};
class CopiedAudio : public ExportAudio, public testing::WithParamInterface<Copied> {};

TEST_P(CopiedAudio, HasTheSourcesPackets) {
  const auto source = sound(GetParam().source, "3", GetParam().options);
  const auto path = m_folder / GetParam().file;
  ASSERT_EQ(exported(testClip(), path, {.audio = source}), "");
  const auto own = packetsOf(path), theirs = packetsOf(source);
  ASSERT_GT(own.size(), 10u);
  ASSERT_LT(own.size(), theirs.size());
  EXPECT_TRUE(std::equal(own.begin(), own.end(), theirs.begin()));
  const auto probe = ffprobe(path);
  EXPECT_NEAR(std::stod(probe.at("format").at("duration").get<std::string>()), kSeconds, .03);
  // Decoded, it begins where the source does.
  const auto decoded = samplesOf(path);
  EXPECT_GE(decoded.size(), 2 * 51000u);
  EXPECT_LT(difference(firstOf(decoded, 2 * 51000), firstOf(samplesOf(source), 2 * 51000)), .001);
}

INSTANTIATE_TEST_SUITE_P(Export, CopiedAudio,
                         testing::Values(Copied{"long.m4a", "-c:a aac", "clip.mp4"},
                                         Copied{"long.mp3", "-c:a libmp3lame", "clip.mp4"},
                                         Copied{"long.opus", "-c:a libopus", "clip.webm"},
                                         Copied{"long.m4a", "-c:a aac", "clip.mov"}),
                         [](const auto& parameter) {
                           auto name = std::string(parameter.param.source) + "In" + parameter.param.file;
                           std::erase(name, '.');
                           return name;
                         });

TEST_F(ExportAudio, IsEncodedAgainIfItIsTooShortToBeCopied) {
  const auto source = sound("short.m4a", "0.5", "-c:a aac");
  ASSERT_EQ(exported(testClip(), m_folder / "clip.mp4", {.audio = source}), "");
  const auto decoded = samplesOf(m_folder / "clip.mp4");
  EXPECT_GE(decoded.size(), 2 * 51000u);
  EXPECT_LT(difference(decoded, firstOf(samplesOf(source), 2 * 51000)), .02);
}

TEST_F(ExportAudio, FollowsTheFrameRate) {
  const auto source = sound("long.wav", "3", "-c:a pcm_s16le");
  ASSERT_EQ(exported(testClip(), m_folder / "clip.mov", {.fps = 24, .audio = source}), "");
  // 26 frames at 24 per second.
  EXPECT_EQ(samplesOf(m_folder / "clip.mov").size(), 2 * 52000u);
}

// A video whose sound begins later than its pictures.
TEST_F(ExportAudio, BeginsWhenItDoesInItsVideo) {
  const auto source = sound("long.wav", "3", "-c:a pcm_s16le");
  const auto video = m_sources / "late.mkv";
  ffmpeg("-f lavfi -i color=s=64x64:r=16:d=3 -itsoffset 0.5 -i '" + source.string() + "' -c:a pcm_s16le '" +
         video.string() + "'");
  const auto info = inspectAudio(video);
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_NEAR(info.value().start, .5, .001);
  ASSERT_EQ(exported(testClip(), m_folder / "clip.mov", {.audio = video}), "");
  auto expected = std::vector<std::int16_t>(2 * 24000);
  const auto whole = samplesOf(source);
  expected.insert(expected.end(), whole.begin(), whole.begin() + 2 * 27000);
  EXPECT_EQ(samplesOf(m_folder / "clip.mov"), expected);
}

TEST_F(ExportAudio, IsInspected) {
  const auto info = inspectAudio(sound("long.m4a", "3", "-c:a aac"));
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().codec, "aac");
  EXPECT_NEAR(info.value().seconds, 3, .001);
  EXPECT_EQ(info.value().start, 0);
  EXPECT_EQ(info.value().channels, 2);
  EXPECT_EQ(info.value().sampleRate, 48000);
  // FFmpeg only guesses the length of a bare stream.
  const auto bare = inspectAudio(sound("long.aac", "3", "-c:a aac"));
  ASSERT_TRUE(bare) << bare.error().message;
  EXPECT_EQ(bare.value().seconds, 0);
}

TEST_F(ExportAudio, IsRefusedBeforeTheFirstFrame) {
  const auto good = sound("long.wav", "3", "-c:a pcm_s16le");
  ASSERT_EQ(exported(testClip(), m_sources / "mute.mp4", {}), "");
  m_sources.write("notes.txt", "not sound");
  m_sources.write("broken.wav", m_sources.read("long.wav").substr(0, 20));
  std::filesystem::create_directory(m_sources / "folder");
  for (const auto& [name, words] :
       std::initializer_list<std::pair<const char*, const char*>>{{"mute.mp4", "has no sound"},
                                                                  {"notes.txt", "save the sound as WAV"},
                                                                  {"broken.wav", "save the sound as WAV"},
                                                                  {"folder", "is not a file"},
                                                                  {"missing.wav", "does not exist"}}) {
    const auto said = message(m_sources / name, m_folder / "clip.mp4");
    EXPECT_NE(said.find((m_sources / name).string()), std::string::npos) << name << ": " << said;
    EXPECT_NE(said.find(words), std::string::npos) << name << ": " << said;
  }
  for (const char* name : {"clip.gif", "frames"}) {
    const auto said = message(good, m_folder / name);
    EXPECT_NE(said.find("choose MP4, WebM or MOV"), std::string::npos) << said;
  }
  EXPECT_TRUE(m_folder.files().empty());
}

// Nothing tells beforehand that it is cut off; the clip is not written without its sound.
TEST_F(ExportAudio, ThatIsCutOffIsRefused) {
  sound("long.wav", "3", "-c:a pcm_s16le");
  m_sources.write("cut.wav", m_sources.read("long.wav").substr(0, 100'000));
  m_folder.write("clip.mp4", "mine");
  const auto said = exported(testClip(), m_folder / "clip.mp4", {.overwrite = true, .audio = m_sources / "cut.wav"});
  EXPECT_NE(said.find("cut.wav is damaged or incomplete"), std::string::npos) << said;
  EXPECT_EQ(m_folder.files(), std::vector<std::string>{"clip.mp4"});
  EXPECT_EQ(m_folder.read("clip.mp4"), "mine");
}

TEST_F(ExportAudio, IsNotReplacedByItsClip) {
  const auto source = m_folder / "video.mp4";
  ffmpeg("-f lavfi -i color=s=64x64:r=16:d=1 -f lavfi -i sine=d=1 '" + source.string() + "'");
  const auto before = m_folder.read("video.mp4");
  const auto said = exported(testClip(), source, {.overwrite = true, .audio = source});
  EXPECT_NE(said.find("would replace " + source.string()), std::string::npos) << said;
  EXPECT_EQ(m_folder.read("video.mp4"), before);
}

TEST_F(ExportAudio, IsLeftWhenStopped) {
  const auto source = sound("long.wav", "3", "-c:a pcm_s16le");
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THROW(audioTrack(source, ExportFormat::Mp4H264, kSeconds, stop.get_token()), Stopped);
  StopAt sink(3);
  const auto outcome = exportClip(testClip(), m_folder / "clip.mp4", {.audio = source}, sink, sink.control());
  EXPECT_TRUE(outcome.cancelled());
  EXPECT_TRUE(m_folder.files().empty());
}

}  // namespace
}  // namespace fb::media
