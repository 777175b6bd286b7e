// SPDX-License-Identifier: MIT
// A GGUF file.
#include "weights_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fb::fuzz::openWeights(fb::fuzz::textOf(data, size), "model.gguf");
  return 0;
}
