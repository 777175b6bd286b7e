// SPDX-License-Identifier: MIT
// Sweeps whose files were moved, renamed or copied meanwhile: they go on with them, known by their content.
#include "base/atomic_file.h"
#include "base/json.h"
#include "flowblend/sweep.h"

#include "sweep_cases.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

class MovedSweep : public SweepRuns {
protected:
  MovedSweep() { fs::copy(oracleFolder("engine_wan") / "wan-tiny", folder / "pair", fs::copy_options::recursive); }
  // Of the pair in this folder.
  Sweep sweepWith(const fs::path& pair) const {
    auto request = tinyRequest(pairIn(pair));
    request.sampling.schedule.steps = 5;
    return sweepOf(request);
  }
  void stopAfter(const Sweep& sweep, int steps) {
    RunControl control;
    Watch watch(&control);
    watch.stopAfter = steps;
    ASSERT_TRUE(runSweep(*engine, sweep, folder / "sweep", {}, watch, control).cancelled());
  }
  // Of a sweep that nothing happened to.
  const SweepResults& expected() {
    if (!m_expected) {
      Watch watch;
      RunControl control;
      m_expected = finished(runSweep(*engine, sweepWith(folder / "pair"), folder / "whole", {}, watch, control));
    }
    return *m_expected;
  }
  static void expectSameResults(const SweepResults& results, const SweepResults& expected) {
    ASSERT_EQ(results.records.size(), expected.records.size());
    for (const auto& record : results.records)
      EXPECT_TRUE(std::ranges::any_of(expected.records, [&](const SweepRecord& other) {
        return other.run == record.run && other.referenceSeed == record.referenceSeed &&
               other.latents == record.latents && other.clip == record.clip;
      })) << record.run.name();
  }
  std::string document() const { return readTextFile(folder / "sweep" / "sweep.json"); }
  static fs::path weightsIn(const fs::path& part) {
    for (const auto& entry : fs::directory_iterator(part / "transformer"))
      if (entry.path().extension() == ".safetensors") return entry.path();
    throw std::runtime_error("no weights in " + part.string());
  }

private:
  std::optional<SweepResults> m_expected;
};

TEST_F(MovedSweep, SaysWhatIsMissingAndGoesOnWhereItIsNamedNow) {
  expected();
  // In the middle of the first run, in that of a branch, and between two runs.
  for (const int steps : {2, 5, 7}) {
    SCOPED_TRACE(steps);
    fs::remove_all(folder / "sweep");
    stopAfter(sweepWith(folder / "pair"), steps);
    fs::create_directories(folder / "elsewhere");
    fs::rename(folder / "pair", folder / "elsewhere" / "renamed");
    const auto before = document();

    const auto stored = storedSweep(folder / "sweep");
    ASSERT_TRUE(stored) << stored.error().message;
    const auto refused = planSweep(*engine, stored.value(), folder / "sweep");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::NotFound);
    for (const auto& part : {(folder / "pair").string(), std::string("does not exist"),
                             std::string("name it where it is now"), (folder / "sweep").string()})
      EXPECT_NE(refused.error().message.find(part), std::string::npos) << refused.error().message;
    EXPECT_EQ(document(), before);

    const auto moved = sweepWith(folder / "elsewhere" / "renamed");
    const auto plan = planSweep(*engine, moved, folder / "sweep");
    ASSERT_TRUE(plan) << plan.error().message;
    EXPECT_EQ(document(), before) << "a plan changes nothing";
    Watch watch;
    const auto results = run(moved, watch);
    EXPECT_EQ(watch.large, plan.value().left.largeSteps) << "nothing is computed twice";
    EXPECT_EQ(watch.small, plan.value().left.smallSteps);
    EXPECT_EQ(watch.warnings, std::vector<std::string>());
    expectSameResults(results, expected());

    // From now on, it knows where they are.
    const auto now = storedSweep(folder / "sweep").value();
    EXPECT_EQ(now.base.pair.small, moved.base.pair.small);
    EXPECT_EQ(now.base.pair.name, stored.value().base.pair.name);
    const auto again = planSweep(*engine, now, folder / "sweep");
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_TRUE(again.value().isFinished());
    fs::rename(folder / "elsewhere" / "renamed", folder / "pair");
  }
}

TEST_F(MovedSweep, FinishedRunsServeFurtherOnesWherever) {
  expected();
  const auto sweep = sweepWith(folder / "pair");
  Watch watch;
  run(sweep, watch);
  fs::rename(folder / "pair", folder / "renamed");
  // What is now in the old place is no concern of the sweep's.
  fs::create_directories(folder / "pair");
  auto more = sweepWith(folder / "renamed");
  more.candidates.push_back({3, 0});
  Watch extended;
  const auto results = run(more, extended);
  EXPECT_EQ(extended.started, std::vector<std::string>{"p000-s3-e03-l00"});
  EXPECT_EQ(results.records.size(), expected().records.size() + 1);
}

// Of latents alone: its runs are decoded later, from where the files are by then.
TEST_F(MovedSweep, DecodesLaterWhatWasSampledBefore) {
  expected();
  auto sweep = sweepWith(folder / "pair");
  sweep.latentsOnly = true;
  Watch watch;
  run(sweep, watch);
  fs::rename(folder / "pair", folder / "renamed");
  Watch decoding;
  const auto results = run(sweepWith(folder / "renamed"), decoding);
  EXPECT_EQ(decoding.large + decoding.small, 0);
  expectSameResults(results, expected());
  fs::rename(folder / "renamed", folder / "pair");
}

// The old ones may still be there when it goes on, and be gone afterwards.
TEST_F(MovedSweep, GoesOnWithCopies) {
  expected();
  stopAfter(sweepWith(folder / "pair"), 2);
  fs::copy(folder / "pair", folder / "copy", fs::copy_options::recursive);
  const auto copied = sweepWith(folder / "copy");
  stopAfter(copied, 1);
  fs::rename(folder / "pair", folder / "gone");
  Watch watch;
  const auto results = run(copied, watch);
  expectSameResults(results, expected());
}

// A part of the pair, or a LoRA, may be elsewhere alone.
TEST_F(MovedSweep, GoesOnWithOneFileThatWasMoved) {
  const auto lora = oracleFolder("models_lora") / "wan" / "comfy_ab.safetensors";
  fs::copy_file(lora, folder / "lora.safetensors");
  const auto whereItWas = sweepWith(folder / "pair");
  const auto large = whereItWas.base.pair.large;
  const auto sweepAt = [&](const fs::path& model, const fs::path& file) {
    auto sweep = whereItWas;
    sweep.base.pair.large = model;
    sweep.base.sampling.loras = {{file, .7, LoraTarget::Large}};
    return sweep;
  };
  const auto sweep = sweepAt(large, folder / "lora.safetensors");
  Watch whole;
  RunControl control;
  const auto expected = finished(runSweep(*engine, sweep, folder / "whole", {}, whole, control));
  stopAfter(sweep, 2);
  fs::create_directories(folder / "elsewhere");
  auto now = sweep;
  const auto refusal = [&] {
    const auto plan = planSweep(*engine, now, folder / "sweep");
    return plan ? std::string("accepted") : plan.error().message;
  };
  fs::rename(folder / "lora.safetensors", folder / "elsewhere" / "other.safetensors");
  EXPECT_NE(refusal().find((folder / "lora.safetensors").string()), std::string::npos) << refusal();
  EXPECT_NE(refusal().find("name it where it is now"), std::string::npos) << refusal();
  now = sweepAt(large, folder / "elsewhere" / "other.safetensors");
  stopAfter(now, 1);
  fs::rename(large, folder / "elsewhere" / "model");
  EXPECT_NE(refusal().find(large.string()), std::string::npos) << refusal();
  EXPECT_NE(refusal().find("name it where it is now"), std::string::npos) << refusal();
  Watch watch;
  expectSameResults(run(sweepAt(folder / "elsewhere" / "model", folder / "elsewhere" / "other.safetensors"), watch),
                    expected);
}

TEST_F(MovedSweep, RefusesFilesOfOtherContentByName) {
  const auto sweep = sweepWith(folder / "pair");
  stopAfter(sweep, 7);
  const auto before = document();
  const auto refusalOf = [&](const Sweep& asked) {
    const auto plan = planSweep(*engine, asked, folder / "sweep");
    Watch watch;
    RunControl control;
    const auto outcome = runSweep(*engine, asked, folder / "sweep", {}, watch, control);
    EXPECT_TRUE(outcome.failed());
    EXPECT_TRUE(watch.started.empty());
    EXPECT_EQ(document(), before);
    if (plan) return std::string("accepted");
    EXPECT_EQ(plan.error().kind, ErrorKind::Invalid);
    return plan.error().message;
  };
  fs::copy(folder / "pair", folder / "other", fs::copy_options::recursive);
  const auto changed = weightsIn(folder / "other" / "small");
  auto bytes = readTextFile(changed, 1 << 30);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  writeTextAtomically(changed, bytes);
  const auto another = refusalOf(sweepWith(folder / "other"));
  for (const auto& part : {changed, weightsIn(folder / "pair" / "small")})
    EXPECT_NE(another.find(part.string()), std::string::npos) << another;
  EXPECT_NE(another.find("does not have the content of"), std::string::npos) << another;

  // A model more or less is not where a file is.
  auto exchanged = sweep;
  std::swap(exchanged.base.pair.large, exchanged.base.pair.small);
  EXPECT_NE(refusalOf(exchanged), "accepted");
  auto other = sweep;
  other.base.pair.imageEncoder = other.base.pair.vae;
  EXPECT_NE(refusalOf(other), "accepted");
}

// What an earlier version began has no fingerprints to go by.
TEST_F(MovedSweep, NeedsTheOldPlacesWithoutFingerprints) {
  stopAfter(sweepWith(folder / "pair"), 2);
  auto earlier = parseJson(document(), "sweep.json");
  earlier.erase("checksum");
  earlier.erase("inputs");
  writeTextAtomically(folder / "sweep" / "sweep.json", earlier.dump());
  fs::copy(folder / "pair", folder / "copy", fs::copy_options::recursive);
  const auto joined = joinedWithStored(sweepWith(folder / "copy"), folder / "sweep");
  ASSERT_FALSE(joined);
  EXPECT_NE(joined.error().message.find("another pair"), std::string::npos) << joined.error().message;
}

TEST_F(SweepRuns, AFolderThatIsNotThereIsToldAsSuch) {
  const auto missing = folder / "missing";
  const auto wrong = [&](const std::string& message, const char* says) {
    EXPECT_NE(message.find(missing.string() + " " + says), std::string::npos) << message;
  };
  wrong(storedSweep(missing).error().message, "does not exist");
  wrong(readSweepResults(missing).error().message, "does not exist");
  auto sweep = tinySweep();
  sweep.prompts.clear();
  wrong(joinedWithStored(sweep, missing).error().message, "does not exist, and a new sweep needs a prompt");
  EXPECT_EQ(storedSweep(missing).error().kind, ErrorKind::NotFound);
  fs::create_directories(missing);
  wrong(storedSweep(missing).error().message, "holds no sweep");
  wrong(joinedWithStored(sweep, missing).error().message, "holds no sweep, and a new sweep needs a prompt");
}

}  // namespace
}  // namespace fb
