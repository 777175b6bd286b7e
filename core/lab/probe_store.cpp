// SPDX-License-Identifier: MIT
#include "lab/probe_store.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/guarded.h"
#include "base/kept_document.h"
#include "base/user_folders.h"
#include "lab/deviation_document.h"

#include <algorithm>

namespace fb::lab {
namespace {

namespace fs = std::filesystem;

// FNV-1a, 64 bits: names of files only, whose content is checked.
std::string nameFor(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("{:016x}", hash);
}

std::string nameFor(const std::map<std::string, std::string>& settings) {
  std::string lines;
  for (const auto& [key, value] : settings) lines += fmt::format("{}={}\n", key, value);
  return nameFor(lines);
}

// The documents in it; none if the folder does not exist.
std::vector<fs::path> documentsIn(const fs::path& folder) {
  if (!fs::exists(statusOf(folder))) return {};
  auto files = entriesOf(folder);
  // What a killed process left has a hidden name.
  std::erase_if(files, [](const fs::path& file) {
    return file.extension() != ".json" || file.filename().string().starts_with('.');
  });
  std::ranges::sort(files);
  return files;
}

// The failure of `read`, with the way out.
template <class Read>
auto readOrTellWayOut(const fs::path& file, Read read) {
  try {
    return read(readTextFile(file), file.string());
  } catch (const Failure& failure) {
    // What a newer version has measured is not lost to it if it is only moved.
    fail(failure.error().kind, "{}; {} {} and measure again", failure.what(),
         failure.error().kind == ErrorKind::Unsupported ? "move away" : "remove", file.string());
  }
}

}  // namespace

ProbeStore ProbeStore::ofUser() { return ProbeStore(userStateFolder() / "probes"); }

fs::path ProbeStore::folderOf(std::string_view pair) const { return m_folder / nameFor(pair); }

ProbeProfile ProbeStore::load(const ProbeProfile& of) const {
  auto profile = of;
  profile.cells.clear();
  for (const auto& file : documentsIn(folderOf(of.pair) / nameFor(of.settings)))
    readOrTellWayOut(file, [&](const std::string& text, const std::string& document) {
      const auto read = valueOrFail(probeFromJson(text, document));
      requireSamePair(document, read.pair, of);
      requireSameSettings(document, read.settings, of.settings);
      addCells(profile, read.cells, document);
    });
  std::ranges::sort(profile.cells, [](const ProbeCell& a, const ProbeCell& b) {
    return a.prompt != b.prompt ? a.prompt < b.prompt : a.seed < b.seed;
  });
  return profile;
}

void ProbeStore::keep(const ProbeProfile& profile) const {
  const auto folder = folderOf(profile.pair) / nameFor(profile.settings);
  makeFolder(folder);
  removeAbandonedTemporaries(folder);
  for (const auto& cell : profile.cells) {
    auto single = profile;
    single.cells = {cell};
    const auto file = folder / (nameFor(fmt::format("{}\n{}", cell.seed, cell.prompt)) + ".json");
    requireReplaceable(file, kProbeVersion);
    writeTextAtomically(file, toJson(single));
  }
}

void ProbeStore::requireWritable(const ProbeProfile& of) const {
  requireKeepable(folderOf(of.pair) / nameFor(of.settings) / "profile.json");
}

std::vector<DeviationFit> ProbeStore::loadFits(std::string_view pair) const {
  auto files = documentsIn(folderOf(pair) / "deviation");
  std::ranges::stable_sort(files, std::greater<>(), [](const fs::path& file) { return fs::last_write_time(file); });
  std::vector<DeviationFit> fits;
  for (const auto& file : files)
    readOrTellWayOut(file, [&](const std::string& text, const std::string& document) {
      auto fit = fitFromJson(text, document);
      if (fit.pair != pair) fail(ErrorKind::Invalid, "{} is of another pair", document);
      fits.push_back(std::move(fit));
    });
  return fits;
}

void ProbeStore::keep(const DeviationFit& fit) const {
  const auto folder = folderOf(fit.pair) / "deviation";
  makeFolder(folder);
  removeAbandonedTemporaries(folder);
  const auto name = fmt::format("{}-{}-{}-{}.json", nameFor(fit.settings), toString(fit.by), toString(fit.from),
                                toString(fit.divergence));
  requireReplaceable(folder / name, kFitVersion);
  writeTextAtomically(folder / name, toJson(fit));
}

ProbeProfile emptyProfile(Engine& engine, const GenerationRequest& request) {
  return {valueOrFail(engine.pairIdentity(request)), request.pair.name, probeSettings(request), {}};
}

void requireSamePair(const std::string& what, std::string_view pair, const ProbeProfile& expected) {
  if (pair != expected.pair)
    fail(ErrorKind::Invalid, "{} is of another pair than \"{}\", or of other weights or LoRAs", what,
         expected.pairName);
}

void requireSameSettings(const std::string& what, const std::map<std::string, std::string>& settings,
                         const std::map<std::string, std::string>& expected) {
  if (settings == expected) return;
  for (const auto& [key, value] : expected) {
    const auto found = settings.find(key);
    if (found == settings.end() || found->second != value)
      fail(ErrorKind::Invalid, "{} has {} as its {}, not {}", what,
           found == settings.end() ? "nothing" : '"' + found->second + '"', key, '"' + value + '"');
  }
  fail(ErrorKind::Invalid, "{} has settings that this pair does not use", what);
}

}  // namespace fb::lab
