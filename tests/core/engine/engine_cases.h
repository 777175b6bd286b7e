// SPDX-License-Identifier: MIT
// The tiny pair and the request that the reference script ran, for the tests of the engine.
#pragma once

#include "flowblend/engine.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fb {

inline std::filesystem::path oracleFolder(const char* fixture) {
  const char* folder = std::getenv("FB_ORACLE_DIR");
  if (!folder) throw std::runtime_error("FB_ORACLE_DIR is not set: run this test by ctest");
  return std::filesystem::path(folder) / fixture;
}

// For calls that only inspect. Tests that run something make their own engine.
inline Engine& sharedEngine() {
  static const auto engine = createEngine({1});
  return *engine;
}

// Throws if the two folders do not form a pair.
inline PairSpec pairOfFolders(const std::filesystem::path& large, const std::filesystem::path& small) {
  auto pair = sharedEngine().pairFromFolders(large, small);
  if (!pair) throw std::runtime_error(pair.error().message);
  return std::move(pair).value();
}
// For the folders "large" and "small" inside one.
inline PairSpec pairIn(const std::filesystem::path& root) { return pairOfFolders(root / "large", root / "small"); }

inline PairSpec tinyPair() { return pairIn(oracleFolder("engine_wan") / "wan-tiny"); }

// The arguments of tests/oracle/engine_wan.py.
inline GenerationRequest tinyRequest(const PairSpec& pair) {
  auto request = defaultRequest(pair);
  request.clip.prompt = "A cat &amp; a dog   baking a cake together in a kitchen.";
  request.clip.negativePrompt =
      "色调艳丽，过曝，静态，细节模糊不清，字幕，风格，作品，画作，画面，静止，整体发灰，最差质量，低质量，JPEG压缩残留"
      "，"
      "丑陋的，残缺的，多余的手指，画得不好的手部，画得不好的脸部，畸形的，毁容的，形态畸形的肢体，手指融合，静止不动的"
      "画面，"
      "杂乱的背景，三条腿，背景人很多，倒着走";
  request.clip.width = 48;
  request.clip.height = 32;
  request.clip.frames = 9;
  request.sampling.guidance = 5;
  request.sampling.seed = 3;
  request.sampling.schedule = {0.4, 0.2, 10};
  request.options.preview = false;
  return request;
}

template <class T>
T finished(Outcome<T> outcome) {
  if (outcome.failed()) throw std::runtime_error(outcome.error().message);
  if (outcome.cancelled()) throw std::runtime_error("cancelled");
  return std::move(outcome).value();
}

inline Error failure(const Outcome<RunResult>& outcome) {
  if (!outcome.failed()) throw std::runtime_error("the run did not fail");
  return outcome.error();
}

// Keeps which steps a run computes and what it warns of.
struct RunWatch : EventSink {
  void stepFinished(const StepReport& report) override { computed.push_back(report.step); }
  void warning(const std::string& text) override { warnings.push_back(text); }

  std::vector<int> computed;
  std::vector<std::string> warnings;
};

inline void expectSameClip(const Clip& a, const Clip& b) {
  ASSERT_EQ(a.frames.size(), b.frames.size());
  ASSERT_FALSE(a.frames.empty());
  for (std::size_t i = 0; i < a.frames.size(); ++i) EXPECT_EQ(a.frames[i]->rgb, b.frames[i]->rgb) << "frame " << i;
}

}  // namespace fb
