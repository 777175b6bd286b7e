// SPDX-License-Identifier: MIT
// Which files a sweep reads, then and now: it knows them by their content, wherever they are. All throw Failure.
#pragma once

#include "lab/sweep_folder.h"

#include <filesystem>
#include <vector>

namespace fb::lab {

// What the runs of the sweep read, those of either model.
std::vector<InputContent> inputsOf(Engine& engine, const Sweep& sweep);
// In which the sweep's runs would take place now.
DType dtypeOf(Engine& engine, const RunOptions& options);

// Said of a sweep that exists before anything else, since it may go on from where its files are now: NotFound if one is
// not where `sweep` has it.
void requireFilesThere(Engine& engine, const Sweep& sweep, const SweepFolder& folder);
// Whatever the sweep has measured was made with these files in this dtype: Invalid if they are others. Returns the
// files as they are now; none if the sweep does not know them.
std::vector<InputContent> requireSameAsStored(const SweepFolder::Stored& then, Engine& engine, const Sweep& sweep,
                                              const SweepFolder& folder);

// Whether a run misses a file at a place that is no longer the sweep's, which has it with the same content elsewhere.
// files: the sweep's.
bool isElsewhere(const ChangedInput& changed, const std::vector<InputContent>& files);
// A run that was begun when the sweep's files were elsewhere goes on with them from where they are now.
void relocateRun(Engine& engine, const SweepFolder& folder, const std::filesystem::path& run);

}  // namespace fb::lab
