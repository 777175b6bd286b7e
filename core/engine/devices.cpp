// SPDX-License-Identifier: MIT
#include "engine/devices.h"

#include "base/failure.h"

#include <c10/core/CachingDeviceAllocator.h>

#include <dlfcn.h>
#include <unistd.h>

#include <charconv>
#include <fstream>
#include <mutex>
#include <string_view>

namespace fb::engine {
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

std::uint64_t memoryInfo(std::string_view field) {
  std::ifstream file("/proc/meminfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(field)) return std::stoull(line.substr(field.size() + 1)) * 1024;
  return 0;
}

std::string processorName() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name"))
      if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
  return "processor";
}

}  // namespace

void openCudaWhereDriven() {
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
  openCudaWhereDriven();
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

std::uint64_t freeMemory(const at::Device& device) {
  if (device.is_cpu()) return memoryInfo("MemAvailable:");
  return c10::getDeviceAllocator(device.type())->getMemoryInfo(device.index()).first;
}

void releaseCachedMemory(const at::Device& device) {
  if (!device.is_cpu()) c10::getDeviceAllocator(device.type())->emptyCache();
}

std::vector<DeviceInfo> listDevices() {
  std::vector<DeviceInfo> devices{{"cpu", fmt::format("{}, {} cores", processorName(), ::sysconf(_SC_NPROCESSORS_ONLN)),
                                   memoryInfo("MemTotal:"), memoryInfo("MemAvailable:")}};
  openCudaWhereDriven();
  const int count = at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0;
  for (int i = 0; i < count; ++i) {
    char name[128] = "CUDA device";
    cudaDriver().call("cuDeviceGetName", static_cast<char*>(name), static_cast<int>(sizeof name), i);
    const auto [free, total] = c10::getDeviceAllocator(at::kCUDA)->getMemoryInfo(static_cast<c10::DeviceIndex>(i));
    devices.push_back({fmt::format("cuda:{}", i), name, total, free});
  }
  return devices;
}

}  // namespace fb::engine
