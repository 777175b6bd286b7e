// SPDX-License-Identifier: MIT
// A file is hashed again exactly if it may have changed.
#include "temporary_folder.h"
#include "weights/data_file.h"
#include "weights/hash.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <stdexcept>
#include <string>

namespace fb {
namespace {

namespace fs = std::filesystem;
using weights::DataFile;

std::int64_t secondsFromNow(std::int64_t seconds) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count() + seconds * 1'000'000'000;
}

class KnownHashes : public testing::Test {
protected:
  KnownHashes() { write("one"); }
  // Until the clock of the file system has ticked, so that the change shows.
  void write(const std::string& text) {
    const auto before = fs::exists(file) ? DataFile(file).touched() : 0;
    do std::ofstream(file) << text;
    while (DataFile(file).touched() == before);
  }
  std::string hash(const fs::path& path, const char* kind = "content") {
    return hashes.of(path, kind, [this](const DataFile& opened) {
      ++hashed;
      std::string text(static_cast<std::size_t>(opened.size()), ' ');
      opened.read(0, std::as_writable_bytes(std::span(text)));
      return text;
    });
  }

  TemporaryFolder folder;
  fs::path file = folder / "weights";
  int hashed = 0;
  std::int64_t now = secondsFromNow(3600);  // long after the files were written
  weights::KnownHashes hashes{[this] { return now; }};
};

TEST_F(KnownHashes, ReadAnUnchangedFileOnce) {
  EXPECT_EQ(hash(file), "one");
  EXPECT_EQ(hash(file), "one");
  EXPECT_EQ(hashed, 1);
  EXPECT_EQ(hash(file, "samples"), "one");
  EXPECT_EQ(hashed, 2) << "another kind of hash";
  fs::create_hard_link(file, folder / "link");
  // A link touches the file, and is the same file from then on.
  EXPECT_EQ(hash(folder / "link"), "one");
  const int before = hashed;
  EXPECT_EQ(hash(folder / "link"), "one");
  EXPECT_EQ(hash(file), "one");
  EXPECT_EQ(hashed, before);
}

TEST_F(KnownHashes, SeeAChangeOfTheSameSizeWhoseTimeWasSetBack) {
  const auto time = fs::last_write_time(file);
  EXPECT_EQ(hash(file), "one");
  write("two");
  fs::last_write_time(file, time);
  EXPECT_EQ(hash(file), "two");
  EXPECT_EQ(hash(file), "two");
  EXPECT_EQ(hashed, 2);
}

TEST_F(KnownHashes, SeeAFileThatReplacesAnotherOne) {
  EXPECT_EQ(hash(file), "one");
  const auto other = folder / "other";
  std::ofstream(other) << "two";
  fs::last_write_time(other, fs::last_write_time(file));
  fs::rename(other, file);
  EXPECT_EQ(hash(file), "two");
}

TEST_F(KnownHashes, DoNotTrustAFileThatWasChangedAMomentAgo) {
  for (const std::int64_t seconds : {0, 1, -60}) {
    hashed = 0;
    now = secondsFromNow(seconds);
    EXPECT_EQ(hash(file), "one");
    EXPECT_EQ(hash(file), "one");
    EXPECT_EQ(hashed, 2) << seconds;
  }
}

TEST_F(KnownHashes, KeepNothingOfAHashThatFailedOrAFileThatChangedMeanwhile) {
  const auto failing = [](const DataFile&) -> std::string { throw std::runtime_error("stopped"); };
  EXPECT_THROW(hashes.of(file, "content", failing), std::runtime_error);
  EXPECT_EQ(hash(file), "one");
  EXPECT_EQ(hashed, 1);
  hashes.of(file, "replaced", [this](const DataFile&) {
    write("two");
    return "one";
  });
  EXPECT_EQ(hash(file, "replaced"), "two");
  fs::remove(file);
  EXPECT_THROW(hash(file), std::exception);
}

}  // namespace
}  // namespace fb
