// SPDX-License-Identifier: MIT
// The seam between the engine and the model families. What differs from family to family is in its description
// (base/families.h), behind ModelFamily (before a run) and Pipeline (during one), and nowhere else.
#pragma once

#include "base/families.h"
#include "engine/caches.h"
#include "engine/memory_planner.h"
#include "engine/pipeline.h"
#include "engine/run_cost.h"
#include "flowblend/model_info.h"
#include "weights/checkpoint_cache.h"
#include "weights/lora_fit.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fb::engine {

// Constant; safe on any thread. Every call reads headers only and throws Failure.
class ModelFamily {
public:
  virtual ~ModelFamily() = default;

  virtual FamilyDescription description() const = 0;

  // `request` and `parts` must outlive the pipeline.
  virtual std::unique_ptr<Pipeline> makePipeline(const GenerationRequest& request, PartStore& parts) const = 0;
  // Of the first sampling pass.
  virtual sampling::SigmaSchedule noiseLevels(const GenerationRequest& request) const = 0;
  virtual RunCost cost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const = 0;
  // request: with its dtype and device resolved.
  virtual MemoryNeeds memoryNeeds(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const = 0;
  // Of the VAE alone: a sampled run is decoded without the transformers, whose files may be gone.
  virtual PartNeeds decodingNeeds(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const = 0;
  // TeaCache's published polynomial for one of the request's models, highest power first; empty if there is none.
  virtual std::vector<double> teaCachePolynomial(const GenerationRequest& /*request*/, Model /*model*/,
                                                 weights::CheckpointCache& /*checkpoints*/) const {
    return {};
  }
  // The steps of the request's first pass with their guidance evaluations; empty if they are not known before the run.
  virtual std::vector<sampling::PlannedStep> plannedSteps(const GenerationRequest& /*request*/,
                                                          weights::CheckpointCache& /*checkpoints*/) const {
    return {};
  }
  // TeaCache's signal, if it depends on the timestep alone; otherwise empty.
  virtual std::function<at::Tensor(Model, double timestep)> timeSignal(
      const GenerationRequest& /*request*/, weights::CheckpointCache& /*checkpoints*/) const {
    return {};
  }
  // What this family cannot do for the request, one sentence each; unreadable files are reported by the run.
  virtual std::vector<std::string> problems(const GenerationRequest& /*request*/,
                                            weights::CheckpointCache& /*checkpoints*/) const {
    return {};
  }
  // Number of tokens of a prompt as the family prepares it, including the end token, before truncation.
  virtual int countTokens(const PairSpec& pair, const std::string& prompt, PartStore& parts) const = 0;

  // What the checkpoint is, if it is one of this family's own models.
  virtual std::optional<ComponentInfo> inspect(const weights::Checkpoint& checkpoint,
                                               weights::CheckpointCache& checkpoints) const = 0;
  // The tensors of one of its transformers that LoRAs may change; none if the family takes no LoRAs.
  virtual weights::LoraTargets loraTargets(const weights::Checkpoint& /*transformer*/) const { return {}; }
  // The same for its text encoder.
  virtual weights::LoraTargets textLoraTargets(const weights::Checkpoint& /*textEncoder*/) const {
    return weights::LoraTargets(weights::LoraOwner::TextEncoder);
  }
  // The model that a LoRA was made for, "WAN 14B", if its layers are those of one of this family's.
  virtual std::optional<std::string> madeFor(const weights::LoraFile& /*lora*/) const { return {}; }
  // Why the parts do not fit together.
  virtual void checkPair(const PairSpec& pair, weights::CheckpointCache& checkpoints) const = 0;
  // Fills in schedule and settings from the two pipeline folders; the paths are set.
  virtual void readSettings(PairSpec& pair, const std::filesystem::path& large, const std::filesystem::path& small,
                            weights::CheckpointCache& checkpoints) const = 0;
};

// The built-in families (base/families/list.h) and those added later. Any thread may call; a family is never removed.
std::vector<const ModelFamily*> modelFamilies();
// Throws Failure(Unsupported) for an unknown family.
const ModelFamily& familyOf(const Family& family);
// Adds a family with its description. Throws Failure(Invalid) if its name is taken.
void registerFamily(std::unique_ptr<const ModelFamily> family);

}  // namespace fb::engine
