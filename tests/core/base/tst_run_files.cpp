// SPDX-License-Identifier: MIT
#include "flowblend/run_folder.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/run_lease.h"
#include "flowblend/export.h"
#include "flowblend/request.h"
#include "no_descriptors.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <set>
#include <thread>

namespace fb {
namespace {

namespace fs = std::filesystem;

class RunFolders : public testing::Test {
protected:
  fs::path makeRun(const char* name) const {
    const auto folder = m_folder / name;
    fs::create_directories(folder);
    PairSpec pair;
    pair.name = "a pair";
    std::ofstream(folder / "request.json") << toJson(defaultRequest(pair));
    for (const auto* file : {"conditioning.safetensors", "state.safetensors", "clip.safetensors"})
      std::ofstream(folder / file) << "x";
    std::ofstream(runThumbnail(folder)) << "x";
    return folder;
  }

  const TemporaryFolder m_temporary;
  const fs::path m_folder = m_temporary.path();
};

TEST_F(RunFolders, TellWhatTheirKeptStatesTakeUp) {
  const auto run = makeRun("run");
  EXPECT_EQ(runSpace(run).keptStates, 0u);
  const auto all = runSpace(run).all;
  for (const auto* state : {"state-00004.safetensors", "state-00008.safetensors", "state-8.safetensors"})
    std::ofstream(run / state) << "12345";
  EXPECT_EQ(runSpace(run).keptStates, 10u);
  EXPECT_EQ(runSpace(run).all, all + 10);
  EXPECT_EQ(runSpace(m_folder / "none").keptStates, 0u);
}

TEST_F(RunFolders, LoseTheirDataButNotWhatTheyWereAskedFor) {
  const auto run = makeRun("run");
  std::ofstream(run / "state-00004.safetensors") << "12345";
  std::ofstream(run / "holiday.mp4") << "1234567";
  const auto request = fs::file_size(run / "request.json");
  EXPECT_EQ(runSpace(run).all, request + 4 + 5);
  const auto freed = removeRunData(run);
  ASSERT_TRUE(freed) << freed.error().message;
  EXPECT_EQ(freed.value(), 5u + 3u);
  std::set<std::string> left;
  for (const auto& entry : fs::directory_iterator(run)) left.insert(entry.path().filename());
  EXPECT_EQ(left, (std::set<std::string>{"request.json", runThumbnail(run).filename(), "holiday.mp4"}));
  EXPECT_EQ(removeRunData(run).value(), 0u);
  EXPECT_EQ(runSpace(run).all, request + 1);
  EXPECT_EQ(runSpace(m_folder / "none").all, 0u);
}

TEST_F(RunFolders, LoseNothingWhileTheyAreInUseOrIfTheyAreNoRuns) {
  const auto run = makeRun("run");
  const auto size = runSpace(run).all;
  {
    const RunLease lease(run);
    EXPECT_FALSE(removeRunData(run));
  }
  const auto link = m_folder / "link";
  fs::create_directory_symlink(run, link);
  EXPECT_FALSE(removeRunData(link));
  EXPECT_EQ(runSpace(run).all, size);
  const auto strange = m_folder / "strange";
  fs::create_directories(strange);
  std::ofstream(strange / "clip.safetensors") << "x";
  EXPECT_FALSE(removeRunData(strange));
  EXPECT_TRUE(fs::exists(strange / "clip.safetensors"));
}

TEST_F(RunFolders, NewOnesAreThereAndEmptyAndTheOwnersAlone) {
  const auto folder = newRunFolder(m_folder / "deep" / "runs");
  ASSERT_TRUE(folder) << folder.error().message;
  EXPECT_TRUE(fs::is_empty(folder.value()));
  EXPECT_EQ(folder.value().parent_path(), m_folder / "deep" / "runs");
  EXPECT_EQ(fs::status(folder.value()).permissions(), fs::perms::owner_all);
  EXPECT_FALSE(isRunFolder(folder.value()));
}

TEST_F(RunFolders, NewOnesLieBelowTheStateFolder) {
  ::setenv("XDG_STATE_HOME", m_folder.c_str(), 1);
  const auto folder = newRunFolder();
  ASSERT_TRUE(folder) << folder.error().message;
  EXPECT_EQ(folder.value().parent_path(), m_folder / "flowblending-studio" / "runs");
}

// Processes and threads that ask within one second, the resolution of the names.
TEST_F(RunFolders, NewOnesAreNobodyElses) {
  constexpr int kProcesses = 4, kThreads = 4, kEach = 10;
  const auto runs = m_folder / "runs";
  const auto ask = [&](int process) {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
      threads.emplace_back([&, thread] {
        for (int i = 0; i < kEach; ++i)
          if (const auto folder = newRunFolder(runs))
            std::ofstream(folder.value() / std::to_string((process * kThreads + thread) * kEach + i)) << "mine";
      });
  };
  std::vector<pid_t> children;
  for (int process = 0; process < kProcesses; ++process) {
    children.push_back(::fork());
    if (children.back() == 0) {
      ask(process);
      ::_exit(0);
    }
  }
  for (const auto child : children) ::waitpid(child, nullptr, 0);
  int folders = 0;
  for (const auto& folder : fs::directory_iterator(runs)) {
    ++folders;
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << folder.path();
  }
  EXPECT_EQ(folders, kProcesses * kThreads * kEach);
}

TEST_F(RunFolders, WhereNoneCanBeMadeThatIsSaid) {
  std::ofstream(m_folder / "file") << "x";
  const auto folder = newRunFolder(m_folder / "file" / "runs");
  ASSERT_FALSE(folder);
  EXPECT_NE(folder.error().message.find("file/runs"), std::string::npos) << folder.error().message;
}

TEST_F(RunFolders, AreKnownByTheirRequest) {
  EXPECT_TRUE(isRunFolder(makeRun("run")));
  EXPECT_FALSE(isRunFolder(m_folder));
  EXPECT_FALSE(isRunFolder(m_folder / "absent"));
  EXPECT_FALSE(isRunFolder(m_folder / "run" / "request.json"));
}

TEST_F(RunFolders, AreRemovedWithWhatRunsWriteAlone) {
  const auto run = makeRun("run"), withMore = makeRun("more");
  std::ofstream(run / ".flowblend-0123456789abcdef.part.safetensors") << "half";
  for (const auto* file : {"trace.safetensors", "holiday.mp4", ".hidden.part"}) std::ofstream(withMore / file) << "x";
  EXPECT_TRUE(removeRun(run));
  EXPECT_FALSE(fs::exists(run));
  EXPECT_TRUE(removeRun(withMore));
  EXPECT_EQ(std::distance(fs::directory_iterator(withMore), {}), 3);
  fs::create_directory(m_folder / "empty");
  EXPECT_TRUE(removeRun(m_folder / "empty"));
  EXPECT_FALSE(fs::exists(m_folder / "empty"));
}

TEST_F(RunFolders, WhatIsNoRunIsNotRemoved) {
  const auto run = makeRun("run"), strange = makeRun("strange");
  std::ofstream(strange / "request.json") << "{\"prompt\": 1}";
  fs::create_directory_symlink("run", m_folder / "link");
  fs::create_directory(m_folder / "other");
  std::ofstream(m_folder / "other" / "clip.safetensors") << "x";
  for (const auto* name : {"strange", "link", "other", "absent", "run/request.json"}) {
    const auto removed = removeRun(m_folder / name);
    ASSERT_FALSE(removed) << name;
    EXPECT_NE(removed.error().message.find((m_folder / name).string()), std::string::npos) << removed.error().message;
  }
  EXPECT_TRUE(isRunFolder(run));
  EXPECT_TRUE(fs::exists(strange / "state.safetensors"));
  EXPECT_TRUE(fs::exists(m_folder / "other" / "clip.safetensors"));
}

// As the XDG Base Directory Specification asks: a relative path would mean another folder in each place.
TEST_F(RunFolders, AreInTheHomeFolderIfTheStateFolderIsGivenRelatively) {
  for (const char* given : {"state", "", "./state"}) {
    ::setenv("XDG_STATE_HOME", given, 1);
    ::setenv("HOME", m_folder.c_str(), 1);
    const auto made = newRunFolder();
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made.value().parent_path(), m_folder / ".local/state/flowblending-studio/runs");
  }
  ::setenv("XDG_STATE_HOME", (m_folder / "elsewhere").c_str(), 1);
  const auto made = newRunFolder();
  ASSERT_TRUE(made) << made.error().message;
  EXPECT_EQ(made.value().parent_path(), m_folder / "elsewhere/flowblending-studio/runs");
}

// In use as long as a process that works in it lives, and no longer.
TEST_F(RunFolders, AreInUseUntilTheirProcessEnds) {
  const auto run = makeRun("run");
  EXPECT_FALSE(isRunInUse(run));
  EXPECT_FALSE(isRunInUse(m_folder / "absent"));
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const auto child = ::fork();
  if (child == 0) {
    const RunLease lease(run);
    if (::write(ready[1], "x", 1) == 1) ::pause();
    ::_exit(1);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  EXPECT_TRUE(isRunInUse(run));
  {
    const NoDescriptors none;
    EXPECT_TRUE(isRunInUse(run));
  }
  EXPECT_THROW(const RunLease second(run), Failure);
  const auto refused = removeRun(run);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("is in use"), std::string::npos) << refused.error().message;
  EXPECT_TRUE(fs::exists(run / "state.safetensors"));

  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_FALSE(isRunInUse(run));
  EXPECT_TRUE(removeRun(run));
  for (const int end : ready) ::close(end);
}

// Looking is not working: constant checks do not keep anyone from starting.
TEST_F(RunFolders, AskingDoesNotTakeALease) {
  const auto run = makeRun("run");
  std::vector<std::jthread> asking;
  for (int thread = 0; thread < 2; ++thread)
    asking.emplace_back([&](const std::stop_token& stop) {
      while (!stop.stop_requested()) isRunInUse(run);
    });
  for (int i = 0; i < 200; ++i) EXPECT_NO_THROW(const RunLease lease(run));
}

TEST_F(RunFolders, UnfinishedExportsAreFoundBesideAndInTheirTarget) {
  const auto target = m_folder / "frames";
  fs::create_directory(target);
  for (const auto& folder : {m_folder, target})
    std::ofstream(folder / ".flowblend-0123456789abcdef.part.mp4") << "half";
  std::ofstream(m_folder / "clip.mp4") << "whole";
  removeUnfinishedExports(target / "");
  EXPECT_TRUE(fs::is_empty(target));
  EXPECT_EQ(std::distance(fs::directory_iterator(m_folder), {}), 2);
}

}  // namespace
}  // namespace fb
