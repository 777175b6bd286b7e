// SPDX-License-Identifier: MIT
// Run folders, for programs that manage them without an engine. What a folder contains is private to the engine.
// No call throws; any thread may call.
#pragma once

#include "flowblend/status.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace fb {

// Makes an empty folder that no other caller gets, even if several processes do this at once. It is created in
// `parent`, by default $XDG_STATE_HOME/flowblending-studio/runs, and named by the time (UTC). Fails with Io or
// Invalid.
Result<std::filesystem::path> newRunFolder(const std::filesystem::path& parent = {});

// Whether the folder holds a run, even one that has only just begun.
bool isRunFolder(const std::filesystem::path& folder);

// Whether this or another process is working on the run right now. A process that has exited or crashed no longer
// counts.
bool isRunInUse(const std::filesystem::path& folder);

// Removes what runs write, and the folder itself if nothing else is in it; also removes an empty folder. Fails with
// Invalid, and removes nothing, if the folder is a link, holds no readable run, or is in use.
Status removeRun(const std::filesystem::path& folder);

// Removes the states that the run keeps for other runs to branch from, except those after the given steps, and returns
// how many bytes that has freed. What the run itself needs stays. Fails with Invalid, and removes nothing, if the
// folder holds no readable run or is in use.
Result<std::uint64_t> removeKeptStates(const std::filesystem::path& folder, const std::vector<int>& except = {});

// Removes what the run has computed, its states, encoded texts and frames, and returns how many bytes that has freed.
// Its request, the record of its inputs and the thumbnail stay, so that it can be started again. Fails as
// removeKeptStates().
Result<std::uint64_t> removeRunData(const std::filesystem::path& folder);

// In bytes.
struct RunSpace {
  std::uint64_t all = 0;         // of the files that the run has written
  std::uint64_t keptStates = 0;  // of these, the states that it keeps for other runs to branch from
};

// How much space a run takes; none if there is no such folder, or it cannot be read.
RunSpace runSpace(const std::filesystem::path& folder);

// Where a program may store a thumbnail of the run; it is removed with the run.
std::filesystem::path runThumbnail(const std::filesystem::path& folder);

}  // namespace fb
