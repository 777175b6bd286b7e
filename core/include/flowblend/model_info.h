// SPDX-License-Identifier: MIT
// Finding and recognising checkpoints and pairs without loading any weight.
#pragma once

#include "flowblend/request.h"
#include "flowblend/status.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fb {

// What a file or folder was recognised as, by tensor names and shapes.
struct ComponentInfo {
  ComponentKind kind;
  std::string layout;   // "diffusers", "original", "transformers"
  std::string variant;  // "1.3B", "14B", "2B 0.9.5 and later" or the sizes in words
  std::string storage;  // "float32", "bfloat16", "float8_e4m3fn, scaled", ...
  std::uint64_t parameters = 0;
  int files = 0;
  std::map<std::string, std::int64_t> sizes;  // dim, layers, heads, ...
  std::vector<std::string> missing;           // tensor names
  std::vector<std::string> unexpected;
  std::vector<std::string> misshapen;  // "name: is [..], must be [..]"
  bool complete() const { return missing.empty() && unexpected.empty() && misshapen.empty(); }
};

// Reads the headers only. `path`: a safetensors file, an index json or a folder with one of them.
Result<ComponentInfo> inspectComponent(const std::filesystem::path& path);

// Reads a pair document; relative paths count from its folder.
Result<PairSpec> readPair(const std::filesystem::path& document);
// Writes a pair document, atomically.
Status writePair(const PairSpec& pair, const std::filesystem::path& document);
// A pair of two diffusers pipeline folders; text encoder, tokenizer, VAE and scheduler are the large one's. The family
// is that of the large transformer.
Result<PairSpec> pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small);
// A pair of parts that lie anywhere: `parts` says their paths and the name. The family is that of the large
// transformer; schedule, guidance and defaults are as its files have them. An LTX VAE that is not named is the one in a
// model's file or beside it; a part that is named and is not there is an error. Does not tell whether the parts fit:
// checkPair() does.
Result<PairSpec> pairFromParts(PairSpec parts);
// Why the parts do not fit together, or Done.
Status checkPair(const PairSpec& pair);
// The pairs that ship with the program: $FLOWBLEND_RESOURCES, beside the program, or the source tree. Never empty.
Result<std::vector<PairSpec>> builtInPairs();
// The first of them.
Result<PairSpec> builtInPair();

}  // namespace fb
