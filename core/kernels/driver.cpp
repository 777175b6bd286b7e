// SPDX-License-Identifier: MIT
#include "kernels/driver.h"

#include "base/shared_library.h"

#include <c10/core/impl/VirtualGuardImpl.h>
#include <c10/util/Exception.h>

#include <atomic>

namespace fb::kernels {
namespace {

constexpr int kOutOfMemory = 2;  // CUDA_ERROR_OUT_OF_MEMORY

std::atomic<std::uint64_t> launched = 0;

void* requireDriver() {
  if (!cudaDriver().open().empty())
    fail(ErrorKind::Unsupported, "NVIDIA's driver library (libcuda.so.1) was not found");
  return cudaDriver().handle();
}

// The functions of cuda.h used here, with the suffixes that the header's macros add.
struct Driver {
  void* library = requireDriver();
  LibraryFunction<int(int, const char**)> errorString{library, "cuGetErrorString"};
  LibraryFunction<int(int*, int)> deviceGet{library, "cuDeviceGet"};
  LibraryFunction<int(int*, int, int)> deviceAttribute{library, "cuDeviceGetAttribute"};
  LibraryFunction<int(void**, int)> retainPrimaryContext{library, "cuDevicePrimaryCtxRetain"};
  LibraryFunction<int(void*)> pushContext{library, "cuCtxPushCurrent_v2"};
  LibraryFunction<int(void**)> popContext{library, "cuCtxPopCurrent_v2"};
  LibraryFunction<int(void**, const void*)> loadModule{library, "cuModuleLoadData"};
  LibraryFunction<int(void**, void*, const char*)> moduleFunction{library, "cuModuleGetFunction"};
  LibraryFunction<int(void*, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, unsigned, void*, void**,
                      void**)>
      launchKernel{library, "cuLaunchKernel"};

  void check(int result, const char* what) const {
    if (result == 0) return;
    TORCH_CHECK_WITH(OutOfMemoryError, result != kOutOfMemory, "the GPU's driver could not ", what, ": out of memory");
    const char* text = nullptr;
    if (errorString(result, &text) != 0 || !text) text = "an unknown error";
    fail(ErrorKind::Internal, "the GPU's driver could not {}: {} ({})", what, text, result);
  }
};

const Driver& driver() {
  static const Driver driver;
  return driver;
}

// Makes a context current on this thread, in case torch has not done so yet.
class Current {
public:
  explicit Current(void* context) { driver().check(driver().pushContext(context), "use the device"); }
  ~Current() {
    void* popped = nullptr;
    driver().popContext(&popped);
  }
  Current(const Current&) = delete;
  Current& operator=(const Current&) = delete;
};

int handleOf(c10::DeviceIndex device) {
  int handle = 0;
  driver().check(driver().deviceGet(&handle, device), "find the device");
  return handle;
}

}  // namespace

Capability capabilityOf(c10::DeviceIndex device) {
  constexpr int kMajor = 75, kMinor = 76;  // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_*
  Capability capability;
  const int handle = handleOf(device);
  driver().check(driver().deviceAttribute(&capability.major, kMajor, handle), "query the device");
  driver().check(driver().deviceAttribute(&capability.minor, kMinor, handle), "query the device");
  return capability;
}

void Function::launch(unsigned blocks, unsigned threads, void** arguments) const {
  const Current current(m_context);
  const at::Device device(at::kCUDA, m_device);
  void* stream = c10::impl::VirtualGuardImpl(at::kCUDA).getStream(device).native_handle();
  driver().check(driver().launchKernel(m_function, blocks, 1, 1, threads, 1, 1, 0, stream, arguments, nullptr),
                 "start a kernel");
  ++launched;
}

Module::Module(c10::DeviceIndex device, const std::string& cubin) : m_device(device) {
  driver().check(driver().retainPrimaryContext(&m_context, handleOf(device)), "use the device");
  const Current current(m_context);
  driver().check(driver().loadModule(&m_module, cubin.data()), "load the kernels");
}

Function Module::function(const std::string& name) const {
  const Current current(m_context);
  Function function;
  function.m_device = m_device;
  function.m_context = m_context;
  driver().check(driver().moduleFunction(&function.m_function, m_module, name.c_str()), "find a kernel");
  return function;
}

std::uint64_t launches() { return launched; }

}  // namespace fb::kernels
