// SPDX-License-Identifier: MIT
// What the NVIDIA driver and LibTorch's CUDA half report about this machine's GPUs. An interface, so that a test can
// simulate any machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fb::compute {

// One GPU as the driver reports it, without a context on it.
struct GpuFacts {
  std::string name;
  int computeCapability = 0;                // 10 * major + minor
  std::uint64_t memoryTotal = 0;            // bytes
  std::optional<std::uint64_t> memoryFree;  // bytes; from the management library, if available
};

// The calls come in this order, each only if the previous ones succeeded. One thread at a time.
class GpuSystem {
public:
  virtual ~GpuSystem() = default;

  // The names of the GPUs that the kernel driver has.
  virtual std::vector<std::string> kernelGpus() = 0;
  // The user has restricted the GPUs with CUDA_VISIBLE_DEVICES.
  virtual bool isChosenByUser() = 0;
  // Opens libcuda.so.1. Empty on success, otherwise dlopen's message.
  virtual std::string openDriver() = 0;
  // The CUDA version that the driver supports: 1000 * major + 10 * minor.
  virtual int driverVersion() = 0;
  // Empty if the driver has started, otherwise its message. noDevice: it has no GPU to show.
  struct Start {
    std::string problem;
    bool noDevice = false;
  };
  virtual Start startDriver() = 0;
  virtual std::vector<GpuFacts> gpus() = 0;
  // Loads LibTorch's CUDA half. Empty on success, otherwise a sentence that names the file.
  virtual std::string openTorch() = 0;
  // The CUDA version that LibTorch was built for, as above.
  virtual int torchVersion() = 0;
  // LibTorch can use this many of gpus(), from the first on.
  virtual int torchGpus() = 0;
};

// This machine. Libraries that it loads stay loaded.
GpuSystem& thisMachine();

// LibTorch's allocator reads its settings when it is loaded. Expandable segments leave no gaps when models come and go.
// They need GPUs on which memory can be mapped. Keeps what the user has set.
void chooseAllocatorSettings(bool mapsMemory);

}  // namespace fb::compute
