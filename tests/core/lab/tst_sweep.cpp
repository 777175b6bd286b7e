// SPDX-License-Identifier: MIT
// Whole sweeps with the engine: their runs are those that generate() makes, whatever interrupts or extends them.
#include "base/atomic_file.h"
#include "base/json.h"
#include "flowblend/proposal.h"
#include "flowblend/run_folder.h"
#include "flowblend/sweep.h"

#include "../engine/engine_cases.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>

namespace fb {
namespace {

namespace fs = std::filesystem;

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
  explicit OwnState(const fs::path& state) {
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
    auto outcome = runSweep(*engine, sweep, folder / "sweep", options, watch, control);
    if (!outcome) throw std::runtime_error(outcome.failed() ? outcome.error().message : "cancelled");
    return std::move(outcome).value();
  }
  fs::path runFolder(const SweepRun& made) const { return folder / "sweep" / "runs" / made.name(); }

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
      if (!fs::exists(request.options.runFolder)) {
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
    for (const auto& entry : fs::directory_iterator(folder / "sweep" / "records"))
      files[entry.path().filename().string()] = readTextFile(entry.path());
    return files;
  }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
};

class EveryFamily : public SweepRuns, public testing::WithParamInterface<const char*> {};

TEST_P(EveryFamily, SweepHasTheClipsOfWholeRunsAndComputesWhatWasPlanned) {
  auto sweep = tinySweep();
  if (std::string_view(GetParam()) != "wan") {
    auto pair = pairIn(oracleFolder("engine_ltx") / "ltx-tiny-097");
    pair.distilledSmall = pair.stochasticSmall = std::string_view(GetParam()) == "ltx_stochastic";
    auto request = tinyRequest(pair);
    request.clip.width = 64, request.clip.frames = 17;
    request.sampling.schedule.steps = 5;
    request.sampling.schedule.middleSteps = pair.distilledSmall ? 2 : 0;
    sweep = sweepOf(request);
  }
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_TRUE(plan) << plan.error().message;
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.large, plan.value().left.largeSteps);
  EXPECT_EQ(watch.small, plan.value().left.smallSteps);
  EXPECT_EQ(watch.warnings, std::vector<std::string>());
  expectWholeRuns(sweep, results);
  EXPECT_GT(watch.removed, 0u);
  for (const auto& made : fs::directory_iterator(folder / "sweep" / "runs"))
    EXPECT_EQ(engine->inspectRun(made.path()).value().keptSteps, std::vector{5}) << made.path();
}

INSTANTIATE_TEST_SUITE_P(Families, EveryFamily, testing::Values("wan", "ltx", "ltx_stochastic"),
                         [](const auto& tested) { return std::string(tested.param); });

TEST_F(SweepRuns, MeasuresTheReferencesAsIdentityAndOtherSeedsAsFar) {
  Watch watch;
  const auto results = run(tinySweep(), watch);
  const auto find = [&](const SweepCandidate& candidate, bool isFloor) {
    return *std::ranges::find_if(results.records, [&](const SweepRecord& record) {
      return record.run.candidate == candidate && record.isFloor() == isFloor;
    });
  };
  EXPECT_EQ(find({5, 0}, false).latents, 0);
  EXPECT_EQ(find({5, 0}, false).clip->ssim, 1);
  EXPECT_EQ(find({5, 0}, true).run.seed, 4u);
  EXPECT_EQ(find({5, 0}, true).referenceSeed, 3u);
  EXPECT_GT(find({5, 0}, true).latents, 0.1);
  EXPECT_GT(find({0, 0}, false).latents, 0);
  EXPECT_GT(find({2, 1}, false).latents, 0);
  EXPECT_LT(find({2, 1}, false).clip->ssim, 1);
  EXPECT_GT(find({2, 1}, false).secondsSampling, 0);
  EXPECT_EQ(results.run.totalLargeOnly, planSweep(*engine, tinySweep(), folder / "sweep").value().run.totalLargeOnly);
}

TEST_F(SweepRuns, StoppedAnywhereGoesOnToTheSameResults) {
  const auto sweep = tinySweep();
  int steps = 0, calls = 0;
  for (bool done = false; !done; ++calls) {
    ASSERT_LT(calls, 20);
    RunControl control;
    Watch watch(&control);
    watch.stopAfter = 4;
    const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
    ASSERT_FALSE(outcome.failed()) << outcome.error().message;
    steps += watch.large + watch.small;
    EXPECT_EQ(outcome.cancelled(), control.stopToken().stop_requested());
    if (outcome.cancelled()) {
      EXPECT_EQ(outcome.stepsDone(), std::ranges::count_if(watch.measured, [](const auto& r) { return !r.isFloor(); }));
    }
    done = outcome.done();
  }
  EXPECT_GT(calls, 3);
  const auto whole = planSweep(*engine, sweep, folder / "other").value().whole;
  EXPECT_EQ(steps, whole.largeSteps + whole.smallSteps) << "no step was taken twice";
  expectWholeRuns(sweep, readSweepResults(folder / "sweep").value());
}

// Others can branch from states that it kept, but it has none to go on from.
TEST_F(SweepRuns, KilledBeforeAStateWasSavedBeginsTheRunAnew) {
  class Killed : public Watch {
  public:
    Killed(fs::path from, fs::path to, RunControl& control)
        : m_from(std::move(from)), m_to(std::move(to)), m_control(control) {}
    void stepFinished(const StepReport& report) override {
      Watch::stepFinished(report);
      if (large < 4) return;
      // As a kill would leave it.
      fs::copy(m_from, m_to, fs::copy_options::recursive);
      m_control.requestStop();
    }

  private:
    fs::path m_from, m_to;
    RunControl& m_control;
  };
  auto sweep = tinySweep();
  sweep.base.options.saveEvery = 100;
  RunControl control;
  Killed killed(folder / "sweep", folder / "left", control);
  ASSERT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, killed, control).cancelled());
  fs::remove_all(folder / "sweep");
  fs::rename(folder / "left", folder / "sweep");
  const auto large = runFolder({0, 3, {5, 0}});
  ASSERT_FALSE(fs::exists(large / "state.safetensors"));
  ASSERT_FALSE(engine->inspectRun(large).value().keptSteps.empty());
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.started.size(), 7u);
  expectWholeRuns(sweep, results);
}

TEST_F(SweepRuns, ExtendedByPromptsSeedsAndCandidatesRepeatsNothing) {
  auto sweep = tinySweep();
  Watch first;
  run(sweep, first);
  const auto before = recordFiles();
  sweep.prompts = {"another prompt"};
  sweep.seeds = {5};
  const std::vector<double> early{0.6}, late{0.2};
  sweep.candidates = sweepGrid(5, early, late);
  const auto plan = planSweep(*engine, sweep, folder / "sweep").value();
  Watch second;
  const auto results = run(sweep, second);
  EXPECT_EQ(results.sweep.prompts.size(), 2u);
  EXPECT_EQ(results.sweep.seeds, (std::vector<std::uint64_t>{3, 5}));
  EXPECT_EQ(results.sweep.candidates.size(), 7u);
  EXPECT_EQ(second.large, plan.left.largeSteps);
  EXPECT_LT(plan.left.flops, plan.whole.flops);
  for (const auto& name : first.started) EXPECT_EQ(std::ranges::count(second.started, name), 0) << name;
  auto after = recordFiles();
  for (const auto& [name, text] : before) EXPECT_EQ(after[name], text) << name;
  expectWholeRuns(results.sweep, results);
  Watch third;
  run(sweep, third);
  EXPECT_EQ(third.started.size() + third.measured.size(), 0u);
}

TEST_F(SweepRuns, KeepsStatesOnRequestAndBranchesFromThemLater) {
  auto sweep = tinySweep();
  Watch first;
  run(sweep, first, {.keepStates = true});
  EXPECT_EQ(first.removed, 0u);
  const std::vector<double> early{0.4}, late{0.4};
  sweep.candidates = sweepGrid(5, early, late);
  const auto plan = planSweep(*engine, sweep, folder / "sweep").value();
  ASSERT_EQ(plan.steps.size(), 1u);
  EXPECT_EQ(plan.steps[0].parent, (SweepCandidate{5, 0}));
  EXPECT_EQ(plan.steps[0].shared, 2);
  Watch second;
  const auto results = run(sweep, second);
  EXPECT_GT(second.removed, 0u);
  expectWholeRuns(results.sweep, results);
}

TEST_F(SweepRuns, RunFoldersMayBeRemovedAndPromptsRepeated) {
  auto sweep = tinySweep();
  sweep.prompts.push_back(sweep.prompts.front());
  Watch first;
  const auto before = run(sweep, first);
  EXPECT_EQ(before.sweep.prompts.size(), 1u);
  fs::remove_all(folder / "sweep" / "runs");
  Watch second;
  const std::vector<double> early{0.6}, late{0};
  sweep.candidates = sweepGrid(5, early, late);
  const auto after = run(sweep, second);
  EXPECT_EQ(second.started, (std::vector<std::string>{"p000-s3-e05-l00", "p000-s3-e03-l00", "p000-s4-e05-l00"}));
  EXPECT_TRUE(second.warnings.empty());
  for (auto record : before.records) {
    const auto same = std::ranges::find_if(after.records, [&](const SweepRecord& other) {
      return other.run == record.run && other.referenceSeed == record.referenceSeed;
    });
    ASSERT_NE(same, after.records.end());
    EXPECT_EQ(same->latents, record.latents);
    EXPECT_EQ(same->clip, record.clip);
  }
}

TEST_F(SweepRuns, TheReferenceIsMadeAgainIfFilesOfItWereRemoved) {
  Watch watch;
  auto sweep = tinySweep();
  const auto before = run(sweep, watch);
  const auto large = runFolder({0, 3, {5, 0}});
  const auto latents = engine->loadRunLatents(large).value();
  for (const auto& [file, added] :
       {std::pair("state.safetensors", SweepCandidate{3, 1}), std::pair("clip.safetensors", SweepCandidate{4, 0})}) {
    ASSERT_TRUE(fs::remove(large / file)) << file;
    sweep.candidates.push_back(added);
    Watch again;
    const auto after = run(sweep, again);
    EXPECT_NE(std::ranges::find(again.started, "p000-s3-e05-l00"), again.started.end()) << file;
    EXPECT_EQ(engine->loadRunLatents(large).value(), latents) << file;
    for (const auto& record : before.records)
      EXPECT_TRUE(std::ranges::any_of(after.records, [&](const SweepRecord& other) {
        return other.run == record.run && other.referenceSeed == record.referenceSeed &&
               other.latents == record.latents && other.clip == record.clip;
      })) << record.run.name();
  }
}

TEST_F(SweepRuns, RefusesAnotherBaseByName) {
  Watch watch;
  auto sweep = tinySweep();
  run(sweep, watch);
  const auto refused = [&](const char* word) {
    const auto joined = joinedWithStored(sweep, folder / "sweep");
    ASSERT_FALSE(joined) << word;
    EXPECT_EQ(joined.error().kind, ErrorKind::Invalid);
    EXPECT_NE(joined.error().message.find(word), std::string::npos) << joined.error().message;
  };
  sweep.base.sampling.guidance = 3;
  refused("guidance");
  sweep = tinySweep();
  sweep.base.pair.small = sweep.base.pair.large;
  refused("pair");
  sweep = tinySweep();
  sweep.base.options.saveEvery = 7;
  sweep.base.clip.prompt = "ignored";
  EXPECT_TRUE(joinedWithStored(sweep, folder / "sweep"));
}

TEST_F(SweepRuns, RefusesAGuardBeforeAnythingIsWritten) {
  auto sweep = tinySweep();
  sweep.base.sampling.guard = GuardRule::Verify;
  Watch watch;
  RunControl control;
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_EQ(outcome.error().kind, ErrorKind::Invalid);
  EXPECT_NE(outcome.error().message.find("guard is verify"), std::string::npos) << outcome.error().message;
  EXPECT_EQ(joinedWithStored(sweep, folder / "sweep").error().message, outcome.error().message);
  EXPECT_FALSE(fs::exists(folder / "sweep"));
}

TEST_F(SweepRuns, RivalsAreWholeRunsOfTheirSettings) {
  auto sweep = tinySweep();
  Watch first;
  run(sweep, first);
  const auto document = readTextFile(folder / "sweep" / "sweep.json");
  EXPECT_EQ(document.find("fewer_steps"), std::string::npos);
  // One guard whose first check passes, one whose checks never do, one that hands over as early as it can, and one that
  // may after the last step of its stage.
  const SweepCandidate fewer{2, 0, 2}, lax{1, 1, 0, 2, 10}, strict{1, 1, 0, 2, 0}, oneWay{1, 1, 0, 0, 0, 10},
      settling{1, 1, 0, 0, 0, 0, 1};
  for (const auto& rival : {fewer, lax, strict, oneWay, settling}) sweep.candidates.push_back(rival);
  const auto planned = planSweep(*engine, sweep, folder / "sweep").value();
  EXPECT_EQ(planned.left.runs, 5);
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.started, (std::vector<std::string>{"p000-s3-e02-l00-t2", "p000-s3-e01-l01-d1", "p000-s3-e01-l01-c10",
                                                     "p000-s3-e01-l01-g0-k2", "p000-s3-e01-l01-g10-k2"}));
  expectWholeRuns(results.sweep, results);
  EXPECT_EQ(readSweepResults(folder / "sweep").value().records, results.records);
  const auto recordOf = [&](const SweepCandidate& candidate) {
    return *std::ranges::find_if(results.records,
                                 [&](const SweepRecord& record) { return record.run.candidate == candidate; });
  };
  // Three steps in the middle: a check and two small steps, or a check, a large step and a check, or large ones.
  EXPECT_EQ(std::pair(recordOf(lax).largeSteps, recordOf(lax).smallSteps), std::pair(2 + 1, 1 + 2));
  EXPECT_EQ(std::pair(recordOf(strict).largeSteps, recordOf(strict).smallSteps), std::pair(2 + 3, 2));
  EXPECT_EQ(std::pair(recordOf(oneWay).largeSteps, recordOf(oneWay).smallSteps), std::pair(2 + 2, 1));
  EXPECT_EQ(std::pair(recordOf(settling).largeSteps, recordOf(settling).smallSteps), std::pair(2 + 3, 0));
  EXPECT_EQ(recordOf(strict).latents, 0) << "every step is the large model's";
  EXPECT_EQ(recordOf(settling).latents, 0);
  EXPECT_GT(recordOf(fewer).latents, 0);
  const auto scores = scoreSweep(results, SamenessMeasure::Latents);
  ASSERT_TRUE(scores) << scores.error().message;
  EXPECT_GT(scores.value().of(strict).cost, 1);
  Watch again;
  run(sweep, again);
  EXPECT_TRUE(again.started.empty());
}

TEST_F(SweepRuns, RefusesRivalsThatThePairCannotRunByName) {
  auto sweep = tinySweep();
  sweep.base.sampling.cache = CacheRule::EasyCache;
  sweep.candidates.push_back({1, 1, 0, 2, 0.7});
  const auto refused = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  EXPECT_EQ(refused.error().message.rfind("guard 0.7 every 2, 20 % / 20 %: ", 0), 0u) << refused.error().message;
  EXPECT_FALSE(fs::exists(folder / "sweep"));
}

TEST_F(SweepRuns, FindsItsRivalsByWhatTheGridCosts) {
  const auto sweep = joinedWithStored(tinySweep(), folder / "sweep").value();
  EXPECT_EQ(withRivals(*engine, sweep, {}).value(), sweep);
  const auto all = withRivals(*engine, sweep, {.fewerSteps = 2, .guardBounds = {0.7}, .smallFirst = true}).value();
  const auto run = planSweep(*engine, sweep, folder / "sweep").value().run;
  for (const auto& rival : all.candidates) {
    if (rival.fewerSteps == 0) continue;
    const auto isNear = [&](const SweepCandidate& candidate) {
      const double apart = flopsOfRun(sweep, run, candidate) - flopsOfRun(sweep, run, rival);
      return std::abs(apart) <= 0.5 * run.largeStep.flops * (1 + 1e-9);
    };
    EXPECT_TRUE(std::ranges::any_of(sweep.candidates, isNear)) << rival.fewerSteps;
  }
  EXPECT_EQ(all.fixedBoundaries().size(), sweep.candidates.size() + 1);
  EXPECT_EQ(std::ranges::count(all.candidates, SweepCandidate{1, 1, 0, 4, 0.7}), 1);
  EXPECT_EQ(withRivals(*engine, joinedWithStored(all, folder / "sweep").value(),
                       {.fewerSteps = 2, .guardBounds = {0.7}, .smallFirst = true})
                .value()
                .fixedBoundaries(),
            all.fixedBoundaries());
}

TEST_F(SweepRuns, NeedsAFolderOfItsOwnAndValidPrompts) {
  auto sweep = tinySweep();
  const auto kindOf = [&](const fs::path& at) {
    Watch watch;
    RunControl control;
    const auto outcome = runSweep(*engine, sweep, at, {}, watch, control);
    return outcome.failed() ? outcome.error().kind : ErrorKind::Internal;
  };
  fs::create_directory(folder / "full");
  writeTextAtomically(folder / "full" / "notes.txt", "mine");
  EXPECT_EQ(kindOf(folder / "full"), ErrorKind::Invalid);
  EXPECT_EQ(std::ranges::distance(fs::directory_iterator(folder / "full")), 1) << "nothing was made there";
  EXPECT_EQ(storedSweep(folder / "none").error().kind, ErrorKind::NotFound);
  EXPECT_EQ(readSweepResults(folder / "none").error().kind, ErrorKind::NotFound);
  sweep.prompts.push_back("caf\xe9");
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(plan);
  EXPECT_NE(plan.error().message.find("prompt 2"), std::string::npos) << plan.error().message;
  sweep.prompts.clear();
  EXPECT_EQ(kindOf(folder / "sweep"), ErrorKind::Invalid);
  EXPECT_FALSE(fs::exists(folder / "sweep"));
}

TEST_F(SweepRuns, AreCheckedForBothModelsBeforeTheyBegin) {
  const OwnState state(folder / "state");
  auto sweep = tinySweep();
  auto small = sweep.base;
  small.sampling.schedule = {0, 0, 4};
  Watch watch;
  RunControl control;
  const auto calibrated = engine->calibrate(small, watch, control);
  ASSERT_TRUE(calibrated) << calibrated.error().message;
  // The small model has its magnitudes, the large one has none.
  sweep.base.sampling.cache = CacheRule::MagCache;
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_NE(outcome.error().message.find("magnitudes of the large model"), std::string::npos)
      << outcome.error().message;
  EXPECT_FALSE(fs::exists(folder / "sweep" / "sweep.json"));
}

TEST_F(SweepRuns, DamagedDocumentsAreNamed) {
  Watch watch;
  run(tinySweep(), watch);
  const auto record = folder / "sweep" / "records" / "p000-s3-e02-l01.json";
  const auto text = readTextFile(record);
  for (const auto& damaged : {std::string("{"), text.substr(0, text.size() / 2), std::string("{\"format\": \"x\"}")}) {
    writeTextAtomically(record, damaged);
    const auto results = readSweepResults(folder / "sweep");
    ASSERT_FALSE(results);
    EXPECT_EQ(results.error().kind, ErrorKind::Corrupt);
    EXPECT_NE(results.error().message.find(record.string()), std::string::npos) << results.error().message;
  }
  fs::remove(record);
  Watch again;
  run(tinySweep(), again);
  EXPECT_EQ(again.started, std::vector<std::string>{"p000-s3-e02-l01"});
  EXPECT_EQ(again.large + again.small, 0) << "it was sampled before";
  writeTextAtomically(folder / "sweep" / "sweep.json", R"({"format": "flowblend-sweep", "version": 2})");
  EXPECT_EQ(storedSweep(folder / "sweep").error().kind, ErrorKind::Unsupported);
}

TEST_F(SweepRuns, AChangedNumberIsToldAsDamage) {
  Watch watch;
  run(tinySweep(), watch);
  const auto record = folder / "sweep" / "records" / "p000-s3-e02-l01.json";
  for (const auto& [file, field] : {std::pair(record, "ssim"), {folder / "sweep" / "sweep.json", "made_with"}}) {
    const auto sound = readTextFile(file);
    auto json = parseJson(sound, "document");
    ASSERT_TRUE(json.contains("checksum"));
    json[field] = json[field].is_number() ? nlohmann::json(0.5) : nlohmann::json("another program");
    writeTextAtomically(file, json.dump());
    const auto results = readSweepResults(folder / "sweep");
    ASSERT_FALSE(results);
    EXPECT_EQ(results.error().kind, ErrorKind::Corrupt);
    EXPECT_NE(results.error().message.find(file.string() + " is damaged"), std::string::npos)
        << results.error().message;
    writeTextAtomically(file, sound);
  }
  EXPECT_TRUE(readSweepResults(folder / "sweep"));
}

TEST_F(SweepRuns, FilesWithTheNamesOfTheirFoldersAreNamedBeforeTheWork) {
  const auto sweep = tinySweep();
  Watch watch;
  run(sweep, watch);
  for (const auto& name : {fs::path("runs"), fs::path("records"), fs::path("runs") / "p000-s3-e02-l01"}) {
    const auto at = folder / "sweep" / name;
    fs::rename(at, folder / "aside");
    writeTextAtomically(at, "a file");
    Watch again;
    RunControl control;
    const auto plan = planSweep(*engine, sweep, folder / "sweep");
    ASSERT_FALSE(plan) << name;
    EXPECT_NE(plan.error().message.find(at.string()), std::string::npos) << plan.error().message;
    EXPECT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, again, control).failed());
    EXPECT_TRUE(again.started.empty());
    EXPECT_EQ(readTextFile(at), "a file");
    fs::remove(at);
    fs::rename(folder / "aside", at);
  }
  EXPECT_TRUE(planSweep(*engine, sweep, folder / "sweep"));
}

// A kill may come between the state that the run continues from and the one that is kept for others.
TEST_F(SweepRuns, AreCompletedIfTheStateToBranchFromIsOnlyTheLastOne) {
  auto sweep = tinySweep();
  RunControl control;
  Watch stopping(&control);
  stopping.stopAfter = 2;
  ASSERT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, stopping, control).cancelled());
  int removed = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "sweep" / "runs"))
    if (entry.path().filename() == "state-00002.safetensors") removed += fs::remove(entry.path());
  ASSERT_EQ(removed, 1) << "the run had to keep the state for another one";
  Watch rest;
  expectWholeRuns(sweep, run(sweep, rest));
}

TEST_F(SweepRuns, NoticeAnotherCalibrationAlsoIfNoRunIsLeft) {
  const OwnState state(folder / "state");
  auto sweep = tinySweep();
  Watch watch;
  RunControl control;
  const auto calibrate = [&](const std::string& prompt) {
    auto request = sweep.base;
    request.sampling.schedule = {0.4, 0.2, 5};
    request.clip.prompt = prompt;
    const auto calibrated = engine->calibrate(request, watch, control);
    ASSERT_TRUE(calibrated) << calibrated.error().message;
  };
  calibrate("a cat");
  std::map<fs::path, std::string> before;
  for (const auto& entry : fs::directory_iterator(folder / "state" / "flowblending-studio" / "magcache"))
    before[entry.path()] = readTextFile(entry.path());
  ASSERT_EQ(before.size(), 2u);
  sweep.base.sampling.cache = CacheRule::MagCache;
  run(sweep, watch);
  for (const auto& made : fs::directory_iterator(folder / "sweep" / "runs")) fs::remove_all(made.path());
  EXPECT_TRUE(planSweep(*engine, sweep, folder / "sweep"));
  calibrate("quite another prompt");
  sweep.prompts.push_back("another prompt");
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().kind, ErrorKind::Invalid);
  EXPECT_NE(plan.error().message.find("calibrated again"), std::string::npos) << plan.error().message;
  // With the magnitudes that it was begun with, it goes on; so does a sweep of an earlier version, which kept none.
  const auto document = folder / "sweep" / "sweep.json";
  auto earlier = parseJson(readTextFile(document), "sweep.json");
  for (const auto& [file, text] : before) writeTextAtomically(file, text);
  EXPECT_TRUE(planSweep(*engine, sweep, folder / "sweep"));
  earlier.erase("checksum");
  auto files = nlohmann::json::array();
  for (const auto& input : earlier.at("inputs"))
    if (input.at("part") != "magnitudes") files.push_back(input);
  ASSERT_EQ(files.size() + 2, earlier.at("inputs").size());
  earlier["inputs"] = files;
  writeTextAtomically(document, earlier.dump());
  const auto continued = planSweep(*engine, sweep, folder / "sweep");
  EXPECT_TRUE(continued) << continued.error().message;
}

TEST_F(SweepRuns, DoNotMixTheFilesOfAPairThatWasReplaced) {
  auto sweep = tinySweep();
  int number = 0;
  for (auto* part : {&sweep.base.pair.large, &sweep.base.pair.small, &sweep.base.pair.vae}) {
    const auto copy = folder / std::to_string(++number);
    fs::copy(*part, copy, fs::copy_options::recursive);
    *part = copy;
  }
  Watch watch;
  run(sweep, watch);
  const auto records = recordFiles();
  const auto document = readTextFile(folder / "sweep" / "sweep.json");
  sweep.prompts.push_back("another prompt");
  for (const auto& part : {sweep.base.pair.large, sweep.base.pair.small, sweep.base.pair.vae}) {
    auto file = part;
    for (const auto& entry : fs::directory_iterator(part))
      if (entry.path().extension() == ".safetensors") file = entry.path();
    const auto sound = readTextFile(file, 1 << 30);
    auto other = sound;
    other.back() = static_cast<char>(other.back() ^ 1);
    writeTextAtomically(file, other);
    RunControl control;
    const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
    ASSERT_TRUE(outcome.failed()) << file;
    EXPECT_EQ(outcome.error().kind, ErrorKind::Invalid);
    EXPECT_NE(outcome.error().message.find("changed after"), std::string::npos) << outcome.error().message;
    EXPECT_EQ(recordFiles(), records);
    EXPECT_EQ(readTextFile(folder / "sweep" / "sweep.json"), document);
    writeTextAtomically(file, sound);
  }
  run(sweep, watch);
}

TEST_F(SweepRuns, NoticeReplacedFilesAlsoIfNoRunIsLeft) {
  auto sweep = tinySweep();
  const auto small = folder / "small";
  fs::copy(sweep.base.pair.small, small, fs::copy_options::recursive);
  sweep.base.pair.small = small;
  Watch watch;
  run(sweep, watch);
  for (const auto& made : fs::directory_iterator(folder / "sweep" / "runs")) fs::remove_all(made.path());
  const auto records = recordFiles();
  const auto document = readTextFile(folder / "sweep" / "sweep.json");
  auto file = small;
  for (const auto& entry : fs::directory_iterator(small))
    if (entry.path().extension() == ".safetensors") file = entry.path();
  const auto sound = readTextFile(file, 1 << 30);
  auto other = sound;
  other.back() = static_cast<char>(other.back() ^ 1);
  writeTextAtomically(file, other);

  sweep.prompts.push_back("another prompt");
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().kind, ErrorKind::Invalid);
  EXPECT_NE(plan.error().message.find(file.string() + " changed after"), std::string::npos) << plan.error().message;
  RunControl control;
  EXPECT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, watch, control).failed());
  EXPECT_EQ(recordFiles(), records);
  EXPECT_EQ(readTextFile(folder / "sweep" / "sweep.json"), document);

  // With the original, it goes on; so does a sweep of an earlier version, which kept no fingerprints, and has them
  // then.
  writeTextAtomically(file, sound);
  EXPECT_TRUE(planSweep(*engine, sweep, folder / "sweep"));
  auto earlier = parseJson(document, "sweep.json");
  EXPECT_GT(earlier.at("inputs").size(), 3u);
  earlier.erase("checksum");
  earlier.erase("inputs");
  earlier.erase("dtype");
  writeTextAtomically(folder / "sweep" / "sweep.json", earlier.dump());
  run(sweep, watch);
  EXPECT_EQ(parseJson(readTextFile(folder / "sweep" / "sweep.json"), "sweep.json").at("inputs"),
            parseJson(document, "sweep.json").at("inputs"));
}

TEST_F(SweepRuns, DoNotMixDtypes) {
  const auto sweep = tinySweep();
  Watch watch;
  run(sweep, watch);
  auto document = parseJson(readTextFile(folder / "sweep" / "sweep.json"), "sweep.json");
  ASSERT_EQ(document.at("dtype").get<std::string>(), "fp32") << "that of a processor";
  // As if it had been begun on a GPU.
  document.erase("checksum");
  document["dtype"] = "bf16";
  writeTextAtomically(folder / "sweep" / "sweep.json", document.dump());
  const auto plan = planSweep(*engine, sweep, folder / "sweep");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().kind, ErrorKind::Invalid);
  EXPECT_NE(plan.error().message.find("are in bf16"), std::string::npos) << plan.error().message;
}

TEST_F(SweepRuns, DocumentsThatNobodyCouldHaveWrittenAreRefusedByName) {
  Watch watch;
  run(tinySweep(), watch);
  const auto document = folder / "sweep" / "sweep.json";
  auto sound = parseJson(readTextFile(document), "sweep.json");
  sound.erase("checksum");  // what is behind it is checked, too
  const auto refusal = [&](const char* pointer, const nlohmann::json& value) {
    auto changed = sound;
    changed[nlohmann::json::json_pointer(pointer)] = value;
    writeTextAtomically(document, changed.dump());
    const auto results = readSweepResults(folder / "sweep");
    EXPECT_FALSE(results) << pointer << " " << value;
    if (!results) {
      EXPECT_EQ(results.error().kind, ErrorKind::Corrupt);
    }
    return results ? "" : results.error().message;
  };
  const auto largest = std::numeric_limits<int>::max();
  const auto steps = nlohmann::json{{"early_steps", largest}, {"late_steps", largest}};
  const std::pair<const char*, nlohmann::json> cases[] = {
      {"/prompts", nlohmann::json::array()},
      {"/prompts", {"a", "a"}},
      {"/seeds", nlohmann::json::array()},
      {"/seeds", {0, 0}},
      {"/candidates", nlohmann::json::array()},
      {"/candidates/1", steps},
      {"/candidates/1", {{"early_steps", 2}, {"late_steps", 0}, {"fewer_steps", 3}}},
      {"/candidates/1", {{"early_steps", 5}, {"late_steps", 0}, {"fewer_steps", 5}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_every", -1}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_every", 2}, {"guard_bound", 11}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_change", -1}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_change", 11}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_every", 2}, {"guard_change", 0.1}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_settling", -1}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_settling", 1.5}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_every", 2}, {"guard_settling", 0.1}}},
      {"/candidates/1", {{"early_steps", 1}, {"late_steps", 1}, {"guard_change", 0.1}, {"guard_settling", 0.1}}},
      {"/cost/sampling_large_only", 0},
      {"/cost/large_step/flops", 0},
      {"/cost/decode/flops", -1}};
  for (const auto& [pointer, value] : cases) {
    const auto message = refusal(pointer, value);
    EXPECT_NE(message.find(document.string()), std::string::npos) << message;
  }
  writeTextAtomically(document, sound.dump());
  EXPECT_TRUE(readSweepResults(folder / "sweep"));
}

}  // namespace
}  // namespace fb
