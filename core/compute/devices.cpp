// SPDX-License-Identifier: MIT
#include "compute/devices.h"

#include "base/failure.h"
#include "compute/memory.h"

#include <dlfcn.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <utility>

namespace fb::compute {
namespace {

// The driver's stable C interface; linking it would make a GPU driver a condition for starting.
struct CudaDriver {
  void* library = ::dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);

  template <class... Args>
  bool call(const char* name, Args... args) const {
    const auto function = library ? reinterpret_cast<int (*)(Args...)>(::dlsym(library, name)) : nullptr;
    return function && function(args...) == 0;
  }
};

const CudaDriver& cudaDriver() {
  static const CudaDriver driver;
  return driver;
}

std::string processorName() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name"))
      if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
  return "processor";
}

}  // namespace

void loadCudaIfAvailable() {
  static std::once_flag once;
  std::call_once(once, [] {
    int devices = 0;
    if (!cudaDriver().call("cuInit", 0u) || !cudaDriver().call("cuDeviceGetCount", &devices) || devices == 0) return;
    // It registers itself with libtorch_cpu while it loads, and lies beside it; never closed.
    Dl_info torch{};
    if (::dladdr(reinterpret_cast<const void*>(&at::globalContext), &torch) == 0) return;
    const auto library = std::filesystem::path(torch.dli_fname).parent_path() / "libtorch_cuda.so";
    ::dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL);
    // The VAE asks for float32 and means it.
    at::globalContext().setAllowTF32CuDNN(false);
  });
}

at::Device parseDevice(const std::string& id) {
  if (id == "cpu") return at::kCPU;
  if (id != "cuda" && !id.starts_with("cuda:"))
    fail(ErrorKind::Invalid, "the device \"{}\" is not known: use cpu, cuda or cuda:N", id);
  int index = 0;
  if (id.size() > 5) {
    const auto [end, error] = std::from_chars(id.data() + 5, id.data() + id.size(), index);
    if (error != std::errc() || end != id.data() + id.size() || index < 0)
      fail(ErrorKind::Invalid, "the device \"{}\" is not known: use cpu, cuda or cuda:N", id);
  }
  loadCudaIfAvailable();
  const int count = at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
  if (index >= count)
    fail(ErrorKind::Unsupported, "the device \"{}\" is not there: this machine has {} usable CUDA device{}; use cpu",
         id, count, count == 1 ? "" : "s");
  return {at::kCUDA, static_cast<c10::DeviceIndex>(index)};
}

at::ScalarType scalarType(DType type) {
  switch (type) {
    case DType::Float32:
      return at::kFloat;
    case DType::BFloat16:
      return at::kBFloat16;
    case DType::Float16:
      return at::kHalf;
  }
  return at::kFloat;
}

std::vector<DeviceInfo> listDevices() {
  std::vector<DeviceInfo> devices;
  const auto add = [&](const at::Device& device, std::string name) {
    const auto [total, free] = memoryOf(device);
    devices.push_back({device.str(), std::move(name), total, free});
  };
  add(at::kCPU, fmt::format("{}, {} cores", processorName(), ::sysconf(_SC_NPROCESSORS_ONLN)));
  loadCudaIfAvailable();
  const int count = at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
  for (int i = 0; i < count; ++i) {
    char name[128] = "CUDA device";
    cudaDriver().call("cuDeviceGetName", static_cast<char*>(name), static_cast<int>(sizeof name), i);
    add({at::kCUDA, static_cast<c10::DeviceIndex>(i)}, name);
  }
  return devices;
}

}  // namespace fb::compute
