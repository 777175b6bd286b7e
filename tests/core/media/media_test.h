// SPDX-License-Identifier: MIT
// A synthetic clip, and the ffmpeg programs as independent readers. A missing program fails the test.
#pragma once

#include "flowblend/events.h"
#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "temporary_folder.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace fb::media {

// 17 frames of 64x64 at 16 per second: flat patches, and a white square that moves to the right over black.
const Clip& testClip();
int squareLeft(int frame);
int whiteSquareLeft(const Frame& frame);
// Maximum difference from the patches' colours, in levels, away from their borders.
int patchError(const Frame& frame);

std::shared_ptr<const Frame> gradientFrame(int width, int height, int blue);
double meanError(const Frame& a, const Frame& b);
std::array<int, 3> pixelAt(const Frame& frame, int x, int y);

// Runs the ffmpeg program. Returns its raw output if the arguments end with "-".
std::string ffmpeg(const std::string& arguments);
nlohmann::json ffprobe(const std::filesystem::path& path);
std::string commentOf(const nlohmann::json& probe);
std::vector<Frame> ffmpegFrames(const std::filesystem::path& path);  // of a 64x64 clip

// The message of a failed export, empty if it worked.
std::string exported(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options);

// Asks to stop when this many frames are done.
class StopAt : public EventSink {
public:
  explicit StopAt(int frames) : m_stopAt(frames) {}
  void progress(Phase phase, double done) override;
  RunControl& control() { return m_control; }
  int frames() const { return m_frames; }

private:
  RunControl m_control;
  int m_stopAt;
  int m_frames = 0;
};

class TestFolder : public TemporaryFolder {
public:
  std::vector<std::string> files() const;
  void write(const std::string& name, const std::string& text) const;
  std::string read(const std::string& name) const;
};

}  // namespace fb::media
