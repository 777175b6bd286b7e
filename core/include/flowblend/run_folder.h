// SPDX-License-Identifier: MIT
// The folders that keep runs, for programs that need no engine to look after them. What is in one is the engine's
// business. No call throws; any thread may call.
#pragma once

#include "flowblend/status.h"

#include <filesystem>

namespace fb {

// Makes an empty folder that nobody else is given, whatever other processes do at the same time. It lies below
// `parent`, by default $XDG_STATE_HOME/flowblending-studio/runs, and is named by the time (UTC). Fails with Io or
// Invalid.
Result<std::filesystem::path> newRunFolder(const std::filesystem::path& parent = {});

// Whether the folder holds a run, also one that has only begun.
bool isRunFolder(const std::filesystem::path& folder);

// Whether a process, this one or another, works on the run at this moment. A process that has ended in whatever way
// works on none.
bool isRunInUse(const std::filesystem::path& folder);

// Removes what runs write, and the folder itself if nothing else is in it; an empty one goes, too. Fails with Invalid,
// and removes nothing, if the folder is a link, holds no run that can be read, or is in use.
Status removeRun(const std::filesystem::path& folder);

// Where a program may keep an image of the run; it goes with the run.
std::filesystem::path runThumbnail(const std::filesystem::path& folder);

}  // namespace fb
