// SPDX-License-Identifier: MIT
// Writers that compete for one name.
#pragma once

#include "base/atomic_file.h"
#include "base/failure.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace fb {

// Of eight, one gets the name and the others get an error; nothing except its file remains in the folder.
inline void expectThatOneWriterGetsTheName(const std::filesystem::path& target) {
  std::atomic<int> written = 0, refused = 0;
  {
    std::vector<std::jthread> writers;
    for (char letter = 'a'; letter <= 'h'; ++letter)
      writers.emplace_back([&, letter] {
        try {
          writeTextAtomically(target, std::string(1000, letter), Existing::Keep);
          ++written;
        } catch (const Failure& failure) {
          refused += failure.error().kind == ErrorKind::Invalid;
        }
      });
  }
  EXPECT_EQ(written, 1);
  EXPECT_EQ(refused, 7);
  EXPECT_EQ(readTextFile(target).size(), 1000u);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(target.parent_path()), {}), 1);
}

}  // namespace fb
