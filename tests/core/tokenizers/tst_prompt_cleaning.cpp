// SPDX-License-Identifier: MIT
#include "tokenizers/prompt_cleaning.h"

#include "base/atomic_file.h"
#include "base/failure.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

namespace fb::tokenizers {
namespace {

TEST(PromptCleaning, equalsThePipelineOfDiffusers) {
  const auto file = std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "tokenizer_cleaning" / "cleaning.json";
  const auto cases = nlohmann::json::parse(readTextFile(file));
  ASSERT_GE(cases.size(), 4000u);
  for (const auto& expected : cases) {
    const auto text = expected.at("text").get<std::string>();
    EXPECT_EQ(cleanPrompt(text), expected.at("clean").get<std::string>()) << "[" << text << "]";
  }
}

TEST(PromptCleaning, refusesTextThatIsNotUtf8) {
  for (const char* text : {"caf\xe9", "\xc3", "\xed\xa0\x80", "\xc0\xaf"}) {
    try {
      cleanPrompt(text);
      ADD_FAILURE() << text << " was accepted";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.error().kind, ErrorKind::Invalid);
    }
  }
}

}  // namespace
}  // namespace fb::tokenizers
