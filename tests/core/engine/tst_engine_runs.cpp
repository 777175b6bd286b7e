// SPDX-License-Identifier: MIT
// How runs are observed, stopped, stored and resumed, and how they fail.
#include "engine/text_cache.h"
#include "engine_cases.h"
#include "flowblend/run_folder.h"
#include "no_descriptors.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

struct Recorder : EventSink {
  std::vector<Phase> phases;
  std::vector<StepReport> steps;
  std::vector<Clip> previews;
  std::vector<double> decoding;
  std::function<void(const StepReport&)> onStep;

  void phaseStarted(Phase phase) override { phases.push_back(phase); }
  void stepFinished(const StepReport& report) override {
    steps.push_back(report);
    if (onStep) onStep(report);
  }
  void previewReady(int, const Clip& clip) override { previews.push_back(clip); }
  void progress(Phase phase, double done) override {
    if (phase == Phase::Decoding) decoding.push_back(done);
  }
};

class EngineRuns : public testing::Test {
protected:
  Outcome<RunResult> generate() {
    RunControl control;
    return engine->generate(request, recorder, control);
  }

  std::unique_ptr<Engine> engine = createEngine({1});
  Recorder recorder;
  TemporaryFolder folder;
  GenerationRequest request = tinyRequest(tinyPair());
};

TEST_F(EngineRuns, ReportsEveryPhaseStepAndPreviewInOrder) {
  request.options.preview = true;
  const auto result = finished(generate());
  ASSERT_EQ(recorder.steps.size(), 10u);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(recorder.steps[i].step, i);
    EXPECT_EQ(recorder.steps[i].model, request.sampling.schedule.modelAt(i));
    EXPECT_FALSE(recorder.steps[i].divergence);
  }
  ASSERT_EQ(recorder.previews.size(), 10u);
  EXPECT_EQ(recorder.previews.back().frames.size(), 3u);
  EXPECT_EQ(recorder.previews.back().width(), 6);
  EXPECT_EQ(result.clip.frames.size(), 9u);
  EXPECT_EQ(result.clip.width(), 48);
  EXPECT_EQ(recorder.phases.front(), Phase::Encoding);
  EXPECT_EQ(recorder.phases.back(), Phase::Decoding);
  EXPECT_EQ(recorder.decoding.back(), 1.0);
}

TEST_F(EngineRuns, SmallEqualToLargeGivesTheBitsOfLargeAloneUnderEverySchedule) {
  request.pair.small = request.pair.large;
  request.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 10);
  const auto expected = finished(generate()).clip;
  for (const auto preset : {SchedulePreset::LSL, SchedulePreset::SLL, SchedulePreset::SSS}) {
    request.sampling.schedule = StageSchedule::fromPreset(preset, 10);
    expectSameClip(finished(generate()).clip, expected);
  }
}

TEST_F(EngineRuns, StopsOnRequestAndResumesToTheSameBits) {
  const auto expected = finished(generate()).clip;
  for (const int stopAfter : {0, 3, 8}) {
    request.options.runFolder = folder / ("run" + std::to_string(stopAfter));
    RunControl control;
    Recorder stopping;
    stopping.onStep = [&](const StepReport& report) {
      if (report.step == stopAfter) control.requestStop();
    };
    const auto outcome = engine->generate(request, stopping, control);
    ASSERT_TRUE(outcome.cancelled());
    EXPECT_EQ(outcome.stepsDone(), stopAfter + 1);

    const auto info = sharedEngine().inspectRun(request.options.runFolder);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_EQ(info.value().stepsDone, stopAfter + 1);
    EXPECT_FALSE(info.value().sampled);

    RunControl calm;
    Recorder resumed;
    const auto result = finished(engine->resume(request.options.runFolder, resumed, calm));
    expectSameClip(result.clip, expected);
    EXPECT_EQ(result.steps.size(), 10u);
    EXPECT_EQ(resumed.steps.front().step, stopAfter + 1);
  }
}

TEST_F(EngineRuns, AStopBeforeTheFirstStepCanBeResumed) {
  request.options.runFolder = folder / "run";
  RunControl control;
  control.requestStop();
  ASSERT_TRUE(engine->generate(request, recorder, control).cancelled());
  RunControl calm;
  const auto resumed = finished(engine->resume(request.options.runFolder, recorder, calm)).clip;
  request.options.runFolder.clear();
  expectSameClip(resumed, finished(generate()).clip);
}

TEST_F(EngineRuns, BoundariesMovedDuringTheRunHoldForTheStepsAheadAndAfterAResume) {
  request.options.runFolder = folder / "run";
  RunControl control;
  recorder.onStep = [&](const StepReport& report) {
    if (report.step == 2) control.moveBoundaries(0.6, 0.0);
    if (report.step == 4) control.requestStop();
  };
  ASSERT_TRUE(engine->generate(request, recorder, control).cancelled());
  recorder.onStep = nullptr;
  RunControl calm;
  const auto result = finished(engine->resume(request.options.runFolder, recorder, calm));
  ASSERT_EQ(result.steps.size(), 10u);
  for (const auto& step : result.steps) EXPECT_EQ(step.model, step.step < 6 ? Model::Large : Model::Small) << step.step;
}

TEST_F(EngineRuns, DecodingCanBeRepeatedFromTheRunFolder) {
  request.options.runFolder = folder / "run";
  const auto expected = finished(generate()).clip;
  const auto kept = sharedEngine().loadRunClip(request.options.runFolder);
  ASSERT_TRUE(kept) << kept.error().message;
  expectSameClip(kept.value(), expected);
  fs::remove(request.options.runFolder / "clip.safetensors");
  EXPECT_FALSE(sharedEngine().loadRunClip(request.options.runFolder));
  RunControl control;
  expectSameClip(finished(engine->decode(request.options.runFolder, recorder, control)).clip, expected);
}

TEST_F(EngineRuns, AFailedDecodeLeavesTheSamplingWhole) {
  const auto expected = finished(generate()).clip;
  request.options.runFolder = folder / "run";
  const auto inTheWay = request.options.runFolder / "clip.safetensors";
  recorder.onStep = [&](const StepReport& report) {
    if (report.step == 9) fs::create_directory(inTheWay);
  };
  EXPECT_EQ(failure(generate()).kind, ErrorKind::Invalid);
  recorder.onStep = nullptr;
  EXPECT_TRUE(sharedEngine().inspectRun(request.options.runFolder).value().sampled);
  fs::remove(inTheWay);
  RunControl control;
  expectSameClip(finished(engine->decode(request.options.runFolder, recorder, control)).clip, expected);
}

TEST_F(EngineRuns, AFileThatIsTakenAwayDuringTheRunDoesNotEndIt) {
  const auto expected = finished(generate()).clip;
  const auto vae = folder / "vae";
  fs::copy(request.pair.vae, vae);
  request.pair.vae = vae;
  recorder.onStep = [&](const StepReport& report) {
    if (report.step == 9) fs::remove_all(vae);
  };
  expectSameClip(finished(generate()).clip, expected);
}

TEST_F(EngineRuns, ADamagedStateIsRefusedByName) {
  request.options.runFolder = folder / "run";
  finished(generate());
  const auto state = request.options.runFolder / "state.safetensors";
  fs::resize_file(state, fs::file_size(state) / 2);
  RunControl control;
  const auto error = failure(engine->resume(request.options.runFolder, recorder, control));
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("state.safetensors"), std::string::npos) << error.message;
}

TEST_F(EngineRuns, AFolderWithARunIsNotOverwritten) {
  request.options.runFolder = folder / "run";
  finished(generate());
  const auto error = failure(generate());
  EXPECT_EQ(error.kind, ErrorKind::Invalid);
  EXPECT_NE(error.message.find("continue it"), std::string::npos) << error.message;
}

// Nobody else can resume, decode or remove a run in progress.
TEST_F(EngineRuns, ARunUnderWayIsNobodyElses) {
  const auto run = request.options.runFolder = folder / "run";
  const auto other = createEngine({1});
  RunControl second;
  Recorder silent;
  recorder.onStep = [&](const StepReport& report) {
    if (report.step != 2) return;
    EXPECT_TRUE(isRunInUse(run));
    for (const auto& error : {failure(other->resume(run, silent, second)), failure(other->decode(run, silent, second))})
      EXPECT_NE(error.message.find("is in use"), std::string::npos) << error.message;
    EXPECT_FALSE(removeRun(run));
    EXPECT_TRUE(other->inspectRun(run));
  };
  const auto clip = finished(generate()).clip;
  EXPECT_TRUE(silent.steps.empty());
  EXPECT_FALSE(isRunInUse(run));
  expectSameClip(finished(other->decode(run, silent, second)).clip, clip);
}

TEST_F(EngineRuns, LatentsThatAreNoNumbersEndTheRunAtThatStep) {
  const auto damaged = folder / "damaged";
  fs::copy(request.pair.small, damaged);
  const auto file = damaged / "diffusion_pytorch_model.safetensors";
  auto tensors = weights::loadTensors(file).tensors;
  tensors.at("proj_out.bias").fill_(std::numeric_limits<float>::quiet_NaN());
  weights::saveTensors(file, tensors);
  request.pair.small = damaged;
  const auto error = failure(generate());
  EXPECT_EQ(error.kind, ErrorKind::NotFinite);
  EXPECT_NE(error.message.find("step 5 of 10"), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("small model in fp32"), std::string::npos) << error.message;
  EXPECT_EQ(recorder.steps.size(), 4u);
}

TEST_F(EngineRuns, AStopIsTakenBeforeTheNextStep) {
  request.sampling.schedule.steps = 1000;
  RunControl control;
  recorder.onStep = [&](const StepReport& report) {
    if (report.step == 0) control.requestStop();
  };
  const auto outcome = engine->generate(request, recorder, control);
  EXPECT_TRUE(outcome.cancelled());
  EXPECT_EQ(recorder.steps.size(), 1u);
}

TEST_F(EngineRuns, ProbeRunsBothModelsOnEveryStepAndDecodesNothing) {
  RunControl control;
  const auto result = finished(engine->probe(request, recorder, control));
  ASSERT_EQ(result.steps.size(), 10u);
  for (const auto& step : result.steps) {
    ASSERT_TRUE(step.divergence);
    EXPECT_GT(step.divergence->relativeL2, 0);
    EXPECT_GT(step.divergence->cosineDistance, 0);
  }
  EXPECT_TRUE(result.clip.frames.empty());
}

TEST_F(EngineRuns, TokensAreCountedAsTheEncoderSeesThem) {
  const auto empty = engine->countTokens(request.pair, "");
  ASSERT_TRUE(empty) << empty.error().message;
  EXPECT_EQ(empty.value(), 1);
  EXPECT_GT(engine->countTokens(request.pair, request.clip.prompt).value(), 10);
}

TEST_F(EngineRuns, ADeviceThatIsNotThereIsSaid) {
  for (const auto* device : {"tpu", "cuda:x", "cuda:99"}) {
    request.options.device = device;
    const auto error = failure(generate());
    EXPECT_NE(error.message.find(device), std::string::npos) << error.message;
  }
}

TEST(Devices, ListsTheProcessorFirst) {
  const auto devices = sharedEngine().devices();
  ASSERT_FALSE(devices.empty());
  EXPECT_EQ(devices.front().id, "cpu");
  EXPECT_GT(devices.front().memoryTotal, devices.front().memoryFree / 2);
}

// A budget below what all parts need: the large model is streamed and the clip is the same; what cannot fit is refused
// before anything is loaded, with advice.
TEST(EngineMemory, ABudgetIsKeptToAndTheClipIsTheSame) {
  // The tiny pair's weights are smaller than its encoder's working memory.
  auto request = tinyRequest(sharedEngine().builtInPairs().value().front());
  EventSink sink;
  RunControl control;
  const auto free = finished(createEngine({1})->generate(request, sink, control));
  const auto whole = sharedEngine().planMemory(request).value();
  ASSERT_TRUE(whole.fits());
  double early = 0, working = 0, block = 0;
  for (const auto& phase : whole.phases)
    if (phase.name == "early") {
      early = static_cast<double>(phase.total());
      working = static_cast<double>(phase.working);
    }
  // The text encoder would be evicted first.
  double text = 0;
  for (const auto& part : whole.parts) {
    if (part.name == "large model") block = static_cast<double>(part.bytes) / part.blocks;
    if (part.name == "text encoder") text = static_cast<double>(part.bytes);
  }
  request.options.memoryBudget = (early - text - block / 4) / 1e9;
  const auto planned = sharedEngine().planMemory(request).value();
  ASSERT_TRUE(planned.fits()) << planned.problem;
  EXPECT_TRUE(std::ranges::any_of(planned.parts, [](const MemoryPlan::Part& part) {
    return part.name == "large model" && part.place == MemoryPlan::Place::Streamed && part.readsDisk;
  }));
  RunControl again;
  expectSameClip(finished(createEngine({1})->generate(request, sink, again)).clip, free.clip);

  request.options.memoryBudget = 1e-300;
  EXPECT_FALSE(sharedEngine().planMemory(request).value().fits());
  request.options.memoryBudget = working / 1e9;
  EXPECT_FALSE(sharedEngine().planMemory(request).value().fits());
  request.options.runFolder = TemporaryFolder().path() / "refused";
  RunControl refused;
  const auto error = failure(createEngine({1})->generate(request, sink, refused));
  EXPECT_EQ(error.kind, ErrorKind::OutOfMemory);
  EXPECT_NE(error.message.find("memory budget"), std::string::npos) << error.message;
  EXPECT_FALSE(std::filesystem::exists(request.options.runFolder));
}

// The budget belongs to the machine on which a run continues: another one gives the same clip, and the run's request
// stays what it was.
TEST_F(EngineRuns, ARunGoesOnWithAnotherBudget) {
  const auto expected = finished(generate()).clip;
  request.options.runFolder = folder / "run";
  request.options.memoryBudget = 1000;
  RunControl stop;
  recorder.onStep = [&](const StepReport& report) {
    if (report.step == 3) stop.requestStop();
  };
  ASSERT_TRUE(engine->generate(request, recorder, stop).cancelled());
  recorder.onStep = nullptr;
  const auto other = createEngine({1});
  RunControl little;
  little.setMemoryBudget(1e-6);
  const auto refused = failure(other->resume(request.options.runFolder, recorder, little));
  EXPECT_EQ(refused.kind, ErrorKind::OutOfMemory);
  EXPECT_NE(refused.message.find("raise the budget"), std::string::npos) << refused.message;
  RunControl wrong;
  wrong.setMemoryBudget(-1);
  EXPECT_EQ(failure(other->resume(request.options.runFolder, recorder, wrong)).kind, ErrorKind::Invalid);
  RunControl none;
  none.setMemoryBudget(0);
  expectSameClip(finished(other->resume(request.options.runFolder, recorder, none)).clip, expected);

  const auto last = createEngine({1});
  EXPECT_EQ(failure(last->decode(request.options.runFolder, recorder, little)).kind, ErrorKind::OutOfMemory);
  expectSameClip(finished(last->decode(request.options.runFolder, recorder, none)).clip, expected);
  EXPECT_EQ(last->inspectRun(request.options.runFolder).value().request.options.memoryBudget, 1000);
}

// Frames that would not fit whole are decoded in tiles from the start, as planned, without the models that sampled.
TEST(EngineMemory, DecodingKeepsToTheBudget) {
  RunWatch watch;
  auto request = tinyRequest(sharedEngine().builtInPairs().value().front());
  request.clip.width = request.clip.height = 320;  // a tile is 256
  request.clip.frames = 5;
  const auto engine = createEngine({1});
  const auto whole = engine->planMemory(request).value();
  EXPECT_FALSE(whole.decodesInTiles);
  const auto& decoding = whole.phases.back();
  request.options.memoryBudget = 0.95 * static_cast<double>(decoding.working) / 1e9;
  const auto planned = engine->planMemory(request).value();
  ASSERT_TRUE(planned.fits()) << planned.problem;
  EXPECT_TRUE(planned.decodesInTiles);
  EXPECT_LE(planned.peak(), planned.limit);
  RunControl control;
  finished(engine->generate(request, watch, control));
  EXPECT_TRUE(std::ranges::any_of(watch.warnings,
                                  [](const std::string& text) { return text.find("tiles") != std::string::npos; }));
}

// bfloat16 has 8 bits of mantissa: 128 levels of a channel's 256 near the ends of its range.
TEST(EngineMemory, DecodingInBfloat16TakesHalfAndDiffersLittle) {
  RunWatch watch;
  auto request = tinyRequest(sharedEngine().builtInPairs().value().front());
  const auto vaeOf = [](const MemoryPlan& plan) {
    const auto vae = std::ranges::find(plan.parts, "VAE", &MemoryPlan::Part::name);
    return vae == plan.parts.end() ? MemoryPlan::Part() : *vae;
  };
  const auto exactPlan = sharedEngine().planMemory(request).value();
  RunControl control;
  const auto exact = finished(sharedEngine().generate(request, watch, control)).clip;
  request.options.decodePrecision = DecodePrecision::Bf16;
  const auto roundedPlan = sharedEngine().planMemory(request).value();
  const auto half = vaeOf(roundedPlan), whole = vaeOf(exactPlan);
  EXPECT_EQ(half.dtype, "bf16");
  // Small tensors are rounded up.
  EXPECT_LT(static_cast<double>(half.bytes), .55 * static_cast<double>(whole.bytes));
  const auto &roundedUse = roundedPlan.phases.back(), &exactUse = exactPlan.phases.back();
  EXPECT_EQ(roundedUse.weights, exactUse.weights - whole.bytes + half.bytes);
  EXPECT_LT(static_cast<double>(roundedUse.working), .75 * static_cast<double>(exactUse.working));
  const auto rounded = finished(sharedEngine().generate(request, watch, control)).clip;

  ASSERT_EQ(rounded.frames.size(), exact.frames.size());
  double sum = 0, count = 0;
  int largest = 0;
  for (std::size_t i = 0; i < exact.frames.size(); ++i) {
    const auto& a = exact.frames[i]->rgb;
    const auto& b = rounded.frames[i]->rgb;
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t j = 0; j < a.size(); ++j) {
      const int difference = std::abs(int{a[j]} - int{b[j]});
      sum += difference;
      largest = std::max(largest, difference);
      ++count;
    }
  }
  RecordProperty("largest", largest);
  RecordProperty("mean", std::to_string(sum / count));
  EXPECT_GT(sum, 0);
  EXPECT_LE(sum / count, 2);
}

// The progress of every step rises from 0 and stays below 1.
TEST(EngineProgress, IsToldWithinAStep) {
  struct Steps : EventSink {
    void stepProgress(int step, double done) override { shares[step].push_back(done); }
    std::map<int, std::vector<double>> shares;
  } sink;
  const auto request = tinyRequest(tinyPair());
  RunControl control;
  finished(sharedEngine().generate(request, sink, control));
  EXPECT_EQ(static_cast<int>(sink.shares.size()), request.sampling.schedule.steps);
  for (const auto& [step, shares] : sink.shares) {
    EXPECT_EQ(shares.front(), 0) << step;
    EXPECT_TRUE(std::ranges::is_sorted(shares)) << step;
    EXPECT_LT(shares.back(), 1) << step;
    EXPECT_GE(shares.size(), 2u) << step;
  }
}

// The cache folder of one test.
class OwnCache : public TemporaryFolder {
public:
  OwnCache() {
    if (const char* before = std::getenv("XDG_CACHE_HOME")) m_before = before;
    ::setenv("XDG_CACHE_HOME", path().c_str(), 1);
  }
  ~OwnCache() {
    if (m_before)
      ::setenv("XDG_CACHE_HOME", m_before->c_str(), 1);
    else
      ::unsetenv("XDG_CACHE_HOME");
  }

private:
  std::optional<std::string> m_before;
};

// A repeated prompt is read from the cache, even if it contains another prompt's numbers; an encoder with other weights
// is a different one, even if size and time are the same.
TEST(EngineTexts, APromptThatComesAgainNeedsNoTextEncoder) {
  const OwnCache folder;
  auto request = tinyRequest(tinyPair());
  std::filesystem::copy(request.pair.textEncoder, folder / "text", std::filesystem::copy_options::recursive);
  request.pair.textEncoder = folder / "text";
  const auto generate = [&](const std::string& prompt) {
    auto asked = request;
    asked.clip.prompt = prompt;
    EventSink sink;
    RunControl control;
    return finished(createEngine({1, /*keepTexts=*/true})->generate(asked, sink, control)).clip;
  };
  const auto kept = [&] {
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "flowblending-studio/texts"))
      files.insert(entry.path());
    return files;
  };
  const auto cat = generate("a cat");
  ASSERT_EQ(kept().size(), 1u);
  const auto ofCat = *kept().begin();
  const auto dog = generate("a dog");
  ASSERT_EQ(kept().size(), 2u);
  for (const auto& file : kept())
    if (file != ofCat) std::filesystem::copy_file(file, ofCat, std::filesystem::copy_options::overwrite_existing);
  expectSameClip(generate("a cat"), dog);

  // Files that this program did not write are not trusted.
  weights::saveTensors(ofCat, {{"prompt_embeds", at::zeros({1, 2})}});
  expectSameClip(generate("a cat"), cat);

  for (const auto& entry : std::filesystem::directory_iterator(folder / "text"))
    if (entry.path().extension() == ".safetensors") {
      const auto time = entry.last_write_time();
      const auto size = entry.file_size();
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(static_cast<std::streamoff>(size / 2));
      file << std::string(size - size / 2, '\0');
      file.close();
      std::filesystem::last_write_time(entry.path(), time);
    }
  EXPECT_NE(generate("a cat").frames.front()->rgb, cat.frames.front()->rgb);
}

// Without a free descriptor, nothing is known about the file, so it is kept.
TEST(EngineTexts, AFileThatCannotBeReadNowStaysAndADamagedOneGoes) {
  const TemporaryFolder folder;
  const engine::TextCache cache(folder / "texts");
  const std::string key(64, 'a');
  engine::TextConditioning text;
  text.ids = at::full({1, 3}, 7, at::kLong);
  text.negativeIds = at::zeros({1, 3}, at::kLong);
  text.prompts = {{at::ones({1, 3, 4}), at::zeros({1, 3, 4})}};
  cache.keep(key, text);
  ASSERT_TRUE(cache.has(key));
  {
    const NoDescriptors none;
    EXPECT_FALSE(cache.find(key));
  }
  const auto found = cache.find(key);
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->ids.equal(text.ids));

  const auto file = folder / "texts" / (key + ".safetensors");
  std::fstream(file, std::ios::in | std::ios::out | std::ios::binary).seekp(-1, std::ios::end) << 'x';
  EXPECT_FALSE(cache.find(key));
  EXPECT_FALSE(cache.has(key));
}

// A date in the future, of a time when the clock was wrong, makes no file the last to go. What is not ours stays.
TEST(EngineTexts, FilesFromTheFutureGoFirstAndThoseOfOthersStay) {
  const OwnCache folder;
  const auto texts = folder / "flowblending-studio/texts";
  fs::create_directories(texts);
  const auto make = [&](const std::string& name, std::uintmax_t bytes, std::chrono::hours age) {
    std::ofstream(texts / name).close();
    fs::resize_file(texts / name, bytes);
    fs::last_write_time(texts / name, fs::file_time_type::clock::now() - age);
    return texts / name;
  };
  const auto future = make(std::string(64, 'f') + ".safetensors", 200'000'000, -std::chrono::hours(1000));
  const auto used = make(std::string(64, 'a') + ".safetensors", 100'000'000, std::chrono::hours(1));
  const auto foreign = make("notes.safetensors", 1, std::chrono::hours(2000));
  EventSink sink;
  RunControl control;
  finished(createEngine({1, /*keepTexts=*/true})->generate(tinyRequest(tinyPair()), sink, control));
  EXPECT_FALSE(fs::exists(future));
  EXPECT_TRUE(fs::exists(used));
  EXPECT_TRUE(fs::exists(foreign));
  EXPECT_EQ(std::distance(fs::directory_iterator(texts), {}), 3);
}

}  // namespace
}  // namespace fb
