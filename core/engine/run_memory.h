// SPDX-License-Identifier: MIT
// The memory of one run: planned before anything is loaded, and planned again if the device turns out to have less.
#pragma once

#include "engine/memory_book.h"
#include "engine/memory_planner.h"
#include "engine/part_store.h"
#include "engine/run_place.h"
#include "flowblend/device.h"
#include "flowblend/request.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fb::engine {

// Memory held by the models of earlier runs, which a new run may reclaim. Bytes.
struct HeldMemory {
  std::uint64_t device = 0, main = 0;
};
// By the models in the pool, on the request's device, which is resolved.
HeldMemory heldBy(const ModelPool& pool, const GenerationRequest& request);

// Reads headers only. request: with its dtype and device resolved. batched: the models that had batches in the run's
// earlier steps, which is kept if it fits; absent: there are none. Throws Failure.
class RunMemory {
public:
  RunMemory(const GenerationRequest& request, std::span<const DeviceInfo> devices, const HeldMemory& held,
            weights::CheckpointCache& checkpoints, const std::optional<std::vector<Model>>& batched = {});

  const MemoryPlan& plan() const { return m_planned.plan; }
  // Throws Failure(OutOfMemory) if the run does not fit.
  void require() const;
  // What a cache remembers of either model, beside the latents.
  std::uint64_t bytesCached() const;
  // Tells the store where to place the request's parts.
  void apply(PartStore& parts) const;
  // Called after an allocation has failed despite the plan: plans with less, and with the same batches if they fit.
  // False if that does not help.
  bool tighten();
  // The prompts are already encoded: plans without the text encoder.
  void dropText();
  // The run is not decoded: plans without that.
  void dropDecoding();
  bool encodesOnCpu() const { return m_planned.text.onCpu; }
  // Where the prompts are encoded, for their key in the cache.
  std::string textPlace(const RunPlace& place) const { return encodesOnCpu() ? "cpu" : place.deviceName; }
  // The text encoder has room next to the models that sample.
  bool keepsTextEncoder() const { return m_planned.textStays && !encodesOnCpu(); }
  // The same while encoding the prompt: moves it to the CPU. False if it is already there.
  bool encodeOnCpu();
  // The models that evaluate the prompts of a guided step in one forward.
  std::vector<Model> batchedModels() const;
  // See engine::lostBatches().
  std::string lostBatches() const { return engine::lostBatches(m_needs, m_planned); }
  // As planned before the run.
  const PlannedDecoding& decoding() const { return m_planned.decoding; }
  // With what the device has now. held: by the models that are loaded; decoder: of that, by the VAE itself.
  struct DecodingNow {
    PlannedDecoding planned;
    std::string problem;  // see decodingProblem()
  };
  static DecodingNow planDecoding(const GenerationRequest& request, std::span<const DeviceInfo> devices,
                                  const HeldMemory& held, std::uint64_t decoder, weights::CheckpointCache& checkpoints);
  // Keeps what the run took for the next plan. peaks: of the phases that went as planned.
  void learn(const std::vector<PhasePeak>& peaks) const;

private:
  PlannedMemory planned(const MemorySupply& supply) const;
  // The plans from now on keep the batches of these models.
  void keepBatches(const std::vector<Model>& batched);

  const GenerationRequest& m_request;
  MemoryNeeds m_needs;  // corrected by what earlier runs took
  MemorySupply m_supply;
  std::string m_key;  // of such runs in the MemoryBook
  MemoryBeyond m_beyond;
  PlannedMemory m_planned;
};

// Whether the exception in flight means that a device or the machine ran out of memory; call inside a catch block.
bool isOutOfMemory();

}  // namespace fb::engine
