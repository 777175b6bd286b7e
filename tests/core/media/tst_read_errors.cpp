// SPDX-License-Identifier: MIT
// A file that cannot be read to its end is no shorter file, and one whose comment or orientation cannot be read is not
// one without: each read fails in turn, and what is had is what is there or an error that names the file.
#include "media/clip_files.h"
#include "media_test.h"

#include <gtest/gtest.h>

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

namespace {

int readsLeft = -1;  // until they fail; below 0: they do not
bool failsForGood = false;
int failures = 0;
std::string watched;

bool failsNow(int file) {
  if (readsLeft < 0 || watched.empty()) return false;
  char path[PATH_MAX] = {};
  const auto link = "/proc/self/fd/" + std::to_string(file);
  if (::readlink(link.c_str(), path, sizeof path - 1) < 0 || watched != path) return false;
  if (readsLeft > 0 && --readsLeft > 0) return false;
  if (!failsForGood && failures > 0) return false;
  ++failures;
  return true;
}

}  // namespace

// In place of the C library's, for this program and the libraries that it uses.
extern "C" ssize_t read(int file, void* bytes, size_t size) {
  if (!failsNow(file)) return ::syscall(SYS_read, file, bytes, size);
  errno = EIO;
  return -1;
}

namespace fb::media {
namespace {

class ReadErrors : public testing::TestWithParam<const char*> {
protected:
  ~ReadErrors() override {
    readsLeft = -1;
    watched.clear();
  }

  static bool isSame(const Clip& a, const Clip& b) {
    if (a.fps != b.fps || a.frames.size() != b.frames.size()) return false;
    for (std::size_t i = 0; i < a.frames.size(); ++i)
      if (a.frames[i]->rgb != b.frames[i]->rgb) return false;
    return true;
  }

  static void failFrom(int read, bool forGood) {
    failures = 0;
    failsForGood = forGood;
    readsLeft = read;
  }

  void expectNamed(const Error& error) const {
    EXPECT_NE(error.message.find(m_file.string()), std::string::npos) << error.message;
  }

  template <class Check>
  void eachRead(Check check) const {
    for (const bool forGood : {false, true})
      for (int read = 1;; ++read) {
        SCOPED_TRACE(testing::Message() << "read " << read << (forGood ? " and all later ones" : ""));
        failFrom(read, forGood);
        check();
        readsLeft = -1;
        if (failures == 0) {
          EXPECT_GT(read, 1);
          break;
        }
        if (HasFailure()) return;
      }
  }

  TestFolder m_folder;
  std::filesystem::path m_file = m_folder / (std::string("clip") + GetParam());
};

TEST_P(ReadErrors, AreNotTheEndOfTheFile) {
  ExportOptions options;
  options.metadata = "a comment";
  const std::string ending = GetParam();
  if (ending == ".tiff" || ending == ".webp")
    ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 1 '" + m_file.string() + "'");
  else
    ASSERT_EQ(exported(testClip(), m_file, options), "");
  if (ending == ".png") m_file = m_folder / "clip_00001.png";
  watched = std::filesystem::canonical(m_file).string();
  const auto clip = readClip(m_file);
  const auto info = inspectClip(m_file);
  ASSERT_TRUE(clip && info);
  eachRead([&] {
    const auto read = readClip(m_file);
    if (read)
      EXPECT_TRUE(isSame(read.value(), clip.value()));
    else
      expectNamed(read.error());
  });
  eachRead([&] {
    const auto read = inspectClip(m_file);
    if (!read) return expectNamed(read.error());
    EXPECT_EQ(read.value().frames, info.value().frames);
    EXPECT_EQ(read.value().metadata, info.value().metadata);
  });
}

INSTANTIATE_TEST_SUITE_P(All, ReadErrors, testing::Values(".mp4", ".webm", ".mov", ".gif", ".png", ".tiff", ".webp"),
                         [](const auto& parameter) { return std::string(parameter.param + 1); });

}  // namespace
}  // namespace fb::media
