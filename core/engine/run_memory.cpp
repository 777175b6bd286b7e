// SPDX-License-Identifier: MIT
#include "engine/run_memory.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "engine/family.h"
#include "engine/guarded.h"
#include "models/forward_graphs.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <new>

namespace fb::engine {
namespace {

MemorySupply supplyOf(const GenerationRequest& request, std::span<const DeviceInfo> devices, const HeldMemory& held) {
  MemorySupply supply;
  supply.device = request.options.device;
  supply.isCpu = supply.device == "cpu";
  const bool isPlanned = compute::isPlannedCard(supply.device);
  const auto* recorder = isPlanned ? nullptr : models::recorderOf(compute::parseDevice(supply.device));
  supply.replays = isPlanned || (recorder && !recorder->problem());
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

std::string nameOf(const std::string& device, std::span<const DeviceInfo> devices) {
  const auto found = std::ranges::find(devices, device, &DeviceInfo::id);
  return found == devices.end() ? device : found->name;
}

}  // namespace

HeldMemory heldBy(const ModelPool& pool, const GenerationRequest& request) {
  const auto& device = request.options.device;
  // Nothing is loaded on a GPU that a run is only planned for.
  return {compute::isPlannedCard(device) ? 0 : pool.bytesOn(compute::parseDevice(device)), pool.bytesOn(at::kCPU)};
}

RunMemory::RunMemory(const GenerationRequest& request, std::span<const DeviceInfo> devices, const HeldMemory& held,
                     weights::CheckpointCache& checkpoints, const std::optional<std::vector<Model>>& batched)
    : m_request(request), m_supply(supplyOf(request, devices, held)) {
  const auto computed = familyOf(request.pair.family).memoryNeeds(request, checkpoints);
  m_key = memoryKey(computed, nameOf(request.options.device, devices));
  m_beyond = MemoryBook().beyond(m_key);
  m_needs = corrected(computed, m_beyond);
  if (batched) keepBatches(*batched);
  m_planned = planned(m_supply);
}

void RunMemory::keepBatches(const std::vector<Model>& batched) {
  const auto keep = [&](PartNeeds& part, Model model) {
    if (part.batch) part.batch->before = std::ranges::find(batched, model) != batched.end();
  };
  keep(m_needs.large, Model::Large);
  keep(m_needs.small, Model::Small);
}

PlannedMemory RunMemory::planned(const MemorySupply& supply) const {
  auto planned = planMemory(m_needs, supply);
  markMeasured(planned.plan, m_beyond);
  return planned;
}

void RunMemory::learn(const std::vector<PhasePeak>& peaks) const {
  // What recordings have in reserve does not count as allocated.
  if (m_planned.large.isReplayed || m_planned.small.isReplayed) return;
  const auto beyond = learned(plan(), peaks, m_beyond);
  if (beyond.empty()) return;
  MemoryBook book;
  book.learn(m_key, beyond);
  book.save();
}

void RunMemory::require() const {
  if (!plan().fits()) fail(ErrorKind::OutOfMemory, "{}", plan().problem);
}

std::uint64_t RunMemory::bytesCached() const { return std::max(m_needs.large.cached, m_needs.small.cached); }

void RunMemory::apply(PartStore& parts) const {
  const auto& pair = m_request.pair;
  auto large = m_needs.large.used ? m_planned.large : m_planned.small, small = m_planned.small;
  if (pair.small == pair.large) {
    // One file for both models has one place, and batches if either model has: one without guidance uses none.
    large.isBatched = large.isBatched || small.isBatched;
    large.isReplayed = large.isReplayed || small.isReplayed;
    small = large;
  }
  parts.place({{pair.textEncoder, m_planned.text}, {pair.large, large}, {pair.small, small}});
}

void RunMemory::dropText() {
  m_needs.text.used = false;
  m_planned = planned(m_supply);
}

void RunMemory::dropDecoding() {
  m_needs.vae.used = false;
  m_planned = planned(m_supply);
}

bool RunMemory::tighten() {
  constexpr double kShare = 0.85;  // of the plan
  const auto before = m_planned;
  keepBatches(batchedModels());
  auto supply = m_supply;
  supply.replays = false;
  supply.budget = static_cast<std::uint64_t>(kShare * static_cast<double>(std::min(plan().limit, plan().peak())));
  auto less = planned(supply);
  if (!less.plan.fits()) return false;
  m_supply = supply;
  m_planned = std::move(less);
  return before.large != m_planned.large || before.small != m_planned.small;
}

std::vector<Model> RunMemory::batchedModels() const {
  std::vector<Model> models;
  if (m_needs.large.used && m_planned.large.isBatched) models.push_back(Model::Large);
  if (m_needs.small.used && m_planned.small.isBatched) models.push_back(Model::Small);
  return models;
}

bool RunMemory::encodeOnCpu() {
  if (m_supply.isCpu || encodesOnCpu()) return false;
  m_planned.text.onCpu = true;
  return true;
}

RunMemory::DecodingNow RunMemory::planDecoding(const GenerationRequest& request, std::span<const DeviceInfo> devices,
                                               const HeldMemory& held, std::uint64_t decoder,
                                               weights::CheckpointCache& checkpoints) {
  const auto& family = familyOf(request.pair.family);
  auto needs = family.decodingNeeds(request, checkpoints);
  if (decoder < needs.weights.total()) {
    // What encodes is not loaded, and decoding does not need it.
    auto decoded = request;
    decoded.clip.images.clear();
    decoded.options.preview = false;
    needs = family.decodingNeeds(decoded, checkpoints);
  }
  const auto supply = supplyOf(request, devices, held);
  return {engine::planDecoding(needs, held.device - std::min(decoder, held.device), supply),
          decodingProblem(needs, supply)};
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
