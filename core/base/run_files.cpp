// SPDX-License-Identifier: MIT
#include "base/run_files.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/guarded.h"
#include "base/run_lease.h"
#include "base/user_folders.h"
#include "flowblend/numbers.h"
#include "flowblend/request.h"
#include "flowblend/run_folder.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>
#include <system_error>
#include <vector>

namespace fb {
namespace {

namespace fs = std::filesystem;

fs::path makeRunFolder(const fs::path& parent) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto name = fmt::format("{:%Y-%m-%d-%H%M%S}", fmt::gmtime(seconds));
  auto folder = parent / name;
  // Runs contain prompts, which are private.
  constexpr unsigned kOwnerOnly = 0700;
  if (claimFolder(folder, kOwnerOnly)) return folder;
  for (int i = 2;; ++i)
    if (auto next = parent / fmt::format("{}-{}", name, i); claimFolder(next, kOwnerOnly)) return next;
}

void requireRun(const fs::path& folder) {
  if (!fs::is_directory(linkStatusOf(folder)))
    fail(ErrorKind::Invalid, "{} is not a run folder: it is not a folder", folder.string());
  if (fs::is_empty(folder)) return;
  const auto request = folder / run_files::kRequest;
  if (!fs::exists(statusOf(request)))
    fail(ErrorKind::Invalid, "{} is not a run folder: it has no {}", folder.string(), run_files::kRequest);
  if (const auto read = requestFromJson(readTextFile(request)); !read)
    fail(ErrorKind::Invalid, "{}: {}", request.string(), read.error().message);
}

// In the order in which they are removed. The request is the last: if this is interrupted, the folder is still
// recognised as a run.
constexpr std::array kData = {run_files::kClip, run_files::kState, run_files::kText};
constexpr std::array kRecords = {run_files::kThumbnail, run_files::kMagnitudes, run_files::kPlace, run_files::kInputs,
                                 run_files::kRequest};

bool isWritten(std::string_view name) {
  return run_files::keptStep(name) || std::ranges::find(kData, name) != kData.end() ||
         std::ranges::find(kRecords, name) != kRecords.end();
}

Done removeFiles(const fs::path& folder) {
  requireRun(folder);
  const RunLease lease(folder);
  removeAbandonedTemporaries(folder);
  for (const auto& path : entriesOf(folder))
    if (run_files::keptStep(path.filename().string()) && !fs::is_directory(linkStatusOf(path))) fs::remove(path);
  for (const auto& names : {std::span<const char* const>(kData), std::span<const char* const>(kRecords)})
    for (const auto* name : names)
      if (const auto file = folder / name; !fs::is_directory(linkStatusOf(file))) fs::remove(file);
  std::error_code notEmpty;
  fs::remove(folder, notEmpty);
  return {};
}

// The caller holds the lease, as for removeData().
std::uint64_t removeStates(const fs::path& folder, const std::vector<int>& except) {
  std::uint64_t bytes = 0;
  for (const auto& path : entriesOf(folder)) {
    const auto step = run_files::keptStep(path.filename().string());
    if (!step || std::ranges::find(except, *step) != except.end() || !fs::is_regular_file(statusOf(path))) continue;
    const auto size = fs::file_size(path);
    if (fs::remove(path)) bytes += size;
  }
  return bytes;
}

std::uint64_t removeData(const fs::path& folder) {
  auto bytes = removeStates(folder, {});
  for (const auto* name : kData) {
    const auto file = folder / name;
    if (!fs::is_regular_file(linkStatusOf(file))) continue;
    const auto size = fs::file_size(file);
    if (fs::remove(file)) bytes += size;
  }
  return bytes;
}

}  // namespace

namespace run_files {
namespace {

constexpr std::string_view kKeptPrefix = "state-", kKeptSuffix = ".safetensors";

}  // namespace

std::string keptState(int step) { return fmt::format("{}{:05}{}", kKeptPrefix, step, kKeptSuffix); }

std::optional<int> keptStep(std::string_view name) {
  const auto first = name.find_first_not_of('0', kKeptPrefix.size());
  if (!name.starts_with(kKeptPrefix) || first == std::string_view::npos) return std::nullopt;
  const auto step = numberFrom<int>(name.substr(first, name.find('.') - first));
  return step && keptState(*step) == name ? step : std::nullopt;
}

}  // namespace run_files

Result<fs::path> newRunFolder(const fs::path& parent) {
  return guarded([&] { return makeRunFolder(parent.empty() ? userStateFolder() / "runs" : parent); });
}

bool isRunFolder(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / run_files::kRequest, error);
}

bool isRunInUse(const fs::path& folder) { return RunLease::isHeld(folder); }

Status removeRun(const fs::path& folder) {
  return guarded([&] { return removeFiles(folder); });
}

Result<std::uint64_t> removeKeptStates(const fs::path& folder, const std::vector<int>& except) {
  return guarded([&] {
    requireRun(folder);
    const RunLease lease(folder);
    return removeStates(folder, except);
  });
}

Result<std::uint64_t> removeRunData(const fs::path& folder) {
  return guarded([&] {
    requireRun(folder);
    const RunLease lease(folder);
    return removeData(folder);
  });
}

RunSpace runSpace(const fs::path& folder) {
  RunSpace space;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unreadable;
    const auto name = entry->path().filename().string();
    if (!isWritten(name) || !entry->is_regular_file(unreadable)) continue;
    const auto size = entry->file_size(unreadable);
    if (unreadable) continue;
    space.all += size;
    if (run_files::keptStep(name)) space.keptStates += size;
  }
  return space;
}

fs::path runThumbnail(const fs::path& folder) { return folder / run_files::kThumbnail; }

}  // namespace fb
