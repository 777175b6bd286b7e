// SPDX-License-Identifier: MIT
// Which runs of a sweep are to be computed, and from which stored steps each of them goes on.
#pragma once

#include "flowblend/sweep.h"

#include <functional>
#include <vector>

namespace fb::lab {

// What exists of a run.
struct FoundRun {
  bool isMeasured = false;
  int stepsDone = 0;           // as stored, of an unfinished or unmeasured run
  int keepEvery = 0;           // that it was started with
  std::vector<int> keptSteps;  // after which other runs can branch from it
};
using FindRun = std::function<FoundRun(const SweepRun&)>;

// Fills `steps`, `left` and `whole`. Throws what `find` throws.
SweepPlan planOf(const Sweep& sweep, const CostEstimate& run, const FindRun& find);

// RunOptions::saveEvery of the sweep's runs: as asked, or rarer if steps are so short that writing the state, which
// waits for the disk, takes a good part of them. What is lost if the process is killed stays below half a second of
// sampling.
int saveEvery(const CostEstimate& run, int asked);

}  // namespace fb::lab
