// SPDX-License-Identifier: MIT
// The solvers there are, one file each.
#pragma once

#include "sampling/solver.h"

namespace fb::sampling {

std::unique_ptr<Solver> makeFlowEuler();
std::unique_ptr<Solver> makeUniPC();
std::unique_ptr<Solver> makeDpmSolverPP();

}  // namespace fb::sampling
