// SPDX-License-Identifier: MIT
#include "checks.h"
#include "compute/devices.h"
#include "compute/memory.h"
#include "timing.h"

#include <ATen/Context.h>

namespace fb::gpu {
namespace {

std::int64_t sideOn(at::Device device) { return device.is_cpu() ? 512 : 8192; }

}  // namespace

void checkDevice(Report& report, at::Device device) {
  constexpr auto kCheck = "device";
  for (const auto& info : compute::listDevices())
    report.fact(kCheck, info.id,
                fmt::format("{}, {:.1f} GB, {:.1f} GB free", info.name, info.memoryTotal / 1e9, info.memoryFree / 1e9));
  const auto options = at::TensorOptions(device).dtype(at::kBFloat16);
  const auto from = at::randn({device.is_cpu() ? 16 : 1024, 1 << 20}, options);
  auto to = at::empty_like(from);
  const double copying = medianSeconds(device, 5, [&] { to.copy_(from); });
  report.figure(kCheck, "copy on the device, read and written",
                2.0 * static_cast<double>(from.nbytes()) / copying / 1e9, "GB/s");
  report.figure(kCheck, fmt::format("bf16 product of {0}x{0}x{0}", sideOn(device)), bf16FlopsPerSecond(device) / 1e12,
                "TFLOP/s");
  const std::int64_t bytes = device.is_cpu() ? 1 << 20 : 1 << 28;
  const auto host = at::empty({bytes}, at::TensorOptions(at::kByte).pinned_memory(!device.is_cpu()));
  auto there = at::empty({bytes}, at::TensorOptions(device).dtype(at::kByte));
  report.figure(kCheck, "copy from pinned memory to the device",
                static_cast<double>(host.nbytes()) / 1e9 /
                    medianSeconds(device, 3, [&] { there.copy_(host, /*non_blocking=*/true); }),
                "GB/s");
}

double bf16FlopsPerSecond(at::Device device) {
  const auto side = sideOn(device);
  const auto options = at::TensorOptions(device).dtype(at::kBFloat16);
  const auto a = at::randn({side, side}, options), b = at::randn({side, side}, options);
  return 2.0 * static_cast<double>(side * side * side) / medianSeconds(device, 10, [&] { at::matmul(a, b); });
}

}  // namespace fb::gpu
