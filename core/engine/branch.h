// SPDX-License-Identifier: MIT
// A run that begins as another one did takes its first steps from that run's folder instead of computing them.
#pragma once

#include "engine/run_folder.h"
#include "engine/run_inputs.h"
#include "engine/run_place.h"
#include "flowblend/request.h"

#include <optional>
#include <string>
#include <vector>

namespace fb::engine {

struct BranchPoint {
  RunFolder::Saved saved;  // the trajectory after the shared steps
  std::optional<TextConditioning> text;
  std::vector<std::string> warnings;
};

// Where a run would branch off, for an estimate.
struct SharedSteps {
  int steps = 0;  // intervals that are taken over
  bool hasText = false;
  RunFolder::Steps taken;
};

// The last state stored by the run in request.options.branchFrom up to which that run did what the request asks for, or
// the one after step branchAt if the request names it. Both must have the same prompt, seed, size, number of steps,
// noise levels as far as they are shared, and parts of the pair. Under a guard, the shared steps must be those that the
// request's guard would have taken, whatever guard took them. What may differ from a named step on (solver,
// guidance, history, models, stages) is a warning if it differs before it, since the settings alone do not make such a
// clip again. inputs and place: the request's. Throws Failure(NotFound | Invalid | Corrupt) that names what differs.
BranchPoint branchPoint(const GenerationRequest& request, const RunInputs& inputs, const RunPlace& place);

// The same without reading any tensors, and files that seem unchanged are not read either.
SharedSteps sharedSteps(const GenerationRequest& asked, weights::CheckpointCache& checkpoints);

}  // namespace fb::engine
