// SPDX-License-Identifier: MIT
// What torch throws, as the user's errors.
#include "engine/guarded.h"

#include "base/failure.h"
#include "engine/run_memory.h"

#include <c10/util/Exception.h>

#include <gtest/gtest.h>

#include <new>
#include <string>
#include <utility>

namespace fb::engine {
namespace {

struct Told {
  Error error;
  bool isOutOfMemory;
};

template <class Thrown>
Told toldOf(Thrown thrown) {
  try {
    throw std::move(thrown);
  } catch (...) {
    return {currentError(), isOutOfMemory()};
  }
}
// As TORCH_CHECK throws it.
Told toldOfTorch(const std::string& words) {
  return toldOf(c10::Error(c10::SourceLocation{__func__, __FILE__, __LINE__}, words));
}

TEST(Errors, AnAllocationThatFailedIsTooLittleMemoryWhateverLibraryNeededIt) {
  for (const auto* words :
       {"CUDA error: out of memory\nSearch for `cudaErrorMemoryAllocation' in the documentation.",
        "CUDA driver error: out of memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED", "CUDNN_BACKEND: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
        "[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory"}) {
    const auto told = toldOfTorch(words);
    EXPECT_EQ(told.error.kind, ErrorKind::OutOfMemory) << words;
    EXPECT_NE(told.error.message.find("too little memory"), std::string::npos) << told.error.message;
    EXPECT_TRUE(told.isOutOfMemory) << words;
  }
  EXPECT_EQ(toldOf(std::bad_alloc()).error.kind, ErrorKind::OutOfMemory);
}

TEST(Errors, AGpuThatFailedIsToldWithTheWayOut) {
  const auto told = toldOfTorch(
      "CUDA error: an illegal memory access was encountered\nCUDA kernel errors might be asynchronously reported.");
  EXPECT_EQ(told.error.kind, ErrorKind::Internal);
  EXPECT_FALSE(told.isOutOfMemory);
  EXPECT_EQ(told.error.message,
            "the GPU failed (CUDA error: an illegal memory access was encountered), and this program can no longer use "
            "it: start it again, and continue the run from its last step");
}

TEST(Errors, OtherFailuresOfTorchAreOneLine) {
  const auto told = toldOfTorch("mat1 and mat2 shapes cannot be multiplied\nException raised from here");
  EXPECT_EQ(told.error.kind, ErrorKind::Internal);
  EXPECT_EQ(told.error.message, "the computation failed: mat1 and mat2 shapes cannot be multiplied");
  // After which CUDA goes on.
  EXPECT_EQ(toldOfTorch("CUDA error: invalid argument").error.message,
            "the computation failed: CUDA error: invalid argument");
}

}  // namespace
}  // namespace fb::engine
