// SPDX-License-Identifier: MIT
// What is found under an added path: checkpoints, tokenizers, pair documents. Runs on a worker thread.
#pragma once

#include "flowblend/engine.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
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

// What tells whether a file or the files of a folder have changed since they were inspected.
struct FileState {
  std::uintmax_t bytes = 0;
  std::filesystem::file_time_type written;  // of the newest
  bool operator==(const FileState&) const = default;
};
struct KnownFinding {
  FileState state;
  Finding finding;
};
using KnownFindings = std::map<std::filesystem::path, KnownFinding>;

// What watched folders contain. Of a ComfyUI tree, or its models folder, only the folders that hold models are
// searched. What has not changed since `before` is not read again.
struct FolderScan {
  struct Folder {
    std::filesystem::path path;
    std::optional<Error> problem;             // why it could not be searched
    std::optional<std::uintmax_t> freeBytes;  // on its disk, if that is known
  };
  std::vector<Folder> folders;    // as asked for
  std::vector<Finding> findings;  // each path once
  struct Searched {
    std::filesystem::path path;
    std::filesystem::file_time_type changed;  // before it was listed; the earliest time if it is not there
    std::filesystem::file_time_type listed;
  };
  std::vector<Searched> searched;  // all folders that were listed
  KnownFindings known;             // for the next scan
};
// Whether a folder has changed since it was listed, by the times that file systems keep.
bool hasChangedSince(const FolderScan::Searched& searched);
// Some keep only every second one of these times, so a change just before the listing may hide one just after it.
constexpr std::chrono::seconds kCoarsestTimes(2);
bool wasListedTooSoon(const FolderScan::Searched& searched);
// Stopped, it returns what was found until then.
FolderScan scanModelFolders(Engine& engine, const std::vector<std::filesystem::path>& folders,
                            const KnownFindings& before, const std::stop_token& stop = {});

// Takes family, schedule and defaults from the parts' files, checks the parts, and writes a document under a free name.
// Only the paths and the name in `parts` are used.
struct BuiltPair {
  PairSpec pair;
  std::filesystem::path document;
};
Result<BuiltPair> buildPair(Engine& engine, const PairSpec& parts, const std::filesystem::path& folder);

}  // namespace fb::ui
