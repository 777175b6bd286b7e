// SPDX-License-Identifier: MIT
// The available solvers, one file each.
#pragma once

#include "sampling/solver.h"

namespace fb::sampling {

std::unique_ptr<Solver> makeFlowEuler();
std::unique_ptr<Solver> makeUniPC();
std::unique_ptr<Solver> makeDpmSolverPP();

}  // namespace fb::sampling
