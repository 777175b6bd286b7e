// SPDX-License-Identifier: MIT
#include "compute/tf32.h"

#include <ATen/Context.h>

namespace fb::compute {

Tf32Scope::Tf32Scope(bool on)
    : m_on(on),
      m_convolutions(at::globalContext().allowTF32CuDNN(at::Float32Op::CONV)),
      m_products(at::globalContext().allowTF32CuBLAS()) {
  if (!m_on) return;
  at::globalContext().setAllowTF32CuDNN(true);
  at::globalContext().setAllowTF32CuBLAS(true);
}

Tf32Scope::~Tf32Scope() {
  if (!m_on) return;
  at::globalContext().setAllowTF32CuDNN(m_convolutions);
  at::globalContext().setAllowTF32CuBLAS(m_products);
}

}  // namespace fb::compute
