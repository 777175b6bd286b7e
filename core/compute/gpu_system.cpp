// SPDX-License-Identifier: MIT
#include "compute/gpu_system.h"

#include "base/shared_library.h"

#include <ATen/Context.h>

#include <fmt/format.h>

#include <dlfcn.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fb::compute {
namespace {

namespace fs = std::filesystem;

// Names and numbers from cuda.h.
constexpr int kNoDevice = 100;        // CUDA_ERROR_NO_DEVICE
constexpr int kCapabilityMajor = 75;  // CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR
constexpr int kCapabilityMinor = 76;
constexpr int kMapsMemory = 102;  // CU_DEVICE_ATTRIBUTE_VIRTUAL_MEMORY_MANAGEMENT_SUPPORTED

// nvmlMemory_t from nvml.h.
struct NvmlMemory {
  unsigned long long total = 0, free = 0, used = 0;
};

class ThisMachine : public GpuSystem {
public:
  std::vector<std::string> kernelGpus() override {
    const fs::path driver = "/proc/driver/nvidia";
    std::error_code error;
    std::vector<std::string> names;
    for (fs::directory_iterator gpu(driver / "gpus", error), end; !error && gpu != end; gpu.increment(error))
      names.push_back(modelIn(gpu->path() / "information"));
    if (names.empty() && fs::exists(driver, error)) names.emplace_back(kUnnamed);
    return names;
  }

  bool isChosenByUser() override { return std::getenv("CUDA_VISIBLE_DEVICES") != nullptr; }

  std::string openDriver() override { return m_driver.open(); }

  int driverVersion() override {
    int version = 0;
    m_driver.call("cuDriverGetVersion", &version);
    return version;
  }

  Start startDriver() override {
    const int result = m_driver.call("cuInit", 0U).value_or(-1);
    if (result == 0) return {};
    const char* words = nullptr;
    m_driver.call("cuGetErrorString", result, &words);
    return {words ? words : fmt::format("error {}", result), result == kNoDevice};
  }

  std::vector<GpuFacts> gpus() override {
    int count = 0;
    m_driver.call("cuDeviceGetCount", &count);
    if (!m_measures) m_measures = m_management.open().empty() && m_management.call("nvmlInit_v2") == 0;
    std::vector<GpuFacts> gpus;
    for (int i = 0; i < count; ++i) {
      int device = 0;
      m_driver.call("cuDeviceGet", &device, i);
      gpus.push_back(facts(device));
      if (*m_measures) gpus.back().memoryFree = freeMemory(device, gpus.back().memoryTotal);
    }
    return gpus;
  }

  std::string openTorch() override {
    if (m_torchOpened) return m_torchProblem;
    m_torchOpened = true;
    m_torchProblem = openTorchOnce(mapsMemory());
    return m_torchProblem;
  }

  int torchVersion() override { return static_cast<int>(at::globalContext().versionCUDART()); }
  int torchGpus() override { return at::hasCUDA() ? at::detail::getCUDAHooks().getNumGPUs() : 0; }

private:
  static constexpr auto kUnnamed = "NVIDIA GPU";

  // "Model: \t\t NVIDIA GeForce RTX 4090" is a line of the file.
  static std::string modelIn(const fs::path& file) {
    std::ifstream information(file);
    for (std::string line; std::getline(information, line);)
      if (line.starts_with("Model:"))
        if (const auto from = line.find_first_not_of(" \t", 6); from != std::string::npos) return line.substr(from);
    return kUnnamed;
  }

  GpuFacts facts(int device) const {
    GpuFacts gpu{kUnnamed, 0, 0, {}};
    char name[128] = {};
    if (m_driver.call("cuDeviceGetName", static_cast<char*>(name), static_cast<int>(sizeof name), device) == 0)
      gpu.name = name;
    int major = 0, minor = 0;
    m_driver.call("cuDeviceGetAttribute", &major, kCapabilityMajor, device);
    m_driver.call("cuDeviceGetAttribute", &minor, kCapabilityMinor, device);
    gpu.computeCapability = 10 * major + minor;
    std::size_t total = 0;
    m_driver.call("cuDeviceTotalMem_v2", &total, device);
    gpu.memoryTotal = total;
    return gpu;
  }

  // The driver itself reports it only for a device with a context. A slice of a GPU cannot have more free memory than
  // its size.
  std::optional<std::uint64_t> freeMemory(int device, std::uint64_t total) const {
    char place[32] = {};
    void* handle = nullptr;
    NvmlMemory memory;
    if (m_driver.call("cuDeviceGetPCIBusId", static_cast<char*>(place), static_cast<int>(sizeof place), device) != 0 ||
        m_management.call("nvmlDeviceGetHandleByPciBusId_v2", static_cast<const char*>(place), &handle) != 0 ||
        m_management.call("nvmlDeviceGetMemoryInfo", handle, &memory) != 0)
      return {};
    return std::min<std::uint64_t>(memory.free, total);
  }

  // Whether memory can be mapped on every GPU: not on some slices of a GPU that a hypervisor lends.
  bool mapsMemory() const {
    int count = 0;
    m_driver.call("cuDeviceGetCount", &count);
    for (int i = 0; i < count; ++i) {
      int device = 0, maps = 0;
      m_driver.call("cuDeviceGet", &device, i);
      m_driver.call("cuDeviceGetAttribute", &maps, kMapsMemory, device);
      if (maps == 0) return false;
    }
    return true;
  }

  // It is next to libtorch_cpu and registers itself there when loaded.
  static std::string openTorchOnce(bool mapsMemory) {
    Dl_info torch{};
    if (::dladdr(reinterpret_cast<const void*>(&at::globalContext), &torch) == 0)
      return "the LibTorch folder is unknown";
    const auto library = fs::path(torch.dli_fname).parent_path() / "libtorch_cuda.so";
    std::error_code error;
    if (!fs::exists(library, error))
      return fmt::format("this program's LibTorch was built without CUDA: {} is missing", library.string());
    chooseAllocatorSettings(mapsMemory);
    if (!::dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL)) {
      const char* why = ::dlerror();
      return fmt::format("LibTorch's {} cannot be opened ({})", library.string(), why ? why : "no reason given");
    }
    // The VAE requests float32 and needs it.
    at::globalContext().setAllowTF32CuDNN(false);
    return {};
  }

  SharedLibrary& m_driver = cudaDriver();
  SharedLibrary m_management{"libnvidia-ml.so.1"};  // NVML
  std::optional<bool> m_measures;                   // the management library has started
  bool m_torchOpened = false;
  std::string m_torchProblem;
};

}  // namespace

GpuSystem& thisMachine() {
  static ThisMachine machine;
  return machine;
}

void chooseAllocatorSettings(bool mapsMemory) {
  if (!mapsMemory) return;
  if (std::getenv("PYTORCH_CUDA_ALLOC_CONF")) return;  // the older name
  ::setenv("PYTORCH_ALLOC_CONF", "expandable_segments:True", /*overwrite=*/0);
}

}  // namespace fb::compute
