// SPDX-License-Identifier: MIT
// Large tensors are read by several threads, each of them a part: the same bytes, and the same errors.
#include "weights/readers.h"

#include "base/failure.h"
#include "files.h"
#include "no_threads.h"
#include "weights/data_file.h"
#include "weights/tensor_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace fb::weights {
namespace {

TEST(Readers, ShareOutEverythingOnce) {
  for (const std::int64_t size : {0, 1, 9, 10, 19, 20, 25, 37, 1003}) {
    std::vector<std::atomic<int>> seen(static_cast<std::size_t>(size));
    std::atomic<int> parts = 0;
    shareOut(size, 10, [&](std::int64_t begin, std::int64_t end) {
      ++parts;
      for (; begin < end; ++begin) ++seen[static_cast<std::size_t>(begin)];
    });
    for (const auto& times : seen) EXPECT_EQ(times, 1) << size;
    EXPECT_LE(parts, kMostReaders);
    EXPECT_LE(parts, std::max<std::int64_t>(1, size / 10)) << size;
  }
}

TEST(Readers, WhatAnyOfThemThrowsIsThrownWhenAllHaveEnded) {
  for (const bool first : {true, false}) {
    std::atomic<int> ended = 0;
    const auto read = [&](std::int64_t begin, std::int64_t end) {
      ++ended;
      if (first ? begin == 0 : end == 40) throw std::runtime_error("broken");
    };
    EXPECT_THROW(shareOut(40, 10, read), std::runtime_error);
    EXPECT_EQ(ended, std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4));
  }
}

TEST(Readers, DoEverythingWithoutMoreThreads) {
  const NoThreads none;
  std::vector<int> seen(40);
  shareOut(40, 10, [&](std::int64_t begin, std::int64_t end) {
    for (; begin < end; ++begin) ++seen[static_cast<std::size_t>(begin)];
  });
  EXPECT_EQ(seen, std::vector<int>(40, 1));
}

class LargeTensor : public testing::Test {
protected:
  LargeTensor() {
    std::uint32_t number = 1;
    for (auto& byte : m_bytes) byte = static_cast<std::byte>((number = number * 1664525 + 1013904223) >> 24);
    std::ofstream file(m_path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(m_bytes.data()), static_cast<std::streamsize>(m_bytes.size()));
  }
  TensorView view() const {
    TensorView view;
    view.file = std::make_shared<DataFile>(m_path);
    view.begin = kBefore;
    view.bytes = m_bytes.size() - kBefore;
    return view;
  }

  static constexpr std::size_t kBefore = 100;
  TemporaryFolder m_folder;
  std::filesystem::path m_path = m_folder / "large.bin";
  // For four readers, of which the last has more than the others.
  std::vector<std::byte> m_bytes = std::vector<std::byte>(kBefore + 4 * kLeastPerReader + 3);
};

TEST_F(LargeTensor, HasTheBytesOfTheFile) {
  const std::vector<std::byte> expected(m_bytes.begin() + kBefore, m_bytes.end());
  EXPECT_TRUE(bytesOf(view()) == expected);
}

TEST_F(LargeTensor, ThatIsCutShortIsNamedWhicheverPartIsMissing) {
  const auto view = this->view();
  for (const auto size : {m_bytes.size() - 1, m_bytes.size() / 2, kBefore}) {
    std::filesystem::resize_file(m_path, size);
    try {
      bytesOf(view);
      FAIL() << size;
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Corrupt);
      EXPECT_NE(failure.error().message.find("large.bin"), std::string::npos) << failure.error().message;
    }
  }
}

}  // namespace
}  // namespace fb::weights
