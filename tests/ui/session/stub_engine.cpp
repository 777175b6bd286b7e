// SPDX-License-Identifier: MIT
// A shared library of the engine's name that is of another version, or tells none. It must not be asked for an engine.
#include "flowblend/engine_library.h"

#include <cstdlib>

#ifdef FB_STUB_VERSION
const char* flowblendInterfaceVersion() { return FB_STUB_VERSION; }
#endif

fb::Engine* flowblendCreateEngine(int, bool) { std::abort(); }
