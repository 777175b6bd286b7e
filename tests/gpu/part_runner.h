// SPDX-License-Identifier: MIT
// Runs the parts of the GPU check such that none takes the others' time or device: in a process of its own, which is
// replaced when a part ends it, runs past its time, or leaves a GPU that refuses all further work.
#pragma once

#include "report.h"

#include <functional>
#include <string>
#include <vector>

namespace fb::gpu {

struct Part {
  std::string name;
  int seconds = 60;  // the most that it may take
  std::function<void(Report&)> check;
  bool isLastOfProcess = false;  // it spoils its process on purpose
};

// What a part throws when the device no longer works.
bool saysDeviceIsLost(const std::string& what);

// Adds the findings of all parts to `report`, and a failure for each that ends early or that the `seconds` for all of
// them do not suffice for. found: called after each part. The calling process must not have used a GPU or started
// threads: it forks. Throws std::runtime_error if that fails.
void runParts(const std::vector<Part>& parts, int seconds, Report& report, const std::function<void()>& found = {});

}  // namespace fb::gpu
