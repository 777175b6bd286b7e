// SPDX-License-Identifier: MIT
// What stored sweeps refuse and notice: damage, changed files and numbers, other dtypes.
#include "base/atomic_file.h"
#include "base/json.h"
#include "flowblend/sweep.h"

#include "sweep_cases.h"

#include <filesystem>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

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
