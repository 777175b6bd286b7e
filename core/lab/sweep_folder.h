// SPDX-License-Identifier: MIT
// What a sweep's folder holds:
//   sweep.json                     the sweep, what its runs cost, the content of the files that they read
//   runs/p003-s0-e12-l06/          the run folder of one prompt, seed and candidate
//   records/p003-s0-e12-l06.json   that this run is finished, and how near it is to the large model's
//   records/p003-s0-profile.json   the divergence along the large model's run, if the sweep measures it
//   records/p003-s0-floor-s1.json  how near the large model's run with another seed is
// Documents are replaced as whole files.
#pragma once

#include "flowblend/probe.h"
#include "flowblend/sweep.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fb::lab {

// All calls throw Failure.
class SweepFolder {
public:
  explicit SweepFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  const std::filesystem::path& path() const { return m_folder; }
  std::filesystem::path runFolder(const SweepRun& run) const;

  struct Stored {
    Sweep sweep;
    CostEstimate run;
    // PerceptualModel::identity of the sweep's weights; empty if it has none.
    Perceptual<std::string> identities{};
    // With which its runs began, and the dtype in which they take place; empty and automatic if an earlier version,
    // which did not keep them, began it.
    std::vector<InputContent> inputs{};
    DType dtype = DType::Automatic;
  };
  // Absent if the folder does not exist, or is empty. Throws Failure(Invalid) if it holds something else.
  std::optional<Stored> load() const;
  // The same for a sweep that must be there. Throws Failure(NotFound) if it is not.
  Stored stored() const;
  // Makes the folder if it does not exist.
  void make() const;
  void save(const Stored& stored) const;

  // Absent if the run is not finished and measured.
  std::optional<SweepRecord> loadRecord(const SweepRun& run, std::uint64_t referenceSeed) const;
  void saveRecord(const SweepRecord& record) const;

  // Along a run of the large model. Absent if it was not measured.
  std::optional<ProbeProfile> loadProfile(const SweepRun& run) const;
  void saveProfile(const SweepRun& run, const ProbeProfile& profile) const;

private:
  std::filesystem::path profileFile(const SweepRun& run) const;
  std::filesystem::path recordFile(const SweepRun& run, std::uint64_t referenceSeed) const;

  std::filesystem::path m_folder;
};

}  // namespace fb::lab
