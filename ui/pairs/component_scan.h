// SPDX-License-Identifier: MIT
// What is found under an added path: checkpoints, tokenizers, pair documents. Runs on a worker thread.
#pragma once

#include "flowblend/engine.h"

#include <filesystem>
#include <string_view>
#include <variant>
#include <vector>

namespace fb::ui {

// The layout of an LTX transformer whose file also contains its VAE.
inline constexpr std::string_view kSingleFileLayout = "single file with VAE";

// A spiece.model, or a folder with one.
struct TokenizerFiles {};

struct Finding {
  std::filesystem::path path;
  std::variant<ComponentInfo, TokenizerFiles, PairSpec, Error> what;

  // Null if it is something else.
  const ComponentInfo* component() const { return std::get_if<ComponentInfo>(&what); }
  const Error* error() const { return std::get_if<Error>(&what); }
};

// A file is inspected as it is; a folder is searched, including its subfolders. Never empty: if nothing is found, an
// error says so.
std::vector<Finding> scanComponents(Engine& engine, const std::filesystem::path& path);

// Takes family, schedule and defaults from the parts' files, checks the parts, and writes a document under a free name.
// Only the paths and the name in `parts` are used.
struct BuiltPair {
  PairSpec pair;
  std::filesystem::path document;
};
Result<BuiltPair> buildPair(Engine& engine, const PairSpec& parts, const std::filesystem::path& folder);

}  // namespace fb::ui
