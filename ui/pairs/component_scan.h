// SPDX-License-Identifier: MIT
// What lies under a path that someone added: checkpoints, tokenizers, pair documents. Runs on a worker thread.
#pragma once

#include "flowblend/engine.h"

#include <filesystem>
#include <string_view>
#include <variant>
#include <vector>

namespace fb::ui {

// The layout of an LTX transformer whose file holds its VAE, too.
inline constexpr std::string_view kSingleFileLayout = "single file with VAE";

// A spiece.model, or a folder with one.
struct TokenizerFiles {};

struct Finding {
  std::filesystem::path path;
  std::variant<ComponentInfo, TokenizerFiles, PairSpec, Error> what;

  // Null where it is something else.
  const ComponentInfo* component() const { return std::get_if<ComponentInfo>(&what); }
  const Error* error() const { return std::get_if<Error>(&what); }
};

// A file is what it is; a folder is searched, its subfolders too. Never empty: where nothing is found, an error says
// so.
std::vector<Finding> scanComponents(Engine& engine, const std::filesystem::path& path);

// Takes family, schedule and defaults as the parts' files have them, checks the parts, and writes a document under a
// name that is not taken yet. Of `parts` paths and name count.
struct BuiltPair {
  PairSpec pair;
  std::filesystem::path document;
};
Result<BuiltPair> buildPair(Engine& engine, const PairSpec& parts, const std::filesystem::path& folder);

}  // namespace fb::ui
