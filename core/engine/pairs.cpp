// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/json.h"
#include "engine/components.h"
#include "engine/guarded.h"
#include "flowblend/model_info.h"
#include "models/wan/wan_vae.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace fb {
namespace {

namespace fs = std::filesystem;

ComponentInfo expect(const fs::path& path, ComponentKind kind, const char* part) {
  const auto info = engine::inspect(weights::Checkpoint::open(path));
  if (info.kind != kind)
    fail(ErrorKind::Invalid, "the pair's {} must be a {}, but {} is a {}", part, toString(kind), path.string(),
         toString(info.kind));
  return info;
}

void requireEqual(const ComponentInfo& a, const char* aSize, const char* aPart, const ComponentInfo& b,
                  const char* bSize, const char* bPart, const char* what) {
  const auto left = a.sizes.at(aSize), right = b.sizes.at(bSize);
  if (left == right) return;
  fail(ErrorKind::Invalid, "these do not make a pair: the {} has {} {} and the {} has {}", aPart, left, what, bPart,
       right);
}

void check(const PairSpec& pair) {
  const auto large = expect(pair.large, ComponentKind::WanTransformer, "large model");
  const auto small = expect(pair.small, ComponentKind::WanTransformer, "small model");
  const auto text = expect(pair.textEncoder, ComponentKind::Umt5Encoder, "text encoder");
  const auto vae = expect(pair.vae, ComponentKind::WanVae, "VAE");
  requireEqual(large, "channels", "large model", small, "channels", "small model", "latent channels");
  requireEqual(large, "channels", "large model", vae, "channels", "VAE", "latent channels");
  requireEqual(large, "text_dim", "large model", small, "text_dim", "small model", "channels of text width");
  requireEqual(large, "text_dim", "large model", text, "dim", "text encoder", "channels of text width");
}

// Two models share a latent space only if their VAE is the same, weights and statistics.
void requireSameVae(const fs::path& large, const fs::path& small) {
  const auto a = weights::Checkpoint::open(large), b = weights::Checkpoint::open(small);
  const auto aConfig = models::WanVaeConfig::detect(a), bConfig = models::WanVaeConfig::detect(b);
  const auto sameTensor = [](const auto& left, const auto& right) {
    return left.first == right.first && left.second.type == right.second.type &&
           left.second.shape == right.second.shape && std::ranges::equal(left.second.data, right.second.data);
  };
  if (aConfig.latentsMean != bConfig.latentsMean || aConfig.latentsStd != bConfig.latentsStd ||
      !std::ranges::equal(a.tensors(), b.tensors(), sameTensor))
    fail(ErrorKind::Invalid,
         "these do not make a pair: the VAEs in {} and {} differ, so the two models do not share a latent space",
         large.string(), small.string());
}

PairSpec fromFolders(const fs::path& large, const fs::path& small) {
  for (const auto& folder : {large, small})
    if (!fs::is_directory(folder)) fail(ErrorKind::NotFound, "{} is not a folder", folder.string());
  const auto inside = [](const fs::path& folder, const char* part) {
    return fs::is_directory(folder / part) ? folder / part : folder;
  };
  PairSpec pair;
  pair.name =
      fmt::format("{} and {}", fs::canonical(large).filename().string(), fs::canonical(small).filename().string());
  pair.large = inside(large, "transformer");
  pair.small = inside(small, "transformer");
  pair.textEncoder = large / "text_encoder";
  pair.tokenizer = large / "tokenizer";
  pair.vae = large / "vae";
  if (fs::is_directory(small / "vae") && fs::is_directory(pair.vae)) requireSameVae(pair.vae, small / "vae");
  if (const auto scheduler = large / "scheduler" / "scheduler_config.json"; fs::exists(scheduler)) {
    const auto json = parseJson(readTextFile(scheduler), scheduler.string());
    pair.defaults.shift = JsonObject(json, scheduler.string()).numberOr("flow_shift", pair.defaults.shift);
  }
  return pair;
}

fs::path builtInDocument() {
  std::vector<fs::path> candidates;
  if (const char* resources = std::getenv("FLOWBLEND_RESOURCES")) candidates.emplace_back(resources);
  std::error_code error;
  if (const auto program = fs::read_symlink("/proc/self/exe", error); !error) {
    candidates.push_back(program.parent_path() / "resources");
    candidates.push_back(program.parent_path().parent_path() / "share" / "flowblending-studio");
  }
  candidates.emplace_back(FB_SOURCE_RESOURCES);
  for (const auto& folder : candidates)
    if (const auto document = folder / "demo-pair" / "pair.json"; fs::exists(document)) return document;
  fail(ErrorKind::NotFound,
       "the built-in pair was not found; set FLOWBLEND_RESOURCES to the program's resources folder");
}

}  // namespace

Result<PairSpec> readPair(const fs::path& document) {
  return engine::guarded([&] {
    const auto json = parseJson(readTextFile(document), document.string());
    return pairFromJson(json, document.string(), fs::absolute(document).parent_path());
  });
}

Status writePair(const PairSpec& pair, const fs::path& document) {
  return engine::guarded([&] {
    writeTextAtomically(document, toJsonValue(pair, fs::absolute(document).parent_path()).dump(2) + "\n");
    return Done{};
  });
}

Result<PairSpec> pairFromFolders(const fs::path& large, const fs::path& small) {
  return engine::guarded([&] { return fromFolders(large, small); });
}

Status checkPair(const PairSpec& pair) {
  return engine::guarded([&] {
    check(pair);
    return Done{};
  });
}

Result<PairSpec> builtInPair() {
  return engine::guarded([&] {
    const auto document = builtInDocument();
    auto pair = readPair(document);
    if (!pair) throw Failure(pair.error());
    return std::move(pair).value();
  });
}

}  // namespace fb
