// SPDX-License-Identifier: MIT
// Every public function that takes a path, with paths that cannot be used: each returns an error that names the path.
// tests/architecture/check_hostile_paths.py checks that none is missing here.
#include "engine_cases.h"
#include "flowblend/batch.h"
#include "flowblend/deviation.h"
#include "flowblend/export.h"
#include "flowblend/probe.h"
#include "flowblend/run_folder.h"
#include "flowblend/sweep.h"
#include "flowblend/sweep_report.h"
#include "hostile_paths.h"

#include <functional>
#include <optional>

namespace fb {
namespace {

namespace fs = std::filesystem;

using Answer = std::optional<Error>;

template <class T>
Answer errorOf(const Result<T>& result) {
  return result ? Answer() : result.error();
}
template <class T>
Answer errorOf(const Outcome<T>& outcome) {
  return outcome.failed() ? Answer(outcome.error()) : Answer();
}

struct Call {
  const char* name;
  std::function<Answer(const fs::path&)> make;
};

PairSpec pairAt(const fs::path& path) {
  PairSpec pair;
  pair.name = "nobody's";
  pair.family = Family("wan");
  pair.large = pair.small = pair.textEncoder = pair.tokenizer = pair.vae = path;
  return pair;
}

GenerationRequest requestAt(const fs::path& path) {
  auto request = defaultRequest(pairAt(path));
  request.clip.prompt = "a cat";
  return request;
}

// The request of an existing pair, whose run should be stored at the path.
GenerationRequest keptAt(const fs::path& path) {
  auto request = tinyRequest(tinyPair());
  request.sampling.schedule.steps = 1;
  request.options.runFolder = path;
  return request;
}

Sweep sweepAt(const fs::path& path) {
  auto base = requestAt(path);
  return {base, {"a cat"}, {1}, {}};
}

Clip smallClip() {
  Frame frame{16, 16, std::vector<std::uint8_t>(16 * 16 * 3, 100)};
  return {8, {std::make_shared<const Frame>(std::move(frame))}};
}

// One clip that could be made, in a batch at the path.
Answer batchAt(Engine& engine, const fs::path& path, bool run) {
  const std::vector<BatchClip> clips{{1, requestAt("/nowhere"), "clip"}};
  const BatchOutput output{path / "batch", {}, false};
  if (!run) return errorOf(checkBatch(engine, clips, output));
  BatchSink none;
  RunControl control;
  const auto outcome = runBatch(engine, clips, output, none, control);
  if (outcome && outcome.value().failed > 0) return Error{ErrorKind::Invalid, path.string()};
  return errorOf(outcome);
}

std::vector<Call> calls(Engine& engine) {
  static EventSink sink;
  const auto run = [&engine](auto method) {
    return [&engine, method](const fs::path& path) {
      RunControl control;
      return errorOf((engine.*method)(path, sink, control));
    };
  };
  return {
      {"isRunFolder",
       [&](const fs::path& path) {
         return isRunFolder(path) ? Answer() : Error{ErrorKind::Invalid, path.string()};
       }},
      {"isRunInUse",
       [&](const fs::path& path) {
         return isRunInUse(path) ? Answer() : Error{ErrorKind::Invalid, path.string()};
       }},
      {"runSpace",
       [&](const fs::path& path) {
         return runSpace(path).all > 0 ? Answer() : Error{ErrorKind::Invalid, path.string()};
       }},
      {"removeRunData", [&](const fs::path& path) { return errorOf(removeRunData(path)); }},
      {"removeRun", [&](const fs::path& path) { return errorOf(removeRun(path)); }},
      {"newRunFolder", [&](const fs::path& path) { return errorOf(newRunFolder(path)); }},
      {"runThumbnail",
       [&](const fs::path& path) {
         return Error{ErrorKind::Invalid, runThumbnail(path).string()};
       }},
      {"inspectRun", [&](const fs::path& path) { return errorOf(engine.inspectRun(path)); }},
      {"loadRunClip", [&](const fs::path& path) { return errorOf(engine.loadRunClip(path)); }},
      {"loadRunLatents", [&](const fs::path& path) { return errorOf(engine.loadRunLatents(path)); }},
      {"removeKeptStates", [&](const fs::path& path) { return errorOf(removeKeptStates(path)); }},
      {"readBatch", [&](const fs::path& path) { return errorOf(readBatch(path)); }},
      {"readBatch, a table", [&](const fs::path& path) { return errorOf(readBatch(path / "list.csv")); }},
      {"checkBatch", [&](const fs::path& path) { return batchAt(engine, path, false); }},
      {"runBatch", [&](const fs::path& path) { return batchAt(engine, path, true); }},
      {"storedSweep", [&](const fs::path& path) { return errorOf(storedSweep(path / "sweep")); }},
      {"readPrompts", [&](const fs::path& path) { return errorOf(readPrompts(path)); }},
      {"readSweepResults", [&](const fs::path& path) { return errorOf(readSweepResults(path / "sweep")); }},
      {"joinedWithStored", [&](const fs::path& path) { return errorOf(joinedWithStored({}, path / "sweep")); }},
      {"planSweep", [&](const fs::path& path) { return errorOf(planSweep(engine, sweepAt(path), path)); }},
      {"planSweep, DINOv2",
       [&](const fs::path& path) {
         static const TemporaryFolder free;
         auto sweep = sweepAt("/nowhere");
         sweep.perceptual.dinov2 = path;
         return errorOf(planSweep(engine, sweep, free / "sweep"));
       }},
      {"inspectPerceptual, LPIPS",
       [&](const fs::path& path) {
         return errorOf(engine.inspectPerceptual({{}, path}));
       }},
      {"comparePerceptually",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.comparePerceptually({path, {}}, smallClip(), smallClip(), "cpu", control));
       }},
      {"pairIdentity", [&](const fs::path& path) { return errorOf(engine.pairIdentity(requestAt(path))); }},
      {"storedProbe", [&](const fs::path& path) { return errorOf(storedProbe(engine, requestAt(path))); }},
      {"keepProbe", [&](const fs::path& path) { return errorOf(keepProbe(engine, requestAt(path), {})); }},
      {"readProbe", [&](const fs::path& path) { return errorOf(readProbe(path)); }},
      {"writeProbe",
       [&](const fs::path& path) {
         return errorOf(writeProbe({"0", "a pair", {}, {{"a cat", 1, {1}, {{.5, .1}}, {}}}}, path / "p.json", false));
       }},
      {"checkProbeFile", [&](const fs::path& path) { return errorOf(checkProbeFile(path / "p.json", false)); }},
      {"importProbe", [&](const fs::path& path) { return errorOf(importProbe(engine, requestAt("/nowhere"), path)); }},
      {"sweepProbe", [&](const fs::path& path) { return errorOf(sweepProbe(path / "sweep")); }},
      {"costOfWholeRuns", [&](const fs::path& path) { return errorOf(costOfWholeRuns(engine, requestAt(path))); }},
      {"storedDeviation",
       [&](const fs::path& path) { return errorOf(storedDeviation(engine, requestAt(path), SamenessMeasure::Ssim)); }},
      {"writeSweepReport, the sweep",
       [&](const fs::path& path) {
         RunControl control;
         static const TemporaryFolder free;
         return errorOf(writeSweepReport(engine, path / "sweep", free / "report.html", {}, control));
       }},
      {"writeSweepReport, the file",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(writeSweepReport(engine, "/nowhere", path / "report.html", {}, control));
       }},
      {"runSweep",
       [&](const fs::path& path) {
         SweepSink none;
         RunControl control;
         return errorOf(runSweep(engine, sweepAt("/nowhere"), path / "sweep", {}, none, control));
       }},
      {"inspectComponent", [&](const fs::path& path) { return errorOf(engine.inspectComponent(path)); }},
      {"readPair", [&](const fs::path& path) { return errorOf(engine.readPair(path)); }},
      {"writePair", [&](const fs::path& path) { return errorOf(engine.writePair(pairAt("/nowhere"), path)); }},
      {"pairFromFolders", [&](const fs::path& path) { return errorOf(engine.pairFromFolders(path, path)); }},
      {"pairFromParts", [&](const fs::path& path) { return errorOf(engine.pairFromParts(pairAt(path))); }},
      {"checkPair", [&](const fs::path& path) { return errorOf(engine.checkPair(pairAt(path))); }},
      {"checkLoras",
       [&](const fs::path& path) {
         auto request = requestAt(path);
         request.sampling.loras = {{path}};
         return errorOf(engine.checkLoras(request));
       }},
      {"validate",
       [&](const fs::path& path) {
         const auto problems = engine.validate(requestAt(path));
         return problems.empty() ? Answer(Error{ErrorKind::Invalid, path.string()})
                                 : Error{ErrorKind::Invalid, problems.back()};
       }},
      {"estimateCost", [&](const fs::path& path) { return errorOf(engine.estimateCost(requestAt(path))); }},
      {"calibrationCost", [&](const fs::path& path) { return errorOf(calibrationCost(engine, requestAt(path))); }},
      {"uncalibratedModels",
       [&](const fs::path& path) {
         auto request = requestAt(path);
         request.sampling.cache = CacheRule::MagCache;
         return errorOf(engine.uncalibratedModels(request));
       }},
      {"inspectInputs", [&](const fs::path& path) { return errorOf(engine.inspectInputs(requestAt(path))); }},
      {"planMemory", [&](const fs::path& path) { return errorOf(engine.planMemory(requestAt(path))); }},
      {"countTokens", [&](const fs::path& path) { return errorOf(engine.countTokens(pairAt(path), "a cat")); }},
      {"generate, the models",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.generate(requestAt(path), sink, control));
       }},
      {"generate, the run folder",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.generate(keptAt(path), sink, control));
       }},
      {"sample, the models",
       [&](const fs::path& path) {
         static const TemporaryFolder free;
         auto request = requestAt(path);
         request.options.runFolder = free / "run";
         RunControl control;
         return errorOf(engine.sample(request, sink, control));
       }},
      {"sample, the run folder",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.sample(keptAt(path), sink, control));
       }},
      {"probe",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.probe(requestAt(path), sink, control));
       }},
      {"calibrate",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.calibrate(requestAt(path), sink, control));
       }},
      {"resume", run(&Engine::resume)},
      {"resumeSampling", run(&Engine::resumeSampling)},
      {"decode", run(&Engine::decode)},
      {"relocateInputs", [&](const fs::path& path) { return errorOf(engine.relocateInputs(path, {path})); }},
      {"acceptInputs", [&](const fs::path& path) { return errorOf(engine.acceptInputs(path)); }},
      {"changedInputs", [&](const fs::path& path) { return errorOf(engine.changedInputs(path)); }},
      {"inspectPipeline",
       [&](const fs::path& path) {
         const auto info = engine.inspectPipeline(pairAt(path));
         return info ? Error{ErrorKind::Invalid, path.string()} : info.error();
       }},
      {"checkExport, a video",
       [&](const fs::path& path) {
         return errorOf(engine.checkExport({64, 64, 1}, path, {.format = ExportFormat::Mp4H264}));
       }},
      {"checkExport, images",
       [&](const fs::path& path) {
         return errorOf(engine.checkExport({64, 64, 1}, path, {.format = ExportFormat::PngSequence}));
       }},
      {"exportFormatForPath",
       [&](const fs::path& path) {
         static_cast<void>(exportFormatForPath(path));
         return Error{ErrorKind::Invalid, path.string()};
       }},
      {"exportClip, a video",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.exportClip(smallClip(), path, {.format = ExportFormat::Mp4H264}, sink, control));
       }},
      {"exportClip, images",
       [&](const fs::path& path) {
         RunControl control;
         return errorOf(engine.exportClip(smallClip(), path, {.format = ExportFormat::PngSequence}, sink, control));
       }},
      {"exportClip, the file with its sound",
       [&](const fs::path& path) {
         RunControl control;
         static const TemporaryFolder free;
         return errorOf(engine.exportClip(smallClip(), free / "clip.mp4", {.audio = path}, sink, control));
       }},
      {"inspectAudio", [&](const fs::path& path) { return errorOf(engine.inspectAudio(path)); }},
      {"removeUnfinishedExports",
       [&](const fs::path& path) {
         removeUnfinishedExports(path);
         return Error{ErrorKind::Invalid, path.string()};
       }},
      {"inspectClip", [&](const fs::path& path) { return errorOf(engine.inspectClip(path)); }},
      {"readClip", [&](const fs::path& path) { return errorOf(engine.readClip(path)); }},
  };
}

TEST(HostilePaths, EveryCallAnswersAndNamesThePath) {
  const HostilePaths paths;
  const auto engine = createEngine({1});
  static_cast<void>(tinyPair());
  const AsAnybody anybody;
  int refused = 0;
  for (const auto& call : calls(*engine))
    for (const auto& path : paths.all()) {
      SCOPED_TRACE(std::string(call.name) + " of " + path.string().substr(0, 120));
      Answer answer;
      ASSERT_NO_THROW(answer = call.make(path));
      ASSERT_TRUE(answer) << "it went well";
      ++refused;
      EXPECT_NE(answer->kind, ErrorKind::Internal) << answer->message;
      // The missing file may be inside it.
      EXPECT_NE(answer->message.find(path.string().substr(0, path.string().find("caf"))), std::string::npos)
          << answer->message;
    }
  EXPECT_EQ(refused, static_cast<int>(calls(*engine).size() * paths.all().size()));
}

// What JSON cannot hold is refused by name before a run, whose resume would look for another file.
TEST(HostilePaths, TextThatIsNotUtf8IsRefusedByName) {
  auto request = tinyRequest(tinyPair());
  request.clip.prompt = "caf\xe9";
  auto problems = sharedEngine().validate(request);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_NE(problems[0].find("prompt is \"caf\xe9\", which is not UTF-8"), std::string::npos) << problems[0];
  EXPECT_NE(toJson(request).find("caf\xef\xbf\xbd"), std::string::npos);
  const TemporaryFolder folder;
  const auto written = sharedEngine().writePair(pairAt("/models/caf\xe9"), folder.path() / "pair.json");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().kind, ErrorKind::Invalid);
  EXPECT_FALSE(fs::exists(folder.path() / "pair.json"));
}

}  // namespace
}  // namespace fb
