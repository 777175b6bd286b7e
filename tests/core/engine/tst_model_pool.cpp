// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "engine/model_pool.h"
#include "engine_cases.h"
#include "weights/tensor_file.h"

#include <chrono>
#include <fstream>
#include <utility>

namespace fb::engine {
namespace {

// A model as the pool expects it: one square matrix.
template <int Kind>
struct Matrix {
  struct Config {
    std::int64_t size = 0;
    static Config detect(const weights::Checkpoint& checkpoint) {
      return {checkpoint.tensors().begin()->second.shape[0]};
    }
  };
  static weights::NameMap names(const weights::Checkpoint&) {
    return [](const std::string& name) { return "own." + name; };
  }
  Matrix(const Config& config, weights::WeightReader& reader)
      : weight(reader.take("weight", {config.size, config.size})) {}
  at::Tensor weight;
};
using First = Matrix<1>;
using Second = Matrix<2>;
struct Keeping : Matrix<3> {
  using Matrix<3>::Matrix;
  bool dropSpareContexts() const { return std::exchange(keeps, false); }
  mutable bool keeps = true;
};

class ModelPoolTest : public testing::Test {
protected:
  std::filesystem::path write(const std::string& name, double value, std::int64_t size = 4) const {
    const auto path = folder / name;
    weights::saveTensors(path, {{"own.weight", at::full({size, size}, value)}});
    return path;
  }
  static weights::Checkpoint open(const std::filesystem::path& path) { return weights::Checkpoint::open(path); }

  TemporaryFolder folder;
  ModelPool pool;
};

TEST_F(ModelPoolTest, LoadsOnceForTheSameFileWhateverItIsCalled) {
  const auto path = write("a.safetensors", 1);
  const auto model = pool.get<First>(open(path), at::kFloat, at::kCPU);
  EXPECT_EQ(pool.get<First>(open(path), at::kFloat, at::kCPU), model);
  std::filesystem::create_symlink(path, folder / "link.safetensors");
  EXPECT_EQ(pool.get<First>(open(folder / "link.safetensors"), at::kFloat, at::kCPU), model);
  EXPECT_NE(pool.get<First>(open(write("b.safetensors", 1)), at::kFloat, at::kCPU), model);
}

TEST_F(ModelPoolTest, TellsTypesAndDTypesApart) {
  const auto checkpoint = open(write("a.safetensors", 0.5));
  const auto first = pool.get<First>(checkpoint, at::kFloat, at::kCPU);
  const auto second = pool.get<Second>(checkpoint, at::kFloat, at::kCPU);
  const auto half = pool.get<First>(checkpoint, at::kHalf, at::kCPU);
  EXPECT_NE(static_cast<const void*>(first.get()), static_cast<const void*>(second.get()));
  EXPECT_NE(first, half);
  EXPECT_EQ(half->weight.scalar_type(), at::kHalf);
  EXPECT_EQ(pool.get<Second>(checkpoint, at::kFloat, at::kCPU), second);
}

TEST_F(ModelPoolTest, AFileThatWasReplacedOrRewrittenIsAnotherModel) {
  const auto path = write("a.safetensors", 1);
  EXPECT_EQ(pool.get<First>(open(path), at::kFloat, at::kCPU)->weight[0][0].item<float>(), 1);
  write("a.safetensors", 2);
  EXPECT_EQ(pool.get<First>(open(path), at::kFloat, at::kCPU)->weight[0][0].item<float>(), 2);
  // Replaced in place with the same size, in a folder whose own time does not change.
  std::filesystem::copy_file(write("b.safetensors", 3), path, std::filesystem::copy_options::overwrite_existing);
  std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds(1));
  EXPECT_EQ(pool.get<First>(open(path), at::kFloat, at::kCPU)->weight[0][0].item<float>(), 3);
}

TEST_F(ModelPoolTest, AnotherConfigBesideTheWeightsIsAnotherModel) {
  std::filesystem::create_directories(folder / "model");
  const auto path = write("model/a.safetensors", 1);
  const auto plain = pool.get<First>(open(path), at::kFloat, at::kCPU);
  std::ofstream(folder / "model/config.json") << "{}";
  EXPECT_NE(pool.get<First>(open(path), at::kFloat, at::kCPU), plain);
}

TEST_F(ModelPoolTest, MakesRoomByDroppingWhatNobodyHolds) {
  constexpr std::int64_t kSize = 64;
  constexpr std::uint64_t kBytes = kSize * kSize * sizeof(float);
  pool.setBudget({2 * kBytes});
  std::weak_ptr<const First> unused = pool.get<First>(open(write("a.safetensors", 1, kSize)), at::kFloat, at::kCPU);
  const auto held = pool.get<First>(open(write("b.safetensors", 2, kSize)), at::kFloat, at::kCPU);
  const auto third = pool.get<First>(open(write("c.safetensors", 3, kSize)), at::kFloat, at::kCPU);
  EXPECT_TRUE(unused.expired());
  try {
    pool.get<First>(open(write("d.safetensors", 4, kSize)), at::kFloat, at::kCPU);
    FAIL() << "went over the budget";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().kind, ErrorKind::OutOfMemory);
    EXPECT_NE(failure.error().message.find("d.safetensors"), std::string::npos) << failure.error().message;
    EXPECT_NE(failure.error().message.find("memory budget"), std::string::npos) << failure.error().message;
  }
  EXPECT_EQ(pool.get<First>(open(folder / "b.safetensors"), at::kFloat, at::kCPU), held);
  EXPECT_FALSE(pool.dropUnused());
}

TEST_F(ModelPoolTest, LoadsStrictly) {
  const auto path = folder / "more.safetensors";
  weights::saveTensors(path, {{"own.weight", at::zeros({2, 2})}, {"unknown", at::zeros({1})}});
  EXPECT_THROW(pool.get<First>(open(path), at::kFloat, at::kCPU), Failure);
  EXPECT_FALSE(pool.dropUnused());
}

TEST_F(ModelPoolTest, DropsWhatModelsInUseKeepOfEarlierPrompts) {
  const auto held = pool.get<Keeping>(open(write("a.safetensors", 1)), at::kFloat, at::kCPU);
  EXPECT_TRUE(pool.dropUnused());
  EXPECT_FALSE(held->keeps);
  EXPECT_FALSE(pool.dropUnused()) << "the model itself is in use";
}

TEST_F(ModelPoolTest, SharesWhatElseIsMadeOfAFile) {
  const auto path = write("a.safetensors", 1);
  int made = 0;
  const auto make = [&] { return std::make_shared<const int>(++made); };
  EXPECT_EQ(*pool.share<int>(path, make), 1);
  EXPECT_EQ(*pool.share<int>(path, make), 1);
  pool.clear();
  EXPECT_EQ(*pool.share<int>(path, make), 2);
}

}  // namespace
}  // namespace fb::engine
