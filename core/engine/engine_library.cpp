// SPDX-License-Identifier: MIT
#include "flowblend/engine_library.h"

const char* flowblendInterfaceVersion() { return fb::interfaceVersion(); }

fb::Engine* flowblendCreateEngine(int threads) { return fb::createEngine({threads}).release(); }
