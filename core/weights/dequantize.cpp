// SPDX-License-Identifier: MIT
// The layout of ggml's blocks follows ggml-common.h and ggml-quants.c in https://github.com/ggml-org/ggml. Products and
// sums are separate operations here, because fused operations round differently.
#include "weights/dequantize.h"

#include "base/failure.h"
#include "weights/dequantize_blocks.h"
#include "weights/readers.h"
#include "weights/tensor_types.h"

#include <ATen/Parallel.h>
#include <ATen/TensorIterator.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <utility>

namespace fb::weights {
namespace {

// Below, `blocks` is [n, bytes per block] uint8; the result is [n, parts, elements per part] float32, so that one scale
// per part can be broadcast over it.

at::Tensor bytesAt(const at::Tensor& blocks, std::int64_t begin, std::int64_t count) {
  return blocks.narrow(1, begin, count);
}

// The float16 number at this offset: [n, 1] float32.
at::Tensor halfAt(const at::Tensor& blocks, std::int64_t begin) {
  return bytesAt(blocks, begin, 2).contiguous().view(at::kHalf).to(at::kFloat);
}

at::Tensor signedAt(const at::Tensor& blocks, std::int64_t begin, std::int64_t count) {
  return bytesAt(blocks, begin, count).view(at::kChar).to(at::kFloat);
}

// The fields of `bits` bits in every byte, the lowest first; each field for a whole group of `width` bytes before the
// next field: [n, bytes] -> [n, bytes / width * fields, width].
at::Tensor fields(const at::Tensor& bytes, std::int64_t bits, std::int64_t width) {
  const auto shifts = at::arange(0, 8, bits, bytes.options()).view({1, 1, -1, 1});
  const auto groups = bytes.reshape({bytes.size(0), -1, 1, width});
  return at::bitwise_right_shift(groups, shifts).bitwise_and_((1 << bits) - 1).flatten(1, 2);
}

// [n, k] -> [n, k, 1]
at::Tensor perPart(const at::Tensor& scales) { return scales.unsqueeze(-1); }

// The lowest 4 bits combined with the fifth. nibbles: 32 numbers of n blocks; bits: [n, 4] bytes.
at::Tensor withFifthBit(const at::Tensor& nibbles, const at::Tensor& bits) {
  const auto shifts = at::arange(0, 8, 1, bits.options());
  const auto fifth = at::bitwise_right_shift(bits.unsqueeze(-1), shifts).bitwise_and_(1).reshape(nibbles.sizes());
  return at::bitwise_or(nibbles, fifth.bitwise_left_shift_(4));
}

at::Tensor q8_0(const at::Tensor& blocks) { return signedAt(blocks, 2, 32).mul_(halfAt(blocks, 0)); }

at::Tensor q4_0(const at::Tensor& blocks) {
  return fields(bytesAt(blocks, 2, 16), 4, 16).to(at::kFloat).sub_(8).mul_(perPart(halfAt(blocks, 0)));
}

at::Tensor q4_1(const at::Tensor& blocks) {
  return fields(bytesAt(blocks, 4, 16), 4, 16)
      .to(at::kFloat)
      .mul_(perPart(halfAt(blocks, 0)))
      .add_(perPart(halfAt(blocks, 2)));
}

at::Tensor q5_0(const at::Tensor& blocks) {
  const auto numbers = withFifthBit(fields(bytesAt(blocks, 6, 16), 4, 16), bytesAt(blocks, 2, 4));
  return numbers.to(at::kFloat).sub_(16).mul_(perPart(halfAt(blocks, 0)));
}

at::Tensor q5_1(const at::Tensor& blocks) {
  const auto numbers = withFifthBit(fields(bytesAt(blocks, 8, 16), 4, 16), bytesAt(blocks, 4, 4));
  return numbers.to(at::kFloat).mul_(perPart(halfAt(blocks, 0))).add_(perPart(halfAt(blocks, 2)));
}

at::Tensor q2K(const at::Tensor& blocks) {
  const auto packed = bytesAt(blocks, 0, 16);
  const auto scales = packed.bitwise_and(15).to(at::kFloat).mul_(halfAt(blocks, 80));
  const auto minima = packed.bitwise_right_shift(4).to(at::kFloat).mul_(halfAt(blocks, 82));
  const auto numbers = fields(bytesAt(blocks, 16, 64), 2, 32).view({-1, 16, 16}).to(at::kFloat);
  return numbers.mul_(perPart(scales)).sub_(perPart(minima));
}

// 16 scales of 6 bits: the lowest 4 bits of each in 8 bytes, the others in 4.
at::Tensor q3KScales(const at::Tensor& packed) {
  const auto low = fields(packed.narrow(1, 0, 8), 4, 8).flatten(1);
  const auto high = fields(packed.narrow(1, 8, 4), 2, 4).flatten(1);
  return at::bitwise_or(low, at::bitwise_left_shift(high, 4)).to(at::kFloat).sub_(32);
}

// A high bit that is not set subtracts 4.
at::Tensor q3K(const at::Tensor& blocks) {
  const auto scales = q3KScales(bytesAt(blocks, 96, 12)).mul_(halfAt(blocks, 108));
  const auto low = fields(bytesAt(blocks, 32, 64), 2, 32).view({-1, 16, 16}).to(at::kFloat);
  const auto high = fields(bytesAt(blocks, 0, 32), 1, 32).view({-1, 16, 16}).to(at::kFloat);
  return low.add_(high.sub_(1).mul_(4)).mul_(perPart(scales));
}

// 8 scales and 8 minima of 6 bits each in 12 bytes: those of the first four parts as they are, those of the others in
// two pieces.
std::pair<at::Tensor, at::Tensor> scalesAndMinima(const at::Tensor& blocks) {
  const auto first = bytesAt(blocks, 4, 4), second = bytesAt(blocks, 8, 4), third = bytesAt(blocks, 12, 4);
  const auto high = [](const at::Tensor& bytes) { return bytes.bitwise_right_shift(2).bitwise_and_(0x30); };
  const auto scales = at::cat({first.bitwise_and(63), at::bitwise_or(third.bitwise_and(15), high(first))}, 1);
  const auto minima = at::cat({second.bitwise_and(63), at::bitwise_or(third.bitwise_right_shift(4), high(second))}, 1);
  return {scales.to(at::kFloat).mul_(halfAt(blocks, 0)), minima.to(at::kFloat).mul_(halfAt(blocks, 2))};
}

at::Tensor q4K(const at::Tensor& blocks) {
  const auto [scales, minima] = scalesAndMinima(blocks);
  const auto numbers = fields(bytesAt(blocks, 16, 128), 4, 32).to(at::kFloat);
  return numbers.mul_(perPart(scales)).sub_(perPart(minima));
}

at::Tensor q5K(const at::Tensor& blocks) {
  const auto [scales, minima] = scalesAndMinima(blocks);
  const auto low = fields(bytesAt(blocks, 48, 128), 4, 32);
  const auto high = fields(bytesAt(blocks, 16, 32), 1, 32).bitwise_left_shift_(4);
  return at::bitwise_or(low, high).to(at::kFloat).mul_(perPart(scales)).sub_(perPart(minima));
}

at::Tensor q6K(const at::Tensor& blocks) {
  const auto scales = signedAt(blocks, 192, 16).mul_(halfAt(blocks, 208));
  const auto low = fields(bytesAt(blocks, 0, 128), 4, 64).view({-1, 8, 32});
  const auto high = fields(bytesAt(blocks, 128, 64), 2, 32).bitwise_left_shift_(4);
  return at::bitwise_or(low, high).view({-1, 16, 16}).to(at::kFloat).sub_(32).mul_(perPart(scales));
}

at::Tensor numbersOf(const at::Tensor& blocks, StorageType type) {
  switch (type) {
    case StorageType::Q8_0:
      return q8_0(blocks);
    case StorageType::Q6_K:
      return q6K(blocks);
    case StorageType::Q5_K:
      return q5K(blocks);
    case StorageType::Q4_K:
      return q4K(blocks);
    case StorageType::Q3_K:
      return q3K(blocks);
    case StorageType::Q2_K:
      return q2K(blocks);
    case StorageType::Q5_1:
      return q5_1(blocks);
    case StorageType::Q5_0:
      return q5_0(blocks);
    case StorageType::Q4_1:
      return q4_1(blocks);
    case StorageType::Q4_0:
      return q4_0(blocks);
    default:
      fail(ErrorKind::Internal, "the storage type {} has no blocks", toString(type));
  }
}

// Calls fill(begin, count) for some of `rows` rows at a time, which have `width` elements each: on a GPU enough to keep
// it busy, on the CPU from all its threads, each with so few that they stay in its cache and torch does not
// parallelise.
template <class Fill>
void inParts(std::int64_t rows, std::int64_t width, at::Device device, const Fill& fill) {
  constexpr std::int64_t kOnGpu = 1 << 24, kLeastPerThread = 1 << 18;
  const auto rowsOf = [&](std::int64_t elements) {
    return std::max<std::int64_t>(1, elements / std::max<std::int64_t>(1, width));
  };
  const auto part = rowsOf(device.is_cpu() ? at::internal::GRAIN_SIZE - 1 : kOnGpu);
  const auto work = [&](std::int64_t begin, std::int64_t end) {
    const c10::InferenceMode inference;
    for (; begin < end; begin += part) fill(begin, std::min(part, end - begin));
  };
  if (device.is_cpu())
    shareOut(rows, rowsOf(kLeastPerThread), work, /*mostThreads=*/at::get_num_threads());
  else
    work(0, rows);
}

// As [rows, 1] or [1, 1] on the same device.
at::Tensor byRow(const at::Tensor& scale, const at::Tensor& stored) {
  if (scale.numel() != 1 && (stored.dim() == 0 || scale.numel() != stored.size(0)))
    fail(ErrorKind::Internal, "{} scales for a weight of {} dimensions", scale.numel(), stored.dim());
  return scale.to(stored.device(), at::kFloat).reshape({-1, 1});
}

// stored * scale after `prepare` has processed the float32 rows.
template <class Prepare>
at::Tensor rescaledRows(const at::Tensor& stored, const at::Tensor& scale, at::ScalarType as, const Prepare& prepare) {
  const c10::InferenceMode inference;
  const auto factors = byRow(scale, stored);
  auto result = at::empty(stored.sizes(), stored.options().dtype(as));
  if (stored.numel() == 0) return result;
  const auto rows = stored.dim() == 0 ? 1 : stored.size(0);
  const auto from = stored.reshape({rows, -1}), to = result.view({rows, -1});
  inParts(rows, from.size(1), stored.device(), [&](std::int64_t begin, std::int64_t count) {
    const auto numbers = prepare(from.narrow(0, begin, count).to(at::kFloat, /*non_blocking=*/false, /*copy=*/true));
    to.narrow(0, begin, count).copy_(numbers.mul_(factors.size(0) == 1 ? factors : factors.narrow(0, begin, count)));
  });
  return result;
}

// x, a separate float32 tensor, may be overwritten. It contains integers, so everything except the last division is
// exact, and that one is by a power of 2.
at::Tensor rotated(const at::Tensor& x, std::int64_t group) {
  if (!x.is_cpu()) return rotatedByOperations(x, group);
  rotateGroups(x.mutable_data_ptr<float>(), x.numel() / group, group);
  return x;
}

}  // namespace

at::Tensor dequantizedByOperations(const at::Tensor& bytes, StorageType type, at::IntArrayRef shape,
                                   at::ScalarType as) {
  const c10::InferenceMode inference;
  auto result = at::empty(shape, bytes.options().dtype(as));
  const auto elements = blockElements(type);
  const auto blocks = bytes.view({-1, static_cast<std::int64_t>(blockBytes(type))});
  const auto flat = result.view({blocks.size(0), elements});
  inParts(blocks.size(0), elements, bytes.device(), [&](std::int64_t begin, std::int64_t count) {
    flat.narrow(0, begin, count).copy_(numbersOf(blocks.narrow(0, begin, count), type).view({count, elements}));
  });
  return result;
}

at::Tensor dequantized(const at::Tensor& bytes, StorageType type, at::IntArrayRef shape, at::ScalarType as) {
  const c10::InferenceMode inference;
  if (!isBlockQuantized(type)) return bytes.view(toScalarType(type)).view(shape).to(as);
  if (!bytes.is_cpu()) return dequantizedByOperations(bytes, type, shape, as);
  auto result = at::empty(shape, as);
  const auto elements = blockElements(type), size = static_cast<std::int64_t>(blockBytes(type));
  const auto flat = result.view({-1, elements});
  inParts(flat.size(0), elements, at::kCPU, [&](std::int64_t begin, std::int64_t count) {
    const auto numbers = at::empty({count, elements}, at::kFloat);
    dequantizeBlocks(type, bytes.const_data_ptr<std::uint8_t>() + begin * size, count,
                     numbers.mutable_data_ptr<float>());
    flat.narrow(0, begin, count).copy_(numbers);
  });
  return result;
}

// One factor of the Kronecker power acts on one base-4 digit of the column's position in its group: every number
// becomes half of the sum of all four minus the opposite one.
at::Tensor rotatedByOperations(at::Tensor x, std::int64_t group) {
  const auto sizes = x.sizes().vec();
  double halves = 1;
  for (std::int64_t inner = 1; inner < group; inner *= 4, halves /= 2) {
    const auto digits = x.reshape({sizes[0], -1, 4, inner});
    x = digits.sum(2, /*keepdim=*/true).sub(digits.flip(2), 2);
  }
  return x.reshape(sizes).mul(halves);
}

at::Tensor rescaled(const at::Tensor& stored, const at::Tensor& scale, at::ScalarType as) {
  return rescaledRows(stored, scale, as, [](const at::Tensor& numbers) { return numbers; });
}

at::Tensor dequantized(const PackedWeight& weight, at::ScalarType as) {
  if (isBlockQuantized(weight.type)) return dequantized(weight.data, weight.type, weight.shape, as);
  if (!weight.scale.defined()) return weight.data.to(as);
  return weight.rotation > 0 ? rescaledAndUnrotated(weight.data, weight.scale, weight.rotation, as)
                             : rescaled(weight.data, weight.scale, as);
}

at::Tensor rescaledAndUnrotated(const at::Tensor& stored, const at::Tensor& scale, std::int64_t group,
                                at::ScalarType as) {
  return rescaledRows(stored, scale, as, [&](const at::Tensor& numbers) { return rotated(numbers, group); });
}

}  // namespace fb::weights
