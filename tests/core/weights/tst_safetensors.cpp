// SPDX-License-Identifier: MIT
#include "files.h"
#include "weights/safetensors.h"
#include "weights/tensor_file.h"
#include "weights/tensor_types.h"

#include <ATen/ATen.h>
#include <gtest/gtest.h>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

// `-3..11` as [3, 5], made by the oracle script.
at::Tensor ramp(at::ScalarType type) {
  const auto values = at::arange(-3, 12, at::kLong).reshape({3, 5});
  if (type == at::kBool) return values.remainder(2).eq(0);
  return (type == at::kByte ? values.abs() : values).to(type);
}

NamedTensors allTypes() {
  return {{"float64", ramp(at::kDouble)},
          {"float32", ramp(at::kFloat)},
          {"float16", ramp(at::kHalf)},
          {"bfloat16", ramp(at::kBFloat16)},
          {"float8_e4m3fn", ramp(at::kFloat8_e4m3fn)},
          {"float8_e5m2", ramp(at::kFloat8_e5m2)},
          {"int64", ramp(at::kLong)},
          {"int32", ramp(at::kInt)},
          {"int16", ramp(at::kShort)},
          {"int8", ramp(at::kChar)},
          {"uint8", ramp(at::kByte)},
          {"bool", ramp(at::kBool)},
          {"scalar", at::scalar_tensor(1.5, at::kFloat)},
          {"empty", at::zeros({0, 4})}};
}

void expectEqual(const NamedTensors& actual, const NamedTensors& expected) {
  ASSERT_EQ(actual.size(), expected.size());
  for (const auto& [name, tensor] : expected) {
    ASSERT_TRUE(actual.contains(name)) << name;
    const auto& other = actual.at(name);
    ASSERT_EQ(other.scalar_type(), tensor.scalar_type()) << name;
    ASSERT_EQ(other.sizes(), tensor.sizes()) << name;
    EXPECT_TRUE(at::equal(other.to(at::kDouble), tensor.to(at::kDouble))) << name;
  }
}

std::filesystem::path oracle(const std::string& name) {
  return std::filesystem::path(std::getenv("FB_ORACLE_DIR")) / "weights" / name;
}

constexpr const char* kOneTensor = R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
constexpr std::string_view kEightBytes("\0\0\x80\x3f\0\0\0\x40", 8);

}  // namespace

TEST(Safetensors, ReadsEveryTypeAsTheReferenceLibraryWroteIt) {
  const auto file = loadTensors(oracle("types.safetensors"));
  expectEqual(file.tensors, allTypes());
  EXPECT_EQ(file.metadata, (std::map<std::string, std::string>{{"format", "pt"}}));
}

TEST(Safetensors, WritesTheBytesThatTheReferenceLibraryWrites) {
  const TemporaryFolder folder;
  saveTensors(folder / "ours.safetensors", allTypes(), {{"format", "pt"}});
  EXPECT_TRUE(readFile(folder / "ours.safetensors") == readFile(oracle("types.safetensors")));
}

TEST(Safetensors, SavesTensorsOfAnyLayout) {
  const TemporaryFolder folder;
  const auto tensor = at::arange(24, at::kFloat).reshape({2, 3, 4}).permute({2, 0, 1});
  saveTensors(folder / "a.safetensors", {{"permuted", tensor}, {"part", tensor.select(0, 1)}}, {{"step", "\"3\" \n"}});
  const auto file = loadTensors(folder / "a.safetensors");
  expectEqual(file.tensors, {{"permuted", tensor}, {"part", tensor.select(0, 1)}});
  EXPECT_EQ(file.metadata.at("step"), "\"3\" \n");
}

// As the reference library does.
TEST(Safetensors, ReadsMetadataThatIsNull) {
  const TemporaryFolder folder;
  const auto entry = R"("a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
  writeFile(folder / "null.safetensors", container(std::string(R"({"__metadata__":null,)") + entry, kEightBytes));
  const auto file = loadTensors(folder / "null.safetensors");
  EXPECT_EQ(file.tensors.at("a")[1].item<float>(), 2.0f);
  EXPECT_TRUE(file.metadata.empty());
}

TEST(Safetensors, ReadsDataThatIsNotAligned) {
  const TemporaryFolder folder;
  const auto header = std::string(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[1,9]},)") +
                      R"("b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})";
  writeFile(folder / "odd.safetensors", container(header, std::string("\x07").append(kEightBytes)));
  const auto file = loadTensors(folder / "odd.safetensors");
  EXPECT_EQ(file.tensors.at("a")[1].item<float>(), 2.0f);
  EXPECT_EQ(file.tensors.at("b")[0].item<int>(), 7);
}

TEST(Safetensors, KeepsTheOldFileWhereWritingFails) {
  const TemporaryFolder folder;
  const auto path = writeFile(folder / "kept.safetensors", "old");
  const std::vector<TensorToWrite> tooShort{{"a", StorageType::F32, {3}, std::as_bytes(std::span(kEightBytes))}};
  EXPECT_FAILURE(writeSafetensors(path, tooShort), ErrorKind::Invalid, "kept.safetensors", "\"a\"");
  EXPECT_FAILURE(writeSafetensors(path, {}, {{"prompt", "\xff"}}), ErrorKind::Invalid, "kept.safetensors", "UTF-8");
  EXPECT_EQ(readFile(path), "old");
  EXPECT_FAILURE(writeSafetensors(folder / "absent/a.safetensors", {}), ErrorKind::NotFound, "a.safetensors",
                 "No such file");
}

// What this program wrote itself can be made again, which others do where it is damaged.
TEST(Safetensors, CallsItsOwnFilesDamaged) {
  const TemporaryFolder folder;
  const auto path = writeFile(folder / "state.safetensors", "something else was written here");
  EXPECT_FAILURE(loadTensors(path), ErrorKind::Corrupt, path.string(), "does not start with a header");
  EXPECT_FAILURE(openWeights(path), ErrorKind::Unsupported, path.string(), "is not a safetensors or GGUF file");
}

struct Rejection {
  const char* title;
  std::string bytes;
  ErrorKind kind;
  const char* message;
};

class SafetensorsRejection : public testing::TestWithParam<Rejection> {};

TEST_P(SafetensorsRejection, NamesFileAndReason) {
  const TemporaryFolder folder;
  const auto path = writeFile(folder / "broken.safetensors", GetParam().bytes);
  EXPECT_FAILURE(openWeights(path), GetParam().kind, path.string(), GetParam().message);
}

namespace {

Rejection damaged(const char* title, std::string bytes, const char* message) {
  return {title, std::move(bytes), ErrorKind::Corrupt, message};
}

// It was never a file of weights: no download would mend it.
Rejection foreign(const char* title, std::string bytes) {
  return {title, std::move(bytes), ErrorKind::Unsupported, "is not a safetensors or GGUF file"};
}

Rejection saying(const char* title, std::string bytes, const char* message) {
  return {title, std::move(bytes), ErrorKind::Unsupported, message};
}

// A file with one tensor "a" with this entry, over eight bytes of data.
Rejection entry(const char* title, const std::string& json, const char* message) {
  return damaged(title, container("{\"a\":" + json + "}", kEightBytes), message);
}

std::string titleOf(const testing::TestParamInfo<Rejection>& info) { return info.param.title; }

std::string two(const char* first, const char* second) {
  return container(fmt::format(R"({{"a":{{"dtype":"U8","shape":[{0}],"data_offsets":[{1}]}},)"
                               R"("b":{{"dtype":"U8","shape":[4],"data_offsets":[{2}]}}}})",
                               4, first, second),
                   kEightBytes);
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(
    Container, SafetensorsRejection,
    testing::Values(
        damaged("Empty", "", "is empty"), foreign("Short", "{}"), foreign("Text", "These are notes, not weights.\n"),
        saying("Page", "<!DOCTYPE html>\n<html lang=\"en\">" + std::string(8000, ' '), "a web page"),
        saying("IndentedPage", "\n  <html>", "a web page"),
        saying("Answer", "Entry not found", "15 bytes of text, \"Entry not found\""),
        saying("JsonAnswer", "{\"error\":\"Access to this repository is restricted.\"}\r\nsecond line",
               "65 bytes of text, \"{\"error\":\"Access to this repository is restricted.\"}\""),
        foreign("LongText", std::string(5000, 'a')), foreign("Picture", "\x89PNG\r\n\x1a\n" + std::string(56, '\7')),
        foreign("HugeHeader", littleEndian(100'000'001) + "{}"),
        foreign("LengthOverflows", std::string(8, '\xff') + "{}"),
        damaged("NothingButZeros", std::string(4096, '\0'), "does not start with a header"),
        damaged("HeaderCutOff", container(kOneTensor, "").substr(0, 30), "ends inside its header"),
        damaged("DataCutOff", container(kOneTensor, kEightBytes.substr(0, 7)), "incompletely downloaded"),
        damaged("DataLeftOver", container(kOneTensor, "123456789"), "the last 1 bytes belong to no tensor"),
        damaged("NotJson", container("{\"a\":}", ""), "not valid JSON"),
        damaged("NotUtf8", container("{\"\xff\":1}", ""), "not valid JSON"), foreign("List", container("[1, 2]", "")),
        damaged("DeepNesting", container("{\"a\":" + std::string(100'000, '['), ""), "nested too deep"),
        damaged("SameNameTwice", container(std::string("{\"a\":1,") + (kOneTensor + 1), kEightBytes), "\"a\" twice"),
        damaged("Overlap", two("0,4", "3,7"), "\"b\" overlaps"),
        damaged("SameBytes", two("4,8", "4,8"), "belong to no"),
        damaged("MetadataNotText", container(R"({"__metadata__":{"a":1}})", ""), "metadata entry \"a\""),
        damaged("MetadataNotObject", container(R"({"__metadata__":[]})", ""), "metadata is not an object"),
        damaged("LfsPointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull"),
        damaged("Hole", container(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", kEightBytes),
                "4 bytes before the tensor \"a\""),
        Rejection{"Zip", "PK\3\4 archive/data.pkl", ErrorKind::Unsupported, "is a pickle file"},
        Rejection{"OldPickle", "\x80\x02\x8a\nl\xfc\x9c\x46\xf9 j\xa8P\x19.", ErrorKind::Unsupported,
                  "run arbitrary code"}),
    titleOf);

INSTANTIATE_TEST_SUITE_P(
    Entry, SafetensorsRejection,
    testing::Values(
        entry("NotObject", "3", "\"a\" is not an object"),
        entry("NoDtype", R"({"shape":[2],"data_offsets":[0,8]})", "has no \"dtype\""),
        entry("NoShape", R"({"dtype":"F32","data_offsets":[0,8]})", "has no \"shape\""),
        entry("NoOffsets", R"({"dtype":"F32","shape":[2]})", "has no \"data_offsets\""),
        entry("DtypeNotText", R"({"dtype":3,"shape":[2],"data_offsets":[0,8]})", "dtype of \"a\""),
        entry("FieldTwice", R"({"dtype":"F32","shape":[1],"shape":[2],"data_offsets":[0,8]})", "\"shape\" twice"),
        entry("NegativeSize", R"({"dtype":"F32","shape":[-2],"data_offsets":[0,8]})", "shape of \"a\""),
        entry("FractionalSize", R"({"dtype":"F32","shape":[2.0],"data_offsets":[0,8]})", "shape of \"a\""),
        entry("SizeTooLarge", R"({"dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8]})",
              "shape of \"a\""),
        entry("ShapeOverflows", R"({"dtype":"F32","shape":[4294967296,4294967296,2],"data_offsets":[0,8]})",
              "does not fit its shape"),
        entry("ShapeTooSmall", R"({"dtype":"F32","shape":[1],"data_offsets":[0,8]})", "does not fit its shape"),
        entry("OffsetsBackwards", R"({"dtype":"F32","shape":[2],"data_offsets":[8,0]})", "spans bytes 8 to 0"),
        entry("OffsetNegative", R"({"dtype":"F32","shape":[2],"data_offsets":[-8,0]})", "not two positions"),
        entry("ThreeOffsets", R"({"dtype":"F32","shape":[2],"data_offsets":[0,4,8]})", "not two positions"),
        Rejection{"UnknownType", container(R"({"a":{"dtype":"F4","shape":[16],"data_offsets":[0,8]}})", kEightBytes),
                  ErrorKind::Unsupported, "\"F4\""}),
    titleOf);

TEST(Safetensors, SaysWhatIsWrongWithThePath) {
  const TemporaryFolder folder;
  EXPECT_FAILURE(openWeights(folder / "absent.safetensors"), ErrorKind::NotFound, "absent.safetensors", "not exist");
  EXPECT_FAILURE(openWeights(folder.path()), ErrorKind::Unsupported, folder.path().string(), "is not a file");
}

// A mapped file would crash the program here with SIGBUS.
TEST(Safetensors, SaysThatAnOpenedFileWasCutShort) {
  const TemporaryFolder folder;
  const auto path = folder / "cut.safetensors";
  saveTensors(path, {{"a", at::arange(4 << 20)}, {"b", at::arange(4)}});
  const auto file = openWeights(path);
  const auto& view = file.tensors.at("a");
  std::filesystem::resize_file(path, view.begin + view.bytes / 2);
  EXPECT_FAILURE(copied(view), ErrorKind::Corrupt, path.string(), "has been truncated since it was opened");
  EXPECT_FAILURE(copied(view, at::kFloat), ErrorKind::Corrupt, path.string(), "has been truncated since it was opened");
  EXPECT_FAILURE(bytesOf(file.tensors.at("b")), ErrorKind::Corrupt, path.string(), "has been truncated");
  std::vector<std::byte> half(view.bytes / 2);
  // The remaining bytes may be another file's.
  EXPECT_FAILURE(readInto(view, half), ErrorKind::Corrupt, path.string(), "has been truncated since it was opened");
  EXPECT_FAILURE(readInto(view, half, half.size() + 1), ErrorKind::Internal, path.string(), "of a tensor that has");
}

// Longer than the parts in which they are read.
TEST(Safetensors, ConvertsWhileReading) {
  const TemporaryFolder folder;
  const auto values = at::arange((2 << 20) + 17, at::kInt);
  saveTensors(folder / "a.safetensors", {{"a", values}});
  const auto file = openWeights(folder / "a.safetensors");
  EXPECT_TRUE(at::equal(copied(file.tensors.at("a"), at::kDouble), values.to(at::kDouble)));
}

TEST(Safetensors, ComparesTensorsByTheirBytes) {
  const TemporaryFolder folder;
  const auto values = at::arange((2 << 20) + 17, at::kInt);
  const auto save = [&](const char* name, const at::Tensor& tensor) {
    saveTensors(folder / name, {{"a", tensor}});
    return openWeights(folder / name).tensors.at("a");
  };
  const auto first = save("1", values);
  EXPECT_TRUE(sameTensor(first, first));
  EXPECT_TRUE(sameTensor(first, save("2", values)));
  EXPECT_FALSE(sameTensor(first, save("3", at::cat({values.narrow(0, 0, 2 << 20), values.narrow(0, 0, 17)}))));
  EXPECT_FALSE(sameTensor(first, save("4", values.unsqueeze(0))));
  EXPECT_FALSE(sameTensor(first, save("5", values.to(at::kFloat))));
}
