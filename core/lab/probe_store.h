// SPDX-License-Identifier: MIT
// Divergence profiles, and what was fitted on sweeps with them, in the user's state folder:
//   probes/PAIR/SETTINGS/CELL.json  one prompt and seed, a profile document of its own
//   probes/PAIR/deviation/FIT.json  see flowblend/deviation.h
// The upper-case names are hashes, so that no two processes write the same file unless they have measured the same.
// Files say themselves what they belong to, which is checked.
#pragma once

#include "flowblend/deviation.h"
#include "flowblend/probe.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fb::lab {

// Of the documents of profiles.
inline constexpr int kProbeVersion = 1;

// All calls throw Failure. What a newer version of the program keeps is not replaced.
class ProbeStore {
public:
  explicit ProbeStore(std::filesystem::path folder) : m_folder(std::move(folder)) {}
  static ProbeStore ofUser();

  // The profile with the cells that are kept. of: pair and settings; its cells do not matter.
  ProbeProfile load(const ProbeProfile& of) const;
  // Each of its cells.
  void keep(const ProbeProfile& profile) const;
  // Throws what keep() would throw because of the folder; asked before the work.
  void requireWritable(const ProbeProfile& of) const;

  // All of the pair, for any settings, the one that was kept last first.
  std::vector<DeviationFit> loadFits(std::string_view pair) const;
  void keep(const DeviationFit& fit) const;

private:
  std::filesystem::path folderOf(std::string_view pair) const;

  std::filesystem::path m_folder;
};

// Of the request, without cells.
ProbeProfile emptyProfile(Engine& engine, const GenerationRequest& request);
// Adds the cells that `to` lacks. Throws Failure(Invalid) if they have other noise levels; `from`: names them.
void addCells(ProbeProfile& to, const std::vector<ProbeCell>& cells, const std::string& from);
// Throws Failure(Invalid) that names what differs.
void requireSamePair(const std::string& what, std::string_view pair, const ProbeProfile& expected);
void requireSameSettings(const std::string& what, const std::map<std::string, std::string>& settings,
                         const std::map<std::string, std::string>& expected);

}  // namespace fb::lab
