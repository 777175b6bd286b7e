// SPDX-License-Identifier: MIT
#pragma once

namespace fb::compute {

// While it lives, products of float32 on a GPU are rounded to TF32, if `on`; afterwards they are as before. Without
// effect on the CPU. It is one switch of the process: where two live at a time, the later one must end first.
class Tf32Scope {
public:
  explicit Tf32Scope(bool on);
  ~Tf32Scope();
  Tf32Scope(const Tf32Scope&) = delete;
  Tf32Scope& operator=(const Tf32Scope&) = delete;

private:
  bool m_on;
  bool m_convolutions, m_products;  // as they were before
};

}  // namespace fb::compute
