// SPDX-License-Identifier: MIT
// What a document from outside may contain.
#include "base/json.h"
#include "flowblend/clip_metadata.h"

#include <gtest/gtest.h>

namespace fb {
namespace {

Error refusal(const std::string& text, const JsonLimits& limits = {}) {
  try {
    parseJson(text, "a.json", limits);
  } catch (const Failure& failure) {
    return failure.error();
  }
  ADD_FAILURE() << text.substr(0, 100) << " was taken";
  return {ErrorKind::Internal, {}};
}

void expectRefused(const std::string& text, const std::string& reason, const JsonLimits& limits = {}) {
  const auto error = refusal(text, limits);
  EXPECT_EQ(error.kind, ErrorKind::Corrupt);
  EXPECT_TRUE(error.message.starts_with("a.json")) << error.message;
  EXPECT_NE(error.message.find(reason), std::string::npos) << error.message;
  EXPECT_LE(error.message.size(), 400u);
}

std::string nested(int depth) {
  const auto count = static_cast<std::size_t>(depth);
  return std::string(count, '[') + std::string(count, ']');
}

TEST(Json, DepthIsLimited) {
  const auto depth = JsonLimits().depth;
  EXPECT_NO_THROW(parseJson(nested(depth), "a.json"));
  expectRefused(nested(depth + 1), "nested too deep");
  expectRefused(nested(200'000), "nested too deep");
  expectRefused(std::string(1'000'000, '['), "nested too deep");
  std::string objects = "1";
  for (int i = 0; i <= depth; ++i) objects = "{\"a\":" + objects + "}";
  expectRefused(objects, "nested too deep");
}

TEST(Json, NumberOfValuesIsLimited) {
  const JsonLimits limits{.values = 5};
  EXPECT_NO_THROW(parseJson("[1, \"2\", {\"a\": null}]", "a.json", limits));
  expectRefused("[1, \"2\", {\"a\": null}, 6]", "more than 5 values", limits);
  std::string many = "[0";
  for (int i = 0; i < 1'000'001; ++i) many += ",0";
  expectRefused(many + "]", "more than 1000000 values");
}

TEST(Json, NamesMayBeForbiddenToRepeat) {
  const JsonLimits strict{.namesMayBeRepeated = false};
  EXPECT_EQ(parseJson(R"({"a":1,"a":2})", "a.json").at("a"), 2);
  EXPECT_NO_THROW(parseJson(R"({"a":{"b":1},"c":[{"b":1},{"b":1}],"b":2})", "a.json", strict));
  expectRefused(R"({"a":1,"a":2})", "\"a\" twice", strict);
  expectRefused(R"({"x":[{"b":1,"c":{},"b":1}]})", "\"b\" twice", strict);
}

TEST(Json, MessagesStayShort) {
  expectRefused("\"" + std::string(100'000, 'x'), "not valid JSON");
  expectRefused("{\"" + std::string(100'000, 'x') + "\" 1}", "not valid JSON");
}

TEST(ClipMetadata, IsOwnIfThisProgramSaysSo) {
  EXPECT_TRUE(isOwnMetadata(toJson(GenerationRequest(), true)));
  EXPECT_TRUE(isOwnMetadata(R"({"made_with":"FlowBlending Studio 9.9","prompt":7})"));
  for (const char* foreign : {"", "Made with love", "7", "[]", "{}", R"({"prompt":"a cat","seed":1})",
                              R"({"made_with":"Another Studio"})", R"({"made_with":7})", "{\"made_with\":"})
    EXPECT_FALSE(isOwnMetadata(foreign)) << foreign;
  EXPECT_FALSE(isOwnMetadata(R"({"made_with":"FlowBlending Studio 1","a":)" + nested(200'000) + "}"));
}

TEST(ClipMetadata, HasThePromptOfAnotherProgram) {
  EXPECT_EQ(foreignPrompt(R"({"prompt":"a cat walks on grass","resolution":"832x480","seed":1})"),
            "a cat walks on grass");
  for (const char* none : {"", "Made with love", "7", "[]", R"(["prompt"])", "{}", R"({"prompt":7})",
                           R"({"prompt":""})", R"({"prompt":["a cat"]})", "{\"prompt\":\"a", "{\"prompt\":\"\xff\"}"})
    EXPECT_FALSE(foreignPrompt(none)) << none;
  EXPECT_FALSE(foreignPrompt(R"({"prompt":"a cat","a":)" + nested(200'000) + "}"));
}

}  // namespace
}  // namespace fb
