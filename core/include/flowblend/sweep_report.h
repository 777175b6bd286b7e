// SPDX-License-Identifier: MIT
// A sweep as one HTML file: settings, heat map, front, proposals, and a prompt's clips side by side.
#pragma once

#include "flowblend/proposal.h"

#include <filesystem>

namespace fb {

struct SweepReportOptions {
  SamenessMeasure by = SamenessMeasure::Ssim;
  std::optional<SamenessFloor> from;  // absent: as in scoreSweep()
  double sameness = 0.9;              // of the proposals
  bool overwrite = false;             // replace a regular file of that name; otherwise an error
};

// Writes what the folder of a sweep holds. The file needs no other files and no network: the clips of the first scored
// prompt are GIF images in it, at most 256 pixels wide or high. A stop is noticed between two clips. Works without the
// pair's models.
Outcome<Done> writeSweepReport(Engine& engine, const std::filesystem::path& sweep, const std::filesystem::path& file,
                               const SweepReportOptions& options, RunControl& control);

}  // namespace fb
