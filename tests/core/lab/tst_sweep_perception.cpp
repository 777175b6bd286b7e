// SPDX-License-Identifier: MIT
// Sweeps measured by DINOv2 and LPIPS: from the start, or afterwards on the clips that are there.
#include "base/atomic_file.h"
#include "base/json.h"
#include "flowblend/proposal.h"
#include "flowblend/run_folder.h"
#include "flowblend/sweep.h"

#include "../engine/engine_cases.h"

#include <algorithm>
#include <utility>

namespace fb {
namespace {

namespace fs = std::filesystem;

class Watch : public SweepSink {
public:
  explicit Watch(RunControl* stopped = nullptr) : m_stopped(stopped) {}

  void runStarted(const SweepPlan::Step& step, int, int) override { started.push_back(step.run.name()); }
  void runMeasured(const SweepRecord&) override {
    ++measured;
    if (m_stopped) m_stopped->requestStop();
  }
  void stepFinished(const StepReport&) override { ++steps; }

  std::vector<std::string> started;
  int measured = 0, steps = 0;

private:
  RunControl* m_stopped;
};

PerceptualWeights tinyWeights() {
  const auto folder = oracleFolder("perception");
  return {folder / "dinov2", folder / "lpips_tiny_alex.safetensors"};
}

class PerceptualSweep : public testing::Test {
protected:
  static Sweep sweepWith(const PerceptualWeights& weights) {
    Sweep sweep;
    sweep.base = tinyRequest(tinyPair());
    sweep.base.sampling.schedule.steps = 4;
    sweep.prompts = {sweep.base.clip.prompt};
    sweep.seeds = {3};
    const std::vector<double> early{0.25, 0.5}, late{0};
    sweep.candidates = sweepGrid(4, early, late);
    sweep.perceptual = weights;
    return sweep;
  }
  SweepResults run(const Sweep& sweep, Watch& watch, const char* name = "sweep") {
    RunControl control;
    return finished(runSweep(*engine, sweep, folder / name, {}, watch, control));
  }
  SweepPlan plan(const Sweep& sweep) {
    auto found = planSweep(*engine, sweep, folder / "sweep");
    if (!found) throw std::runtime_error(found.error().message);
    return std::move(found).value();
  }
  Error refusal(const Sweep& sweep) {
    const auto found = planSweep(*engine, sweep, folder / "sweep");
    Watch watch;
    RunControl control;
    const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
    EXPECT_FALSE(found);
    EXPECT_TRUE(outcome.failed());
    if (found || !outcome.failed()) return {};
    EXPECT_EQ(outcome.error().message, found.error().message);
    EXPECT_EQ(watch.steps + watch.measured, 0);
    return found.error();
  }
  Clip clipOf(const SweepRun& made) const {
    auto clip = engine->loadRunClip(folder / "sweep" / "runs" / made.name());
    if (!clip) throw std::runtime_error(clip.error().message);
    return std::move(clip).value();
  }
  // The same distances by every measure, whatever the time that it took.
  static void expectSameDistances(const SweepResults& results, const SweepResults& others) {
    ASSERT_EQ(results.records.size(), others.records.size());
    for (std::size_t i = 0; i < results.records.size(); ++i) {
      const auto &a = results.records[i], &b = others.records[i];
      EXPECT_EQ(a.run, b.run);
      EXPECT_EQ(a.referenceSeed, b.referenceSeed);
      EXPECT_EQ(a.latents, b.latents);
      EXPECT_EQ(a.clip, b.clip);
      EXPECT_EQ(a.perceptual, b.perceptual) << a.run.name();
    }
  }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
};

TEST_F(PerceptualSweep, MeasuresEveryClipAndBothFloors) {
  Watch watch;
  const auto sweep = sweepWith(tinyWeights());
  const auto results = run(sweep, watch);
  ASSERT_EQ(results.records.size(), 5u);
  for (const auto& record : results.records) {
    RunControl control;
    const auto reference = clipOf({0, record.referenceSeed, sweep.largeOnly()});
    const auto distances =
        engine->comparePerceptually(tinyWeights(), clipOf(record.run), reference, "cpu", control).value();
    EXPECT_EQ(record.perceptual, distances) << record.run.name();
    const bool isReference = record.run.candidate == sweep.largeOnly() && !record.isFloor();
    for (const auto measure : {SamenessMeasure::Dinov2, SamenessMeasure::Lpips})
      EXPECT_EQ(distanceOf(record, measure) == 0, isReference) << record.run.name();
  }
  EXPECT_EQ(readSweepResults(folder / "sweep").value().records, results.records);
  EXPECT_EQ(storedSweep(folder / "sweep").value(), results.sweep);
  const auto scores = scoreSweep(results, SamenessMeasure::Dinov2);
  ASSERT_TRUE(scores) << scores.error().message;
  EXPECT_EQ(scores.value().sameness(scores.value().of(sweep.largeOnly())), 1);
}

TEST_F(PerceptualSweep, GetsDistancesAfterwardsWithoutAnotherStep) {
  Watch before;
  run(sweepWith({}), before);
  EXPECT_FALSE(scoreSweep(readSweepResults(folder / "sweep").value(), SamenessMeasure::Lpips));
  const auto sweep = sweepWith(tinyWeights());
  EXPECT_EQ(plan(sweep).left.runs, 0);
  EXPECT_EQ(plan(sweep).remeasured, 4);
  Watch watch;
  const auto results = run(sweep, watch);
  EXPECT_EQ(watch.started, std::vector<std::string>());
  EXPECT_EQ(watch.steps, 0);
  EXPECT_EQ(watch.measured, 5);
  EXPECT_EQ(plan(sweep).remeasured, 0);
  Watch whole;
  expectSameDistances(results, run(sweep, whole, "whole"));
}

TEST_F(PerceptualSweep, StoppedAnywhereGoesOnToTheSameDistances) {
  Watch before;
  run(sweepWith({}), before);
  const auto sweep = sweepWith(tinyWeights());
  int calls = 0;
  for (bool done = false; !done; ++calls) {
    ASSERT_LT(calls, 10);
    RunControl control;
    Watch watch(&control);
    const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, watch, control);
    ASSERT_FALSE(outcome.failed()) << outcome.error().message;
    EXPECT_EQ(watch.steps, 0);
    done = outcome.done();
  }
  EXPECT_GT(calls, 3);
  Watch whole;
  expectSameDistances(readSweepResults(folder / "sweep").value(), run(sweep, whole, "whole"));
}

TEST_F(PerceptualSweep, KeepsARunWhoseMeasuringFailed) {
  class Remover : public Watch {
  public:
    Remover(fs::path from, fs::path to) : m_from(std::move(from)), m_to(std::move(to)) {}
    void stepFinished(const StepReport& report) override {
      Watch::stepFinished(report);
      if (steps == 1) fs::rename(m_from, m_to);
    }

  private:
    fs::path m_from, m_to;
  };
  const auto copy = folder / "dinov2";
  fs::copy(tinyWeights().dinov2, copy, fs::copy_options::recursive);
  const auto sweep = sweepWith({copy, tinyWeights().lpips});
  Remover remover(copy, folder / "elsewhere");
  RunControl control;
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, remover, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_NE(outcome.error().message.find(copy.string()), std::string::npos) << outcome.error().message;
  EXPECT_EQ(remover.measured, 0);
  fs::rename(folder / "elsewhere", copy);
  EXPECT_EQ(plan(sweep).left.runs, 4);
  EXPECT_EQ(plan(sweep).remeasured, 1);
  Watch watch, whole;
  const auto results = run(sweep, watch);
  EXPECT_EQ(std::ranges::count(watch.started, "p000-s3-e04-l00"), 0);
  expectSameDistances(results, run(sweep, whole, "whole"));
}

TEST_F(PerceptualSweep, KeepsItsWeightsWhenItIsExtended) {
  Watch first;
  run(sweepWith(tinyWeights()), first);
  auto sweep = sweepWith({});
  sweep.prompts.emplace_back("another prompt");
  Watch second;
  const auto results = run(sweep, second);
  EXPECT_EQ(results.sweep.perceptual, tinyWeights());
  ASSERT_EQ(results.records.size(), 10u);
  for (const auto& record : results.records) {
    EXPECT_TRUE(isMeasured(record, SamenessMeasure::Dinov2)) << record.run.name();
    EXPECT_TRUE(isMeasured(record, SamenessMeasure::Lpips)) << record.run.name();
  }
}

TEST_F(PerceptualSweep, ComputesAgainWhatItCannotMeasureOtherwise) {
  Watch before;
  run(sweepWith({}), before);
  const auto runs = folder / "sweep" / "runs";
  for (const auto* removed : {"p000-s3-e04-l00", "p000-s4-e04-l00", "p000-s3-e02-l00"}) fs::remove_all(runs / removed);
  // Its frames are gone, its latents are not.
  for (const auto& entry : fs::directory_iterator(runs / "p000-s3-e01-l00"))
    if (entry.path().filename().string().starts_with("clip")) fs::remove(entry.path());
  const auto sweep = sweepWith(tinyWeights());
  EXPECT_EQ(plan(sweep).left.runs, 4);
  EXPECT_EQ(plan(sweep).remeasured, 1);
  Watch watch, whole;
  const auto results = run(sweep, watch);
  auto started = watch.started;
  std::ranges::sort(started);
  EXPECT_EQ(started,
            (std::vector<std::string>{"p000-s3-e01-l00", "p000-s3-e02-l00", "p000-s3-e04-l00", "p000-s4-e04-l00"}));
  expectSameDistances(results, run(sweep, whole, "whole"));
}

TEST_F(PerceptualSweep, RefusesOtherWeightsByName) {
  Watch watch;
  run(sweepWith(tinyWeights()), watch);
  auto sweep = sweepWith(tinyWeights());
  sweep.perceptual.lpips = oracleFolder("perception") / "lpips_tiny_vgg.safetensors";
  const auto lpips = refusal(sweep);
  EXPECT_EQ(lpips.kind, ErrorKind::Invalid);
  EXPECT_NE(lpips.message.find("other weights than " + sweep.perceptual.lpips.string()), std::string::npos)
      << lpips.message;
  // A file that was replaced, without being given again.
  const auto copy = folder / "dinov2";
  fs::copy(tinyWeights().dinov2, copy, fs::copy_options::recursive);
  sweep = sweepWith({copy, {}});
  run(sweep, watch);
  EXPECT_EQ(storedSweep(folder / "sweep").value().perceptual.dinov2, copy) << "it was moved";
  auto bytes = readTextFile(copy / "model.safetensors");
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  writeTextAtomically(copy / "model.safetensors", bytes);
  EXPECT_NE(refusal(sweepWith({})).message.find(copy.string()), std::string::npos);
  fs::remove_all(copy);
  const auto missing = refusal(sweepWith({}));
  EXPECT_EQ(missing.kind, ErrorKind::NotFound);
  EXPECT_NE(missing.message.find(copy.string()), std::string::npos) << missing.message;
  run(sweepWith(tinyWeights()), watch);
  EXPECT_EQ(storedSweep(folder / "sweep").value().perceptual, tinyWeights());
}

TEST_F(PerceptualSweep, TakesOtherWeightsAsLongAsNothingIsMeasuredByThem) {
  auto sweep = sweepWith(tinyWeights());
  Watch watch;
  RunControl control;
  control.requestStop();
  EXPECT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, watch, control).cancelled());
  EXPECT_EQ(storedSweep(folder / "sweep").value().perceptual, tinyWeights());
  sweep.perceptual.lpips = oracleFolder("perception") / "lpips_tiny_vgg.safetensors";
  EXPECT_EQ(run(sweep, watch).sweep.perceptual, sweep.perceptual);
  EXPECT_EQ(refusal(sweepWith(tinyWeights())).kind, ErrorKind::Invalid);
}

TEST_F(PerceptualSweep, RefusesForeignFilesAndSmallClipsBeforeItBegins) {
  auto sweep = sweepWith({tinyWeights().lpips, {}});
  EXPECT_EQ(refusal(sweep).kind, ErrorKind::Unsupported);
  sweep = sweepWith(tinyWeights());
  sweep.base.clip.height = 16;
  const auto small = refusal(sweep);
  EXPECT_EQ(small.kind, ErrorKind::Invalid);
  EXPECT_NE(small.message.find("31 pixels"), std::string::npos) << small.message;
  sweep.perceptual.lpips.clear();
  EXPECT_TRUE(planSweep(*engine, sweep, folder / "sweep"));
  const TemporaryFolder odd;
  fs::copy_file(tinyWeights().lpips, odd / "caf\xe9.safetensors");
  EXPECT_NE(refusal(sweepWith({{}, odd / "caf\xe9.safetensors"})).message.find("UTF-8"), std::string::npos);
}

TEST_F(PerceptualSweep, DamagedDocumentsAreNamed) {
  Watch watch;
  run(sweepWith(tinyWeights()), watch);
  const auto document = folder / "sweep" / "sweep.json";
  auto sound = parseJson(readTextFile(document), "sweep.json");
  sound.erase("checksum");  // what is behind it is checked, too
  ASSERT_EQ(sound.at("measured_by").at("dinov2").at("file"), tinyWeights().dinov2.string());
  const std::pair<const char*, nlohmann::json> cases[] = {{"/measured_by", 1},
                                                          {"/measured_by/dinov2", "file"},
                                                          {"/measured_by/dinov2/file", ""},
                                                          {"/measured_by/lpips/content", ""},
                                                          {"/measured_by/lpips/content", 7}};
  for (const auto& [pointer, value] : cases) {
    auto changed = sound;
    changed[nlohmann::json::json_pointer(pointer)] = value;
    writeTextAtomically(document, changed.dump());
    const auto results = readSweepResults(folder / "sweep");
    ASSERT_FALSE(results) << pointer;
    EXPECT_EQ(results.error().kind, ErrorKind::Corrupt);
    EXPECT_NE(results.error().message.find(document.string()), std::string::npos) << results.error().message;
  }
  // As documents were written before there were such measures.
  auto older = sound;
  older.erase("measured_by");
  writeTextAtomically(document, older.dump());
  EXPECT_EQ(storedSweep(folder / "sweep").value().perceptual, PerceptualWeights());
}

}  // namespace
}  // namespace fb
