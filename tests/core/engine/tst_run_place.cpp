// SPDX-License-Identifier: MIT
// Where a run runs if that is left to the program, and that it stays there.
#include "engine/run_place.h"

#include "base/failure.h"
#include "engine_cases.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

DeviceInfo gpu(const char* id, const char* name, std::uint64_t free, int capability) {
  return {id, name, 24'000, free, capability, {}};
}

const DeviceInfo kProcessor{"cpu", "A processor", 64'000, 60'000, 0, {}};
const std::vector kWorkstation{kProcessor, gpu("cuda:0", "RTX 2080", 10'000, 75), gpu("cuda:1", "RTX 4090", 20'000, 89),
                               gpu("cuda:2", "RTX 4090", 5'000, 89)};

TEST(RunPlace, IsTheDevicesChoiceIfTheRequestHasNone) {
  const auto place = placeOf({}, kWorkstation);
  EXPECT_EQ(place.device, "cuda:1");
  EXPECT_EQ(place.deviceName, "RTX 4090");
  EXPECT_EQ(place.dtype, DType::BFloat16);
  EXPECT_EQ(placeOf({}, std::vector{kProcessor}).dtype, DType::Float32);
}

TEST(RunPlace, IsTheRequestsOtherwise) {
  RunOptions options;
  options.device = "cuda";
  EXPECT_EQ(placeOf(options, kWorkstation).device, "cuda:0");
  EXPECT_EQ(placeOf(options, kWorkstation).dtype, DType::Float16);
  options.dtype = DType::Float32;
  EXPECT_EQ(placeOf(options, kWorkstation).dtype, DType::Float32);
  options.device = "cuda:3";
  EXPECT_THROW(placeOf(options, kWorkstation), Failure);
}

TEST(RunPlace, StaysOfItsKindIfTheRunGoesOn) {
  // The one with less free memory is of the same kind, the other is not.
  const RunPlace began{"cuda:0", "RTX 2080", DType::Float16};
  const auto on = placeOf({}, kWorkstation, began);
  EXPECT_EQ(on.device, "cuda:0");
  EXPECT_EQ(on.dtype, DType::Float16);
  EXPECT_FALSE(differs(began, on));
  // Of two of a kind, the one with more.
  EXPECT_EQ(placeOf({}, kWorkstation, RunPlace{"cuda:2", "RTX 4090", DType::BFloat16}).device, "cuda:1");
  EXPECT_EQ(placeOf({}, kWorkstation, RunPlace{"cpu", "A processor", DType::Float32}).device, "cpu");
}

TEST(RunPlace, KeepsItsDtypeOnAnotherDevice) {
  const RunPlace began{"cuda:0", "H100", DType::BFloat16};
  const auto on = placeOf({}, std::vector{kProcessor}, began);
  EXPECT_EQ(on.device, "cpu");
  EXPECT_EQ(on.dtype, DType::BFloat16);
  EXPECT_TRUE(differs(began, on));
}

TEST(RunPlace, GoesThroughJson) {
  const RunPlace place{"cuda:1", "NVIDIA \"H100\"", DType::BFloat16};
  const auto read = runPlaceFromJson(toJson(place), "place.json");
  EXPECT_EQ(read.device, place.device);
  EXPECT_EQ(read.deviceName, place.deviceName);
  EXPECT_EQ(read.dtype, place.dtype);
  EXPECT_FALSE(read.batched) << "as earlier versions wrote it";
  for (const auto& models : {std::vector<Model>{}, {Model::Large}, {Model::Large, Model::Small}})
    EXPECT_EQ(runPlaceFromJson(toJson({"cuda:0", "H100", DType::Float16, models}), "place.json").batched, models);
  for (const auto* text : {"{}", "[]", R"({"device": "cpu", "device_name": "x", "dtype": "auto"})",
                           R"({"device": "cpu", "device_name": "x", "dtype": "int3"})",
                           R"({"device": "cpu", "device_name": "x", "dtype": "fp32", "batched": "large"})",
                           R"({"device": "cpu", "device_name": "x", "dtype": "fp32", "batched": ["both"]})",
                           R"({"device": "cpu", "device_name": "x", "dtype": "fp32", "batched": [1]})"}) {
    try {
      runPlaceFromJson(text, "place.json");
      FAIL() << "read " << text;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Corrupt);
      EXPECT_NE(failure.error().message.find("place.json"), std::string::npos);
    }
  }
}

TEST(RunPlace, KeepsItsBatchesWhereTheBitsMayBeTheSame) {
  const RunPlace began{"cuda:2", "RTX 4090", DType::BFloat16, std::vector{Model::Large}};
  EXPECT_EQ(placeOf({}, kWorkstation, began).batched, began.batched);
  EXPECT_FALSE(placeOf({}, kWorkstation).batched);
  EXPECT_FALSE(placeOf({}, std::vector{kProcessor}, began).batched);
}

nlohmann::json jsonIn(const fs::path& file) { return nlohmann::json::parse(std::ifstream(file)); }
void write(const fs::path& file, const nlohmann::json& json) { std::ofstream(file) << json.dump(); }

struct Warnings : EventSink {
  RunControl* control = nullptr;  // stopped after the third step
  std::vector<std::string> said;
  void warning(const std::string& sentence) override { said.push_back(sentence); }
  void stepFinished(const StepReport& report) override {
    if (control && report.step == 2) control->requestStop();
  }
};

class PlacedRun : public testing::Test {
protected:
  RunResult run() {
    RunControl control;
    return finished(engine->generate(request, sink, control));
  }
  // Stopped after three steps.
  void begin() {
    RunControl control;
    sink.control = &control;
    ASSERT_TRUE(engine->generate(request, sink, control).cancelled());
    sink.control = nullptr;
  }
  RunResult goOn() {
    RunControl control;
    return finished(engine->resume(request.options.runFolder, sink, control));
  }
  fs::path file(const char* name) const { return request.options.runFolder / name; }

  std::unique_ptr<Engine> engine = createEngine({1});
  TemporaryFolder folder;
  Warnings sink;
  GenerationRequest request = tinyRequest(tinyPair());
};

TEST_F(PlacedRun, TellsWhatItRanInAndKeepsWhatWasAsked) {
  request.options.runFolder = folder / "run";
  const auto result = run();
  EXPECT_EQ(result.device, "cpu");
  EXPECT_EQ(result.dtype, DType::Float32);
  EXPECT_EQ(jsonIn(file("request.json")).at("dtype"), "auto");
  EXPECT_EQ(jsonIn(file("request.json")).at("device"), "auto");
  EXPECT_EQ(jsonIn(file("place.json")).at("dtype"), "fp32");
  EXPECT_EQ(engine->inspectRun(request.options.runFolder).value().request.options.dtype, DType::Float32);
  request.options = {};
  request.options.dtype = DType::Float32;
  request.options.device = "cpu";
  request.options.preview = false;
  expectSameClip(run().clip, result.clip);
}

// As if it had begun on a GPU: the dtype it began in is used, not what this machine would choose.
TEST_F(PlacedRun, GoesOnInTheDtypeThatItBeganIn) {
  request.options.dtype = DType::BFloat16;
  const auto expected = run().clip;
  request.options.runFolder = folder / "run";
  begin();
  auto asked = jsonIn(file("request.json"));
  asked["dtype"] = "auto";
  write(file("request.json"), asked);
  ASSERT_TRUE(engine->acceptInputs(request.options.runFolder));
  const auto result = goOn();
  EXPECT_EQ(result.dtype, DType::BFloat16);
  expectSameClip(result.clip, expected);
  EXPECT_TRUE(sink.said.empty()) << sink.said.front();
}

TEST_F(PlacedRun, SaysThatItGoesOnElsewhere) {
  request.options.runFolder = folder / "run";
  begin();
  auto place = jsonIn(file("place.json"));
  place.erase("checksum");
  place["device"] = "cuda:0";
  place["device_name"] = "NVIDIA H100";
  write(file("place.json"), place);
  goOn();
  ASSERT_EQ(sink.said.size(), 1u);
  EXPECT_NE(sink.said.front().find("NVIDIA H100"), std::string::npos) << sink.said.front();
  EXPECT_EQ(jsonIn(file("place.json")).at("device"), "cpu");
}

TEST_F(PlacedRun, SaysThatItsDtypeIsNotKnown) {
  request.options.runFolder = folder / "run";
  begin();
  fs::remove(file("place.json"));
  goOn();
  ASSERT_EQ(sink.said.size(), 1u);
  EXPECT_NE(sink.said.front().find("fp32"), std::string::npos) << sink.said.front();
  EXPECT_TRUE(fs::exists(file("place.json")));
}

// TF32 decoding only affects GPUs: on the CPU the clip is the same.
TEST_F(PlacedRun, DecodesTheSameOnTheCpuInEveryPrecision) {
  const auto expected = run().clip;
  request.options.decodePrecision = DecodePrecision::Tf32;
  expectSameClip(run().clip, expected);
}

}  // namespace
}  // namespace fb::engine
