// SPDX-License-Identifier: MIT
// The door of the shared library flowblend_engine, for programs that open it late instead of linking it.
#pragma once

#include "flowblend/engine.h"

// As fb::createEngine(); the caller owns what it returns. threads: see EngineOptions.
extern "C" fb::Engine* flowblendCreateEngine(int threads);
using FlowblendCreateEngine = fb::Engine* (*)(int threads);
