// SPDX-License-Identifier: MIT
// What atomic writing asks of the kernel, and in which order: a crash cannot be tested, an error of the file system
// rarely, a guessed name never. This program's own fsync, renameat2 and getrandom override the C library's.
#include "base/atomic_file.h"

#include "base/failure.h"
#include "many_writers.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

namespace {

// The requests to the disk with their subject: "fsync 3:7" by device and inode, or "rename".
std::vector<std::string>* g_log = nullptr;
std::vector<std::uint64_t> g_numbers;  // what getrandom() returns before random numbers
std::atomic<bool> g_knowsNoReplace = true;

std::string identity(const struct stat& status) {
  return std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
}

}  // namespace

extern "C" int fsync(int descriptor) {
  struct stat status {};
  if (g_log && ::fstat(descriptor, &status) == 0) g_log->push_back("fsync " + identity(status));
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

extern "C" int rename(const char* from, const char* to) noexcept {
  if (g_log) g_log->emplace_back("rename");
  return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

extern "C" int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept {
  if (g_log) g_log->emplace_back("rename");
  if (flags != 0 && !g_knowsNoReplace) {
    errno = EINVAL;
    return -1;
  }
  return static_cast<int>(::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags));
}

extern "C" ssize_t getrandom(void* buffer, std::size_t length, unsigned flags) {
  if (g_numbers.empty() || length != sizeof(std::uint64_t)) return ::syscall(SYS_getrandom, buffer, length, flags);
  std::memcpy(buffer, &g_numbers.front(), length);
  g_numbers.erase(g_numbers.begin());
  return static_cast<ssize_t>(length);
}

namespace fb {
namespace {

namespace fs = std::filesystem;

class AtomicCalls : public testing::Test {
protected:
  void TearDown() override {
    g_log = nullptr;
    g_numbers.clear();
    g_knowsNoReplace = true;
  }
  static std::string synced(const fs::path& path) {
    struct stat status {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
    return "fsync " + identity(status);
  }

  const TemporaryFolder m_folder;
  const fs::path m_target = m_folder / "state.json";
};

TEST_F(AtomicCalls, ContentIsOnTheDiskBeforeTheNameAndTheNameAfter) {
  for (const auto existing : {Existing::Keep, Existing::Replace}) {
    std::vector<std::string> log;
    g_log = &log;
    writeTextAtomically(m_target, "text", existing);
    g_log = nullptr;
    EXPECT_EQ(log, (std::vector<std::string>{synced(m_target), "rename", synced(m_folder.path())}));
  }
}

TEST_F(AtomicCalls, AFolderIsOnTheDiskBeforeTheNameAndTheNameAfter) {
  std::vector<std::string> log;
  Temporary temporary(m_target, Temporary::Kind::Folder);
  g_log = &log;
  temporary.publish(Existing::Keep);
  g_log = nullptr;
  EXPECT_EQ(log, (std::vector<std::string>{synced(m_target), "rename", synced(m_folder.path())}));
}

TEST_F(AtomicCalls, AMadeFoldersNameIsOnTheDisk) {
  std::vector<std::string> log;
  g_log = &log;
  makeFolder(m_folder / "runs/first");
  g_log = nullptr;
  EXPECT_EQ(log, (std::vector<std::string>{synced(m_folder.path()), synced(m_folder / "runs")}));
}

// Somebody who guesses the name and puts a file there loses nothing and gains nothing.
TEST_F(AtomicCalls, WhatBearsAGuessedTemporaryNameIsNotWrittenInto) {
  g_numbers = {7};
  const auto guessed = Temporary(m_target).path();
  EXPECT_TRUE(g_numbers.empty());
  const auto other = m_folder / "other";
  for (const bool isLink : {false, true}) {
    writeTextAtomically(other, "not yours");
    if (isLink)
      fs::create_symlink(other, guessed);
    else
      fs::copy_file(other, guessed);
    g_numbers = {7, 8};
    writeTextAtomically(m_target, "mine");
    EXPECT_TRUE(g_numbers.empty());
    EXPECT_EQ(readTextFile(guessed), "not yours");
    EXPECT_EQ(readTextFile(m_target), "mine");
    EXPECT_FALSE(fs::is_symlink(m_target));
    fs::remove(guessed);
  }
}

TEST_F(AtomicCalls, NamesAreClaimedAlsoByAFileSystemWithoutTheFlag) {
  g_knowsNoReplace = false;
  expectThatOneWriterGetsTheName(m_target);
}

}  // namespace
}  // namespace fb
