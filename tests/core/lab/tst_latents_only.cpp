// SPDX-License-Identifier: MIT
// Sweeps that do not decode, or decode later: the same steps and results, whenever the frames are made.
#include "base/atomic_file.h"
#include "flowblend/proposal.h"
#include "flowblend/run_folder.h"
#include "flowblend/sweep.h"
#include "flowblend/sweep_report.h"

#include "../engine/engine_cases.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace fb {
namespace {

namespace fs = std::filesystem;

class Watch : public SweepSink {
public:
  explicit Watch(RunControl* stopped = nullptr, int stopAfter = 0) : m_stopped(stopped), m_stopAfter(stopAfter) {}

  void runStarted(const SweepPlan::Step& step, int, int) override { started.push_back(step.run.name()); }
  void decodingStarted(const SweepRun& run, int index, int count) override {
    EXPECT_EQ(run.name(), started.at(static_cast<std::size_t>(index)));
    EXPECT_GE(count, static_cast<int>(started.size()));
    decodedLater.push_back(run.name());
    doneAtDecoding.push_back(done.empty() ? 0 : done.back());
  }
  void sweepProgress(const SweepProgress& progress) override { done.push_back(progress.done); }
  void runMeasured(const SweepRecord&) override {
    ++measured;
    if (m_stopped && measured == m_stopAfter) m_stopped->requestStop();
  }
  void phaseStarted(Phase phase) override {
    if (phase == Phase::Sampling || phase == Phase::Decoding) phases.push_back(phase);
  }
  void stepFinished(const StepReport& report) override { ++(report.model == Model::Large ? large : small); }
  void warning(const std::string& sentence) override { warnings.push_back(sentence); }

  int decodings() const { return static_cast<int>(std::ranges::count(phases, Phase::Decoding)); }
  // How often something is sampled after frames were decoded.
  int returns() const {
    int count = 0;
    for (std::size_t i = 1; i < phases.size(); ++i)
      count += phases[i - 1] == Phase::Decoding && phases[i] == Phase::Sampling;
    return count;
  }

  // The work grows to its end, with each step and each decoded run.
  void expectAllDone() const {
    EXPECT_TRUE(std::ranges::is_sorted(done));
    ASSERT_FALSE(done.empty());
    EXPECT_NEAR(done.back(), 1, 1e-9);
    EXPECT_EQ(done.front(), 0);
    const auto distinct = std::set(done.begin(), done.end()).size();
    EXPECT_GT(distinct, static_cast<std::size_t>(large + small + decodings()));
  }

  std::vector<std::string> started, warnings, decodedLater;
  std::vector<double> done, doneAtDecoding;
  std::vector<Phase> phases;
  int measured = 0, large = 0, small = 0;

private:
  RunControl* m_stopped;
  int m_stopAfter;
};

class LatentsOnly : public testing::Test {
protected:
  static Sweep sweepOf(bool latentsOnly) {
    Sweep sweep;
    sweep.base = tinyRequest(tinyPair());
    sweep.base.sampling.schedule.steps = 4;
    sweep.prompts = {sweep.base.clip.prompt, "another prompt"};
    sweep.seeds = {3};
    const std::vector<double> early{0.25, 0.5}, late{0, 0.25};
    sweep.candidates = sweepGrid(4, early, late);
    sweep.latentsOnly = latentsOnly;
    return sweep;
  }
  SweepResults run(const Sweep& sweep, Watch& watch, const char* name = "sweep") {
    RunControl control;
    return finished(runSweep(*engine, sweep, folder / name, {}, watch, control));
  }
  SweepPlan planOf(const Sweep& sweep, const char* name = "sweep") {
    return planSweep(*engine, sweep, folder / name).value();
  }
  // The same distances, frames and latents, whatever the time that they took.
  void expectSame(const SweepResults& results, const char* name, const SweepResults& others, const char* other) {
    ASSERT_EQ(results.records.size(), others.records.size());
    for (std::size_t i = 0; i < results.records.size(); ++i) {
      const auto &a = results.records[i], &b = others.records[i];
      SCOPED_TRACE(a.run.name());
      EXPECT_EQ(a.run, b.run);
      EXPECT_EQ(a.referenceSeed, b.referenceSeed);
      EXPECT_EQ(a.latents, b.latents);
      EXPECT_EQ(a.clip, b.clip);
      const auto runs = [&](const char* sweep) { return folder / sweep / "runs" / a.run.name(); };
      EXPECT_EQ(engine->loadRunLatents(runs(name)).value(), engine->loadRunLatents(runs(other)).value());
      expectSameClip(engine->loadRunClip(runs(name)).value(), engine->loadRunClip(runs(other)).value());
    }
  }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
};

TEST_F(LatentsOnly, SamplesAndDecodesNothing) {
  Watch whole, watch;
  const auto decoded = run(sweepOf(false), whole, "whole");
  const auto plan = planOf(sweepOf(true));
  const auto results = run(sweepOf(true), watch);
  EXPECT_EQ(watch.decodings(), 0);
  watch.expectAllDone();
  EXPECT_EQ(std::pair(watch.large, watch.small), std::pair(whole.large, whole.small));
  EXPECT_EQ(std::pair(watch.large, watch.small), std::pair(plan.left.largeSteps, plan.left.smallSteps));
  EXPECT_NEAR(planOf(sweepOf(false), "other").left.flops - plan.left.flops, plan.left.runs * plan.run.decode.flops,
              1e-6 * plan.left.flops);
  ASSERT_EQ(results.records.size(), decoded.records.size());
  for (std::size_t i = 0; i < results.records.size(); ++i) {
    const auto& record = results.records[i];
    EXPECT_EQ(record.latents, decoded.records[i].latents) << record.run.name();
    EXPECT_FALSE(record.clip);
    EXPECT_EQ(record.secondsDecoding, 0);
    EXPECT_FALSE(fs::exists(folder / "sweep" / "runs" / record.run.name() / "clip.safetensors"));
  }
  EXPECT_EQ(readSweepResults(folder / "sweep").value().records, results.records);
  EXPECT_TRUE(storedSweep(folder / "sweep").value().latentsOnly);
  EXPECT_TRUE(planOf(sweepOf(true)).isFinished());
  Watch again;
  run(sweepOf(true), again);
  EXPECT_EQ(again.started.size() + static_cast<std::size_t>(again.measured), 0u);
}

TEST_F(LatentsOnly, ThatGoesOnWithClipsDecodesThemWithoutAStep) {
  Watch first, second, whole;
  run(sweepOf(true), first);
  const auto plan = planOf(sweepOf(false));
  EXPECT_EQ(plan.left.runs, plan.whole.runs);
  EXPECT_EQ(plan.left.largeSteps + plan.left.smallSteps, 0);
  EXPECT_NEAR(plan.left.flops, plan.left.runs * plan.run.decode.flops, 1e-6 * plan.left.flops);
  const auto results = run(sweepOf(false), second);
  EXPECT_EQ(second.large + second.small, 0);
  EXPECT_EQ(second.decodings(), plan.left.runs);
  second.expectAllDone();
  EXPECT_EQ(second.warnings, std::vector<std::string>());
  EXPECT_FALSE(results.sweep.latentsOnly);
  expectSame(results, "sweep", run(sweepOf(false), whole, "whole"), "whole");
  EXPECT_TRUE(planOf(sweepOf(false)).isFinished());
}

TEST_F(LatentsOnly, StoppedAnywhereWhileItIsDecodedGoesOn) {
  Watch first, whole;
  run(sweepOf(true), first);
  int calls = 0;
  for (bool done = false; !done; ++calls) {
    ASSERT_LT(calls, 40);
    RunControl control;
    Watch watch(&control, 2);
    const auto outcome = runSweep(*engine, sweepOf(false), folder / "sweep", {}, watch, control);
    ASSERT_FALSE(outcome.failed()) << outcome.error().message;
    EXPECT_EQ(watch.large + watch.small, 0);
    done = outcome.done();
  }
  EXPECT_GT(calls, 3);
  expectSame(readSweepResults(folder / "sweep").value(), "sweep", run(sweepOf(false), whole, "whole"), "whole");
}

TEST_F(LatentsOnly, ExtendsASweepWhoseClipsStay) {
  auto sweep = sweepOf(false);
  sweep.prompts.pop_back();
  Watch first, second;
  const auto before = run(sweep, first);
  const auto results = run(sweepOf(true), second);
  EXPECT_EQ(second.decodings(), 0);
  for (const auto& record : results.records) EXPECT_EQ(record.clip.has_value(), record.run.prompt == 0);
  for (const auto& record : before.records)
    EXPECT_NE(std::ranges::find(results.records, record), results.records.end()) << record.run.name();
  EXPECT_EQ(scoreSweep(results, SamenessMeasure::Latents).value().prompts.size(), 2u);
}

TEST_F(LatentsOnly, ComparesSeedsByLatentsEvenIfOneOfThemIsDecoded) {
  auto decoded = sweepOf(false), more = sweepOf(true);
  decoded.prompts.pop_back();
  more.prompts.pop_back();
  more.seeds = {3, 8};
  Watch first, second, third, whole;
  run(decoded, first);
  const auto results = run(more, second);
  // The large model's clip with seed 3 is the floor of seed 8, whose own is not decoded.
  const auto floor = std::ranges::find_if(results.records, [](const SweepRecord& record) {
    return record.isFloor() && record.run.seed == 3 && record.referenceSeed == 8;
  });
  ASSERT_NE(floor, results.records.end());
  EXPECT_FALSE(floor->clip) << "what is measured is how far it is from itself";
  EXPECT_GT(floor->latents, 0);
  more.latentsOnly = false;
  const auto all = run(more, third);
  EXPECT_EQ(third.large + third.small, 0);
  for (const auto& record : all.records) {
    if (!record.isFloor()) continue;
    ASSERT_TRUE(record.clip) << record.run.name();
    EXPECT_LT(record.clip->ssim, 1) << record.run.name();
  }
  expectSame(all, "sweep", run(more, whole, "whole"), "whole");
}

TEST_F(LatentsOnly, IsReportedWithoutPictures) {
  Watch watch;
  run(sweepOf(true), watch);
  SweepReportOptions options;
  options.by = SamenessMeasure::Latents;
  RunControl control;
  const auto file = folder / "report.html";
  const auto written = writeSweepReport(*engine, folder / "sweep", file, options, control);
  ASSERT_TRUE(written.done()) << written.error().message;
  const auto page = readTextFile(file);
  EXPECT_NE(page.find("not decoded"), std::string::npos);
  EXPECT_EQ(page.find("data:image/gif"), std::string::npos);
  EXPECT_EQ(page.find("PSNR"), std::string::npos);
  options.by = SamenessMeasure::Ssim;
  const auto refused = writeSweepReport(*engine, folder / "sweep", folder / "other.html", options, control);
  ASSERT_TRUE(refused.failed());
  EXPECT_NE(refused.error().message.find("not decoded"), std::string::npos) << refused.error().message;
  EXPECT_FALSE(fs::exists(folder / "other.html"));
}

class DecodedLater : public LatentsOnly {
protected:
  // With as little memory that the decoder has no room beside the models.
  Sweep tightSweep() {
    auto sweep = sweepOf(false);
    auto& clip = sweep.base.clip;
    clip.width = clip.height = 128;  // the decoder needs more than the steps
    auto request = sweep.base;
    request.sampling.schedule.early = .5;
    const auto roomy = engine->planMemory(request).value();
    EXPECT_FALSE(roomy.decodesAlone);
    sweep.base.options.memoryBudget = static_cast<double>(roomy.phases.back().total() - 1) / 1e9;
    request.options.memoryBudget = sweep.base.options.memoryBudget;
    const auto tight = engine->planMemory(request).value();
    EXPECT_TRUE(tight.fits()) << tight.problem;
    EXPECT_TRUE(tight.decodesAlone);
    EXPECT_FALSE(tight.decodesInTiles);
    return sweep;
  }
  Sweep roomySweep() {
    auto sweep = tightSweep();
    sweep.base.options.memoryBudget = 0;
    return sweep;
  }
};

TEST_F(DecodedLater, SamplesThePromptsRunsFirstIfTheModelsMakeWay) {
  const auto sweep = tightSweep();
  Watch watch, roomy;
  const auto results = run(sweep, watch);
  const auto runs = static_cast<int>(watch.started.size());
  EXPECT_EQ(watch.decodings(), runs);
  EXPECT_EQ(watch.returns(), 1) << "to the second prompt";
  EXPECT_EQ(watch.decodedLater, watch.started);
  watch.expectAllDone();
  for (std::size_t i = 1; i < watch.doneAtDecoding.size(); ++i)
    EXPECT_GT(watch.doneAtDecoding[i], watch.doneAtDecoding[i - 1]) << "a run was decoded in between";
  EXPECT_EQ(watch.warnings, std::vector<std::string>());
  const auto others = run(roomySweep(), roomy, "roomy");
  EXPECT_EQ(roomy.started, watch.started);
  EXPECT_EQ(roomy.returns(), runs - 1);
  EXPECT_EQ(roomy.decodedLater, std::vector<std::string>()) << "but at once";
  roomy.expectAllDone();
  EXPECT_EQ(std::pair(roomy.large, roomy.small), std::pair(watch.large, watch.small));
  expectSame(results, "sweep", others, "roomy");
  for (const auto& made : fs::directory_iterator(folder / "sweep" / "runs"))
    EXPECT_EQ(engine->inspectRun(made.path()).value().keptSteps, std::vector{4}) << made.path();
}

TEST_F(DecodedLater, GoesOnAfterAStopBetweenSamplingAndDecoding) {
  const auto sweep = tightSweep();
  RunControl control;
  Watch stopped(&control, 1);
  const auto outcome = runSweep(*engine, sweep, folder / "sweep", {}, stopped, control);
  ASSERT_TRUE(outcome.cancelled());
  EXPECT_EQ(outcome.stepsDone(), 1) << "one run is measured, the others of its prompt are sampled";
  EXPECT_EQ(stopped.decodings(), 1);
  const auto plan = planOf(sweep);
  Watch watch, roomy;
  const auto results = run(sweep, watch);
  EXPECT_EQ(std::pair(watch.large, watch.small), std::pair(plan.left.largeSteps, plan.left.smallSteps));
  const auto others = run(roomySweep(), roomy, "roomy");
  EXPECT_EQ(stopped.large + watch.large, roomy.large) << "no step was taken twice";
  EXPECT_EQ(stopped.small + watch.small, roomy.small);
  expectSame(results, "sweep", others, "roomy");
}

// What is not decoded needs no room for that; what is to be decoded is refused before the first step.
TEST_F(DecodedLater, LatentsAloneNeedNoRoomForTheDecoder) {
  auto sweep = sweepOf(true);
  sweep.base.clip.width = sweep.base.clip.height = 128;
  auto request = sweep.base;
  request.sampling.schedule.early = .5;
  const auto roomy = engine->planMemory(request).value();
  const auto vae = std::ranges::find(roomy.parts, "VAE", &MemoryPlan::Part::name);
  ASSERT_NE(vae, roomy.parts.end());
  const auto decoding = vae->bytes + roomy.phases.back().working;
  request.options.memoryBudget = static_cast<double>(decoding - 1) / 1e9;
  sweep.base.options.memoryBudget = request.options.memoryBudget;
  const auto tight = engine->planMemory(request).value();
  EXPECT_TRUE(tight.problem.starts_with("decoding needs ")) << tight.problem;

  Watch watch;
  run(sweep, watch);
  watch.expectAllDone();
  EXPECT_EQ(watch.decodings(), 0);
  auto decoded = sweep;
  decoded.latentsOnly = false;
  Watch refused;
  RunControl control;
  const auto outcome = runSweep(*engine, decoded, folder / "decoded", {}, refused, control);
  ASSERT_TRUE(outcome.failed());
  EXPECT_EQ(outcome.error().kind, ErrorKind::OutOfMemory);
  EXPECT_TRUE(outcome.error().message.starts_with("decoding needs ")) << outcome.error().message;
  EXPECT_EQ(refused.large + refused.small, 0);

  EventSink sink;
  RunControl probing, sampling, little, enough;
  EXPECT_EQ(finished(engine->probe(request, sink, probing)).steps.size(), 4u);
  request.options.runFolder = folder / "one";
  finished(engine->sample(request, sink, sampling));
  const auto failed = failure(engine->decode(request.options.runFolder, sink, little));
  EXPECT_EQ(failed.kind, ErrorKind::OutOfMemory);
  EXPECT_TRUE(failed.message.ends_with("raise the budget")) << failed.message;
  enough.setMemoryBudget(static_cast<double>(decoding + 1) / 1e9);
  EXPECT_EQ(finished(engine->decode(request.options.runFolder, sink, enough)).clip.frames.size(), 9u);
}

TEST(SampledRuns, NeedAFolderAndAreDecodedFromIt) {
  const TemporaryFolder folder;
  const auto engine = createEngine({1});
  auto request = tinyRequest(tinyPair());
  request.sampling.schedule.steps = 3;
  EventSink sink;
  RunControl control;
  const auto expected = finished(engine->generate(request, sink, control)).clip;
  const auto refused = failure(engine->sample(request, sink, control));
  EXPECT_EQ(refused.kind, ErrorKind::Invalid);
  EXPECT_NE(refused.message.find("run folder"), std::string::npos) << refused.message;

  request.options.runFolder = folder / "run";
  const auto sampled = finished(engine->sample(request, sink, control));
  EXPECT_TRUE(sampled.clip.frames.empty());
  EXPECT_EQ(sampled.steps.size(), 3u);
  const auto info = engine->inspectRun(request.options.runFolder).value();
  EXPECT_TRUE(info.sampled && !info.decoded);
  EXPECT_TRUE(finished(engine->resumeSampling(request.options.runFolder, sink, control)).clip.frames.empty());
  expectSameClip(finished(engine->decode(request.options.runFolder, sink, control)).clip, expected);
}

}  // namespace
}  // namespace fb
