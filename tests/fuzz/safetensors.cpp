// SPDX-License-Identifier: MIT
// A safetensors file.
#include "weights_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fb::fuzz::openWeights(fb::fuzz::textOf(data, size), "model.safetensors");
  return 0;
}
