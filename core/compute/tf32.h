// SPDX-License-Identifier: MIT
#pragma once

namespace fb::compute {

// While it exists, float32 products on a GPU are rounded to TF32 if `on`; afterwards the previous mode is restored. Has
// no effect on the CPU. The switch is global to the process: if two exist at a time, the later one must end first.
class Tf32Scope {
public:
  explicit Tf32Scope(bool on);
  ~Tf32Scope();
  Tf32Scope(const Tf32Scope&) = delete;
  Tf32Scope& operator=(const Tf32Scope&) = delete;

private:
  bool m_on;
  bool m_convolutions, m_products;  // the previous mode
};

}  // namespace fb::compute
