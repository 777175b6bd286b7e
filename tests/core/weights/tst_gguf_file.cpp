// SPDX-License-Identifier: MIT
#include "files.h"
#include "gguf_bytes.h"
#include "weights/checkpoint.h"
#include "weights/gguf_file.h"

#include <gtest/gtest.h>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

constexpr std::uint32_t kF32 = 0, kQ8_0 = 8, kQ4_K = 12;

// "a" [2, 3] in float32, followed by "b" [2, 32] in Q8_0.
Gguf sample() {
  Gguf file;
  file.values = {{"general.architecture", textValue("wan")},
                 {"general.file_type", u32Value(7)},
                 {"tokenizer.ggml.tokens", textList({"a", "bc", ""})}};
  file.tensors = {tensor("a", {3, 2}, kF32, 0), tensor("b", {32, 2}, kQ8_0, 32)};
  file.data = std::string(24, '\1') + std::string(8, '\0') + std::string(68, '\2');
  return file;
}

class GgufFile : public testing::Test {
protected:
  std::filesystem::path write(const std::string& bytes, const char* name = "m.gguf") {
    return writeFile(folder / name, bytes);
  }

  TemporaryFolder folder;
};

}  // namespace

TEST_F(GgufFile, IsOneMoreTableOfTensors) {
  for (const auto version : {2u, 3u}) {
    auto file = sample();
    file.version = version;
    // Recognised by its content, whatever the name.
    for (const auto* name : {"m.gguf", "m.safetensors", "m"}) {
      const auto checkpoint = Checkpoint::open(write(file.bytes(), name));
      EXPECT_EQ(static_cast<int>(checkpoint.container()), static_cast<int>(Container::Gguf));
      EXPECT_EQ(checkpoint.metadata(), (std::map<std::string, std::string>{{"general.architecture", "wan"}}));
      ASSERT_EQ(checkpoint.tensors().size(), 2u);
      const auto &a = *checkpoint.find("a"), &b = *checkpoint.find("b");
      EXPECT_EQ(a.shape, (std::vector<std::int64_t>{2, 3}));
      EXPECT_EQ(toString(a.type), "F32");
      EXPECT_EQ(bytesOf(a), std::vector<std::byte>(24, std::byte{1}));
      EXPECT_EQ(b.shape, (std::vector<std::int64_t>{2, 32}));
      EXPECT_EQ(toString(b.type), "Q8_0");
      EXPECT_EQ(b.elements(), 64);
      EXPECT_EQ(bytesOf(b), std::vector<std::byte>(68, std::byte{2}));
    }
  }
}

TEST_F(GgufFile, KnowsEveryTypesBlocks) {
  // ggml's number, elements and bytes per block.
  const struct {
    std::uint32_t number;
    std::uint64_t elements, bytes;
    const char* name;
  } types[] = {{0, 1, 4, "F32"},       {1, 1, 2, "F16"},       {2, 32, 18, "Q4_0"},    {3, 32, 20, "Q4_1"},
               {6, 32, 22, "Q5_0"},    {7, 32, 24, "Q5_1"},    {8, 32, 34, "Q8_0"},    {10, 256, 84, "Q2_K"},
               {11, 256, 110, "Q3_K"}, {12, 256, 144, "Q4_K"}, {13, 256, 176, "Q5_K"}, {14, 256, 210, "Q6_K"},
               {24, 1, 1, "I8"},       {25, 1, 2, "I16"},      {26, 1, 4, "I32"},      {27, 1, 8, "I64"},
               {28, 1, 8, "F64"},      {30, 1, 2, "BF16"}};
  for (const auto& type : types) {
    Gguf file;
    file.tensors = {tensor("a", {type.elements * 3, 5}, type.number, 0)};
    file.data = std::string(15 * type.bytes, '\1');
    const auto checkpoint = Checkpoint::open(write(file.bytes()));
    const auto& a = *checkpoint.find("a");
    EXPECT_EQ(toString(a.type), type.name);
    EXPECT_EQ(a.bytes, 15 * type.bytes) << type.name;
    EXPECT_EQ(a.elements(), static_cast<std::int64_t>(15 * type.elements)) << type.name;
  }
}

TEST_F(GgufFile, RestoresShapesThatGgmlHasNot) {
  auto file = sample();
  file.values.emplace_back("comfy.gguf.orig_shape.a", i32List({1, 3, 1, 2, 1}));
  file.values.emplace_back("comfy.gguf.orig_shape.b", i32List({4, 16}));  // blocks may run over its rows
  const auto checkpoint = Checkpoint::open(write(file.bytes()));
  EXPECT_EQ(checkpoint.find("a")->shape, (std::vector<std::int64_t>{1, 3, 1, 2, 1}));
  EXPECT_EQ(checkpoint.find("b")->shape, (std::vector<std::int64_t>{4, 16}));
}

TEST_F(GgufFile, HasPrefixesStrippedAndOtherAlignments) {
  Gguf file;
  file.alignment = 8;
  file.values = {{"general.alignment", u32Value(8)}};
  file.tensors = {tensor("model.diffusion_model.b", {1}, kF32, 8), tensor("model.diffusion_model.a", {1}, kF32, 0)};
  file.data = std::string(16, '\1');  // the last one is padded, too
  const auto checkpoint = Checkpoint::open(write(file.bytes()));
  EXPECT_TRUE(checkpoint.find("a") && checkpoint.find("b"));
}

TEST_F(GgufFile, IsFoundInAFolderThatHasNoOtherWeights) {
  write(sample().bytes());
  EXPECT_TRUE(Checkpoint::open(folder.path()).find("b"));
  write(sample().bytes(), "n.gguf");
  EXPECT_FAILURE(Checkpoint::open(folder.path()), ErrorKind::Invalid, folder.path().string(), "m.gguf, n.gguf");
  writeFile(folder / "plain.safetensors", container(R"({"c":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})", "1"));
  EXPECT_TRUE(Checkpoint::open(folder.path()).find("c"));
}

TEST_F(GgufFile, RefusesTypesThatAreNotReadByName) {
  const std::pair<std::uint32_t, const char*> types[] = {{16, "IQ2_XXS"}, {20, "IQ4_NL"}, {23, "IQ4_XS"}, {34, "TQ1_0"},
                                                         {39, "MXFP4"},   {40, "NVFP4"},  {99, "type 99"}};
  for (const auto& [number, name] : types) {
    auto file = sample();
    file.tensors[1] = tensor("b", {256}, number, 32);
    const auto path = write(file.bytes());
    EXPECT_FAILURE(Checkpoint::open(path), ErrorKind::Unsupported, path.string(), name);
    EXPECT_FAILURE(Checkpoint::open(path), ErrorKind::Unsupported, "\"b\"", "use a version in Q8_0");
  }
}

TEST_F(GgufFile, RefusesOtherVersions) {
  const std::pair<std::uint32_t, const char*> versions[] = {
      {1, "version 1"}, {4, "version 4"}, {0, "version 0"}, {0x03000000, "big-endian"}};
  for (const auto& [version, message] : versions) {
    auto file = sample();
    file.version = version;
    const auto path = write(file.bytes());
    EXPECT_FAILURE(Checkpoint::open(path), ErrorKind::Unsupported, path.string(), message);
  }
}

namespace {

std::string f32List(std::uint64_t count) { return u32(9) + u32(6) + u64(count) + std::string(4 * count, '\0'); }

Gguf withTokenizer() {
  auto file = sample();
  file.values = {{"tokenizer.ggml.model", textValue("t5")},
                 {"tokenizer.ggml.tokens", textList({"<pad>", "</s>", "<unk>", "a", "[PAD4]", "[PAD5]"})},
                 {"tokenizer.ggml.scores", f32List(6)},
                 {"tokenizer.ggml.token_type", i32List({3, 3, 2, 1, 5, 5})}};
  return file;
}

}  // namespace

TEST_F(GgufFile, HasItsTokenizerWithoutTheFilling) {
  const auto read = [&](const Gguf& file) { return readVocabulary(DataFile(write(file.bytes()))); };
  const auto found = read(withTokenizer());
  EXPECT_EQ(found.kind, "t5");
  EXPECT_EQ(found.pieces, (std::vector<std::string>{"<pad>", "</s>", "<unk>", "a"}));
  EXPECT_EQ(found.types, (std::vector<std::int32_t>{3, 3, 2, 1}));
  EXPECT_EQ(found.scores.size(), 4u);
  EXPECT_TRUE(found.charsMap.empty());
  // Pieces of that kind elsewhere, or of another one at the end, belong to the vocabulary.
  auto other = withTokenizer();
  other.values[1].second = textList({"<pad>", "</s>", "<unk>", "a", "[PAD5]", "[PAD4]"});
  EXPECT_EQ(read(other).pieces.size(), 6u);
  auto none = sample();
  none.values.clear();
  EXPECT_TRUE(read(none).kind.empty());
}

TEST_F(GgufFile, RefusesADamagedTokenizer) {
  const auto refusal = [&](std::size_t value, const std::string& bytes, std::string_view words) {
    auto file = withTokenizer();
    file.values[value].second = bytes;
    const DataFile data(write(file.bytes()));
    EXPECT_FAILURE(readVocabulary(data), ErrorKind::Corrupt, "m.gguf", words);
    // Who needs no tokenizer is not bothered.
    EXPECT_NO_THROW(openWeights(data.path()));
  };
  refusal(2, f32List(5), "6 pieces, but 5 scores");
  refusal(3, i32List({1}), "1 types");
  refusal(1, i32List({1, 2, 3, 4, 5, 6}), "tokenizer.ggml.tokens is not a list of the usual type");
  refusal(2, u32Value(1), "tokenizer.ggml.scores is not a list of the usual type");
}

TEST_F(GgufFile, RefusesAPartOfSeveral) {
  auto file = sample();
  file.values.emplace_back("split.count", u32(2) + number(1, 2));
  EXPECT_NO_THROW(Checkpoint::open(write(file.bytes())));
  file.values.back().second = u32(2) + number(3, 2);
  const auto path = write(file.bytes());
  EXPECT_FAILURE(Checkpoint::open(path), ErrorKind::Unsupported, path.string(), "one of 3 parts");
}

struct Damage {
  std::string title;
  std::function<void(Gguf&)> make;
  std::string message;
};

class DamagedGguf : public testing::TestWithParam<Damage> {};

TEST_P(DamagedGguf, IsRefusedWithFileAndReason) {
  const TemporaryFolder folder;
  auto file = sample();
  GetParam().make(file);
  const auto path = writeFile(folder / "m.gguf", file.bytes());
  EXPECT_FAILURE(openWeights(path), ErrorKind::Corrupt, path.string(), GetParam().message);
}

namespace {

Damage value(const char* title, const std::string& key, const std::string& bytes, const char* message) {
  return {title, [=](Gguf& file) { file.values.emplace_back(key, bytes); }, message};
}

// In place of "b".
Damage second(const char* title, const std::string& entry, const char* message) {
  return {title, [=](Gguf& file) { file.tensors[1] = entry; }, message};
}

Damage data(const char* title, std::size_t size, const char* message) {
  return {title, [=](Gguf& file) { file.data.resize(size); }, message};
}

constexpr std::uint64_t kHuge = ~std::uint64_t{0};

std::string titleOf(const testing::TestParamInfo<Damage>& damage) { return damage.param.title; }

}  // namespace

INSTANTIATE_TEST_SUITE_P(
    All, DamagedGguf,
    testing::Values(
        data("DataCutOff", 90, "incompletely downloaded"), data("NoData", 0, "incompletely downloaded"),
        data("DataLeftOver", 129, "the last 1 bytes belong to no tensor"),
        value("KeyTwice", "general.architecture", textValue("ltxv"), "\"general.architecture\" twice"),
        value("UnknownValueType", "x", u32(13), "unknown type 13"),
        value("TextTooLong", "x", u32(8) + u64(kHuge), "a metadata text has"),
        value("ListTooLong", "x", u32(9) + u32(8) + u64(kHuge), "list elements do not fit into it"),
        value("ListOverflows", "x", u32(9) + u32(11) + u64(kHuge / 8 + 2), "list elements do not fit into it"),
        value("SkippedTextTooLong", "x", u32(9) + u32(8) + u64(1) + u64(kHuge), "ends inside its header"),
        value("DeepNesting", "x",
              u32(9) + (u32(9) + u64(1)) + (u32(9) + u64(1)) + (u32(9) + u64(1)) + (u32(9) + u64(1)) + u32(0) + u64(0),
              "nested too deep"),
        value("KeyNotUtf8", "\xff", u32Value(1), "a metadata key is not UTF-8"),
        value("AlignmentZero", "general.alignment", u32Value(0), "general.alignment is 0"),
        value("AlignmentOdd", "general.alignment", u32Value(24), "general.alignment is 24"),
        value("AlignmentText", "general.alignment", textValue("32"), "general.alignment is not"),
        value("ShapeDoesNotFit", "comfy.gguf.orig_shape.a", i32List({2, 4}), "does not fit"),
        value("ShapeNegative", "comfy.gguf.orig_shape.a", i32List({-2, -3}), "does not fit"),
        value("ShapeText", "comfy.gguf.orig_shape.a", textValue("2, 3"), "not a list of sizes"),
        value("ShapeTooLong", "comfy.gguf.orig_shape.a", i32List({6, 1, 1, 1, 1, 1, 1, 1, 1}), "9 dimensions"),
        second("NameTwice", tensor("a", {32, 2}, kQ8_0, 32), "\"a\" occurs twice"),
        second("NameNotUtf8", tensor("\xff", {32, 2}, kQ8_0, 32), "a tensor's name is not UTF-8"),
        second("NameTooLong", tensor(std::string(5000, 'n'), {32, 2}, kQ8_0, 32), "a tensor's name has 5000 bytes"),
        second("TooManyDimensions", tensor("b", {32, 2, 1, 1, 1, 1, 1, 1, 1}, kQ8_0, 32), "9 dimensions"),
        second("SizeTooLarge", tensor("b", {kHuge}, kF32, 32), "is too large"),
        second("ShapeOverflows", tensor("b", {1ull << 32, 1ull << 32}, kQ4_K, 32),
               "is not a multiple of the block size"),
        second("PartOfABlock", tensor("b", {16, 4}, kQ8_0, 32), "is not a multiple of the block size of Q8_0"),
        second("Misaligned", tensor("b", {32, 2}, kQ8_0, 33), "does not begin at a multiple of 32"),
        second("Overlap", tensor("b", {32, 2}, kQ8_0, 0), "overlaps the one before"),
        second("Hole", tensor("b", {32, 1}, kQ8_0, 64), "32 bytes before the tensor \"b\""),
        second("FarAway", tensor("b", {32, 2}, kQ8_0, kHuge - 31), "bytes before the tensor \"b\""),
        second("Huge", tensor("b", {1ull << 40}, kF32, 32), "incompletely downloaded")),
    titleOf);

TEST_F(GgufFile, RefusesEveryFileThatIsCutShort) {
  const auto whole = sample().bytes();
  for (std::size_t size = 4; size < whole.size(); ++size) {
    const auto path = write(whole.substr(0, size));
    EXPECT_FAILURE(openWeights(path), ErrorKind::Corrupt, path.string(), "incompletely downloaded");
  }
}

TEST_F(GgufFile, BelievesNoCount) {
  for (const std::size_t at : {8u, 16u}) {
    auto bytes = sample().bytes();
    bytes.replace(at, 8, u64(kHuge / 32));
    const auto path = write(bytes);
    EXPECT_FAILURE(openWeights(path), ErrorKind::Corrupt, path.string(), "do not fit into it");
  }
}
