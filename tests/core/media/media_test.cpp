// SPDX-License-Identifier: MIT
#include "media_test.h"

#include "base/atomic_file.h"
#include "media/clip_files.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace fb::media {
namespace {

// Two rows of four in the upper half, 16x16 pixels each.
constexpr std::array<std::array<int, 3>, 8> kPatches{{{255, 0, 0},
                                                      {0, 255, 0},
                                                      {0, 0, 255},
                                                      {255, 255, 0},
                                                      {0, 0, 0},
                                                      {255, 255, 255},
                                                      {128, 128, 128},
                                                      {40, 120, 200}}};
constexpr int kSide = 64;
constexpr int kPatch = 16;
constexpr int kHalf = kSide / 2;

const std::array<int, 3>& patchAt(int x, int y) {
  return kPatches[static_cast<std::size_t>(y / kPatch * 4 + x / kPatch)];
}

std::shared_ptr<const Frame> testFrame(int index) {
  auto frame = std::make_shared<Frame>(Frame{kSide, kSide, {}});
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      const bool square = y >= 40 && y < 56 && x >= squareLeft(index) && x < squareLeft(index) + 16;
      const auto color = y < kHalf ? patchAt(x, y) : std::array<int, 3>{square * 255, square * 255, square * 255};
      for (const int value : color) frame->rgb.push_back(static_cast<std::uint8_t>(value));
    }
  }
  return frame;
}

std::string outputOf(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string output;
  char buffer[4096];
  while (const auto size = std::fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, size);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return output;
}

}  // namespace

const Clip& testClip() {
  static const Clip clip = [] {
    Clip made;
    for (int i = 0; i < 17; ++i) made.frames.push_back(testFrame(i));
    return made;
  }();
  return clip;
}

int squareLeft(int frame) { return 3 * frame; }

int whiteSquareLeft(const Frame& frame) {
  for (int x = 0; x < frame.width; ++x)
    if (pixelAt(frame, x, 48)[1] > 127) return x;
  return -1;
}

int patchError(const Frame& frame) {
  constexpr int kBorder = 4;
  const auto inside = [](int at) { return at % kPatch >= kBorder && at % kPatch < kPatch - kBorder; };
  int worst = 0;
  for (int y = 0; y < kHalf; ++y) {
    for (int x = 0; x < kSide; ++x) {
      if (!inside(x) || !inside(y)) continue;
      for (std::size_t c = 0; c < 3; ++c) worst = std::max(worst, std::abs(pixelAt(frame, x, y)[c] - patchAt(x, y)[c]));
    }
  }
  return worst;
}

std::shared_ptr<const Frame> gradientFrame(int width, int height, int blue) {
  auto frame = std::make_shared<Frame>(Frame{width, height, {}});
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (const int value : {255 * x / width, 255 * y / height, blue})
        frame->rgb.push_back(static_cast<std::uint8_t>(value));
  return frame;
}

double meanError(const Frame& a, const Frame& b) {
  if (a.rgb.size() != b.rgb.size() || a.rgb.empty()) return INFINITY;
  double sum = 0;
  for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::abs(a.rgb[i] - b.rgb[i]);
  return sum / static_cast<double>(a.rgb.size());
}

std::array<int, 3> pixelAt(const Frame& frame, int x, int y) {
  const auto* pixel = &frame.rgb.at(
      3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width) + static_cast<std::size_t>(x)));
  return {pixel[0], pixel[1], pixel[2]};
}

std::string ffmpeg(const std::string& arguments) { return outputOf("ffmpeg -v error -y " + arguments); }

nlohmann::json ffprobe(const std::filesystem::path& path) {
  return nlohmann::json::parse(
      outputOf("ffprobe -v error -count_frames -show_streams -show_format -of json '" + path.string() + "'"));
}

std::string commentOf(const nlohmann::json& probe) {
  const auto& format = probe.at("format");
  if (!format.contains("tags")) return {};
  const auto& tags = format.at("tags");
  return tags.value("comment", tags.value("COMMENT", std::string()));
}

std::vector<Frame> ffmpegFrames(const std::filesystem::path& path) {
  const std::string output =
      outputOf("ffmpeg -v error -i '" + path.string() +
               "' -vsync passthrough -sws_flags accurate_rnd+full_chroma_int+bicubic -f rawvideo -pix_fmt rgb24 -");
  constexpr std::size_t kBytes = std::size_t{kSide} * kSide * 3;
  EXPECT_EQ(output.size() % kBytes, 0u) << path;
  std::vector<Frame> frames;
  for (std::size_t begin = 0; begin + kBytes <= output.size(); begin += kBytes)
    frames.push_back({kSide,
                      kSide,
                      {output.begin() + static_cast<std::ptrdiff_t>(begin),
                       output.begin() + static_cast<std::ptrdiff_t>(begin + kBytes)}});
  return frames;
}

std::string exported(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options) {
  EventSink sink;
  RunControl control;
  const auto outcome = exportClip(clip, path, options, sink, control);
  if (outcome) return {};
  return outcome.failed() ? outcome.error().message : "cancelled";
}

void StopAt::progress(Phase phase, double done) {
  EXPECT_EQ(phase, Phase::Exporting);
  EXPECT_GT(done, 0);
  EXPECT_LE(done, 1);
  if (++m_frames == m_stopAt) m_control.requestStop();
}

std::vector<std::string> TestFolder::files() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path())) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

void TestFolder::write(const std::string& name, const std::string& text) const {
  std::ofstream file(path() / name, std::ios::binary);
  file << text;
}

std::string TestFolder::read(const std::string& name) const { return readTextFile(path() / name); }

}  // namespace fb::media
