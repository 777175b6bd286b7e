// SPDX-License-Identifier: MIT
#include "kernels/kernel_set.h"

#include "base/failure.h"
#include "kernels/cubin_cache.h"
#include "kernels/self_check.h"

#include <cstdlib>
#include <map>
#include <mutex>
#include <string_view>
#include <tuple>

namespace fb::kernels {
namespace {

constexpr int kOldestMajor = 8;

const char* nameOf(at::ScalarType dtype) {
  if (dtype == at::kFloat) return "f32";
  return dtype == at::kHalf ? "f16" : "bf16";
}

bool switchedOff() {
  const char* value = std::getenv("FLOWBLEND_KERNELS");
  return value && std::string_view(value) == "0";
}

class KernelSet {
public:
  const Function* find(const char* name, const at::Device& device, at::ScalarType dtype) {
    const std::scoped_lock lock(m_mutex);
    if (m_off || m_problem) return nullptr;
    try {
      const auto* module = moduleOf(device);
      return module ? &checked(*module, name, device, dtype) : nullptr;
    } catch (const Failure& failure) {
      m_problem = failure.error().message;
    } catch (const c10::OutOfMemoryError&) {
      throw;  // the device is full, which says nothing about the kernels
    } catch (const c10::Error& error) {
      m_problem = error.what_without_backtrace();
    } catch (const std::exception& error) {
      m_problem = error.what();
    }
    return nullptr;
  }

  std::optional<std::string> problem() {
    const std::scoped_lock lock(m_mutex);
    if (!m_problem) return {};
    return fmt::format("the GPU runs PyTorch's operations instead of this program's own kernels, which is slower: {}",
                       *m_problem);
  }

private:
  // Null if the device is too old.
  const Module* moduleOf(const at::Device& device) {
    const auto known = m_modules.find(device.index());
    if (known != m_modules.end()) return known->second ? &*known->second : nullptr;
    const auto capability = capabilityOf(device.index());
    std::optional<Module> module;
    if (capability.major >= kOldestMajor)
      module.emplace(device.index(), cubinFor(capability.target(), cubinFolder()).code);
    const auto& kept = m_modules.emplace(device.index(), module).first->second;
    return kept ? &*kept : nullptr;
  }

  const Function& checked(const Module& module, const char* name, const at::Device& device, at::ScalarType dtype) {
    const auto key = std::tuple(std::string_view(name), device.index(), dtype);
    if (const auto known = m_checked.find(key); known != m_checked.end()) return known->second;
    const auto function = module.function(fmt::format("{}_{}", name, nameOf(dtype)));
    selfCheck(name, function, device, dtype);
    return m_checked.emplace(key, function).first->second;
  }

  std::mutex m_mutex;
  bool m_off = switchedOff();
  std::optional<std::string> m_problem;
  std::map<c10::DeviceIndex, std::optional<Module>> m_modules;
  std::map<std::tuple<std::string_view, c10::DeviceIndex, at::ScalarType>, Function> m_checked;
};

KernelSet& kernelSet() {
  static KernelSet set;
  return set;
}

}  // namespace

const Function* kernelFor(const char* name, const at::Device& device, at::ScalarType dtype) {
  return kernelSet().find(name, device, dtype);
}

std::optional<std::string> problem() { return kernelSet().problem(); }

}  // namespace fb::kernels
