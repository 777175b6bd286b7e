// SPDX-License-Identifier: MIT
#include "checks.h"
#include "kernels/driver.h"
#include "kernels/fp8_product.h"
#include "kernels/fused.h"
#include "kernels/kernel_set.h"
#include "kernels/launches.h"
#include "kernels/self_check.h"
#include "timing.h"

#include <fmt/format.h>

#include <functional>
#include <optional>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "kernels";
constexpr double kEps = 1e-6;

// One operation on the activations of a whole clip: with our kernel, with torch, and the bytes it has to read and
// write. Both may overwrite their inputs; fresh() restores them.
struct Operation {
  std::string name;
  std::function<at::Tensor()> ours, torchs;
  std::function<void()> fresh = [] {};
  double bytes;
};

class Kernels {
public:
  Kernels(Report& report, at::Device device)
      : m_report(report), m_device(device), m_tokens(device.is_cpu() ? 40 : 32760) {
    const auto from = noise({device.is_cpu() ? 16 : 512, 1 << 20});
    auto to = at::empty_like(from);
    m_copyRate = 2.0 * static_cast<double>(from.nbytes()) / seconds([&] { to.copy_(from); });
    m_report.figure(kCheck, "copy on the device, read and written", m_copyRate / 1e9, "GB/s");
  }

  // Compiling and loading the kernels is part of the first call.
  void firstCall() {
    const auto x = noise({1, 8, 1536}), shift = noise({1, 1536}, at::kFloat);
    m_report.figure(kCheck, "first call",
                    secondsOf(m_device, [&] { kernels::layerNormModulated(x, shift, shift, kEps); }), "s");
  }

  // Each is compared with torch's operations when it is first requested.
  void everyDtype() {
    if (m_device.is_cpu()) return;
    for (const auto dtype : {at::kFloat, at::kHalf, at::kBFloat16})
      for (const auto* name : {kernels::kLayerNorm, kernels::kRmsNormModulated, kernels::kRmsNormRotated,
                               kernels::kAddGated, kernels::kAddGatedFloat})
        m_report.holds(kCheck, fmt::format("{} in {}, as torch has it", name, toString(dtype)),
                       kernels::kernelFor(name, m_device, dtype));
  }

  // The rows of one of WAN 14B's products, of the model's width and of its hidden layer.
  void quantized(std::int64_t dim) {
    if (kernels::fp8ProductObstacle(m_device, at::kBFloat16)) return;
    const auto x = activations(dim);
    const auto numbers = [](const kernels::QuantizedRows& rows) { return rows.numbers.to(at::kFloat) * rows.scales; };
    const auto name = fmt::format("quantizeRows, {} channels", dim);
    const auto ours = kernels::quantizeRows(x), expected = kernels::reference::quantizeRows(x);
    m_report.bar(kCheck, name + ", error against torch", relativeError(numbers(ours), numbers(expected)), 1e-6);
    measureRate({name, [&] { return kernels::quantizeRows(x).numbers; },
                 [&] { return kernels::reference::quantizeRows(x).numbers; }, [] {},
                 passes(x, 1) + passes(ours.numbers, 1) + passes(ours.scales, 1)});
  }

  // In this dtype, bfloat16 at first. Rates are measured in bfloat16 only.
  void setDtype(at::ScalarType dtype) { m_dtype = dtype; }

  void wan(const std::string& model, std::int64_t heads) {
    const auto dim = 128 * heads;
    const auto x = activations(dim), before = x.clone(), y = activations(dim);
    const auto vector = noise({1, dim}, at::kFloat), bias = noise({dim}, at::kFloat), weight = noise({dim});
    const auto rotation = unitComplex({m_tokens, 1, 64});
    const auto fresh = [&] { x.copy_(before); };
    measure({model + ", layerNorm", [&] { return kernels::layerNorm(x, bias, bias, kEps); },
             [&] { return kernels::reference::layerNorm(x, bias, bias, kEps); }, fresh, passes(x, 2)});
    measure({model + ", layerNormModulated", [&] { return kernels::layerNormModulated(x, vector, vector, kEps); },
             [&] { return kernels::reference::layerNormModulated(x, vector, vector, kEps); }, fresh, passes(x, 2)});
    measure({model + ", addGated", [&] { return kernels::addGated(x, y, vector); },
             [&] { return kernels::reference::addGated(x, y, vector); }, fresh, passes(x, 3)});
    measure({model + ", rmsNormRotated", [&] { return kernels::rmsNormRotated(x, weight, kEps, rotation, heads); },
             [&] { return kernels::reference::rmsNormRotated(x, weight, kEps, rotation, heads); }, fresh,
             passes(x, 2) + passes(rotation, 1)});
  }

  void ltx(const std::string& model, std::int64_t headDim) {
    constexpr std::int64_t kHeads = 32;
    const auto dim = headDim * kHeads;
    const auto x = activations(dim), before = x.clone(), y = activations(dim);
    const auto vectors = noise({2, dim}), vector = vectors.narrow(0, 0, 1), weight = noise({dim});
    const auto row = at::arange(m_tokens, at::kLong).remainder(2).to(m_device);
    const auto rotation = unitComplex({1, m_tokens, dim / 2});
    const auto fresh = [&] { x.copy_(before); };
    for (const bool perToken : {false, true}) {
      const auto& table = perToken ? vectors : vector;
      const auto rows = perToken ? row : at::Tensor();
      const auto name = [&](const char* operation) {
        return fmt::format("{}, {}{}", model, operation, perToken ? ", two timesteps" : "");
      };
      measure({name("rmsNormModulated"), [&] { return kernels::rmsNormModulated(x, table, table, rows, kEps); },
               [&] { return kernels::reference::rmsNormModulated(x, table, table, rows, kEps); }, fresh, passes(x, 2)});
      measure({name("addGated"), [&] { return kernels::addGated(x, y, table, rows); },
               [&] { return kernels::reference::addGated(x, y, table, rows); }, fresh, passes(x, 3)});
    }
    measure({model + ", rmsNormRotated", [&] { return kernels::rmsNormRotated(x, weight, kEps, rotation, kHeads); },
             [&] { return kernels::reference::rmsNormRotated(x, weight, kEps, rotation, kHeads); }, fresh,
             passes(x, 2) + passes(rotation, 1)});
  }

private:
  at::Tensor noise(at::IntArrayRef shape, std::optional<at::ScalarType> dtype = {}) const {
    return at::randn(shape, at::TensorOptions(m_device).dtype(dtype.value_or(m_dtype)));
  }
  at::Tensor activations(std::int64_t dim) const { return noise({1, m_tokens, dim}); }
  at::Tensor unitComplex(at::IntArrayRef shape) const {
    const auto angles = noise(shape, at::kFloat);
    return at::complex(angles.cos(), angles.sin());
  }
  static double passes(const at::Tensor& x, int times) { return times * static_cast<double>(x.nbytes()); }

  // The time of one call out of many that are queued at once, so that launching is not measured.
  double seconds(const std::function<void()>& work) const {
    const int calls = m_device.is_cpu() ? 1 : 20;
    return medianSeconds(m_device, 5,
                         [&] {
                           for (int i = 0; i < calls; ++i) work();
                         }) /
           calls;
  }

  void measure(const Operation& operation) {
    operation.fresh();
    // Copies, since both may return their inputs.
    const auto expected = operation.torchs().clone();
    operation.fresh();
    const auto before = kernels::launches();
    const auto got = operation.ours().clone();
    const auto name =
        m_dtype == at::kBFloat16 ? operation.name : fmt::format("{}, {}", operation.name, toString(m_dtype));
    m_report.holds(kCheck, name + ", by our kernel", kernels::launches() > before || m_device.is_cpu());
    m_report.bar(kCheck, name + ", error against torch", relativeError(got, expected), kernels::roundingError(m_dtype));
    if (m_dtype == at::kBFloat16) measureRate(operation);
  }

  void measureRate(const Operation& operation) {
    operation.fresh();
    const double ours = seconds([&] { operation.ours(); });
    operation.fresh();
    const double torchs = seconds([&] { operation.torchs(); });
    operation.fresh();
    m_report.figure(kCheck, operation.name, 1000 * ours, "ms");
    m_report.figure(kCheck, operation.name + ", by torch", 1000 * torchs, "ms");
    m_report.figure(kCheck, operation.name + ", read and written", operation.bytes / ours / 1e9, "GB/s");
    const double timesOfCopy = ours * m_copyRate / operation.bytes;
    // 80 % of the copy's rate.
    if (!m_device.is_cpu())
      m_report.bar(kCheck, operation.name + ", times of a copy of as many bytes", timesOfCopy, 1.25);
  }

  Report& m_report;
  at::Device m_device;
  std::int64_t m_tokens;
  at::ScalarType m_dtype = at::kBFloat16;
  double m_copyRate = 0;
};

}  // namespace

void checkKernels(Report& report, at::Device device) {
  Kernels kernels(report, device);
  kernels.firstCall();
  kernels.everyDtype();
  for (const std::int64_t dim : {5120, 13824}) kernels.quantized(dim);
  for (const auto dtype : {at::kBFloat16, at::kHalf, at::kFloat}) {
    kernels.setDtype(dtype);
    kernels.wan("WAN 14B", 40);
    kernels.wan("WAN 1.3B", 12);
    kernels.ltx("LTX 13B", 128);
    kernels.ltx("LTX 2B", 64);
  }
  const auto problem = kernels::problem();
  report.holds(kCheck, problem.value_or("no problem"), !problem);
}

}  // namespace fb::gpu
