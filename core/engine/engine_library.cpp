// SPDX-License-Identifier: MIT
#include "flowblend/engine_library.h"

const char* flowblendInterfaceVersion() { return fb::interfaceVersion(); }

fb::Engine* flowblendCreateEngine(int threads, bool keepTexts) {
  return fb::createEngine({threads, keepTexts}).release();
}
