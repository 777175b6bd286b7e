// SPDX-License-Identifier: MIT
#include "flowblend/engine_library.h"

fb::Engine* flowblendCreateEngine(int threads) { return fb::createEngine({threads}).release(); }
