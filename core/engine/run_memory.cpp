// SPDX-License-Identifier: MIT
#include "engine/run_memory.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "engine/family.h"
#include "engine/guarded.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <new>
#include <string_view>

namespace fb::engine {
namespace {

MemorySupply supplyOf(const GenerationRequest& request, std::span<const DeviceInfo> devices, const HeldMemory& held) {
  MemorySupply supply;
  supply.device = request.options.device;
  supply.isCpu = supply.device == "cpu";
  // Less than a byte is a budget, too.
  if (request.options.memoryBudget > 0)
    supply.budget = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(request.options.memoryBudget * 1e9));
  for (const auto& device : devices) {
    if (device.id == supply.device) {
      supply.total = device.memoryTotal;
      supply.free = device.memoryFree + held.device;
    }
    if (device.id == "cpu") supply.mainFree = device.memoryFree + held.main;
  }
  return supply;
}

}  // namespace

HeldMemory heldBy(const ModelPool& pool, const GenerationRequest& request) {
  return {pool.bytesOn(compute::parseDevice(request.options.device)), pool.bytesOn(at::kCPU)};
}

RunMemory::RunMemory(const GenerationRequest& request, std::span<const DeviceInfo> devices, const HeldMemory& held,
                     weights::CheckpointCache& checkpoints)
    : m_request(request),
      m_needs(familyOf(request.pair.family).memoryNeeds(request, checkpoints)),
      m_supply(supplyOf(request, devices, held)),
      m_planned(planMemory(m_needs, m_supply)) {}

void RunMemory::require() const {
  if (!plan().fits()) fail(ErrorKind::OutOfMemory, "{}", plan().problem);
}

std::uint64_t RunMemory::bytesCached() const { return std::max(m_needs.large.cached, m_needs.small.cached); }

void RunMemory::apply(PartStore& parts) const {
  const auto& pair = m_request.pair;
  // A pair may use one file for both models.
  const auto& large = m_needs.large.used ? m_planned.large : m_planned.small;
  parts.place({{pair.textEncoder, m_planned.text},
               {pair.large, large},
               {pair.small, pair.small == pair.large ? large : m_planned.small}});
}

void RunMemory::dropText() {
  m_needs.text.used = false;
  m_planned = planMemory(m_needs, m_supply);
}

bool RunMemory::tighten() {
  constexpr double kShare = 0.85;  // of the plan
  const auto before = m_planned;
  auto supply = m_supply;
  supply.budget = static_cast<std::uint64_t>(kShare * static_cast<double>(std::min(plan().limit, plan().peak())));
  auto planned = planMemory(m_needs, supply);
  if (!planned.plan.fits()) return false;
  m_supply = supply;
  m_planned = std::move(planned);
  return before.large.placement != m_planned.large.placement || before.small.placement != m_planned.small.placement;
}

bool RunMemory::encodeOnCpu() {
  if (m_supply.isCpu || encodesOnCpu()) return false;
  m_planned.text.onCpu = true;
  return true;
}

PlannedDecoding RunMemory::planDecoding(const GenerationRequest& request, std::span<const DeviceInfo> devices,
                                        const HeldMemory& held, weights::CheckpointCache& checkpoints) {
  return engine::planDecoding(familyOf(request.pair.family).decodingNeeds(request, checkpoints), held.device,
                              supplyOf(request, devices, held));
}

bool isOutOfMemory() {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure.error().kind == ErrorKind::OutOfMemory;
  } catch (const c10::OutOfMemoryError&) {
    return true;
  } catch (const std::bad_alloc&) {
    return true;
  } catch (const c10::Error& error) {
    return saysOutOfMemory(error.what_without_backtrace());
  } catch (const std::exception& error) {
    return saysOutOfMemory(error.what());
  } catch (...) {
    return false;
  }
}

}  // namespace fb::engine
