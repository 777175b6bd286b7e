// SPDX-License-Identifier: MIT
// Sweeps of the tiny pairs, and what is seen of them.
#pragma once

#include "base/atomic_file.h"
#include "flowblend/sweep.h"

#include "../engine/engine_cases.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fb {

class Watch : public SweepSink {
public:
  explicit Watch(RunControl* stopped = nullptr) : m_stopped(stopped) {}

  void runStarted(const SweepPlan::Step& step, int, int) override { started.push_back(step.run.name()); }
  void runMeasured(const SweepRecord& record) override { measured.push_back(record); }
  void stepFinished(const StepReport& report) override {
    ++(report.model == Model::Large ? large : small);
    if (m_stopped && large + small == stopAfter) m_stopped->requestStop();
  }
  void statesRemoved(std::uint64_t bytes) override { removed += bytes; }
  void warning(const std::string& sentence) override { warnings.push_back(sentence); }

  std::vector<std::string> started;
  std::vector<SweepRecord> measured;
  int large = 0, small = 0, stopAfter = 0;
  std::uint64_t removed = 0;
  std::vector<std::string> warnings;

private:
  RunControl* m_stopped;
};

// What the engine keeps for the user.
class OwnState {
public:
  explicit OwnState(const std::filesystem::path& state) {
    if (const char* before = std::getenv("XDG_STATE_HOME")) m_before = before;
    ::setenv("XDG_STATE_HOME", state.c_str(), 1);
  }
  ~OwnState() {
    if (m_before)
      ::setenv("XDG_STATE_HOME", m_before->c_str(), 1);
    else
      ::unsetenv("XDG_STATE_HOME");
  }
  OwnState(const OwnState&) = delete;
  OwnState& operator=(const OwnState&) = delete;

private:
  std::optional<std::string> m_before;
};

class SweepRuns : public testing::Test {
protected:
  static Sweep sweepOf(const GenerationRequest& request) {
    Sweep sweep;
    sweep.base = request;
    sweep.prompts = {request.clip.prompt};
    sweep.seeds = {3};
    const std::vector<double> early{0.4, 0.2}, late{0, 0.2};
    sweep.candidates = sweepGrid(request.sampling.schedule.steps, early, late);
    return sweep;
  }
  static Sweep tinySweep() {
    auto request = tinyRequest(tinyPair());
    request.sampling.schedule.steps = 5;
    return sweepOf(request);
  }
  SweepResults run(const Sweep& sweep, Watch& watch, const SweepOptions& options = {}) {
    RunControl control;
    return finished(runSweep(*engine, sweep, folder / "sweep", options, watch, control));
  }
  std::filesystem::path runFolder(const SweepRun& made) const { return folder / "sweep" / "runs" / made.name(); }

  // Every candidate's latents and frames are those of a run by itself.
  void expectWholeRuns(const Sweep& sweep, const SweepResults& results) {
    EXPECT_EQ(results.records.size(), sweep.prompts.size() * sweep.seeds.size() * (sweep.candidates.size() + 1));
    for (const auto& record : results.records) {
      auto request = sweep.base;
      request.clip.prompt = sweep.prompts.at(static_cast<std::size_t>(record.run.prompt));
      request.sampling.seed = record.run.seed;
      request.sampling.schedule = sweep.scheduleOf(record.run.candidate);
      const auto& candidate = record.run.candidate;
      request.sampling.guard = candidate.guard();
      if (candidate.guard() == GuardRule::Verify) {
        request.sampling.guardBound = candidate.guardBound;
        request.sampling.guardEvery = candidate.guardEvery;
      }
      if (candidate.guard() == GuardRule::OneWay) request.sampling.guardChange = candidate.guardChange;
      if (candidate.guard() == GuardRule::SrDiffusion) request.sampling.guardSettling = candidate.guardSettling;
      request.options.runFolder = folder / ("whole-" + record.run.name());
      if (!std::filesystem::exists(request.options.runFolder)) {
        EventSink sink;
        RunControl control;
        finished(engine->generate(request, sink, control));
      }
      SCOPED_TRACE(record.run.name());
      EXPECT_EQ(engine->loadRunLatents(runFolder(record.run)).value(),
                engine->loadRunLatents(request.options.runFolder).value());
      expectSameClip(engine->loadRunClip(runFolder(record.run)).value(),
                     engine->loadRunClip(request.options.runFolder).value());
    }
  }
  std::map<std::string, std::string> recordFiles() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "sweep" / "records"))
      files[entry.path().filename().string()] = readTextFile(entry.path());
    return files;
  }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
};

}  // namespace fb
