// SPDX-License-Identifier: MIT
// What the NVIDIA driver and LibTorch's CUDA half say of this machine's GPUs. Behind an interface, so that a test can
// play any machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fb::compute {

// One GPU as the driver tells of it, without a context on it.
struct GpuFacts {
  std::string name;
  int computeCapability = 0;                // 10 * major + minor
  std::uint64_t memoryTotal = 0;            // bytes
  std::optional<std::uint64_t> memoryFree;  // bytes; of the management library, where there is one
};

// The calls come in this order, each only if those before went well. One thread at a time.
class GpuSystem {
public:
  virtual ~GpuSystem() = default;

  // The GPUs that the kernel's driver has, by their names.
  virtual std::vector<std::string> kernelGpus() = 0;
  // The user has chosen by CUDA_VISIBLE_DEVICES which GPUs the driver shows.
  virtual bool isChosenByUser() = 0;
  // Opens libcuda.so.1. Empty: it is open; else what dlopen says.
  virtual std::string openDriver() = 0;
  // CUDA version that the driver is for: 1000 * major + 10 * minor.
  virtual int driverVersion() = 0;
  // Empty: the driver has started; else what it says. noDevice: it has no GPU to show.
  struct Start {
    std::string problem;
    bool noDevice = false;
  };
  virtual Start startDriver() = 0;
  virtual std::vector<GpuFacts> gpus() = 0;
  // Opens LibTorch's CUDA half. Empty: it is open; else a sentence that names the file.
  virtual std::string openTorch() = 0;
  // CUDA version that LibTorch is built for, as above.
  virtual int torchVersion() = 0;
  // The first so many of gpus() are LibTorch's to use.
  virtual int torchGpus() = 0;
};

// This machine. What it opens stays open.
GpuSystem& thisMachine();

// LibTorch's allocator reads its settings as it is opened. Segments that grow leave no gaps between models that come
// and go. Keeps what the user has set.
void chooseAllocatorSettings();

}  // namespace fb::compute
