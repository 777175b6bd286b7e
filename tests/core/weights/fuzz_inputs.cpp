// SPDX-License-Identifier: MIT
// Thirteen thousand damaged files, the same ones in every run, opened under AddressSanitizer and
// UndefinedBehaviorSanitizer: each is either read or refused with a Failure that names it. `fuzz_inputs TOKENIZERS
// [KIND INDEX]`: TOKENIZERS has <name>/spiece.model; with KIND and INDEX, only that input, which is kept in the folder
// that is printed with the result.
#include "base/atomic_file.h"
#include "base/json.h"
#include "files.h"
#include "flowblend/request.h"
#include "fuzz.h"
#include "gguf_bytes.h"
#include "mutation.h"
#include "tokenizers/sentencepiece_tokenizer.h"
#include "weights/checkpoint.h"
#include "weights/safetensors.h"
#include "weights/storage_type.h"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

namespace fs = std::filesystem;

// Reads what was accepted to the last byte, as a loader would.
unsigned touched(const std::map<std::string, TensorView>& tensors) {
  unsigned sum = 0;
  for (const auto& [name, view] : tensors) {
    if (denseBytes(view.type, view.shape) != view.bytes) std::abort();
    for (const auto byte : bytesOf(view)) sum += static_cast<unsigned>(byte);
  }
  return sum;
}

std::vector<TensorToWrite> sampleTensors() {
  static const std::string kData(64, '\x3c');
  const auto bytes = std::as_bytes(std::span(kData));
  return {{"blocks.0.weight", StorageType::F32, {2, 3}, bytes.first(24)},
          {"blocks.0.bias", StorageType::BF16, {3}, bytes.first(6)},
          {"fp8", StorageType::F8E4M3, {2, 2, 2}, bytes.first(8)},
          {"scalar", StorageType::F64, {}, bytes.first(8)},
          {"empty", StorageType::I64, {0, 7}, {}}};
}

std::string damagedJson(const std::string& text, Mutator& mutator) {
  return mutator.oneIn(2) ? restructured(text, mutator) : mutator.mutated(text, jsonTokens());
}

// Raw damage rarely passes the first checks, so most inputs keep a correct header length.
void safetensors(Mutator& mutator, const fs::path& folder) {
  static const std::string kSeed = [&] {
    writeSafetensors(folder / "seed", sampleTensors(), {{"format", "pt"}});
    return readFile(folder / "seed");
  }();
  const auto dataAt = 8 + static_cast<std::size_t>(static_cast<unsigned char>(kSeed[0])) +
                      256 * static_cast<std::size_t>(static_cast<unsigned char>(kSeed[1]));
  const auto header = kSeed.substr(8, dataAt - 8);
  const auto data = kSeed.substr(dataAt);
  const auto path = folder / "model.safetensors";
  writeFile(path, mutator.oneIn(3) ? mutator.mutated(kSeed, binaryTokens())
                                   : container(damagedJson(header, mutator),
                                               mutator.oneIn(8) ? mutator.mutated(data, binaryTokens()) : data));
  touched(Checkpoint::open(path).tensors());
}

// Half of the inputs keep every length and position, so that they pass the first checks.
void gguf(Mutator& mutator, const fs::path& folder) {
  static const std::string kSeed = [] {
    Gguf file;
    file.values = {{"general.architecture", textValue("wan")},
                   {"general.alignment", u32Value(32)},
                   {"tokenizer.ggml.tokens", textList({"a", "bc", ""})},
                   {"comfy.gguf.orig_shape.patch", i32List({2, 1, 3})}};
    file.tensors = {tensor("patch", {3, 2}, 0, 0), tensor("blocks.0.weight", {32, 2}, 8, 32),
                    tensor("blocks.1.weight", {256}, 12, 128)};
    file.data = std::string(24 + 8 + 68 + 28 + 144, '\x3c');
    return file.bytes();
  }();
  const auto path = folder / "model.gguf";
  writeFile(path,
            mutator.oneIn(2) ? mutator.mutated(kSeed, binaryTokens()) : mutator.overwritten(kSeed, binaryTokens()));
  touched(Checkpoint::open(path).tensors());
}

void shardIndex(Mutator& mutator, const fs::path& folder) {
  static const std::string kSeed =
      R"({"metadata":{"total_size":54},"weight_map":{"fp8":"s1.safetensors","scalar":"s1.safetensors",)"
      R"("blocks.0.bias":"s2.safetensors","blocks.0.weight":"./s2.safetensors"}})";
  for (const auto* shard : {"s1.safetensors", "s2.safetensors"})
    if (!fs::exists(folder / shard)) writeSafetensors(folder / shard, sampleTensors());
  writeFile(folder / "m.safetensors.index.json", damagedJson(kSeed, mutator));
  touched(Checkpoint::open(mutator.oneIn(2) ? folder : folder / "m.safetensors.index.json").tensors());
}

void config(Mutator& mutator, const fs::path& folder) {
  static const std::string kSeed =
      R"({"_class_name":"WanTransformer3DModel","num_layers":30,"patch_size":[1,2,2],"eps":1e-06,"image_dim":null})";
  if (!fs::exists(folder / "m.safetensors")) writeSafetensors(folder / "m.safetensors", sampleTensors());
  writeFile(folder / "config.json", damagedJson(kSeed, mutator));
  const auto file = (folder / "config.json").string();
  const auto json = parseJson(Checkpoint::open(folder).config(), file);
  const JsonObject object(json, file);
  object.string("_class_name");
  object.integer("num_layers");
  object.integerOr("image_dim", 0);
  object.number("eps");
}

PairSpec samplePair() {
  PairSpec pair;
  pair.name = "pair";
  pair.large = pair.small = pair.textEncoder = pair.tokenizer = pair.vae = "parts/m.safetensors";
  pair.previewFactors = {{0.1, -0.2, 0.3}, {1, 2, 3}};
  return pair;
}

void pair(Mutator& mutator, const fs::path& folder) {
  static const std::string kSeed = toJsonValue(samplePair(), {}).dump();
  const auto path = writeFile(folder / "pair.json", damagedJson(kSeed, mutator));
  const auto read = pairFromJson(parseJson(readTextFile(path), path.string()), path.string(), folder);
  const auto written = toJsonValue(read, folder).dump();
  pairFromJson(parseJson(written, path.string()), path.string(), folder);
}

void request(Mutator& mutator, const fs::path& folder) {
  static const std::string kSeed = toJson(defaultRequest(samplePair()));
  const auto path = writeFile(folder / "request.json", damagedJson(kSeed, mutator));
  const auto read = requestFromJson(readTextFile(path));
  if (!read) throw Failure(read.error());
  if (const auto again = requestFromJson(toJson(read.value())); !again) std::abort();
}

fs::path g_tokenizers;

void tokenizerModel(Mutator& mutator, const fs::path& folder) {
  static const std::vector<std::string> kSeeds = {readTextFile(g_tokenizers / "umt5/spiece.model"),
                                                  readTextFile(g_tokenizers / "bytes/spiece.model")};
  const auto& seed = kSeeds[mutator.below(kSeeds.size())];
  const auto path = writeFile(folder / "spiece.model", mutator.oneIn(4) ? mutator.mutated(seed, binaryTokens())
                                                                        : mutator.overwritten(seed, binaryTokens()));
  const tokenizers::SentencePieceTokenizer tokenizer(path);
  tokenizer.encode("A red circle moves left, \xe7\x94\xbb\xe9\x9d\xa2 \xef\xac\x81 \xc3\xa9!", 32);
}

constexpr FuzzKind kKinds[] = {{"safetensors", 3000, safetensors, nullptr},
                               {"gguf", 3000, gguf, nullptr},
                               {"index", 1500, shardIndex, nullptr},
                               {"config", 1000, config, nullptr},
                               {"pair", 1500, pair, nullptr},
                               {"request", 1500, request, "the request"},
                               {"sentencepiece", 1500, tokenizerModel, nullptr}};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 4) {
    fmt::print(stderr, "usage: fuzz_inputs TOKENIZERS [KIND INDEX]\n");
    return 2;
  }
  g_tokenizers = argv[1];
  return fuzz("fuzz_inputs", kKinds, argc == 4 ? std::optional(OneInput{argv[2], std::stoi(argv[3])}) : std::nullopt);
}
