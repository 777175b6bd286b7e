// SPDX-License-Identifier: MIT
#pragma once

#include "base/scoped_value.h"

namespace fb::compute {

// Whether float32 numbers are rounded to TF32 where a GPU multiplies them.
struct Tf32Mode {
  Tf32Mode(bool on) : convolutions(on), products(on) {}  // nearly every caller needs both alike
  Tf32Mode(bool ofConvolutions, bool ofProducts) : convolutions(ofConvolutions), products(ofProducts) {}

  bool convolutions, products;
};

// Sets the mode of the process and returns the previous one. Has no effect on the CPU.
Tf32Mode exchangeTf32(Tf32Mode mode);
using Tf32Scope = ScopedValue<exchangeTf32>;

}  // namespace fb::compute
