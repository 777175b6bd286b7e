// SPDX-License-Identifier: MIT
// Late tensors on several threads, and while their file changes. What they contain is compared in tst_weight_reader.
#include "weights/late_tensor.h"

#include "files.h"
#include "no_threads.h"
#include "weights/tensor_file.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <chrono>
#include <latch>
#include <thread>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

constexpr std::int64_t kTensors = 40;

std::string nameOf(std::int64_t number) { return fmt::format("tensor{:02}", number); }

at::Tensor numbers(std::int64_t number) {
  const std::vector<std::int64_t> shape{1 + number % 5, 3 + 7 * number, 3, 2};
  return at::arange(c10::multiply_integers(shape), at::kFloat).view(shape) + number;
}

class LateTensorTest : public testing::Test {
protected:
  LateTensorTest() { save(0); }
  void save(double added) const {
    NamedTensors tensors;
    for (std::int64_t i = 0; i < kTensors; ++i) tensors[nameOf(i)] = numbers(i) + added;
    saveTensors(path, tensors);
  }
  // All of the file's, whose checkpoint and reader do not outlive this call.
  std::vector<LateTensor> take() const {
    const auto file = Checkpoint::open(path);
    CheckpointReader reader(
        file, [](const std::string& name) { return name; }, at::kCPU, at::kFloat);
    std::vector<LateTensor> taken;
    for (std::int64_t i = 0; i < kTensors; ++i)
      taken.push_back(reader.takeLate(nameOf(i), numbers(i).sizes(), {0, 2, 3, 1}));
    reader.finish();
    return taken;
  }
  static bool isRight(const at::Tensor& tensor, std::int64_t number) {
    return tensor.equal(numbers(number).permute({0, 2, 3, 1}));
  }

  TemporaryFolder folder;
  const std::filesystem::path path = folder / "w.safetensors";
};

TEST_F(LateTensorTest, AreReadOnceByThreadsInAnyOrder) {
  constexpr std::int64_t kThreads = 6;
  for (int round = 0; round < 5; ++round) {
    const auto taken = take();
    std::vector<std::vector<const void*>> places(kThreads, std::vector<const void*>(kTensors));
    std::vector<std::thread> threads;
    std::latch begin(kThreads);
    for (std::int64_t thread = 0; thread < kThreads; ++thread)
      threads.emplace_back([&, thread] {
        begin.arrive_and_wait();
        for (std::int64_t i = 0; i < kTensors; ++i) {
          const auto forward = (i + thread / 2 * 13) % kTensors;
          const auto number = thread % 2 == 0 ? forward : kTensors - 1 - forward;
          const auto& tensor = *taken[static_cast<std::size_t>(number)];
          EXPECT_TRUE(isRight(tensor, number)) << number;
          places[static_cast<std::size_t>(thread)][static_cast<std::size_t>(number)] = tensor.const_data_ptr();
        }
      });
    for (auto& thread : threads) thread.join();
    for (const auto& others : places) EXPECT_EQ(others, places.front());
  }
}

TEST_F(LateTensorTest, EndWhileTheNextOnesAreAskedFor) {
  for (std::size_t i = 0; i < 100; ++i) {
    auto taken = take();
    const auto number = i % taken.size();
    const auto first = *taken[number];
    taken.clear();
    EXPECT_TRUE(isRight(first, static_cast<std::int64_t>(number)));
  }
}

TEST_F(LateTensorTest, AreThoseOfTheFileThatWasOpened) {
  const auto taken = take();
  save(1000);  // another file of the same name
  for (std::int64_t i = 0; i < kTensors; ++i) EXPECT_TRUE(isRight(*taken[static_cast<std::size_t>(i)], i)) << i;
}

TEST_F(LateTensorTest, FailByNameIfTheFileWasWrittenAgainUntilItIsRestored) {
  const auto taken = take();
  const auto bytes = readFile(path);
  const auto time = std::filesystem::last_write_time(path);
  const auto write = [&](std::string_view content, std::filesystem::file_time_type when) {
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary)  // does not truncate
        .write(content.data(), static_cast<std::streamsize>(content.size()));
    std::filesystem::last_write_time(path, when);
  };
  write(std::string(bytes.size(), '\0'), time + std::chrono::seconds(1));
  for (int i = 0; i < 2; ++i)
    EXPECT_FAILURE(*taken[7], ErrorKind::Corrupt, path.string(), "has changed since it was opened");
  write(bytes, time);
  EXPECT_TRUE(isRight(*taken[7], 7));
}

TEST_F(LateTensorTest, AreReadWithoutMoreThreads) {
  const auto taken = take();
  const NoThreads none;
  for (std::int64_t i = 0; i < kTensors; ++i) EXPECT_TRUE(isRight(*taken[static_cast<std::size_t>(i)], i)) << i;
}

}  // namespace
