// SPDX-License-Identifier: MIT
// The operations of kernels/fused.h for NVIDIA GPUs of compute capability 8.0 or later. Compiled at first use by NVRTC,
// which comes without headers, so this file includes none; by nvcc if the build finds it, as a check; and by tests as
// plain C++ (FB_EMULATED), in which each thread of a block is a CPU thread.
//
// A block handles one token: its row stays in registers between the sums over it and the result, so that device memory
// is read once and written once. All arithmetic is float32, rounded once when stored.

#ifndef FB_EMULATED
// 16 bytes, aligned to 16.
struct Words {
  unsigned int x, y, z, w;
};

// For data that only this block reads: it does not evict the vectors that every block reads from the L1 cache. The
// order with respect to stores is kept, since some kernels write where they read.
__device__ inline Words loadOnce(const void* from) {
  Words words;
  asm volatile("ld.global.L1::no_allocate.v4.u32 {%0, %1, %2, %3}, [%4];"
               : "=r"(words.x), "=r"(words.y), "=r"(words.z), "=r"(words.w)
               : "l"(from));
  return words;
}
// For data that no kernel writes.
__device__ inline Words loadShared(const void* from) {
  Words words;
  asm("ld.global.nc.v4.u32 {%0, %1, %2, %3}, [%4];"
      : "=r"(words.x), "=r"(words.y), "=r"(words.z), "=r"(words.w)
      : "l"(from));
  return words;
}
__device__ inline void store(void* to, const Words& words) {
  asm volatile("st.global.v4.u32 [%0], {%1, %2, %3, %4};"
               :
               : "l"(to), "r"(words.x), "r"(words.y), "r"(words.z), "r"(words.w)
               : "memory");
}

__device__ inline float fromHalf(unsigned short bits) {
  float value;
  asm("cvt.f32.f16 %0, %1;" : "=f"(value) : "h"(bits));
  return value;
}
// To nearest, ties to even; the first in the lower half.
__device__ inline unsigned int halves(float low, float high) {
  unsigned int word;
  asm("cvt.rn.f16x2.f32 %0, %1, %2;" : "=r"(word) : "f"(high), "f"(low));
  return word;
}
__device__ inline unsigned int brainHalves(float low, float high) {
  unsigned int word;
  asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(word) : "f"(high), "f"(low));
  return word;
}
#if __CUDA_ARCH__ >= 890
#define FB_FP8  // the instruction does not exist on older GPUs
// e4m3: to nearest, ties to even, at most 448; the first in the lower byte.
__device__ inline unsigned int fp8Pair(float low, float high) {
  unsigned short word;
  asm("cvt.rn.satfinite.e4m3x2.f32 %0, %1, %2;" : "=h"(word) : "f"(high), "f"(low));
  return word;
}
__device__ inline void store(void* to, unsigned int x, unsigned int y) {
  asm volatile("st.global.v2.u32 [%0], {%1, %2};" : : "l"(to), "r"(x), "r"(y) : "memory");
}
#endif
#endif

namespace {

constexpr int kWidth = 8;         // adjacent channels that a thread handles at once
constexpr int kPieces = 2;        // this many times, blockDim.x * kWidth channels apart
constexpr int kMaxThreads = 640;  // per block; a multiple of the warp size, as all thread counts are
constexpr int kWarp = 32;

struct Half {
  unsigned short bits;
};
struct BrainHalf {
  unsigned short bits;
};

// --- kWidth channels between memory and float32 ----------------------------------------------------------------------

__device__ inline void unpack(const Words& words, float (&v)[kWidth], const BrainHalf*) {
  const unsigned int word[4] = {words.x, words.y, words.z, words.w};
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    v[2 * i] = __uint_as_float(word[i] << 16);
    v[2 * i + 1] = __uint_as_float(word[i] & 0xffff0000u);
  }
}
__device__ inline void unpack(const Words& words, float (&v)[kWidth], const Half*) {
  const unsigned int word[4] = {words.x, words.y, words.z, words.w};
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    v[2 * i] = fromHalf(static_cast<unsigned short>(word[i] & 0xffffu));
    v[2 * i + 1] = fromHalf(static_cast<unsigned short>(word[i] >> 16));
  }
}
__device__ inline void unpack(const Words& words, float* v) {
  v[0] = __uint_as_float(words.x);
  v[1] = __uint_as_float(words.y);
  v[2] = __uint_as_float(words.z);
  v[3] = __uint_as_float(words.w);
}

// Once: for data that only this block reads.
template <class T>
__device__ inline void readOnce(const T* from, float (&v)[kWidth]) {
  unpack(loadOnce(from), v, from);
}
__device__ inline void readOnce(const float* from, float (&v)[kWidth]) {
  unpack(loadOnce(from), v);
  unpack(loadOnce(from + 4), v + 4);
}
// Shared: for data that many blocks read and none writes.
template <class T>
__device__ inline void readShared(const T* from, float (&v)[kWidth]) {
  unpack(loadShared(from), v, from);
}
__device__ inline void readShared(const float* from, float (&v)[kWidth]) {
  unpack(loadShared(from), v);
  unpack(loadShared(from + 4), v + 4);
}

__device__ inline void write(BrainHalf* to, const float (&v)[kWidth]) {
  store(to, Words{brainHalves(v[0], v[1]), brainHalves(v[2], v[3]), brainHalves(v[4], v[5]), brainHalves(v[6], v[7])});
}
__device__ inline void write(Half* to, const float (&v)[kWidth]) {
  store(to, Words{halves(v[0], v[1]), halves(v[2], v[3]), halves(v[4], v[5]), halves(v[6], v[7])});
}
__device__ inline void write(float* to, const float (&v)[kWidth]) {
#pragma unroll
  for (int i = 0; i < kWidth; i += 4)
    store(to + i, Words{__float_as_uint(v[i]), __float_as_uint(v[i + 1]), __float_as_uint(v[i + 2]),
                        __float_as_uint(v[i + 3])});
}

// --- A token's row ---------------------------------------------------------------------------------------------------

// The first channel of this thread's piece; beyond the row's end if it has none.
__device__ inline int column(int piece) {
  return static_cast<int>((piece * blockDim.x + threadIdx.x) * static_cast<unsigned int>(kWidth));
}
__device__ inline long long rowBegin(int dim) { return static_cast<long long>(blockIdx.x) * dim; }

// This thread's channels of the block's row, zero past its end.
template <class T, int pieces>
__device__ inline void readRow(const T* x, int dim, float (&v)[pieces][kWidth]) {
#pragma unroll
  for (int p = 0; p < pieces; ++p) {
    if (column(p) < dim) {
      readOnce(x + rowBegin(dim) + column(p), v[p]);
    } else {
#pragma unroll
      for (int i = 0; i < kWidth; ++i) v[p][i] = 0;
    }
  }
}
template <class T>
__device__ inline void writeRow(T* y, int dim, const float (&v)[kPieces][kWidth]) {
#pragma unroll
  for (int p = 0; p < kPieces; ++p)
    if (column(p) < dim) write(y + rowBegin(dim) + column(p), v[p]);
}

struct Sum {
  __device__ float operator()(float a, float b) const { return a + b; }
};

// The values of the block's threads combined, the same in each; 0 must change nothing. `parts`: shared memory that
// nothing else in the kernel uses.
template <class Combine>
__device__ inline float overBlock(float value, float (&parts)[kWarp], Combine combine) {
#pragma unroll
  for (int step = kWarp / 2; step > 0; step /= 2) value = combine(value, __shfl_xor_sync(0xffffffffu, value, step));
  const unsigned int lane = threadIdx.x % kWarp;
  if (lane == 0) parts[threadIdx.x / kWarp] = value;
  __syncthreads();
  value = lane < blockDim.x / kWarp ? parts[lane] : 0.0f;
#pragma unroll
  for (int step = kWarp / 2; step > 0; step /= 2) value = combine(value, __shfl_xor_sync(0xffffffffu, value, step));
  return value;
}
__device__ inline float sumOverBlock(float value, float (&sums)[kWarp]) { return overBlock(value, sums, Sum()); }

__device__ inline float sumOfSquares(const float (&v)[kPieces][kWidth]) {
  float sum = 0;
#pragma unroll
  for (int p = 0; p < kPieces; ++p)
#pragma unroll
    for (int i = 0; i < kWidth; ++i) sum += v[p][i] * v[p][i];
  return sum;
}

// Where the token's vector begins in a table of them, `stride` elements apart; rows: the row of every token, null if
// all have the first.
__device__ inline long long vectorBegin(const long long* rows, long long stride) {
  return rows ? rows[blockIdx.x] * stride : 0;
}

// --- The operations --------------------------------------------------------------------------------------------------

// y = norm(x) * (one + scale) + shift; one: 1, or 0 if `scale` is a weight.
template <class T>
__device__ inline void layerNorm(const T* x, const float* scale, const float* shift, T* y, int dim, float one,
                                 float eps) {
  __shared__ float sums[2][kWarp];
  float v[kPieces][kWidth];
  readRow(x, dim, v);
  float sum = 0;
#pragma unroll
  for (int p = 0; p < kPieces; ++p)
#pragma unroll
    for (int i = 0; i < kWidth; ++i) sum += v[p][i];
  const float mean = sumOverBlock(sum, sums[0]) / static_cast<float>(dim);
#pragma unroll
  for (int p = 0; p < kPieces; ++p)
    if (column(p) < dim)
#pragma unroll
      for (int i = 0; i < kWidth; ++i) v[p][i] -= mean;
  const float factor = rsqrtf(sumOverBlock(sumOfSquares(v), sums[1]) / static_cast<float>(dim) + eps);
#pragma unroll
  for (int p = 0; p < kPieces; ++p) {
    if (column(p) >= dim) continue;
    float a[kWidth], b[kWidth];
    readShared(scale + column(p), a);
    readShared(shift + column(p), b);
#pragma unroll
    for (int i = 0; i < kWidth; ++i) v[p][i] = v[p][i] * factor * (one + a[i]) + b[i];
  }
  writeRow(y, dim, v);
}

template <class T>
__device__ inline void rmsNormModulated(const T* x, const T* scale, const T* shift, const long long* rows, T* y,
                                        int dim, long long stride, float eps) {
  __shared__ float sums[kWarp];
  const long long begin = vectorBegin(rows, stride);
  float v[kPieces][kWidth];
  readRow(x, dim, v);
  const float factor = rsqrtf(sumOverBlock(sumOfSquares(v), sums) / static_cast<float>(dim) + eps);
#pragma unroll
  for (int p = 0; p < kPieces; ++p) {
    if (column(p) >= dim) continue;
    float a[kWidth], b[kWidth];
    readShared(scale + begin + column(p), a);
    readShared(shift + begin + column(p), b);
#pragma unroll
    for (int i = 0; i < kWidth; ++i) v[p][i] = v[p][i] * factor * (1.0f + a[i]) + b[i];
  }
  writeRow(y, dim, v);
}

// In place. rotation: cos, sin of each pair, `period` floats per token; channel c is rotated by those at c % period.
template <class T>
__device__ inline void rmsNormRotated(T* x, const T* weight, const float* rotation, int dim, int period, float eps) {
  __shared__ float sums[kWarp];
  float v[kPieces][kWidth];
  readRow(x, dim, v);
  const float factor = rsqrtf(sumOverBlock(sumOfSquares(v), sums) / static_cast<float>(dim) + eps);
#pragma unroll
  for (int p = 0; p < kPieces; ++p) {
    if (column(p) >= dim) continue;
    float w[kWidth], turn[kWidth];
    readShared(weight + column(p), w);
    readShared(rotation + rowBegin(period) + column(p) % period, turn);
#pragma unroll
    for (int i = 0; i < kWidth; i += 2) {
      const float a = v[p][i] * factor * w[i], b = v[p][i + 1] * factor * w[i + 1];
      v[p][i] = a * turn[i] - b * turn[i + 1];
      v[p][i + 1] = a * turn[i + 1] + b * turn[i];
    }
  }
  writeRow(x, dim, v);
}

// x += y * gate
template <class T, class Gate>
__device__ inline void addGated(T* x, const T* y, const Gate* gate, const long long* rows, int dim, long long stride) {
  const long long begin = vectorBegin(rows, stride);
  float v[kPieces][kWidth], added[kPieces][kWidth];
  readRow(x, dim, v);
  readRow(y, dim, added);
#pragma unroll
  for (int p = 0; p < kPieces; ++p) {
    if (column(p) >= dim) continue;
    float g[kWidth];
    readShared(gate + begin + column(p), g);
#pragma unroll
    for (int i = 0; i < kWidth; ++i) v[p][i] += added[p][i] * g[i];
  }
  writeRow(x, dim, v);
}

#ifdef FB_FP8
constexpr int kQuantizedPieces = 4;  // the hidden layer of a feed-forward network is wider than other rows
constexpr float kMaxFp8 = 448;
constexpr float kZero = 1e-30f;  // a row of smaller numbers counts as zeros

struct Maximum {
  __device__ float operator()(float a, float b) const { return fmaxf(a, b); }
};

// y = x / scale in e4m3, with the scale of each row that maps its largest magnitude to 448; 1 for zeros.
template <class T>
__device__ inline void quantizeRow(const T* x, unsigned char* y, float* scales, int dim) {
  __shared__ float maxima[kWarp];
  float v[kQuantizedPieces][kWidth];
  readRow(x, dim, v);
  float largest = 0;
#pragma unroll
  for (int p = 0; p < kQuantizedPieces; ++p)
#pragma unroll
    for (int i = 0; i < kWidth; ++i) largest = fmaxf(largest, fabsf(v[p][i]));
  largest = overBlock(largest, maxima, Maximum());
  if (largest < kZero) largest = kMaxFp8;
  if (threadIdx.x == 0) scales[blockIdx.x] = largest / kMaxFp8;
  const float factor = kMaxFp8 / largest;
#pragma unroll
  for (int p = 0; p < kQuantizedPieces; ++p) {
    if (column(p) >= dim) continue;
    unsigned int words[kWidth / 4];
#pragma unroll
    for (int i = 0; i < kWidth; i += 4)
      words[i / 4] =
          fp8Pair(v[p][i] * factor, v[p][i + 1] * factor) | fp8Pair(v[p][i + 2] * factor, v[p][i + 3] * factor) << 16;
    store(y + rowBegin(dim) + column(p), words[0], words[1]);
  }
}
#endif

}  // namespace

#define FB_KERNEL extern "C" __global__ void __launch_bounds__(kMaxThreads)

#define FB_KERNELS(T, type)                                                                                         \
  FB_KERNEL layer_norm_##type(const T* x, const float* scale, const float* shift, T* y, int dim, float one,         \
                              float eps) {                                                                          \
    layerNorm(x, scale, shift, y, dim, one, eps);                                                                   \
  }                                                                                                                 \
  FB_KERNEL rms_norm_modulated_##type(const T* x, const T* scale, const T* shift, const long long* rows, T* y,      \
                                      int dim, long long stride, float eps) {                                       \
    rmsNormModulated(x, scale, shift, rows, y, dim, stride, eps);                                                   \
  }                                                                                                                 \
  FB_KERNEL rms_norm_rotated_##type(T* x, const T* weight, const float* rotation, int dim, int period, float eps) { \
    rmsNormRotated(x, weight, rotation, dim, period, eps);                                                          \
  }                                                                                                                 \
  FB_KERNEL add_gated_##type(T* x, const T* y, const T* gate, const long long* rows, int dim, long long stride) {   \
    addGated(x, y, gate, rows, dim, stride);                                                                        \
  }                                                                                                                 \
  FB_KERNEL add_gated_f32_##type(T* x, const T* y, const float* gate, int dim) {                                    \
    addGated(x, y, gate, nullptr, dim, 0);                                                                          \
  }

FB_KERNELS(BrainHalf, bf16)
FB_KERNELS(Half, f16)
FB_KERNELS(float, f32)

// Products in fp8 exist for bfloat16 only (kernels/fp8_product.h).
#ifdef FB_FP8
FB_KERNEL quantize_rows_bf16(const BrainHalf* x, unsigned char* y, float* scales, int dim) {
  quantizeRow(x, y, scales, dim);
}
#endif
