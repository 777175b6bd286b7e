// SPDX-License-Identifier: MIT
#include "kernels/fp8_product.h"

#include "base/failure.h"
#include "kernels/driver.h"
#include "kernels/kernel_set.h"
#include "kernels/launches.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/_scaled_mm.h>
#include <c10/core/InferenceMode.h>

#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace fb::kernels {
namespace {

constexpr double kMaxFp8 = 448;  // of e4m3
constexpr double kZero = 1e-30;  // a row of smaller numbers counts as zeros
constexpr std::int64_t kMultiple = 16;

thread_local bool areProductsOn = false;

// [1, N]
at::Tensor byColumn(const at::Tensor& scale, const at::Tensor& weight) {
  const auto columns = weight.size(0);
  if (!scale.defined()) return at::ones({1, columns}, weight.options().dtype(at::kFloat));
  return scale.reshape({1, -1}).expand({1, columns}).contiguous();
}

std::vector<std::int64_t> resultSizes(const at::Tensor& x, const at::Tensor& weight) {
  auto sizes = x.sizes().vec();
  sizes.back() = weight.size(0);
  return sizes;
}

bool isForOwnKernel(const at::Tensor& x) {
  return x.is_cuda() && x.scalar_type() == at::kBFloat16 && x.is_contiguous() && x.numel() > 0 &&
         x.size(-1) % kWidth == 0 && x.size(-1) <= kMaxQuantizedDim &&
         x.numel() / x.size(-1) <= std::numeric_limits<int>::max() &&
         reinterpret_cast<std::uintptr_t>(x.const_data_ptr()) % 16 == 0;
}

// A small product on the GPU against the CPU's arithmetic.
void checkProduct(const at::Device& device) {
  constexpr std::int64_t kRows = 48, kInner = 160, kColumns = 32;
  constexpr double kMostError = 1e-2;  // bfloat16, and a GPU that sums fp8 products with few bits
  const c10::InferenceMode inference;
  const auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t{1});
  const auto noise = [&](at::IntArrayRef shape) {
    return at::randn(shape, generator, at::TensorOptions(at::kFloat)).to(device);
  };
  const auto x = noise({kRows, kInner}).to(at::kBFloat16), bias = noise({kColumns}).to(at::kBFloat16);
  const auto weight = noise({kColumns, kInner}).to(at::kFloat8_e4m3fn), scale = noise({kColumns}).abs();
  const auto expected = reference::fp8Product(x, weight, scale, bias).to(at::kDouble);
  const auto got = fp8Product(x, weight, scale, bias).to(at::kDouble);
  const auto error = ((got - expected).norm() / expected.norm()).item<double>();
  // NaN fails as well.
  if (!(error <= kMostError)) fail(ErrorKind::Internal, "they differ from the CPU's by {:.1e}", error);
}

std::optional<std::string> obstacleOn(const at::Device& gpu) {
  constexpr int kMajor = 8, kMinor = 9;
  try {
    const auto capability = capabilityOf(gpu.index());
    if (std::pair(capability.major, capability.minor) < std::pair(kMajor, kMinor))
      return fmt::format("the GPU's compute capability is {}.{}, and products in fp8 need {}.{}", capability.major,
                         capability.minor, kMajor, kMinor);
    checkProduct(gpu);
  } catch (const c10::OutOfMemoryError&) {
    throw;  // the device is full, which says nothing about its products
  } catch (const c10::Error& error) {
    return fmt::format("the GPU cannot compute products in fp8: {}", error.what_without_backtrace());
  } catch (const Failure& failure) {
    return fmt::format("the GPU cannot compute products in fp8: {}", failure.error().message);
  }
  return {};
}

}  // namespace

QuantizedRows quantizeRows(const at::Tensor& x) {
  if (isForOwnKernel(x))
    if (const auto* kernel = kernelFor(kQuantizeRows, x.device(), x.scalar_type()))
      return own::quantizeRows(*kernel, x);
  return reference::quantizeRows(x);
}

at::Tensor fp8Product(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& scale, const at::Tensor& bias) {
  if (!x.is_cuda()) return reference::fp8Product(x, weight, scale, bias);
  const auto rows = quantizeRows(x);
  return at::_scaled_mm(rows.numbers, weight.t(), rows.scales, byColumn(scale, weight),
                        bias.defined() ? std::optional(bias) : std::nullopt, {}, x.scalar_type(),
                        /*use_fast_accum=*/true)
      .view(resultSizes(x, weight));
}

bool suitsFp8Product(const at::Tensor& x, const at::Tensor& weight) {
  return weight.scalar_type() == at::kFloat8_e4m3fn && weight.dim() == 2 && weight.is_contiguous() &&
         weight.size(0) % kMultiple == 0 && weight.size(1) % kMultiple == 0 && x.numel() / x.size(-1) >= kMultiple &&
         (x.is_cpu() || (x.is_cuda() && x.scalar_type() == at::kBFloat16));
}

std::optional<std::string> fp8ProductObstacle(const at::Device& device, at::ScalarType dtype) {
  if (device.is_cpu()) return {};
  if (!device.is_cuda()) return "products in fp8 need an NVIDIA GPU or the CPU";
  if (dtype != at::kBFloat16) return "on a GPU, products in fp8 need the precision bf16";
  static std::mutex mutex;
  static std::map<c10::DeviceIndex, std::optional<std::string>> known;
  const std::scoped_lock lock(mutex);
  const auto found = known.find(device.index());
  return found != known.end() ? found->second : known.emplace(device.index(), obstacleOn(device)).first->second;
}

bool usesFp8Products() { return areProductsOn; }
bool exchangeFp8Products(bool on) { return std::exchange(areProductsOn, on); }

namespace reference {

// Divisions by tensors: with a number torch multiplies by its reciprocal, which rounds differently.
QuantizedRows quantizeRows(const at::Tensor& x) {
  const auto rows = x.reshape({-1, x.size(-1)}).to(at::kFloat, /*non_blocking=*/false, /*copy=*/true);
  auto largest = at::linalg_vector_norm(rows, std::numeric_limits<double>::infinity(), {1}, /*keepdim=*/true);
  const auto most = at::full_like(largest, kMaxFp8);
  largest = at::where(largest < kZero, most, largest);
  rows.mul_(most / largest).clamp_(-kMaxFp8, kMaxFp8);
  return {rows.to(at::kFloat8_e4m3fn), largest / most};
}

at::Tensor fp8Product(const at::Tensor& x, const at::Tensor& weight, const at::Tensor& scale, const at::Tensor& bias) {
  const auto [numbers, scales] = reference::quantizeRows(x);
  auto y = at::matmul(numbers.to(at::kFloat), weight.to(at::kFloat).t()).mul_(scales);
  if (scale.defined()) y.mul_(scale.reshape({1, -1}));
  if (bias.defined()) y.add_(bias);
  return y.to(x.scalar_type()).view(resultSizes(x, weight));
}

}  // namespace reference
}  // namespace fb::kernels
