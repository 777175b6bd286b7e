// SPDX-License-Identifier: MIT
// The door of the shared library flowblend_engine, for programs that open it late instead of linking it. docs/api.md.
#pragma once

#include "flowblend/engine.h"

namespace fb {

// The version and a fingerprint of the public headers that this program was built with: "0.1.0-3f2a90bc11de". Lasts for
// ever; any thread.
const char* interfaceVersion();

}  // namespace fb

extern "C" {

// fb::interfaceVersion() of the library. Values cross between program and library as the headers lay them out: if it is
// not equal to the program's own, call nothing else.
const char* flowblendInterfaceVersion();
using FlowblendInterfaceVersion = const char* (*)();

// As fb::createEngine(); the caller owns what it returns. threads, keepTexts: see EngineOptions.
fb::Engine* flowblendCreateEngine(int threads, bool keepTexts);
using FlowblendCreateEngine = fb::Engine* (*)(int threads, bool keepTexts);

}  // extern "C"
