// SPDX-License-Identifier: MIT
// Compiled with -O3, so that the loops are vectorised, and with -ffp-contract=off, because a fused product and sum
// rounds differently.
#include "weights/dequantize_blocks.h"

#include "base/failure.h"

#include <array>
#include <bit>
#include <cstddef>

namespace fb::weights {
namespace {

using Byte = std::uint8_t;

// Converts a little-endian float16. A product makes up for the difference of the exponents, which is exact even for
// subnormal numbers.
float halfAt(const Byte* bytes) {
  const std::uint32_t half = bytes[0] | static_cast<std::uint32_t>(bytes[1]) << 8;
  const std::uint32_t sign = (half & 0x8000u) << 16, rest = (half & 0x7fffu) << 13;
  const bool special = (half & 0x7c00u) == 0x7c00u;  // infinities and NaN
  const auto magnitude = special ? std::bit_cast<float>(rest | 0x7f800000u)
                                 : std::bit_cast<float>(rest) * std::bit_cast<float>(0x77800000u);  // 2^112
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(magnitude) | sign);
}

float numberOf(int integer) { return static_cast<float>(integer); }
int signedOf(Byte byte) { return static_cast<std::int8_t>(byte); }
int bitOf(Byte byte, int bit) { return byte >> bit & 1; }

void q8_0(const Byte* block, float* y) {
  const float scale = halfAt(block);
  for (int i = 0; i < 32; ++i) y[i] = numberOf(signedOf(block[2 + i])) * scale;
}

void q4_0(const Byte* block, float* y) {
  const float scale = halfAt(block);
  for (int i = 0; i < 16; ++i) y[i] = numberOf((block[2 + i] & 15) - 8) * scale;
  for (int i = 0; i < 16; ++i) y[16 + i] = numberOf((block[2 + i] >> 4) - 8) * scale;
}

void q4_1(const Byte* block, float* y) {
  const float scale = halfAt(block), minimum = halfAt(block + 2);
  for (int i = 0; i < 16; ++i) y[i] = numberOf(block[4 + i] & 15) * scale + minimum;
  for (int i = 0; i < 16; ++i) y[16 + i] = numberOf(block[4 + i] >> 4) * scale + minimum;
}

// 32 five-bit numbers, the fifth bit of each in `bits`.
std::array<int, 32> withFifthBit(const Byte* nibbles, const Byte* bits) {
  std::array<int, 32> numbers;
  for (std::size_t i = 0; i < 16; ++i) {
    numbers[i] = (nibbles[i] & 15) | bitOf(bits[i / 8], i % 8) << 4;
    numbers[16 + i] = nibbles[i] >> 4 | bitOf(bits[2 + i / 8], i % 8) << 4;
  }
  return numbers;
}

void q5_0(const Byte* block, float* y) {
  const float scale = halfAt(block);
  for (const int number : withFifthBit(block + 6, block + 2)) *y++ = numberOf(number - 16) * scale;
}

void q5_1(const Byte* block, float* y) {
  const float scale = halfAt(block), minimum = halfAt(block + 2);
  for (const int number : withFifthBit(block + 8, block + 4)) *y++ = numberOf(number) * scale + minimum;
}

// In the blocks of 256, `line` counts the lines of 32 numbers; every fourth one has two bits of each number.
const Byte* pairsOf(const Byte* packed, int line) { return packed + line / 4 * 32; }

void q2K(const Byte* block, float* y) {
  const float scale = halfAt(block + 80), minimum = halfAt(block + 82);
  for (int line = 0; line < 8; ++line) {
    const auto* pairs = pairsOf(block + 16, line);
    for (int part = 0; part < 2; ++part) {
      const Byte packed = block[2 * line + part];
      const float d = scale * numberOf(packed & 15), m = minimum * numberOf(packed >> 4);
      for (int i = 16 * part; i < 16 * part + 16; ++i)
        y[32 * line + i] = numberOf(pairs[i] >> 2 * (line % 4) & 3) * d - m;
    }
  }
}

// For 16 scales of 6 bits: the lowest 4 bits of each in 8 bytes, the others in 4.
int q3KScale(const Byte* packed, int i) {
  const int low = packed[i % 8] >> 4 * (i / 8) & 15, high = packed[8 + i % 4] >> 2 * (i / 4) & 3;
  return (low | high << 4) - 32;
}

void q3K(const Byte* block, float* y) {
  const float scale = halfAt(block + 108);
  for (int line = 0; line < 8; ++line) {
    const auto* pairs = pairsOf(block + 32, line);
    for (int part = 0; part < 2; ++part) {
      const float d = scale * numberOf(q3KScale(block + 96, 2 * line + part));
      for (int i = 16 * part; i < 16 * part + 16; ++i)
        y[32 * line + i] = numberOf((pairs[i] >> 2 * (line % 4) & 3) - 4 + 4 * bitOf(block[i], line)) * d;
    }
  }
}

struct ScaleAndMinimum {
  float scale, minimum;
};

// For 8 pairs of 6 bits in 12 bytes: the first four as they are, the others in two pieces.
ScaleAndMinimum scaleAndMinimum(const Byte* block, int i) {
  const auto* packed = block + 4;
  const int scale = i < 4 ? packed[i] & 63 : (packed[i + 4] & 15) | (packed[i - 4] >> 6) << 4;
  const int minimum = i < 4 ? packed[i + 4] & 63 : packed[i + 4] >> 4 | (packed[i] >> 6) << 4;
  return {halfAt(block) * numberOf(scale), halfAt(block + 2) * numberOf(minimum)};
}

void q4K(const Byte* block, float* y) {
  for (int line = 0; line < 8; ++line) {
    const auto [scale, minimum] = scaleAndMinimum(block, line);
    const auto* nibbles = block + 16 + line / 2 * 32;
    for (int i = 0; i < 32; ++i) y[32 * line + i] = numberOf(nibbles[i] >> 4 * (line % 2) & 15) * scale - minimum;
  }
}

void q5K(const Byte* block, float* y) {
  for (int line = 0; line < 8; ++line) {
    const auto [scale, minimum] = scaleAndMinimum(block, line);
    const auto* nibbles = block + 48 + line / 2 * 32;
    for (int i = 0; i < 32; ++i) {
      const int number = (nibbles[i] >> 4 * (line % 2) & 15) | bitOf(block[16 + i], line) << 4;
      y[32 * line + i] = numberOf(number) * scale - minimum;
    }
  }
}

void q6K(const Byte* block, float* y) {
  const float scale = halfAt(block + 208);
  for (int line = 0; line < 8; ++line) {
    const auto* nibbles = block + line / 4 * 64 + line % 2 * 32;
    const auto* pairs = pairsOf(block + 128, line);
    for (int part = 0; part < 2; ++part) {
      const float d = scale * numberOf(signedOf(block[192 + 2 * line + part]));
      for (int i = 16 * part; i < 16 * part + 16; ++i) {
        const int low = nibbles[i] >> 4 * (line / 2 % 2) & 15, high = pairs[i] >> 2 * (line % 4) & 3;
        y[32 * line + i] = numberOf((low | high << 4) - 32) * d;
      }
    }
  }
}

using OfBlock = void (*)(const Byte* block, float* numbers);

OfBlock functionOf(StorageType type) {
  switch (type) {
    case StorageType::Q8_0:
      return q8_0;
    case StorageType::Q6_K:
      return q6K;
    case StorageType::Q5_K:
      return q5K;
    case StorageType::Q4_K:
      return q4K;
    case StorageType::Q3_K:
      return q3K;
    case StorageType::Q2_K:
      return q2K;
    case StorageType::Q5_1:
      return q5_1;
    case StorageType::Q5_0:
      return q5_0;
    case StorageType::Q4_1:
      return q4_1;
    case StorageType::Q4_0:
      return q4_0;
    default:
      fail(ErrorKind::Internal, "the storage type {} has no blocks", toString(type));
  }
}

}  // namespace

void rotateGroups(float* numbers, std::int64_t groups, std::int64_t group) {
  for (std::int64_t inner = 1; inner < group; inner *= 4)
    for (std::int64_t begin = 0; begin < groups * group; begin += 4 * inner)
      for (std::int64_t i = begin; i < begin + inner; ++i) {
        float &a = numbers[i], &b = numbers[i + inner], &c = numbers[i + 2 * inner], &d = numbers[i + 3 * inner];
        const float half = 0.5f * (a + b + c + d);
        const float turned[] = {half - d, half - c, half - b, half - a};
        a = turned[0], b = turned[1], c = turned[2], d = turned[3];
      }
}

void dequantizeBlocks(StorageType type, const std::uint8_t* blocks, std::int64_t count, float* numbers) {
  const auto ofBlock = functionOf(type);
  const auto bytes = static_cast<std::int64_t>(blockBytes(type)), elements = blockElements(type);
  for (std::int64_t i = 0; i < count; ++i) ofBlock(blocks + i * bytes, numbers + i * elements);
}

}  // namespace fb::weights
