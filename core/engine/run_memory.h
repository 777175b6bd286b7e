// SPDX-License-Identifier: MIT
// The memory of one run: planned before anything is loaded, planned again if the device turns out to have less.
#pragma once

#include "engine/memory_planner.h"
#include "engine/part_store.h"
#include "flowblend/device.h"
#include "flowblend/request.h"

#include <cstdint>
#include <span>

namespace fb::engine {

// What the models of earlier runs hold, which a new one may take. Bytes.
struct HeldMemory {
  std::uint64_t device = 0, main = 0;
};

// Reads headers only. request: with its dtype and device decided. Throws Failure.
class RunMemory {
public:
  RunMemory(const GenerationRequest& request, std::span<const DeviceInfo> devices, const HeldMemory& held,
            weights::CheckpointCache& checkpoints);

  const MemoryPlan& plan() const { return m_planned.plan; }
  // Throws Failure(OutOfMemory) if the run does not fit.
  void require() const;
  // Tells the store where the request's parts lie.
  void apply(PartStore& parts) const;
  // After an allocation failed although it was planned: plans with less. False if that does not help.
  bool tighten();
  bool encodesOnCpu() const { return m_planned.text.onCpu; }
  // The text encoder has room beside the models that sample.
  bool keepsTextEncoder() const { return m_planned.textStays && !encodesOnCpu(); }
  // The same for encoding the prompt: it moves to the CPU. False if it is there.
  bool encodeOnCpu();

private:
  const GenerationRequest& m_request;
  MemoryNeeds m_needs;
  MemorySupply m_supply;
  PlannedMemory m_planned;
};

// Whether the exception in flight says that a device or the machine ran out of memory; call inside a catch block.
bool isOutOfMemory();

}  // namespace fb::engine
