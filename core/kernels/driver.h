// SPDX-License-Identifier: MIT
// The part of NVIDIA's driver API that loads and starts kernels. The driver is loaded at run time: linking it would
// make a GPU a requirement for starting. Any thread may call; calls throw Failure(Unsupported | Internal), and
// c10::OutOfMemoryError if the device is full.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <string>

namespace fb::kernels {

struct Capability {
  int major = 0, minor = 0;
  std::string target() const { return "sm_" + std::to_string(10 * major + minor); }
};
Capability capabilityOf(c10::DeviceIndex device);

// A kernel on one device; lives as long as the process.
class Function {
public:
  // `arguments`: a pointer to each parameter of the kernel, in order. Enqueued on the device's current stream.
  void launch(unsigned blocks, unsigned threads, void** arguments) const;

private:
  friend class Module;
  c10::DeviceIndex m_device = 0;
  void* m_context = nullptr;
  void* m_function = nullptr;
};

// Machine code in the primary context of a device, which is also torch's. Never unloaded: the driver may be gone before
// static objects are.
class Module {
public:
  Module(c10::DeviceIndex device, const std::string& cubin);
  Function function(const std::string& name) const;

private:
  c10::DeviceIndex m_device;
  void* m_context = nullptr;
  void* m_module = nullptr;
};

// Number of kernels enqueued in this process.
std::uint64_t launches();

}  // namespace fb::kernels
