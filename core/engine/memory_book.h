// SPDX-License-Identifier: MIT
// How much memory earlier runs on this machine took beyond what was computed for them, so that the plan of the next run
// tells what is measured.
#pragma once

#include "engine/memory_planner.h"
#include "flowblend/events.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace fb::engine {

// Bytes by which the device's peak was above what was computed, negative if it was below; by phase of a plan, with
// "sampling" for all of those in which models take steps, and "decoding in tiles".
using MemoryBeyond = std::map<std::string, std::int64_t>;

// By what runs need and where they run; stored in a JSON file in the user's state folder. If the file cannot be read or
// written, the plan is the computed one. Forgets the runs that were learned of first.
class MemoryBook {
public:
  static constexpr std::size_t kMostRuns = 500;

  MemoryBook();
  explicit MemoryBook(std::filesystem::path file);

  MemoryBeyond beyond(const std::string& run) const;
  // Replaces what is known of these phases.
  void learn(const std::string& run, const MemoryBeyond& beyond);
  // Keeps what other programs have learned in the meantime.
  void save() const;

private:
  std::filesystem::path m_file;
  std::vector<std::pair<std::string, MemoryBeyond>> m_runs;  // the newest last
  std::set<std::string> m_learned;                           // of them by this object
};

// The key of runs with these needs, which follow from the pair's files, the clip and the settings. device: its name.
std::string memoryKey(const MemoryNeeds& needs, const std::string& device);
// The needs as they were measured.
MemoryNeeds corrected(MemoryNeeds needs, const MemoryBeyond& beyond);
// Marks the phases that are measured.
void markMeasured(MemoryPlan& plan, const MemoryBeyond& beyond);
// What a run by this plan, which was corrected with `known`, teaches. peaks: without those of phases that did not go as
// planned.
MemoryBeyond learned(const MemoryPlan& plan, const std::vector<PhasePeak>& peaks, const MemoryBeyond& known);

}  // namespace fb::engine
