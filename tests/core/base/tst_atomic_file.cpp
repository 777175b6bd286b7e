// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"

#include "base/failure.h"
#include "base/file_errors.h"
#include "many_writers.h"
#include "no_descriptors.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <memory>
#include <set>
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
  EXPECT_EQ(kindOf([&] { writeTextAtomically(m_target, "text"); }), ErrorKind::Invalid);
  EXPECT_TRUE(fs::is_directory(m_target / "inside"));
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(AtomicFile, AMissingFolderIsReported) {
  EXPECT_EQ(kindOf([&] { writeTextAtomically(m_folder / "absent" / "state.json", "text"); }), ErrorKind::NotFound);
}

TEST_F(AtomicFile, ANameThatIsTakenIsKeptWhereThatIsAsked) {
  writeTextAtomically(m_target, "mine");
  EXPECT_EQ(kindOf([&] { writeTextAtomically(m_target, "theirs", Existing::Keep); }), ErrorKind::Invalid);
  EXPECT_EQ(kindOf([&] { requirePublishable(m_target, Existing::Keep); }), ErrorKind::Invalid);
  EXPECT_EQ(readTextFile(m_target), "mine");
  EXPECT_EQ(filesInFolder(), 1u);
  requirePublishable(m_target, Existing::Replace);
  requirePublishable(m_folder / "another", Existing::Keep);
  EXPECT_EQ(filesInFolder(), 1u);
}

TEST_F(AtomicFile, OfManyWritersOneGetsTheName) { expectThatOneWriterGetsTheName(m_target); }

TEST_F(AtomicFile, NothingButARegularFileIsReplaced) {
  writeTextAtomically(m_folder / "real", "mine");
  fs::create_symlink("real", m_target);
  ASSERT_EQ(::mkfifo((m_folder / "pipe").c_str(), 0600), 0);
  fs::create_symlink("nowhere", m_folder / "dangling");
  for (const auto& target : {m_target, m_folder / "pipe", m_folder / "dangling"})
    EXPECT_EQ(kindOf([&] { writeTextAtomically(target, "text"); }), ErrorKind::Invalid) << target;
  EXPECT_TRUE(fs::is_symlink(m_target));
  EXPECT_TRUE(fs::is_fifo(m_folder / "pipe"));
  EXPECT_EQ(readTextFile(m_folder / "real"), "mine");
  EXPECT_FALSE(fs::exists(m_folder / "nowhere"));
}

TEST_F(AtomicFile, ATemporaryFileThatWasExchangedIsNotPublished) {
  EXPECT_EQ(kindOf([&] {
              writeAtomically(m_target, [&](const fs::path& temporary) {
                fs::remove(temporary);
                fs::create_symlink("victim", temporary);
              });
            }),
            ErrorKind::Io);
  EXPECT_FALSE(fs::exists(fs::symlink_status(m_target)));
}

TEST_F(AtomicFile, TemporaryNamesCannotBeGuessed) {
  std::set<std::string> names;
  for (int i = 0; i < 100; ++i) names.insert(Temporary(m_target).path().filename().string());
  EXPECT_EQ(names.size(), 100u);
  const auto pid = std::to_string(::getpid());
  EXPECT_LT(std::ranges::count_if(names, [&](const auto& name) { return name.find(pid) != std::string::npos; }), 50);
}

// NAME_MAX is 255 bytes; whatever the final name, its temporary name also fits.
TEST_F(AtomicFile, EveryLegalNameCanBeWritten) {
  for (const auto& name : {std::string(255, 'a'), "x." + std::string(253, 'e'), std::string(251, 'n') + ".mp4"}) {
    writeTextAtomically(m_folder / name, "text");
    EXPECT_EQ(readTextFile(m_folder / name), "text");
  }
  EXPECT_EQ(kindOf([&] { writeTextAtomically(m_folder / std::string(256, 'a'), "text"); }), ErrorKind::Invalid);
}

TEST_F(AtomicFile, FoldersArePublishedOnce) {
  const auto folder = m_folder / "frames";
  {
    Temporary temporary(folder, Temporary::Kind::Folder);
    writeTextAtomically(temporary.path() / "1.png", "frame");
    temporary.publish(Existing::Keep);
  }
  EXPECT_EQ(readTextFile(folder / "1.png"), "frame");
  EXPECT_EQ(kindOf([&] { Temporary(folder, Temporary::Kind::Folder).publish(Existing::Keep); }), ErrorKind::Invalid);
  EXPECT_EQ(readTextFile(folder / "1.png"), "frame");
  EXPECT_EQ(filesInFolder(), 1u);
}

// What a killed process leaves is identified by its lock, which only live processes hold.
TEST_F(AtomicFile, WhatTheDeadLeftIsRemovedAndTheLivingKeepTheirs) {
  const auto child = ::fork();
  if (child == 0) {
    new Temporary(m_target);
    new Temporary(m_folder / "frames", Temporary::Kind::Folder);
    ::_exit(0);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_EQ(status, 0);
  const Temporary living(m_target), livingFolder(m_folder / "frames", Temporary::Kind::Folder);
  writeTextAtomically(m_folder / ".flowblend-notes.part", "a person's");
  EXPECT_EQ(filesInFolder(), 5u);
  removeAbandonedTemporaries(m_folder);
  EXPECT_EQ(filesInFolder(), 3u);
  EXPECT_TRUE(fs::exists(living.path()) && fs::exists(livingFolder.path()));
}

TEST_F(AtomicFile, FilesGetTheirNamesTogetherOrNotAtAll) {
  const std::vector<std::string> names = {"1.png", "2.png", "3.png"};
  const auto publish = [&](Existing existing) {
    Temporary frames(m_folder / "1.png", Temporary::Kind::Folder);
    for (const auto& name : names) writeTextAtomically(frames.path() / name, "new " + name);
    frames.publishFiles(names, existing, m_folder);
  };
  writeTextAtomically(m_folder / "1.png", "old");
  fs::create_directory(m_folder / "3.png");
  EXPECT_EQ(kindOf([&] { publish(Existing::Replace); }), ErrorKind::Invalid);
  EXPECT_EQ(readTextFile(m_folder / "1.png"), "old");
  EXPECT_EQ(filesInFolder(), 2u);
  fs::remove(m_folder / "1.png");
  EXPECT_EQ(kindOf([&] { publish(Existing::Keep); }), ErrorKind::Invalid);
  EXPECT_EQ(filesInFolder(), 1u);
  fs::remove(m_folder / "3.png");
  writeTextAtomically(m_folder / "2.png", "old");
  publish(Existing::Replace);
  for (const auto& name : names) EXPECT_EQ(readTextFile(m_folder / name), "new " + name);
  EXPECT_EQ(filesInFolder(), 3u);
  EXPECT_TRUE(unpublishedFiles(m_folder).empty());
}

TEST_F(AtomicFile, WhatADeadProcessWasPublishingIsCompleted) {
  const auto left = m_folder / ".flowblend-0123456789abcdef.part.png";
  fs::create_directory(left);
  for (const auto* name : {"2.png", "3.png", ".publishing", ".replaced-1.png"})
    writeTextAtomically(left / name, std::string("new ") + name);
  writeTextAtomically(m_folder / "1.png", "new 1.png");
  writeTextAtomically(m_folder / "2.png", "old");
  auto names = unpublishedFiles(m_folder);
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{"2.png", "3.png"}));
  {
    // Somebody's folder has the name: nothing is lost until it is moved away.
    fs::create_directory(m_folder / "3.png");
    removeAbandonedTemporaries(m_folder);
    EXPECT_EQ(readTextFile(left / "3.png"), "new 3.png");
    fs::remove(m_folder / "3.png");
  }
  removeAbandonedTemporaries(m_folder);
  for (const std::string name : {"1.png", "2.png", "3.png"}) EXPECT_EQ(readTextFile(m_folder / name), "new " + name);
  EXPECT_EQ(filesInFolder(), 3u);
}

// Killed once the first file has its name, and before, most likely, all have.
TEST_F(AtomicFile, NamesThatAKilledProcessWasGivingAreAllGiven) {
  constexpr int kFiles = 1000;
  std::vector<std::string> names;
  for (int i = 1; i <= kFiles; ++i) names.push_back(std::to_string(i) + ".png");
  const auto fill = [&names](const fs::path& folder, const char* text) {
    for (const auto& name : names) std::ofstream(folder / name) << text;
  };
  fill(m_folder, "old");
  const auto child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    try {
      Temporary frames(m_folder / "1.png", Temporary::Kind::Folder);
      fill(frames.path(), "new");
      frames.publishFiles(names, Existing::Replace, m_folder);
    } catch (...) {
    }
    ::_exit(0);
  }
  int status = 0;
  bool hasEnded = false;
  while (!hasEnded && readTextFile(m_folder / names.front()) != "new") {
    std::this_thread::yield();
    hasEnded = ::waitpid(child, &status, WNOHANG) == child;
  }
  if (!hasEnded) {
    ::kill(child, SIGKILL);
    ASSERT_EQ(::waitpid(child, &status, 0), child);
  }
  removeAbandonedTemporaries(m_folder);
  for (const auto& name : names) ASSERT_EQ(readTextFile(m_folder / name), "new") << name;
  EXPECT_EQ(filesInFolder(), std::size_t(kFiles));
}

TEST_F(AtomicFile, ATemporaryFileIsRemovedAlsoIfNothingCanBeOpened) {
  auto file = std::make_unique<Temporary>(m_target);
  EXPECT_EQ(filesInFolder(), 1u);
  {
    const NoDescriptors none;
    file.reset();
  }
  EXPECT_EQ(filesInFolder(), 0u);
}

TEST_F(AtomicFile, ATemporaryFolderIsRemovedAlsoIfNothingCanBeOpened) {
  auto frames = std::make_unique<Temporary>(m_folder / "frames", Temporary::Kind::Folder);
  for (const auto* name : {"1.png", "2.png"}) writeTextAtomically(frames->path() / name, "frame");
  {
    const NoDescriptors none;
    frames.reset();
  }
  EXPECT_EQ(filesInFolder(), 0u);
  {
    const Temporary temporary(m_folder / "frames", Temporary::Kind::Folder);
    fs::create_directory(temporary.path() / "deeper");
  }
  EXPECT_EQ(filesInFolder(), 0u);
}

TEST_F(AtomicFile, WhatCannotBeOpenedIsNamedAndNothingIsLeft) {
  const auto expectNamed = [&](const fs::path& path, const std::function<void()>& action) {
    try {
      const NoDescriptors none;
      action();
      ADD_FAILURE() << "no failure: " << path;
    } catch (const Failure& failure) {
      EXPECT_NE(failure.error().message.find(path.string()), std::string::npos) << failure.error().message;
      EXPECT_NE(failure.error().message.find("ulimit -n"), std::string::npos) << failure.error().message;
      EXPECT_EQ(failure.error().kind, ErrorKind::Io);
    }
  };
  expectNamed(m_folder / "runs", [&] { makeFolder(m_folder / "runs"); });
  expectNamed(m_target, [&] { writeTextAtomically(m_target, "text"); });
  expectNamed(m_target, [&] { Temporary(m_target, Temporary::Kind::Folder); });
  expectNamed(m_folder, [&] { entriesOf(m_folder); });
  expectNamed("clip.png", [&] { entriesOf(".", "clip.png"); });
  EXPECT_EQ(filesInFolder(), 0u);
}

TEST_F(AtomicFile, OfManyWhoMakeAFolderOneIsTheFirst) {
  std::atomic<int> made = 0;
  {
    std::vector<std::jthread> makers;
    for (int i = 0; i < 8; ++i) makers.emplace_back([&] { made += makeFolder(m_folder / "a" / "b"); });
  }
  EXPECT_EQ(made, 1);
  writeTextAtomically(m_folder / "file", "text");
  EXPECT_EQ(kindOf([&] { makeFolder(m_folder / "file" / "below"); }), ErrorKind::Invalid);
}

TEST_F(AtomicFile, WhatHasTheNameOfAFolderIsNamed) {
  fs::create_directory(m_folder / "real");
  fs::create_directory_symlink(m_folder / "real", m_folder / "link");
  for (const auto* name : {"real", "link"}) {
    EXPECT_FALSE(makeFolder(m_folder / name));
    EXPECT_NO_THROW(requireNoFileNamed(m_folder / name));
  }
  EXPECT_NO_THROW(requireNoFileNamed(m_folder / "free"));
  EXPECT_FALSE(fs::exists(m_folder / "free"));
  writeTextAtomically(m_folder / "file", "text");
  fs::create_symlink(m_folder / "nowhere", m_folder / "dangling");
  for (const auto* name : {"file", "dangling"}) {
    const auto path = m_folder / name;
    EXPECT_FALSE(claimFolder(path)) << "a claim takes another name";
    for (const auto& ask :
         {std::function<void()>([&] { makeFolder(path); }), std::function<void()>([&] { requireNoFileNamed(path); })}) {
      try {
        ask();
        ADD_FAILURE() << name << " was taken for a folder";
      } catch (const Failure& failure) {
        EXPECT_EQ(failure.error().kind, ErrorKind::Invalid);
        EXPECT_NE(failure.error().message.find(path.string()), std::string::npos) << failure.error().message;
      }
    }
  }
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
