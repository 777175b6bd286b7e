// SPDX-License-Identifier: MIT
#include "compute/devices.h"

#include "base/failure.h"
#include "base/machine_memory.h"
#include "compute/gpu_system.h"
#include "flowblend/counted.h"
#include "flowblend/numbers.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <mutex>
#include <utility>

namespace fb::compute {
namespace {

// CUDA 13 dropped support for all GPUs before Turing.
constexpr int kFirstCudaWithoutVolta = 13000;
constexpr int kTuring = 75;
// The first capability with bf16.
constexpr int kAmpere = 80;

constexpr std::string_view kCardPrefix = "card:", kCardUnit = "GB";
// As command lines pass it on.
constexpr std::string_view kCardUnitInLowerCase = "gb";

std::string processorName() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name"))
      if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
  return "processor";
}

std::string versionText(int version) { return fmt::format("{}.{}", version / 1000, version % 1000 / 10); }

// GPUs of which only the name is known.
std::vector<DeviceInfo> unusable(const std::vector<std::string>& names, const std::string& problem) {
  std::vector<DeviceInfo> devices;
  devices.reserve(names.size());
  for (const auto& name : names) devices.push_back({fmt::format("cuda:{}", devices.size()), name, 0, 0, 0, problem});
  return devices;
}

// Why LibTorch cannot use any GPU although the driver has started; empty if it can.
std::string torchProblem(GpuSystem& system) {
  if (const auto why = system.openTorch(); !why.empty())
    return why + ": use the LibTorch that packaging/run.sh installs";
  // A driver supports every CUDA release of its own major version and of earlier ones.
  const auto has = system.driverVersion(), needed = system.torchVersion();
  if (has / 1000 >= needed / 1000) return {};
  return fmt::format("the NVIDIA driver supports CUDA {}, but this program needs CUDA {}: install a newer driver{}",
                     versionText(has), versionText(needed), needed / 1000 == 13 ? ", version 580 or later" : "");
}

// Why one GPU cannot be used although LibTorch finds GPUs.
std::string ownProblem(const GpuFacts& gpu, bool isTaken, int torchVersion) {
  const auto& capability = gpu.computeCapability;
  if (torchVersion >= kFirstCudaWithoutVolta && capability < kTuring)
    return fmt::format("its compute capability is {}.{}, but CUDA {} needs {}.{}: use a newer GPU", capability / 10,
                       capability % 10, versionText(torchVersion), kTuring / 10, kTuring % 10);
  if (isTaken) return {};
  return "LibTorch does not accept it, although the driver reports it: check that nvidia-smi shows it without an error";
}

// "cuda" is the first of them.
std::string fullId(const std::string& id) {
  const bool isNumbered = id.starts_with("cuda:");
  const auto index = isNumbered ? numberFrom<int>(std::string_view(id).substr(5)) : std::optional(0);
  if ((!isNumbered && id != "cuda") || !index || *index < 0)
    fail(ErrorKind::Invalid, "the device \"{}\" is unknown: use auto, cpu, cuda or cuda:N", id);
  return fmt::format("cuda:{}", *index);
}

}  // namespace

std::vector<DeviceInfo> detectGpus(GpuSystem& system) {
  const auto kernelGpus = system.kernelGpus();
  if (const auto why = system.openDriver(); !why.empty())
    return unusable(kernelGpus, fmt::format("the NVIDIA driver's library cannot be opened ({}): install the driver's "
                                            "libraries; in a container, start it with access to the GPU",
                                            why));
  if (const auto start = system.startDriver(); !start.problem.empty()) {
    if (start.noDevice && system.isChosenByUser()) return {};
    return unusable(
        kernelGpus,
        fmt::format(
            "the NVIDIA driver does not start ({}): {}", start.problem,
            start.noDevice
                ? "in a container, start it with access to the GPU; otherwise, check that /dev/nvidia0 can be read"
                : "restart the machine after a driver update"));
  }
  const auto gpus = system.gpus();
  if (gpus.empty()) return {};
  const auto problem = torchProblem(system);
  const int taken = problem.empty() ? system.torchGpus() : 0;
  std::vector<DeviceInfo> devices;
  for (const auto& gpu : gpus) {
    const auto index = static_cast<int>(devices.size());
    devices.push_back({fmt::format("cuda:{}", index), gpu.name, gpu.memoryTotal,
                       gpu.memoryFree.value_or(gpu.memoryTotal), gpu.computeCapability,
                       problem.empty() ? ownProblem(gpu, index < taken, system.torchVersion()) : problem});
  }
  return devices;
}

std::vector<DeviceInfo> listDevices() {
  const auto memory = machineMemory();
  std::vector<DeviceInfo> devices{
      {"cpu",
       fmt::format("{}, {}", processorName(), counted(::sysconf(_SC_NPROCESSORS_ONLN), "core")),
       memory.total,
       memory.free,
       0,
       {}}};
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  std::ranges::move(detectGpus(thisMachine()), std::back_inserter(devices));
  return devices;
}

bool isPlannedCard(const std::string& id) { return id.starts_with(kCardPrefix); }

std::vector<DeviceInfo> devicesWith(const std::string& id) {
  auto devices = listDevices();
  if (!isPlannedCard(id)) return devices;
  auto amount = std::string_view(id).substr(kCardPrefix.size());
  const bool hasUnit = amount.ends_with(kCardUnit) || amount.ends_with(kCardUnitInLowerCase);
  if (hasUnit) amount.remove_suffix(kCardUnit.size());
  const auto gigabytes = hasUnit ? numberFrom<double>(amount) : std::nullopt;
  constexpr double kMost = 1e6;
  if (!gigabytes || !(*gigabytes > 0) || *gigabytes > kMost)
    fail(ErrorKind::Invalid, "the device \"{}\" to plan for must be named like card:11GB, by its free memory", id);
  const auto bytes = static_cast<std::uint64_t>(*gigabytes * 1e9);
  devices.push_back({id, fmt::format("a GPU with {} GB free", amount), bytes, bytes, kAmpere, {}});
  return devices;
}

const DeviceInfo& findDevice(const std::string& id, const std::vector<DeviceInfo>& devices) {
  if (id == kAutomaticDevice) return automaticDevice(devices);
  const bool isListed = std::ranges::find(devices, id, &DeviceInfo::id) != devices.end();
  const auto wanted = id == "cpu" || isListed ? id : fullId(id);
  const auto found = std::ranges::find(devices, wanted, &DeviceInfo::id);
  if (found == devices.end()) {
    const auto count = std::ranges::count_if(devices, [](const auto& d) { return !d.isCpu() && d.isUsable(); });
    fail(ErrorKind::Unsupported, "the device \"{}\" does not exist: this machine has {} usable CUDA device{}; use cpu",
         id, count, count == 1 ? "" : "s");
  }
  if (!found->isUsable())
    fail(ErrorKind::Unsupported, "the device \"{}\" ({}) cannot be used: {}; or use cpu", id, found->name,
         found->problem);
  return *found;
}

at::Device parseDevice(const std::string& id) {
  if (id == "cpu") return at::kCPU;
  const auto devices = listDevices();
  return at::Device(findDevice(id, devices).id);
}

at::ScalarType scalarType(DType type, at::Device device) {
  if (type == DType::Automatic) {
    const auto devices = listDevices();
    type = resolvedDType(type, findDevice(device.str(), devices));
  }
  return scalarType(type);
}

at::ScalarType scalarType(DType type) {
  switch (type) {
    case DType::BFloat16:
      return at::kBFloat16;
    case DType::Float16:
      return at::kHalf;
    case DType::Automatic:
    case DType::Float32:
      break;
  }
  return at::kFloat;
}

}  // namespace fb::compute
