// SPDX-License-Identifier: MIT
// A run continues with the files that it began with, wherever it is resumed, and with no others unnoticed.
#include "base/run_lease.h"
#include "engine_cases.h"
#include "weights/hash.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr auto kWeights = "diffusion_pytorch_model.safetensors";

struct StopAtStep : EventSink {
  StopAtStep(int stepToStop, RunControl& stopped) : step(stepToStop), control(stopped) {}
  void stepFinished(const StepReport& report) override {
    if (report.step == step) control.requestStop();
  }
  int step;
  RunControl& control;
};

void flipBit(const fs::path& file, std::int64_t fromEnd) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(-fromEnd, std::ios::end);
  const auto place = stream.tellg();
  const int byte = stream.get();
  stream.seekp(place);
  stream.put(static_cast<char>(byte ^ 0x40));
  ASSERT_TRUE(stream.good());
}

class RunInputs : public testing::Test {
protected:
  RunInputs() {
    // A copy of the pair, which tests may damage.
    fs::copy(oracleFolder("engine_wan") / "wan-tiny", folder / "pair", fs::copy_options::recursive);
    request = tinyRequest(pairIn(folder / "pair"));
    expected = finished(engine->generate(request, calmSink, calm)).clip;
    request.options.runFolder = run;
  }
  void stopAfter(int step) {
    RunControl control;
    StopAtStep sink(step, control);
    ASSERT_TRUE(engine->generate(request, sink, control).cancelled());
  }
  Outcome<RunResult> resume() {
    RunControl control;
    return engine->resume(run, calmSink, control);
  }
  static std::string textIn(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  fs::path smallWeights() const { return folder / "pair" / "small" / "transformer" / kWeights; }

  std::unique_ptr<Engine> engine = createEngine({1});
  TemporaryFolder folder;
  fs::path run = folder / "run";
  EventSink calmSink;
  RunControl calm;
  GenerationRequest request;
  Clip expected;
};

TEST_F(RunInputs, AnotherWeightFileIsRefusedByNameAndTakenIfAskedFor) {
  stopAfter(2);
  flipBit(smallWeights(), 8);
  const auto error = failure(resume());
  EXPECT_EQ(error.kind, ErrorKind::Invalid);
  EXPECT_NE(error.message.find(smallWeights().string()), std::string::npos) << error.message;
  EXPECT_NE(error.message.find("continue with the current files"), std::string::npos) << error.message;
  const auto changes = engine->changedInputs(run);
  ASSERT_TRUE(changes) << changes.error().message;
  ASSERT_EQ(changes.value().size(), 1u);
  EXPECT_EQ(changes.value()[0].part, "small");
  EXPECT_EQ(changes.value()[0].path, smallWeights());
  EXPECT_FALSE(changes.value()[0].isMissing);
  ASSERT_TRUE(engine->acceptInputs(run));
  EXPECT_TRUE(engine->changedInputs(run).value().empty());
  EXPECT_TRUE(resume());
}

TEST_F(RunInputs, AFileThatIsOnlyWrittenAgainIsTheSame) {
  stopAfter(2);
  fs::copy_file(smallWeights(), folder / "copy");
  fs::rename(folder / "copy", smallWeights());
  expectSameClip(finished(resume()).clip, expected);
}

TEST_F(RunInputs, MovedModelsAreFoundByTheirContent) {
  stopAfter(2);
  fs::create_directories(folder / "elsewhere" / "deep");
  // A file with the same name and size but other content is found first.
  fs::create_directories(folder / "elsewhere" / "decoy");
  fs::copy_file(smallWeights(), folder / "elsewhere" / "decoy" / kWeights);
  flipBit(folder / "elsewhere" / "decoy" / kWeights, 8);
  fs::rename(folder / "pair", folder / "elsewhere" / "deep" / "pair");
  const auto error = failure(resume());
  EXPECT_EQ(error.kind, ErrorKind::NotFound);
  EXPECT_NE(error.message.find("look for it"), std::string::npos) << error.message;
  const auto changes = engine->changedInputs(run);
  ASSERT_TRUE(changes) << changes.error().message;
  ASSERT_FALSE(changes.value().empty());
  for (const auto& change : changes.value()) EXPECT_TRUE(change.isMissing) << change.path;
  EXPECT_FALSE(engine->relocateInputs(run, {folder / "nowhere"}));
  const auto found = engine->relocateInputs(run, {folder / "elsewhere"});
  ASSERT_TRUE(found) << found.error().message;
  expectSameClip(finished(resume()).clip, expected);
}

// Each part may have gone elsewhere, and a single file may have another name there.
TEST_F(RunInputs, MovedModelsAreFoundOneByOne) {
  request.pair.tokenizer /= "spiece.model";
  request.pair.small = smallWeights();
  stopAfter(2);
  const auto large = folder / "pair" / "large";
  fs::create_directories(folder / "first");
  fs::rename(large / "vae", folder / "first" / "vae of old");
  fs::create_directories(folder / "second" / "deep");
  fs::rename(large / "text_encoder", folder / "second" / "deep" / "text");
  fs::rename(smallWeights(), folder / "second" / "renamed.safetensors");
  fs::rename(smallWeights().parent_path() / "config.json", folder / "second" / "config.json");
  fs::rename(large / "tokenizer" / "spiece.model", folder / "second" / "pieces.model");
  fs::rename(large / "tokenizer" / "tokenizer_config.json", folder / "second" / "tokenizer_config.json");

  const auto missingIn = [&](const fs::path& where) {
    const auto found = engine->relocateInputs(run, {where});
    return found ? std::string("nothing") : found.error().message;
  };
  const auto nowhere = missingIn(folder / "nowhere");
  EXPECT_NE(nowhere.find((folder / "nowhere").string()), std::string::npos) << nowhere;
  const auto rest = missingIn(folder / "first");
  EXPECT_EQ(rest.find("VAE"), std::string::npos) << rest;
  for (const auto& part : {smallWeights(), large / "text_encoder", large / "tokenizer" / "spiece.model"})
    EXPECT_NE(rest.find(part.string()), std::string::npos) << rest;
  EXPECT_FALSE(resume());
  EXPECT_EQ(missingIn(folder / "second"), "nothing");
  const auto info = engine->inspectRun(run);
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info.value().request.pair.vae, folder / "first" / "vae of old");
  EXPECT_EQ(info.value().request.pair.small, folder / "second" / "renamed.safetensors");
  expectSameClip(finished(resume()).clip, expected);
}

TEST_F(RunInputs, ARequestThatWasChangedStaysOneWhenModelsAreFound) {
  stopAfter(2);
  std::ofstream(run / "request.json", std::ios::app) << "\n";
  fs::rename(folder / "pair", folder / "moved");
  ASSERT_TRUE(engine->relocateInputs(run, {folder.path()}));
  const auto changes = engine->changedInputs(run);
  ASSERT_TRUE(changes) << changes.error().message;
  ASSERT_EQ(changes.value().size(), 1u);
  EXPECT_EQ(changes.value()[0].part, "request");
}

TEST_F(RunInputs, ARunThatSomebodyWorksOnIsBoundToNothingElse) {
  stopAfter(2);
  const auto before = fs::last_write_time(run / "inputs.json");
  {
    const RunLease lease(run);
    EXPECT_FALSE(engine->acceptInputs(run));
    EXPECT_FALSE(engine->relocateInputs(run, {folder.path()}));
    EXPECT_EQ(fs::last_write_time(run / "inputs.json"), before);
  }
  EXPECT_TRUE(engine->acceptInputs(run));
}

TEST_F(RunInputs, ARunOfRelativePathsGoesOnFromAnyFolder) {
  const auto before = fs::current_path();
  fs::current_path(folder.path());
  request.pair = pairIn("pair");
  stopAfter(2);
  fs::current_path("/");
  const auto result = resume();
  fs::current_path(before);
  expectSameClip(finished(result).clip, expected);
}

TEST_F(RunInputs, ARequestThatWasChangedIsRefused) {
  stopAfter(2);
  const auto file = run / "request.json";
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  in.close();
  const auto seed = text.find("\"seed\": 3");
  ASSERT_NE(seed, std::string::npos);
  text.replace(seed, 9, "\"seed\": 4");
  std::ofstream(file) << text;
  EXPECT_NE(failure(resume()).message.find("request"), std::string::npos);
  const auto changes = engine->changedInputs(run);
  ASSERT_TRUE(changes) << changes.error().message;
  ASSERT_EQ(changes.value().size(), 1u);
  EXPECT_EQ(changes.value()[0].part, "request");
}

TEST_F(RunInputs, ADamagedBitInWhatIsKeptIsRefusedByName) {
  stopAfter(2);
  for (const char* name : {"state.safetensors", "conditioning.safetensors"}) {
    flipBit(run / name, 8);
    const auto error = failure(resume());
    EXPECT_EQ(error.kind, ErrorKind::Corrupt);
    EXPECT_NE(error.message.find(name), std::string::npos) << error.message;
    flipBit(run / name, 8);
  }
  expectSameClip(finished(resume()).clip, expected);
  flipBit(run / "clip.safetensors", 8);
  EXPECT_FALSE(engine->loadRunClip(run));
}

// Otherwise it would be taken for a change of the models.
TEST_F(RunInputs, ADamagedRecordOfThemIsToldAsDamage) {
  stopAfter(2);
  const auto file = run / "inputs.json";
  const auto sound = textIn(file);
  for (const auto* field : {"\"sampled_sha256\": \"", "\"request_sha256\": \"", "\"size\": ", "\"path\": \"/"}) {
    auto damaged = sound;
    auto& letter = damaged.at(damaged.find(field) + std::strlen(field));
    letter = letter == '1' ? '2' : '1';
    std::ofstream(file) << damaged;
    const auto error = failure(resume());
    EXPECT_EQ(error.kind, ErrorKind::Corrupt) << field;
    EXPECT_NE(error.message.find(file.string() + " is damaged"), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("start the run again"), std::string::npos) << error.message;
    EXPECT_EQ(error.message.find("changed"), std::string::npos) << error.message;
    EXPECT_FALSE(engine->changedInputs(run)) << "nothing is known to have changed";
    EXPECT_FALSE(engine->relocateInputs(run, {folder.path()}));
    EXPECT_EQ(textIn(file), damaged) << "it stays as it is until somebody decides";
  }
  // The work is not lost: the files are those that the run began with, as far as the user knows.
  ASSERT_TRUE(engine->acceptInputs(run));
  expectSameClip(finished(resume()).clip, expected);
}

TEST_F(RunInputs, OfEarlierVersionsHaveNoChecksum) {
  stopAfter(2);
  for (const auto* name : {"inputs.json", "place.json"}) {
    auto json = nlohmann::json::parse(textIn(run / name));
    ASSERT_EQ(json.erase("checksum"), 1u) << name;
    std::ofstream(run / name) << json.dump();
  }
  expectSameClip(finished(resume()).clip, expected);
}

TEST_F(RunInputs, ADamagedPlaceIsToldAsDamage) {
  stopAfter(2);
  const auto sound = textIn(run / "place.json");
  auto json = nlohmann::json::parse(sound);
  json["dtype"] = "bf16";
  std::ofstream(run / "place.json") << json.dump();
  const auto error = failure(resume());
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_NE(error.message.find("place.json is damaged"), std::string::npos) << error.message;
  std::ofstream(run / "place.json") << sound;
  expectSameClip(finished(resume()).clip, expected);
}

TEST_F(RunInputs, MayBeOlderThanTheSystemsTime) {
  const timespec times[] = {{-86400 * 365, 7}, {-86400 * 365, 7}};
  ASSERT_EQ(::utimensat(AT_FDCWD, smallWeights().c_str(), times, 0), 0);
  stopAfter(2);
  expectSameClip(finished(resume()).clip, expected);
}

TEST_F(RunInputs, ADecodeNeedsTheDecoderAlone) {
  finished(engine->generate(request, calmSink, calm));
  flipBit(smallWeights(), 8);
  RunControl control;
  expectSameClip(finished(engine->decode(run, calmSink, control)).clip, expected);
  EXPECT_TRUE(engine->changedInputs(run).value().empty());
  flipBit(folder / "pair" / "large" / "vae" / kWeights, 8);
  EXPECT_EQ(engine->changedInputs(run).value().size(), 1u);
  EXPECT_NE(failure(engine->decode(run, calmSink, control)).message.find("VAE"), std::string::npos);
}

TEST_F(RunInputs, AnIncompletePartIsFoundBeforeTheFirstStep) {
  fs::resize_file(smallWeights(), fs::file_size(smallWeights()) - 8);
  const auto error = failure(engine->generate(request, calmSink, calm));
  EXPECT_NE(error.message.find(kWeights), std::string::npos) << error.message;
  EXPECT_FALSE(fs::exists(run)) << "a run that is refused leaves nothing behind";
}

TEST(Hashes, AreThoseThatOthersTell) {
  const TemporaryFolder folder;
  const auto file = folder / "abc";
  std::ofstream(file) << "abc";
  EXPECT_EQ(weights::wholeHash(file, {}), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hashes, SamplesReachAllOverALargeFile) {
  const TemporaryFolder folder;
  const auto file = folder / "large";
  std::ofstream(file).close();
  constexpr std::uintmax_t kMiB = 1u << 20;
  fs::resize_file(file, 40 * kMiB);
  const auto before = weights::sampledHash(file);
  for (const auto end : {1 * kMiB, 20 * kMiB, 40 * kMiB}) {
    // As large as a small tensor: the blocks are never that far apart.
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(end - kMiB / 4));
    stream << std::string(kMiB / 4, 'x') << std::flush;
    EXPECT_NE(weights::sampledHash(file), before) << end;
    stream.seekp(static_cast<std::streamoff>(end - kMiB / 4));
    stream << std::string(kMiB / 4, '\0') << std::flush;
    EXPECT_EQ(weights::sampledHash(file), before) << end;
  }
}

}  // namespace
}  // namespace fb
