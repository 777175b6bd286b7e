// SPDX-License-Identifier: MIT
// Entry points of the shared library flowblend_engine, for programs that load it at run time. See docs/api.md.
#pragma once

#include "flowblend/engine.h"

namespace fb {

// The version and a fingerprint of the public headers that this program was built with: "0.1.0-3f2a90bc11de". The
// string is static; any thread.
const char* interfaceVersion();

}  // namespace fb

extern "C" {

// fb::interfaceVersion() of the library. Program and library exchange C++ objects whose layout the headers define: if
// it differs from the program's own, call nothing else.
const char* flowblendInterfaceVersion();
using FlowblendInterfaceVersion = const char* (*)();

// Like fb::createEngine(); the caller owns the result. threads, keepTexts: see EngineOptions.
fb::Engine* flowblendCreateEngine(int threads, bool keepTexts);
using FlowblendCreateEngine = fb::Engine* (*)(int threads, bool keepTexts);

}  // extern "C"
