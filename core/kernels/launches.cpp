// SPDX-License-Identifier: MIT
#include "kernels/launches.h"

#include <array>

namespace fb::kernels::own {
namespace {

int dimOf(const at::Tensor& x) { return static_cast<int>(x.size(-1)); }

// A pointer parameter of a kernel; null for an undefined tensor.
void* pointer(const at::Tensor& x) { return x.defined() ? x.data_ptr() : nullptr; }

// One block per token. arguments: the kernel's parameters, in order and with its types.
template <class... Args>
void launchWith(unsigned threads, const Function& kernel, const at::Tensor& x, Args... arguments) {
  std::array<void*, sizeof...(Args)> pointers{&arguments...};
  kernel.launch(static_cast<unsigned>(x.numel() / x.size(-1)), threads, pointers.data());
}
template <class... Args>
void launch(const Function& kernel, const at::Tensor& x, Args... arguments) {
  launchWith(threadsFor(x.size(-1)), kernel, x, arguments...);
}

}  // namespace

at::Tensor layerNorm(const Function& kernel, const at::Tensor& x, const at::Tensor& scale, const at::Tensor& shift,
                     float one, double eps) {
  auto y = at::empty_like(x);
  launch(kernel, x, pointer(x), pointer(scale), pointer(shift), pointer(y), dimOf(x), one, static_cast<float>(eps));
  return y;
}

at::Tensor rmsNormModulated(const Function& kernel, const at::Tensor& x, const at::Tensor& shift,
                            const at::Tensor& scale, const at::Tensor& row, double eps) {
  auto y = at::empty_like(x);
  const long long stride = scale.stride(0);
  launch(kernel, x, pointer(x), pointer(scale), pointer(shift), pointer(row), pointer(y), dimOf(x), stride,
         static_cast<float>(eps));
  return y;
}

at::Tensor rmsNormRotated(const Function& kernel, const at::Tensor& x, const at::Tensor& weight, double eps,
                          const at::Tensor& rotation, std::int64_t heads) {
  const int period = static_cast<int>(2 * rotation.size(-1));
  launch(kernel, x, pointer(x), pointer(weight), pointer(rotation), dimOf(x), period, static_cast<float>(eps));
  return x.unflatten(-1, {heads, -1}).transpose(1, 2);
}

at::Tensor addGated(const Function& kernel, const at::Tensor& x, const at::Tensor& y, const at::Tensor& gate,
                    const at::Tensor& row) {
  const long long stride = gate.stride(0);
  launch(kernel, x, pointer(x), pointer(y), pointer(gate), pointer(row), dimOf(x), stride);
  return x;
}

at::Tensor addGatedFloat(const Function& kernel, const at::Tensor& x, const at::Tensor& y, const at::Tensor& gate) {
  launch(kernel, x, pointer(x), pointer(y), pointer(gate), dimOf(x));
  return x;
}

QuantizedRows quantizeRows(const Function& kernel, const at::Tensor& x) {
  const auto rows = x.numel() / x.size(-1);
  QuantizedRows quantized{at::empty({rows, x.size(-1)}, x.options().dtype(at::kFloat8_e4m3fn)),
                          at::empty({rows, 1}, x.options().dtype(at::kFloat))};
  launchWith(threadsFor(x.size(-1), kQuantizedPieces), kernel, x, pointer(x), pointer(quantized.numbers),
             pointer(quantized.scales), dimOf(x));
  return quantized;
}

}  // namespace fb::kernels::own
