// SPDX-License-Identifier: MIT
// The noise levels of a run by each of the rules for which checkpoints were trained or distilled.
#pragma once

#include "sampling/solver.h"

namespace fb::sampling {

// tokens: of the latents, for ResolutionShift. Throws Failure(Invalid) for a number of steps for which the rule has no
// levels.
SigmaSchedule sigmaSchedule(const SigmaSpec& spec, const Solver& solver, int steps, double shift, std::int64_t tokens);

// Those of a request's first pass: its own, or by its pair's rule. tokens: of the latents. Throws like sigmaSchedule(),
// and for a solver that takes no given levels.
SigmaSchedule noiseLevels(const GenerationRequest& request, std::int64_t tokens);

}  // namespace fb::sampling
