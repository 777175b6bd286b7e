// SPDX-License-Identifier: MIT
#include "files.h"
#include "weights/tensor_file.h"
#include "weights/weight_reader.h"

#include <gtest/gtest.h>

#include <thread>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

std::string same(const std::string& name) { return name; }

std::filesystem::path oracle(const std::string& name) {
  return std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "weights" / name;
}

class WeightReaderTest : public testing::Test {
protected:
  Checkpoint checkpoint(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata = {}) {
    saveTensors(folder / "w.safetensors", tensors, metadata);
    return Checkpoint::open(folder / "w.safetensors");
  }

  // Takes "L.weight" [2, 2] out of these tensors.
  void takeLayer(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata = {},
                 at::Device device = at::kCPU) {
    const auto file = checkpoint(tensors, metadata);
    CheckpointReader(file, same, device, at::kFloat).take("L.weight", {2, 2});
  }

  TemporaryFolder folder;
};

at::Tensor fp8() { return at::ones({2, 2}).to(at::kFloat8_e4m3fn); }
at::Tensor bytes(std::string text) {
  return at::from_blob(text.data(), {static_cast<std::int64_t>(text.size())}, at::kByte).clone();
}

}  // namespace

class Fp8Spelling : public testing::TestWithParam<const char*> {};

// Exact: both sides multiply the same float32 numbers once.
TEST_P(Fp8Spelling, EqualsTorch) {
  const std::string spelling = GetParam();
  const auto expected =
      loadTensors(oracle(spelling == "plain" ? "plain_expected.safetensors" : "fp8_expected.safetensors"));
  ASSERT_EQ(expected.tensors.size(), 5u);
  const auto file = Checkpoint::open(oracle(spelling + ".safetensors"));
  for (const auto dtype : {at::kFloat, at::kBFloat16, at::kHalf}) {
    CheckpointReader reader(file, same, at::kCPU, dtype);
    for (const auto& [name, tensor] : expected.tensors) {
      const auto taken = reader.take(name, tensor.sizes());
      EXPECT_EQ(taken.scalar_type(), dtype);
      EXPECT_TRUE(at::equal(taken, tensor.to(dtype))) << name << " as " << dtype;
    }
    EXPECT_NO_THROW(reader.finish());
  }
}

INSTANTIATE_TEST_SUITE_P(AllSpellings, Fp8Spelling,
                         testing::Values("plain", "scale_weight", "scale_weight_prefixed", "comfy_quant", "metadata",
                                         "metadata_prefixed"),
                         [](const testing::TestParamInfo<const char*>& spelling) {
                           return std::string(spelling.param);
                         });

TEST_F(WeightReaderTest, ReportsAllProblemsTogether) {
  const auto file = checkpoint({{"in.a", at::ones({2, 3})}, {"in.extra", at::ones({1})}, {"in.known", at::ones({1})}});
  CheckpointReader reader(
      file, [](const std::string& name) { return "in." + name; }, at::kCPU, at::kFloat);
  EXPECT_TRUE(reader.has("a"));
  EXPECT_FALSE(reader.has("b"));
  EXPECT_TRUE(at::equal(reader.take("a", {3, 2}), at::zeros({3, 2})));
  EXPECT_TRUE(at::equal(reader.take("b", {4}, at::kHalf), at::zeros({4}, at::kHalf)));
  reader.ignore("known");
  const auto report = reader.report();
  EXPECT_EQ(report.missing, std::vector<std::string>{"in.b"});
  EXPECT_EQ(report.unexpected, std::vector<std::string>{"in.extra"});
  EXPECT_EQ(report.misshapen, std::vector<std::string>{"in.a: is [2, 3], must be [3, 2]"});
  EXPECT_FAILURE(reader.finish(), ErrorKind::Corrupt, "w.safetensors",
                 "missing: in.b; unexpected: in.extra; with the wrong shape: in.a: is [2, 3], must be [3, 2]");
}

TEST_F(WeightReaderTest, IgnoresTheOtherModelsOfASingleFile) {
  const auto file =
      checkpoint({{"a", at::ones({1})}, {"vae.b", at::ones({1})}, {"vae.c", at::ones({1})}, {"vaes", at::ones({1})}});
  CheckpointReader reader(file, same, at::kCPU, at::kFloat);
  reader.ignorePrefix("vae.");
  EXPECT_EQ(reader.report().unexpected, (std::vector<std::string>{"a", "vaes"}));
}

TEST_F(WeightReaderTest, ShortensLongLists) {
  const auto file = checkpoint({});
  CheckpointReader reader(file, same, at::kCPU, at::kFloat);
  for (int i = 0; i < 13; ++i) reader.take("t" + std::to_string(i), {1});
  EXPECT_FAILURE(reader.finish(), ErrorKind::Corrupt, "w.safetensors", "t8, t9 and 3 more");
}

TEST_F(WeightReaderTest, TensorsOutliveTheCheckpointAndAreWritable) {
  const auto values = at::arange(6, at::kFloat).reshape({2, 3});
  const auto taken = [&] {
    const auto file = checkpoint({{"a", values}});
    return CheckpointReader(file, same, at::kCPU, at::kFloat).take("a", {2, 3});
  }();
  EXPECT_TRUE(at::equal(taken.clone().add_(1), values + 1));
  taken.zero_();
  EXPECT_TRUE(at::equal(loadTensors(folder / "w.safetensors").tensors.at("a"), values));
}

TEST_F(WeightReaderTest, KeepsTheDtypeThatIsAskedFor) {
  const auto file = checkpoint({{"a", at::full({2}, 1.0f / 3)}, {"ids", at::arange(2, at::kLong)}});
  CheckpointReader reader(file, same, at::kCPU, at::kBFloat16);
  EXPECT_TRUE(at::equal(reader.take("a", {2}, at::kFloat), at::full({2}, 1.0f / 3)));
  EXPECT_TRUE(at::equal(reader.take("ids", {2}, at::kLong), at::arange(2, at::kLong)));
}

TEST_F(WeightReaderTest, MetaDeviceChecksWithoutData) {
  const auto file = checkpoint({{"L.weight", fp8()}, {"L.scale_weight", at::full({}, NAN)}, {"a", at::ones({3})}});
  CheckpointReader reader(file, same, at::kMeta, at::kBFloat16);
  const auto weight = reader.take("L.weight", {2, 2});
  EXPECT_TRUE(weight.is_meta());
  EXPECT_EQ(weight.scalar_type(), at::kBFloat16);
  EXPECT_EQ(weight.sizes(), at::IntArrayRef({2, 2}));
  EXPECT_EQ(reader.take("a", {3}, at::kFloat).scalar_type(), at::kFloat);
  EXPECT_TRUE(reader.take("absent", {4}).is_meta());
  EXPECT_EQ(reader.report().missing, std::vector<std::string>{"absent"});
  EXPECT_TRUE(reader.report().unexpected.empty());
}

TEST_F(WeightReaderTest, RefusesBrokenScales) {
  const auto marker = at::zeros({2}).to(at::kFloat8_e4m3fn);
  const std::string w = "w.safetensors";
  for (const auto device : {at::Device(at::kCPU), at::Device(at::kMeta)}) {
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.scale_weight", at::ones({0})}}, {}, device), ErrorKind::Corrupt,
                   w, "L.scale_weight has 0 values");
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.weight_scale", at::ones({3})}}, {}, device), ErrorKind::Corrupt,
                   w, "L.weight_scale has 3 values");
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.weight_scale", at::ones({1}, at::kInt)}}, {}, device),
                   ErrorKind::Corrupt, w, "of type I32");
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"scaled_fp8", marker}}, {}, device), ErrorKind::Corrupt, w,
                   "L.weight has no scale");
    EXPECT_FAILURE(
        takeLayer({{"L.weight", fp8()}, {"L.comfy_quant", bytes(R"({"format":"float8_e4m3fn"})")}}, {}, device),
        ErrorKind::Corrupt, w, "L.weight has no scale");
  }
  EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.scale_weight", at::full({}, NAN)}}), ErrorKind::Corrupt, w,
                 "the scale of L.weight is nan");
}

TEST_F(WeightReaderTest, RefusesOtherQuantisationByName) {
  const std::string w = "w.safetensors";
  for (const std::string format : {"nvfp4", "mxfp8", "convrot_w4a4"}) {
    const auto entry = "{\"format\":\"" + format + "\"}";
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.comfy_quant", bytes(entry)}}), ErrorKind::Unsupported, w,
                   format);
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}}, {{"_quantization_metadata", "{\"layers\":{\"L\":" + entry + "}}"}}),
                   ErrorKind::Unsupported, w, format);
  }
  const auto int8 = at::ones({2, 2}, at::kChar);
  EXPECT_FAILURE(takeLayer({{"L.weight", int8}, {"L.weight_scale", at::ones({})}}), ErrorKind::Unsupported, w, "I8");
  EXPECT_FAILURE(takeLayer({{"L.weight", int8}}), ErrorKind::Unsupported, w, "stored as I8");
}

TEST_F(WeightReaderTest, RefusesInt8ThatIsNotAsItIsDescribed) {
  const std::string w = "w.safetensors";
  const auto description = [](const std::string& more) {
    return bytes("{\"format\":\"int8_tensorwise\"" + more + "}");
  };
  const auto int8 = at::ones({2, 2}, at::kChar);
  const auto scale = at::ones({2, 1});
  EXPECT_NO_THROW(takeLayer({{"L.weight", int8}, {"L.weight_scale", scale}, {"L.comfy_quant", description("")}}));
  EXPECT_FAILURE(takeLayer({{"L.weight", int8}, {"L.comfy_quant", description("")}}), ErrorKind::Corrupt, w,
                 "its int8 weights as scaled, but L.weight has no scale");
  EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.weight_scale", scale}, {"L.comfy_quant", description("")}}),
                 ErrorKind::Corrupt, w, "L.weight is declared as int8 but stored as F8_E4M3");
  EXPECT_FAILURE(takeLayer({{"L.weight", int8},
                            {"L.weight_scale", scale},
                            {"L.comfy_quant", description(",\"convrot\":true,\"convrot_groupsize\":4")}}),
                 ErrorKind::Corrupt, w, "rotation groups of 4");
  for (const std::string size : {"-4", "0", "2", "128", "16384"})
    EXPECT_FAILURE(takeLayer({{"L.weight", int8},
                              {"L.weight_scale", scale},
                              {"L.comfy_quant", description(",\"convrot\":true,\"convrot_groupsize\":" + size)}}),
                   ErrorKind::Unsupported, w, "rotated in groups of " + size);
  EXPECT_FAILURE(
      takeLayer(
          {{"L.weight", int8}, {"L.weight_scale", at::tensor({1.0f, INFINITY})}, {"L.comfy_quant", description("")}}),
      ErrorKind::Corrupt, w, "the scale of L.weight is inf");
}

TEST_F(WeightReaderTest, NamesDamagedDescriptions) {
  const std::string w = "w.safetensors";
  EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.comfy_quant", bytes("{")}}), ErrorKind::Corrupt, w,
                 "L.comfy_quant");
  EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}, {"L.comfy_quant", bytes("{}")}}), ErrorKind::Corrupt, w, "\"format\"");
  for (const std::string text : {"", "[]", "{}", R"({"layers":[]})", R"({"layers":{"L":3}})"})
    EXPECT_FAILURE(takeLayer({{"L.weight", fp8()}}, {{"_quantization_metadata", text}}), ErrorKind::Corrupt, w,
                   "_quantization_metadata");
}

// --- Late tensors ----------------------------------------------------------------------------------------------------

// Large enough to be read in several parts; sizes that differ from each other.
class LateTensors : public WeightReaderTest {
protected:
  const NamedTensors stored{{"conv3d", at::randn({41, 301, 3, 5, 7})},
                            {"conv2d", at::randn({6, 5, 3, 2}).to(at::kBFloat16)},
                            {"matrix", at::randn({7, 3})},
                            {"fp8.weight", at::randn({4, 2, 3, 3}).to(at::kFloat8_e4m3fn)},
                            {"fp8.scale_weight", at::full({1}, 0.5F)}};
};

TEST_F(LateTensors, AreTheTensorsInAnotherOrder) {
  const auto file = checkpoint(stored);
  for (const auto dtype : {at::kFloat, at::kBFloat16}) {
    CheckpointReader late(file, same, at::kCPU, dtype), now(file, same, at::kCPU, dtype);
    const auto compare = [&](const std::string& name, const Order& order) {
      const auto shape = stored.at(name).sizes();
      const auto taken = late.takeLate(name, shape, order);
      auto expected = now.take(name, shape);
      if (!order.empty()) expected = expected.permute(order);
      EXPECT_TRUE((*taken).equal(expected)) << name;
      EXPECT_TRUE((*taken).is_contiguous()) << name;
      EXPECT_EQ((*taken).scalar_type(), dtype) << name;
      EXPECT_TRUE(inOrder(now.take(name, shape), order).equal(*taken)) << name;
    };
    compare("conv3d", {0, 3, 4, 2, 1});
    compare("conv2d", {0, 2, 3, 1});
    compare("conv2d", {0, 3, 2, 1});
    compare("matrix", {});
    compare("fp8.weight", {0, 2, 3, 1});
    EXPECT_EQ(2 * late.sizes().total(), now.sizes().total());  // which took each of them twice
    EXPECT_NO_THROW(late.finish());
  }
}

TEST_F(LateTensors, HaveShapesOnTheMetaDevice) {
  const auto file = checkpoint(stored);
  CheckpointReader reader(file, same, at::kMeta, at::kFloat);
  const auto taken = reader.takeLate("conv2d", {6, 5, 3, 2}, {0, 2, 3, 1});
  EXPECT_TRUE((*taken).is_meta());
  EXPECT_EQ((*taken).sizes(), (std::vector<std::int64_t>{6, 3, 2, 5}));
}

TEST_F(LateTensors, AreReadWhenTheyAreUsed) {
  const auto file = checkpoint(stored);
  CheckpointReader reader(file, same, at::kCPU, at::kFloat);
  const auto first = reader.takeLate("matrix", {7, 3}), second = reader.takeLate("conv2d", {6, 5, 3, 2});
  const auto* const data = (*first).const_data_ptr();
  const auto path = folder / "w.safetensors";
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_EQ((*first).const_data_ptr(), data);  // it stays
  for (int i = 0; i < 2; ++i)
    EXPECT_FAILURE(*second, ErrorKind::Corrupt, path.string(), "has been truncated since it was opened");
}

TEST_F(LateTensors, AreCheckedAtOnce) {
  auto tensors = stored;
  tensors["whole"] = at::ones({2, 2}, at::kInt);
  tensors["unscaled.weight"] = tensors.at("fp8.weight");
  tensors["unscaled.scale_weight"] = at::ones({3});
  const auto file = checkpoint(tensors);
  CheckpointReader reader(file, same, at::kCPU, at::kFloat);
  const auto whole = [&] { reader.takeLate("whole", {2, 2}); };
  EXPECT_FAILURE(whole(), ErrorKind::Unsupported, (folder / "w.safetensors").string(), "whole is stored as I32");
  EXPECT_THROW(reader.takeLate("unscaled.weight", {4, 2, 3, 3}), Failure);
  const auto missing = reader.takeLate("absent", {2, 3, 4}, {0, 2, 1});
  EXPECT_EQ((*missing).sizes(), (std::vector<std::int64_t>{2, 4, 3}));
  reader.takeLate("matrix", {3, 7});
  EXPECT_EQ(reader.report().missing, (std::vector<std::string>{"absent"}));
  EXPECT_EQ(reader.report().misshapen, (std::vector<std::string>{"matrix: is [7, 3], must be [3, 7]"}));
}

TEST_F(LateTensors, AreReadOnceByManyThreads) {
  const auto file = checkpoint(stored);
  CheckpointReader reader(file, same, at::kCPU, at::kFloat);
  const auto big = reader.takeLate("conv3d", stored.at("conv3d").sizes(), {0, 3, 4, 2, 1});
  const auto small = reader.takeLate("matrix", {7, 3});
  std::vector<const void*> places(8);
  std::vector<std::thread> threads;
  for (auto& place : places)
    threads.emplace_back([&] {
      (void)*small;
      place = (*big).const_data_ptr();
    });
  for (auto& thread : threads) thread.join();
  for (const auto* place : places) EXPECT_EQ(place, places.front());
}
