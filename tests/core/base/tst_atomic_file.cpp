// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include "base/failure.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace fb {
namespace {

namespace fs = std::filesystem;

class AtomicFile : public testing::Test {
protected:
  std::size_t filesInFolder() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_folder), {}));
  }
  static ErrorKind kindOf(const std::function<void()>& action) {
    try {
      action();
    } catch (const Failure& failure) {
      return failure.error().kind;
    }
    ADD_FAILURE() << "no failure";
    return ErrorKind::Internal;
  }

  const TemporaryFolder m_temporary;
  const fs::path m_folder = m_temporary.path();
  const fs::path m_target = m_folder / "state.json";
};

TEST_F(AtomicFile, ReplacesTheWholeContent) {
  const std::string binary("a\0\n\r\xff", 5);
  writeTextAtomically(m_target, "a much longer text that was there before");
  writeTextAtomically(m_target, binary);
  EXPECT_EQ(readTextFile(m_target), binary);
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(AtomicFile, AFailedWriteLeavesTheOldContentAndNoRest) {
  writeTextAtomically(m_target, "old");
  EXPECT_THROW(writeAtomically(m_target,
                               [](const fs::path& temporary) {
                                 std::ofstream(temporary) << "half of the ne";
                                 throw std::runtime_error("the encoder gave up");
                               }),
               std::runtime_error);
  EXPECT_EQ(readTextFile(m_target), "old");
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(AtomicFile, TheTargetIsUntouchedUntilTheEnd) {
  writeTextAtomically(m_target, "old");
  writeAtomically(m_target, [&](const fs::path& temporary) {
    std::ofstream(temporary) << "new";
    EXPECT_EQ(temporary.parent_path(), m_target.parent_path());
    EXPECT_EQ(temporary.extension(), m_target.extension());
    EXPECT_EQ(readTextFile(m_target), "old");
  });
  EXPECT_EQ(readTextFile(m_target), "new");
}

TEST_F(AtomicFile, AFolderInTheWayIsReportedAndLeftAlone) {
  fs::create_directories(m_target / "inside");
  EXPECT_EQ(kindOf([&] { writeTextAtomically(m_target, "text"); }), ErrorKind::Io);
  EXPECT_TRUE(fs::is_directory(m_target / "inside"));
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(AtomicFile, AMissingFolderIsReported) {
  EXPECT_EQ(kindOf([&] { writeTextAtomically(m_folder / "absent" / "state.json", "text"); }), ErrorKind::Io);
}

TEST_F(AtomicFile, WritersAtTheSameTimeLeaveOneWholeText) {
  std::vector<std::jthread> writers;
  for (char letter = 'a'; letter <= 'd'; ++letter)
    writers.emplace_back([this, letter] {
      for (int i = 0; i < 5; ++i) writeTextAtomically(m_target, std::string(10'000, letter));
    });
  writers.clear();
  const auto text = readTextFile(m_target);
  EXPECT_EQ(text, std::string(10'000, text.at(0)));
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(AtomicFile, ReadingSaysWhatIsWrong) {
  EXPECT_EQ(kindOf([&] { readTextFile(m_target); }), ErrorKind::NotFound);
  EXPECT_EQ(kindOf([&] { readTextFile(m_folder); }), ErrorKind::Io);
  writeTextAtomically(m_target, "12345");
  EXPECT_EQ(readTextFile(m_target, 5), "12345");
  EXPECT_EQ(kindOf([&] { readTextFile(m_target, 4); }), ErrorKind::Corrupt);
}

}  // namespace
}  // namespace fb
