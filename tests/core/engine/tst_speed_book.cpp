// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "engine/speed_book.h"
#include "engine_cases.h"

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace fb::engine {
namespace {

TEST(SpeedBook, RemembersAcrossProgramsAndMovesTowardsNewMeasurements) {
  const TemporaryFolder folder;
  const auto file = folder / "deep/speeds.json";
  {
    SpeedBook book(file);
    EXPECT_FALSE(book.speed("transformer"));
    book.learn("transformer", 100, 1);
    book.learn("transformer", 400, 1);
    book.save();
  }
  EXPECT_DOUBLE_EQ(*SpeedBook(file).speed("transformer"), 200);
}

TEST(SpeedBook, RemovesWhatAKilledProgramBegan) {
  const TemporaryFolder folder;
  const auto file = folder / "speeds.json";
  const auto child = ::fork();
  if (child == 0) {
    new Temporary(file);
    ::_exit(0);
  }
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  SpeedBook book(file);
  book.learn("vae", 100, 1);
  book.save();
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(SpeedBook, ADamagedFileCostsTheEstimateOnly) {
  const TemporaryFolder folder;
  const auto file = folder / "speeds.json";
  std::ofstream(file) << "{\"transformer\": \"fast\", \"vae\": 5";
  EXPECT_FALSE(SpeedBook(file).speed("vae"));
}

TEST(SpeedBook, IgnoresWorkThatTookNoTime) {
  const TemporaryFolder folder;
  SpeedBook book(folder / "speeds.json");
  book.learn("vae", 100, 0);
  EXPECT_FALSE(book.speed("vae"));
}

}  // namespace
}  // namespace fb::engine
