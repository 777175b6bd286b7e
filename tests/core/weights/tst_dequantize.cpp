// SPDX-License-Identifier: MIT
// Against the `gguf` package and plain arithmetic (tests/oracle/weights_quantized.py): the same bits.
#include "files.h"
#include "weights/dequantize.h"
#include "weights/storage_type.h"
#include "weights/tensor_file.h"
#include "weights/weight_reader.h"

#include <gtest/gtest.h>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

std::string same(const std::string& name) { return name; }

std::filesystem::path oracle(const std::string& name) {
  return std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "weights_quantized" / name;
}

// The same numbers with the same signs of zero; NaN where there is NaN.
bool sameBits(const at::Tensor& a, const at::Tensor& b) {
  if (a.sizes() != b.sizes() || a.scalar_type() != at::kFloat || b.scalar_type() != at::kFloat) return false;
  return a.isnan().equal(b.isnan()) && a.nan_to_num(0.0).view(at::kInt).equal(b.nan_to_num(0.0).view(at::kInt));
}

void expectEveryTensor(const std::string& file, const std::string& expected) {
  const auto reference = loadTensors(oracle(expected)).tensors;
  ASSERT_GT(reference.size(), 5u);
  const auto checkpoint = Checkpoint::open(oracle(file));
  for (const auto dtype : {at::kFloat, at::kBFloat16, at::kHalf}) {
    CheckpointReader reader(checkpoint, same, at::kCPU, dtype);
    for (const auto& [name, tensor] : reference) {
      const auto taken = reader.take(name, tensor.sizes());
      EXPECT_TRUE(dtype == at::kFloat ? sameBits(taken, tensor) : at::equal(taken, tensor.to(dtype)))
          << name << " as " << dtype;
    }
    EXPECT_NO_THROW(reader.finish());
  }
}

}  // namespace

class GgmlType : public testing::TestWithParam<StorageType> {};

TEST_P(GgmlType, HasTheNumbersOfTheGgufPackage) {
  const auto type = GetParam();
  const auto tensors = loadTensors(oracle(std::string(toString(type)) + ".safetensors")).tensors;
  for (const std::string kind : {"", "wild_"}) {
    const auto &bytes = tensors.at(kind + "bytes"), &expected = tensors.at(kind + "expected");
    EXPECT_TRUE(sameBits(dequantized(bytes, type, expected.sizes(), at::kFloat), expected)) << kind;
    EXPECT_TRUE(sameBits(dequantizedByOperations(bytes, type, expected.sizes(), at::kFloat), expected)) << kind;
    EXPECT_GT(expected.numel(), 900);
    EXPECT_FALSE(kind.empty() && expected.isnan().any().item<bool>());
  }
}

// Longer than the parts that are processed at once and in parallel, and in another shape.
TEST_P(GgmlType, IsDequantizedInParts) {
  const auto type = GetParam();
  const auto tensors = loadTensors(oracle(std::string(toString(type)) + ".safetensors")).tensors;
  const auto& expected = tensors.at("expected");
  const auto copies = (600'000 + expected.numel() - 1) / expected.numel();
  const auto bytes = tensors.at("bytes").repeat({copies});
  const auto rows = expected.to(at::kBFloat16).view({1, -1}).expand({copies, -1});
  for (const auto way : {dequantizedByOperations, static_cast<decltype(&dequantizedByOperations)>(dequantized)}) {
    const auto numbers = way(bytes, type, {copies, expected.size(1), expected.size(0)}, at::kBFloat16);
    EXPECT_EQ(numbers.scalar_type(), at::kBFloat16);
    EXPECT_TRUE(at::equal(numbers.view({copies, -1}), rows));
  }
}

INSTANTIATE_TEST_SUITE_P(All, GgmlType,
                         testing::Values(StorageType::Q8_0, StorageType::Q6_K, StorageType::Q5_K, StorageType::Q4_K,
                                         StorageType::Q3_K, StorageType::Q2_K, StorageType::Q5_1, StorageType::Q5_0,
                                         StorageType::Q4_1, StorageType::Q4_0),
                         [](const testing::TestParamInfo<StorageType>& type) {
                           return std::string(toString(type.param));
                         });

TEST(Dequantize, ReadsAFileOfTheGgufPackage) {
  const auto checkpoint = Checkpoint::open(oracle("all.gguf"));
  EXPECT_EQ(checkpoint.metadata().at("general.architecture"), "wan");
  EXPECT_EQ(checkpoint.find("volume.weight")->shape, (std::vector<std::int64_t>{2, 2, 4, 2, 4}));
  expectEveryTensor("all.gguf", "all_expected.safetensors");
}

TEST(Dequantize, ReadsScaledFp8AndRotatedInt8) {
  expectEveryTensor("scaled.safetensors", "scaled_expected.safetensors");
}

TEST(Dequantize, RotatesTheSameByOperations) {
  const auto stored = at::randint(-128, 128, {5, 8192}, at::kChar);
  for (const int group : {4, 64, 256, 1024, 4096})
    EXPECT_TRUE(sameBits(rotatedByOperations(stored.to(at::kFloat), group),
                         rescaledAndUnrotated(stored, at::ones({1}), group, at::kFloat)))
        << group;
}

// The purpose of the rotation: a product with rotated activations equals the product with the original weight.
TEST(Dequantize, UnrotatedWeightsActOnPlainActivations) {
  const auto stored = at::randint(-128, 128, {6, 512}, at::kChar);
  const auto scale = at::rand({6, 1}) + 0.5;
  const auto x = at::randn({3, 512});
  const auto rotate = [](const at::Tensor& rows) { return rescaledAndUnrotated(rows, at::ones({1}), 256, at::kFloat); };
  const auto plain = x.matmul(rescaledAndUnrotated(stored, scale, 256, at::kFloat).t());
  EXPECT_TRUE(at::allclose(rotate(x).matmul(rescaled(stored, scale, at::kFloat).t()), plain, 1e-4, 1e-1));
  EXPECT_TRUE(at::allclose(rotate(rotate(x)), x, 1e-5, 1e-5));
}

TEST(Dequantize, RescalesManyRowsPartByPart) {
  const auto stored = at::randn({700, 1000}).to(at::kFloat8_e4m3fn);
  const auto scale = at::rand({700});
  const auto expected = stored.to(at::kFloat) * scale.unsqueeze(1);
  EXPECT_TRUE(sameBits(rescaled(stored, scale, at::kFloat), expected));
  EXPECT_TRUE(at::equal(rescaled(stored, scale, at::kBFloat16), expected.to(at::kBFloat16)));
  EXPECT_TRUE(sameBits(rescaled(stored[0][0], scale[0], at::kFloat), expected[0][0]));
}
