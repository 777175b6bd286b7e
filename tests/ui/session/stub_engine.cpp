// SPDX-License-Identifier: MIT
// A shared library with the engine's name that has another version, or reports none. It must not be asked for an
// engine.
#include "flowblend/engine_library.h"

#include <cstdlib>

#ifdef FB_STUB_VERSION
const char* flowblendInterfaceVersion() { return FB_STUB_VERSION; }
#endif

fb::Engine* flowblendCreateEngine(int, bool) { std::abort(); }
