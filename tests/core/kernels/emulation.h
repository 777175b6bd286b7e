// SPDX-License-Identifier: MIT
// Plain C++ in place of the GPU features that cuda/fused.cu uses: include this, then the kernels. Each thread of a
// block is a CPU thread, so that ThreadSanitizer sees a missing __syncthreads().
#pragma once

#include <c10/util/BFloat16.h>
#include <c10/util/Float8_e4m3fn.h>
#include <c10/util/Half.h>

#include <algorithm>
#include <barrier>
#include <bit>
#include <cmath>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

namespace fb::kernels::emulation {

struct Index {
  unsigned x = 0;
};

// The block that is running; one at a time.
struct Block {
  explicit Block(unsigned threads) : barrier(threads), exchanged(threads) {}
  std::barrier<> barrier;
  std::vector<float> exchanged;
};
inline std::unique_ptr<Block> block;

}  // namespace fb::kernels::emulation

#define FB_EMULATED
#define FB_FP8
#define __device__
#define __global__
#define __shared__ static
#define __launch_bounds__(threads)

inline thread_local fb::kernels::emulation::Index threadIdx, blockIdx;
inline fb::kernels::emulation::Index blockDim;

inline void __syncthreads() { fb::kernels::emulation::block->barrier.arrive_and_wait(); }
// All warps of the block exchange at once, which is correct for kernels whose threads all get here.
inline float __shfl_xor_sync(unsigned, float value, int step) {
  auto& exchanged = fb::kernels::emulation::block->exchanged;
  exchanged[threadIdx.x] = value;
  __syncthreads();
  const float other = exchanged[threadIdx.x ^ static_cast<unsigned>(step)];
  __syncthreads();
  return other;
}
inline float __uint_as_float(unsigned bits) { return std::bit_cast<float>(bits); }
inline unsigned __float_as_uint(float value) { return std::bit_cast<unsigned>(value); }
inline float rsqrtf(float value) { return 1 / std::sqrt(value); }

struct Words {
  unsigned int x, y, z, w;
};
inline bool isAligned(const void* address) { return reinterpret_cast<std::uintptr_t>(address) % sizeof(Words) == 0; }
inline Words loadOnce(const void* from) {
  Words words;
  if (!isAligned(from)) std::abort();
  std::memcpy(&words, from, sizeof words);
  return words;
}
inline Words loadShared(const void* from) { return loadOnce(from); }
inline void store(void* to, const Words& words) {
  if (!isAligned(to)) std::abort();
  std::memcpy(to, &words, sizeof words);
}
inline float fromHalf(unsigned short bits) { return c10::Half(bits, c10::Half::from_bits()); }
inline unsigned halves(float low, float high) {
  return c10::Half(low).x | static_cast<unsigned>(c10::Half(high).x) << 16;
}
inline unsigned brainHalves(float low, float high) {
  return c10::BFloat16(low).x | static_cast<unsigned>(c10::BFloat16(high).x) << 16;
}
inline unsigned fp8Pair(float low, float high) {
  const auto bits = [](float value) -> unsigned { return c10::Float8_e4m3fn(std::clamp(value, -448.0f, 448.0f)).x; };
  return bits(low) | bits(high) << 8;
}
inline void store(void* to, unsigned x, unsigned y) {
  const unsigned words[] = {x, y};
  if (reinterpret_cast<std::uintptr_t>(to) % sizeof words != 0) std::abort();
  std::memcpy(to, words, sizeof words);
}

namespace fb::kernels::emulation {

// Runs kernel() as `blocks` blocks, one after the other.
template <class Kernel>
void launch(unsigned blocks, unsigned threads, const Kernel& kernel) {
  block = std::make_unique<Block>(threads);
  blockDim.x = threads;
  std::vector<std::jthread> players;
  for (unsigned thread = 0; thread < threads; ++thread)
    players.emplace_back([=] {
      threadIdx.x = thread;
      for (blockIdx.x = 0; blockIdx.x < blocks; ++blockIdx.x) {
        kernel();
        __syncthreads();
      }
    });
}

}  // namespace fb::kernels::emulation
