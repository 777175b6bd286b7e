// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/json.h"
#include "engine/speed_book.h"
#include "engine_cases.h"

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

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

// WAN 14B at 64x64 with 5 frames takes three orders less than at 832x480 with 81, most of it to read the weights.
TEST(SpeedBook, KnowsNothingOfPiecesOfAnotherOrder) {
  const TemporaryFolder folder;
  const auto file = folder / "speeds.json";
  {
    SpeedBook book(file);
    book.learn("transformer", 6e12, 60, 6e12);
    book.save();
  }
  SpeedBook book(file);
  EXPECT_DOUBLE_EQ(*book.speed("transformer", 6e12), 1e11);
  EXPECT_DOUBLE_EQ(*book.speed("transformer", 9e13), 1e11);
  EXPECT_DOUBLE_EQ(*book.speed("transformer", 2e10), 1e11);
  EXPECT_FALSE(book.speed("transformer", 3.4e15));
  EXPECT_FALSE(book.speed("transformer", 1e9));
  EXPECT_FALSE(book.speed("transformer"));
  // The nearest counts.
  book.learn("transformer", 3.4e15, 3.4, 3.4e15);
  EXPECT_DOUBLE_EQ(*book.speed("transformer", 2e15), 1e15);
  EXPECT_DOUBLE_EQ(*book.speed("transformer", 2e14), 1e15);
  EXPECT_DOUBLE_EQ(*book.speed("transformer", 2e13), 1e11);
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

std::string textIn(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(SpeedBook, KeepsWhatOthersHaveWritten) {
  const TemporaryFolder folder;
  const auto file = folder / "speeds.json";
  std::ofstream(file) << R"({"vae": 5, "of a newer version": {"speeds": [1, 2]}, "text": "fast"})";
  SpeedBook book(file), other(file);
  other.learn("transformer", 100, 1);
  other.save();
  book.learn("vae", 11, 1);
  book.save();
  const auto json = parseJson(textIn(file), "speeds.json");
  EXPECT_EQ(json.at("of a newer version"), (nlohmann::json{{"speeds", {1, 2}}}));
  EXPECT_EQ(json.at("text"), "fast");
  EXPECT_DOUBLE_EQ(*SpeedBook(file).speed("transformer"), 100) << "learned by another program in the meantime";
  EXPECT_DOUBLE_EQ(*SpeedBook(file).speed("vae"), 7);
}

TEST(SpeedBook, ReplacesADamagedFileButNoneOfAnotherKind) {
  const TemporaryFolder folder;
  const auto file = folder / "speeds.json";
  const auto saved = [&](const std::string& text) {
    std::ofstream(file) << text;
    SpeedBook book(file);
    book.learn("vae", 5, 1);
    book.save();
    return textIn(file);
  };
  EXPECT_EQ(saved("[1, 2]"), "[1, 2]") << "such as a newer version may keep there";
  saved("{\"vae\": 4");
  EXPECT_DOUBLE_EQ(*SpeedBook(file).speed("vae"), 5);
}

TEST(SpeedBook, IgnoresWorkThatTookNoTime) {
  const TemporaryFolder folder;
  SpeedBook book(folder / "speeds.json");
  book.learn("vae", 100, 0);
  EXPECT_FALSE(book.speed("vae"));
}

}  // namespace
}  // namespace fb::engine
