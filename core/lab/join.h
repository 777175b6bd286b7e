// SPDX-License-Identifier: MIT
// The requests of a sweep, and the sweep together with what its folder already holds. All throw Failure.
#pragma once

#include "lab/sweep_folder.h"

namespace fb::lab {

// What all runs of a sweep have in common; everything that it sets itself is left out, paths are absolute.
GenerationRequest baseOf(GenerationRequest request);

// Whether the run measures the divergence: the large model's, if the sweep was asked to, unless it is only a floor.
bool isProbed(const Sweep& sweep, const SweepRun& run);

// Of one run, without its folder and what it branches from.
GenerationRequest requestOf(const Sweep& sweep, const SweepRun& run);

// See joinedWithStored(). LLL and SSS are among the candidates.
Sweep joined(Sweep asked, const SweepFolder& folder);

}  // namespace fb::lab
