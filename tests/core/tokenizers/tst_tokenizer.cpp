// SPDX-License-Identifier: MIT
#include "tokenizers/sentencepiece_tokenizer.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "seed.h"
#include "temporary_folder.h"
#include "tokenizers/spiece_model.h"
#include "weights/gguf_file.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <random>

namespace fb::tokenizers {
namespace {

std::filesystem::path oracle() { return std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "tokenizer_ids"; }

ErrorKind kindOfFailure(const std::filesystem::path& path) {
  try {
    SentencePieceTokenizer tokenizer(path);
  } catch (const Failure& failure) {
    EXPECT_NE(failure.error().message.find(path.filename().string()), std::string::npos) << failure.error().message;
    return failure.error().kind;
  }
  ADD_FAILURE() << path << " was accepted";
  return ErrorKind::Internal;
}

TEST(SentencePieceTokenizer, givesTheIdsOfTransformers) {
  std::map<std::string, SentencePieceTokenizer> tokenizers;
  for (const char* name : {"umt5", "t5", "bytes"}) tokenizers.try_emplace(name, oracle() / name);
  const auto cases = nlohmann::json::parse(readTextFile(oracle() / "ids.json"));
  ASSERT_GE(cases.size(), 3u * 3u * 60u);
  for (const auto& expected : cases) {
    const auto ids = expected.at("ids").get<std::vector<std::int64_t>>();
    const auto text = expected.at("text").get<std::string>();
    const auto encoded = tokenizers.at(expected.at("model")).encode(text, static_cast<int>(ids.size()));
    EXPECT_EQ(encoded.ids, ids) << expected.at("model") << " [" << text << "]";
    EXPECT_EQ(encoded.mask, expected.at("mask").get<std::vector<std::int64_t>>()) << text;
    EXPECT_EQ(encoded.tokens, expected.at("tokens").get<int>()) << text;
  }
}

TEST(SentencePieceTokenizer, givesTheIdsOfTransformersFromAGguf) {
  std::map<std::string, SentencePieceTokenizer> tokenizers;
  for (const std::string name : {"umt5", "t5", "bytes"}) {
    const auto file = oracle() / name / "tokenizer.gguf";
    const auto found = weights::readVocabulary(weights::DataFile(file));
    EXPECT_EQ(found.kind, "t5");
    const auto model = composeModel(found.pieces, found.scores, found.types, found.charsMap);
    const auto& made = tokenizers.try_emplace(name, std::string_view(model), file.string()).first->second;
    EXPECT_EQ(made.vocabularySize(), SentencePieceTokenizer(oracle() / name).vocabularySize()) << name;
  }
  int compared = 0;
  for (const auto& expected : nlohmann::json::parse(readTextFile(oracle() / "ids.json"))) {
    const auto text = expected.at("text").get<std::string>();
    if (text.find("<extra_id_") != std::string::npos) continue;  // their number is in the folder's configuration
    ++compared;
    const auto ids = expected.at("ids").get<std::vector<std::int64_t>>();
    EXPECT_EQ(tokenizers.at(expected.at("model")).encode(text, static_cast<int>(ids.size())).ids, ids)
        << expected.at("model") << " [" << text << "]";
  }
  EXPECT_GE(compared, 3 * 3 * 50);
}

TEST(SentencePieceTokenizer, takesSpecialTokensFromTheFolder) {
  const TemporaryFolder folder;
  std::filesystem::copy_file(oracle() / "t5" / "spiece.model", folder / "spiece.model");
  const auto first = [&](const char* text) {
    return SentencePieceTokenizer(folder.path()).encode(text, 8).ids.front();
  };
  const auto pieces = SentencePieceTokenizer(folder.path()).vocabularySize();
  // What transformers assumes for a folder without a config.
  EXPECT_EQ(first("<extra_id_0>"), pieces + 99);
  EXPECT_EQ(first("<extra_id_99>"), pieces);
  writeTextAtomically(folder / "tokenizer_config.json",
                      R"({"extra_ids":2,"added_tokens_decoder":{"7":{"content":"<cat>"},"9":{"content":"<cat>!"}}})");
  EXPECT_EQ(first("<extra_id_0>"), pieces + 1);
  EXPECT_EQ(first("<cat> !"), 7);
  EXPECT_EQ(first("<cat>!"), 9);
  for (const char* damaged :
       {"[]", R"({"extra_ids":-1})", R"({"extra_ids":2000000000})", R"({"added_tokens_decoder":[]})",
        R"({"added_tokens_decoder":{"-1":{"content":"a"}}})", R"({"added_tokens_decoder":{"010":{}}})"}) {
    writeTextAtomically(folder / "tokenizer_config.json", damaged);
    EXPECT_THROW(SentencePieceTokenizer{folder.path()}, Failure) << damaged;
  }
}

TEST(SentencePieceTokenizer, takesAFileAFolderOrBytes) {
  const auto file = oracle() / "umt5" / "spiece.model";
  const std::string bytes = readTextFile(file);
  const auto ids = SentencePieceTokenizer(oracle() / "umt5").encode("a cat", 8).ids;
  EXPECT_EQ(SentencePieceTokenizer(file).encode("a cat", 8).ids, ids);
  EXPECT_EQ(SentencePieceTokenizer(std::string_view(bytes), "memory").encode("a cat", 8).ids, ids);
}

TEST(SentencePieceTokenizer, refusesWhatItCannotRead) {
  const TemporaryFolder folder;
  EXPECT_EQ(kindOfFailure(folder / "absent.model"), ErrorKind::NotFound);
  writeTextAtomically(folder / "tokenizer.json", "{}");
  EXPECT_EQ(kindOfFailure(folder.path()), ErrorKind::Unsupported);
  writeTextAtomically(folder / "empty.model", "");
  EXPECT_EQ(kindOfFailure(folder / "empty.model"), ErrorKind::Corrupt);
  writeTextAtomically(folder / "text.model", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
  EXPECT_EQ(kindOfFailure(folder / "text.model"), ErrorKind::Corrupt);
}

TEST(SentencePieceTokenizer, survivesDamagedModels) {
  std::mt19937_64 random(testSeed(1));
  int refused = 0;
  for (const char* name : {"umt5", "bytes"}) {
    const std::string whole = readTextFile(oracle() / name / "spiece.model");
    for (int round = 0; round < 60; ++round) {
      std::string model = whole;
      if (round % 3 == 0) model.resize(random() % model.size());
      // The last kilobytes contain the settings and the table's texts, the first ones the pieces.
      const int damages = round % 3 == 0 ? 0 : 1 << (random() % 8);
      for (int i = 0; i < damages; ++i) model[random() % model.size()] = static_cast<char>(random());
      try {
        SentencePieceTokenizer tokenizer(std::string_view(model), "damaged.model");
        tokenizer.encode("A cat ①②③ Ｆｕｌｌ ﬁne 静态，ｶﾞ e\u0301 \u1112\u1161\u11ab ☃", 64);
      } catch (const Failure& failure) {
        ++refused;
        EXPECT_TRUE(failure.error().kind == ErrorKind::Corrupt || failure.error().kind == ErrorKind::Unsupported);
        EXPECT_NE(failure.error().message.find("damaged.model"), std::string::npos) << failure.error().message;
      }
    }
  }
  EXPECT_GE(refused, 40);
}

TEST(SentencePieceTokenizer, refusesTextThatIsNotUtf8) {
  const SentencePieceTokenizer tokenizer(oracle() / "umt5");
  EXPECT_THROW(tokenizer.encode("a\xff", 8), Failure);
}

}  // namespace
}  // namespace fb::tokenizers
