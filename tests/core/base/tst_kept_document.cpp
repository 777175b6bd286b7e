// SPDX-License-Identifier: MIT
// Documents that the program keeps: whatever happens to one, it is either what was written or told as damaged, and
// nothing of a newer version is replaced.
#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/kept_document.h"
#include "base/user_folders.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>

namespace fb {
namespace {

std::optional<Error> refusalOf(const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure& failure) {
    return failure.error();
  }
  return std::nullopt;
}

nlohmann::ordered_json sample() {
  return {{"version", 1},
          {"text", "caf\xc3\xa9 \" \xff"},
          {"numbers", {0.1, -0.0, 1e300, 5e-324, 7, -7, 18446744073709551615u}},
          {"nested", {{"z", nullptr}, {"a", true}, {"m", nlohmann::ordered_json::array()}}}};
}

std::string textOf(const nlohmann::ordered_json& json, int indent = 2) {
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

TEST(KeptDocument, KeepsItsChecksumThroughItsText) {
  auto json = sample();
  addChecksum(json);
  for (const int indent : {-1, 0, 2, 8}) {
    const auto read = parseJson(textOf(json, indent), "a.json");
    EXPECT_FALSE(refusalOf([&] { requireChecksum(read, "a.json"); }));
    // With the names in another order.
    const auto sorted = parseJson(read.dump(), "a.json");
    EXPECT_FALSE(refusalOf([&] { requireChecksum(sorted, "a.json"); }));
  }
}

TEST(KeptDocument, IsWrittenWithItsChecksum) {
  const auto text = documentText(sample());
  EXPECT_TRUE(text.ends_with("}\n"));
  const auto read = parseJson(text, "a.json");
  EXPECT_TRUE(read.contains("checksum"));
  EXPECT_FALSE(refusalOf([&] { requireChecksum(read, "a.json"); }));
  EXPECT_EQ(read.at("text"), "caf\xc3\xa9 \" \xef\xbf\xbd") << "what is no UTF-8 is replaced";
}

TEST(KeptDocument, EveryChangedBitIsToldOrChangesNothing) {
  auto json = sample();
  const auto content = parseJson(textOf(json), "a.json");
  addChecksum(json);
  const auto whole = textOf(json);
  int told = 0;
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      auto damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      nlohmann::json read;
      const auto error = refusalOf([&] {
        read = parseJson(damaged, "a.json");
        if (!read.is_object()) fail(ErrorKind::Corrupt, "a.json");
        requireChecksum(read, "a.json");
      });
      if (error) {
        ++told;
        EXPECT_EQ(error->kind, ErrorKind::Corrupt);
        EXPECT_NE(error->message.find("a.json"), std::string::npos) << error->message;
        continue;
      }
      // White space, or the name or kind of the checksum, which are then those of no other field.
      for (const auto& [name, value] : content.items()) {
        ASSERT_TRUE(read.contains(name)) << damaged;
        EXPECT_EQ(read.at(name), value) << damaged;
      }
    }
  EXPECT_GT(told, static_cast<int>(whole.size()));
}

TEST(KeptDocument, WithoutAChecksumIsTaken) {
  auto json = parseJson(textOf(sample()), "a.json");
  EXPECT_FALSE(refusalOf([&] { requireChecksum(json, "a.json"); })) << "as earlier versions wrote it";
  json["checksum"] = "sha999:0";
  EXPECT_FALSE(refusalOf([&] { requireChecksum(json, "a.json"); })) << "as a later version may write it";
  for (const auto& none : {nlohmann::json("fnv1a64:0"), nlohmann::json(7), nlohmann::json()}) {
    json["checksum"] = none;
    EXPECT_TRUE(refusalOf([&] { requireChecksum(json, "a.json"); })) << none;
  }
}

TEST(KeptDocument, OfANewerVersionIsNotReplaced) {
  const TemporaryFolder folder;
  const auto file = folder / "kept.json";
  const auto refusal = [&] { return refusalOf([&] { requireReplaceable(file, 3); }); };
  EXPECT_FALSE(refusal()) << "absent";
  auto newer = nlohmann::ordered_json{{"version", 4}, {"what", "it keeps"}};
  for (const bool sealed : {false, true}) {
    if (sealed) addChecksum(newer);
    writeTextAtomically(file, newer.dump());
    const auto error = refusal();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, ErrorKind::Unsupported);
    EXPECT_NE(error->message.find(file.string()), std::string::npos) << error->message;
    EXPECT_NE(error->message.find("newer version"), std::string::npos) << error->message;
  }
  newer["what"] = "is damaged";
  for (const auto& text : {newer.dump(), std::string(R"({"version": 3})"), std::string(R"({"version": "4"})"),
                           std::string("[4]"), std::string("{"), std::string()}) {
    writeTextAtomically(file, text);
    EXPECT_FALSE(refusal()) << text;
  }
}

TEST(KeptDocument, ThatCannotBeKeptIsToldWithTheWayOut) {
  const TemporaryFolder folder;
  writeTextAtomically(folder / "home", "a file");
  for (const auto& file : {folder / "home" / "deep" / "kept.json", std::filesystem::path("/proc/none/kept.json")}) {
    const auto error = refusalOf([&] { requireKeepable(file); });
    ASSERT_TRUE(error) << file;
    EXPECT_NE(error->message.find("XDG_STATE_HOME"), std::string::npos) << error->message;
  }
  EXPECT_FALSE(refusalOf([&] { requireKeepable(folder / "state" / "kept.json"); }));
  EXPECT_TRUE(entriesOf(folder / "state").empty()) << "looking leaves nothing behind";
}

}  // namespace
}  // namespace fb
