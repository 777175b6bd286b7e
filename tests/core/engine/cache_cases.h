// SPDX-License-Identifier: MIT
// The runs of tests/oracle/engine_caches.py, for the tests of caches.
#pragma once

#include "trace_cases.h"

#include "base/atomic_file.h"
#include "base/json.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

constexpr int kSteps = 30;

inline std::string decisions(const std::vector<StepReport>& steps) {
  std::string text;
  for (const auto& step : steps) text += step.reused ? 'r' : step.reusedEvaluations > 0 ? 'p' : 'C';
  return text;
}

struct Case {
  const char* pair;
  CacheRule rule;
  double threshold;
  SchedulePreset schedule;
  bool retains = false;
};

template <class Answer>
auto value(Answer answer) {
  if (!answer) throw std::runtime_error("failed");
  return std::move(answer).value();
}

constexpr int kMeasuredSteps = 20;  // of the reference's curves

inline MagnitudeCurves curvesOf(const char* pair, const char* model) {
  const auto file = oracleFolder("engine_caches") / (std::string(pair) + "-magnitudes.json");
  return curvesFromJson(parseJson(readTextFile(file), file.string()).at(model), file.string());
}

// The arguments of tests/oracle/engine_caches.py.
inline GenerationRequest requestFor(const Case& tested) {
  auto request = oracleRequest("engine_caches", tested.pair);
  request.sampling.schedule = StageSchedule::fromPreset(tested.schedule, kSteps, 0.5, 0.2);
  request.sampling.cache = tested.rule;
  request.sampling.cacheThreshold = tested.threshold;
  request.pair.largeTeaCache = {0.1, 0.1, 0.01};
  request.pair.smallTeaCache = {0.3, 0};
  request.pair.largeTeaCacheRetention = request.pair.largeTeaCache;
  request.pair.smallTeaCacheRetention = request.pair.smallTeaCache;
  request.sampling.cacheRetention = tested.retains;
  request.pair.largeMagCache = curvesOf(tested.pair, "large");
  request.pair.smallMagCache = curvesOf(tested.pair, "small");
  request.sampling.cacheReuseLimit = 3;
  return request;
}

constexpr double kRetentionThreshold = 0.31;

constexpr Case kCases[] = {
    {"wan-tiny", CacheRule::EasyCache, 0.6, SchedulePreset::LSL},
    {"wan-tiny", CacheRule::EasyCache, 0.6, SchedulePreset::LLL},
    {"ltx-tiny-097", CacheRule::EasyCache, 0.6, SchedulePreset::LSL},
    {"ltx-tiny-097", CacheRule::EasyCache, 0.6, SchedulePreset::LLL},
    {"wan-tiny", CacheRule::TeaCache, 0.31, SchedulePreset::LSL},
    {"wan-tiny", CacheRule::TeaCache, 0.31, SchedulePreset::LLL},
    {"wan-tiny", CacheRule::TeaCache, kRetentionThreshold, SchedulePreset::LSL, true},
    {"wan-tiny", CacheRule::TeaCache, kRetentionThreshold, SchedulePreset::LLL, true},
    {"ltx-tiny-097", CacheRule::TeaCache, 0.05, SchedulePreset::LSL},
    {"ltx-tiny-097", CacheRule::TeaCache, 0.05, SchedulePreset::LLL},
    {"wan-tiny", CacheRule::MagCache, 0.15, SchedulePreset::LSL},
    {"wan-tiny", CacheRule::MagCache, 0.15, SchedulePreset::LLL},
    {"ltx-tiny-097", CacheRule::MagCache, 0.1, SchedulePreset::LSL},
    {"ltx-tiny-097", CacheRule::MagCache, 0.1, SchedulePreset::LLL},
};

// A LoRA for a layer of the large model of the tiny WAN pair.
inline std::filesystem::path saveLora(const std::filesystem::path& file) {
  const auto at = [](at::IntArrayRef shape) { return at::sin(at::arange(c10::multiply_integers(shape))).view(shape); };
  weights::saveTensors(file, {{"diffusion_model.blocks.1.self_attn.q.lora_A.weight", at({2, 64})},
                              {"diffusion_model.blocks.1.self_attn.q.lora_B.weight", at({64, 2})}});
  return file;
}

// Which steps run blocks of a model, and which say that they reuse.
struct Watch : EventSink {
  void stepProgress(int step, double) override { ran.insert(step); }
  void stepFinished(const StepReport& report) override { (report.reused ? reused : computed).insert(report.step); }
  void warning(const std::string& text) override { warnings.push_back(text); }

  std::set<int> ran, computed, reused;
  std::vector<std::string> warnings;
};

class Cache : public testing::Test {
protected:
  RunResult run() { return finished(engine->generate(request, watch, control)); }

  std::unique_ptr<Engine> engine = createEngine({1});
  GenerationRequest request = requestFor(kCases[0]);
  TemporaryFolder folder;
  Watch watch;
  RunControl control;
};

}  // namespace fb
