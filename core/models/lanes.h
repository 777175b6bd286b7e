// SPDX-License-Identifier: MIT
// Loops over channels on the CPU, compiled for several generations of processors. Sixteen numbers are one operand:
// whatever the processor's registers, the compiler splits it.
#pragma once

#include "base/scoped_value.h"

#include <algorithm>
#include <cstdint>
#include <utility>

// A function's code is compiled with the instructions of the one that calls it.
#define FB_INLINE [[gnu::always_inline]] inline
#if defined(__x86_64__)
#define FB_FOR_AVX512 [[gnu::target("avx512f")]]
#define FB_FOR_AVX2 [[gnu::target("avx2,fma")]]
#else
#define FB_FOR_AVX512
#define FB_FOR_AVX2
#endif

namespace fb::models {

inline constexpr std::int64_t kLanes = 16;
using Lanes [[gnu::vector_size(kLanes * sizeof(float)), gnu::aligned(alignof(float)), gnu::may_alias]] = float;

FB_INLINE Lanes& lanesAt(float* numbers) { return *reinterpret_cast<Lanes*>(numbers); }
FB_INLINE const Lanes& lanesAt(const float* numbers) { return *reinterpret_cast<const Lanes*>(numbers); }

enum class Instructions { Plain, Avx2, Avx512 };
inline constinit thread_local auto mostInstructions = Instructions::Avx512;
inline Instructions exchangeInstructions(Instructions most) { return std::exchange(mostInstructions, most); }
// While it exists, no later instructions than these are chosen on this thread, so that a test can try what other
// processors run.
using InstructionsUpTo = ScopedValue<exchangeInstructions>;

// With detect_stack_use_after_return, AddressSanitizer keeps locals on a stack of its own, whose frames GCC before 13.3
// aligns to 32 bytes only (GCC bug 110027): instructions that move 64 aligned bytes fail there.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr auto kMostInstructions = Instructions::Avx2;
#else
inline constexpr auto kMostInstructions = Instructions::Avx512;
#endif

// The code for the processor that the program runs on.
template <class Code>
Code forThisProcessor([[maybe_unused]] Code avx512, [[maybe_unused]] Code avx2, Code plain) {
#if defined(__x86_64__)
  const auto most = std::min(mostInstructions, kMostInstructions);
  if (most >= Instructions::Avx512 && __builtin_cpu_supports("avx512f")) return avx512;
  if (most >= Instructions::Avx2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return avx2;
#endif
  return plain;
}

}  // namespace fb::models
