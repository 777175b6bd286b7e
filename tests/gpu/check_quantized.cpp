// SPDX-License-Identifier: MIT
#include "checks.h"
#include "timing.h"
#include "weights/dequantize.h"

#include <c10/core/InferenceMode.h>
#include <fmt/format.h>

namespace fb::gpu {
namespace {

using weights::StorageType;

constexpr auto kCheck = "quantised";
constexpr StorageType kBlockTypes[] = {StorageType::Q8_0, StorageType::Q6_K, StorageType::Q5_K, StorageType::Q4_K,
                                       StorageType::Q3_K, StorageType::Q2_K, StorageType::Q5_1, StorageType::Q5_0,
                                       StorageType::Q4_1, StorageType::Q4_0};

// Infinities and NaN among the scales are compared as such.
bool sameNumbers(const at::Tensor& a, const at::Tensor& b) {
  return a.isnan().equal(b.isnan()) && a.nan_to_num(0.0).equal(b.nan_to_num(0.0));
}

// The dequantised weight on the CPU and on the device.
void compare(Report& report, at::Device device, const std::string& name, const weights::PackedWeight& weight) {
  auto there = weight;
  there.data = weight.data.to(device);
  if (weight.scale.defined()) there.scale = weight.scale.to(device);
  for (const auto dtype : {at::kFloat, at::kBFloat16})
    report.holds(kCheck, fmt::format("{} in {}, the CPU's bits", name, toString(dtype)),
                 sameNumbers(weights::dequantized(there, dtype).cpu(), weights::dequantized(weight, dtype)));
  const double seconds =
      medianSeconds(device, device.is_cpu() ? 1 : 10, [&] { weights::dequantized(there, at::kBFloat16); });
  const auto elements = static_cast<double>(c10::multiply_integers(weight.shape));
  report.figure(kCheck, fmt::format("{}, [{}, {}]", name, weight.shape[0], weight.shape[1]), 1000 * seconds, "ms");
  report.figure(kCheck, name + ", numbers", elements / seconds / 1e9, "G/s");
}

}  // namespace

void checkQuantized(Report& report, at::Device device) {
  const c10::InferenceMode inference;
  // The widest layer of WAN 14B.
  const std::vector<std::int64_t> shape = {device.is_cpu() ? 16 : 5120, 13824};
  const auto elements = c10::multiply_integers(shape);
  for (const auto type : kBlockTypes) {
    const auto bytes = elements / weights::blockElements(type) * static_cast<std::int64_t>(weights::blockBytes(type));
    compare(report, device, std::string(weights::toString(type)),
            {at::randint(0, 256, {bytes}, at::kByte), type, shape, {}, 0});
  }
  const auto scale = at::rand({shape[0], 1}) + 0.5;
  compare(report, device, "fp8 e4m3 scaled by row",
          {at::randn(shape).to(at::kFloat8_e4m3fn), StorageType::F8E4M3, shape, scale, 0});
  const auto int8 = at::randint(-128, 128, shape, at::kChar);
  compare(report, device, "int8 scaled by row", {int8, StorageType::I8, shape, scale, 0});
  compare(report, device, "int8 rotated in groups of 256", {int8, StorageType::I8, shape, scale, 256});
}

}  // namespace fb::gpu
