// SPDX-License-Identifier: MIT
#include "compute/tf32.h"

#include <ATen/Context.h>

namespace fb::compute {

Tf32Mode exchangeTf32(Tf32Mode mode) {
  auto& context = at::globalContext();
  const Tf32Mode before(context.allowTF32CuDNN(at::Float32Op::CONV), context.allowTF32CuBLAS());
  context.setAllowTF32CuDNN(mode.convolutions);
  context.setAllowTF32CuBLAS(mode.products);
  return before;
}

}  // namespace fb::compute
