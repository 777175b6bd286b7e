// SPDX-License-Identifier: MIT
// The seam between the engine and the model families. What differs from family to family is behind ModelFamily (before
// a run) and Pipeline (during one), and nowhere else.
#pragma once

#include "engine/pipeline.h"
#include "engine/run_cost.h"
#include "flowblend/model_info.h"
#include "weights/checkpoint_cache.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fb::engine {

// Constant; safe on any thread. Every call reads headers only and throws Failure.
class ModelFamily {
public:
  virtual ~ModelFamily() = default;

  // `request` and `parts` must outlive the pipeline.
  virtual std::unique_ptr<Pipeline> makePipeline(const GenerationRequest& request, PartStore& parts) const = 0;
  virtual RunCost cost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) const = 0;
  // What this family cannot do of the request, one sentence each; files that cannot be read are left to the run.
  virtual std::vector<std::string> problems(const GenerationRequest& /*request*/,
                                            weights::CheckpointCache& /*checkpoints*/) const {
    return {};
  }
  // Tokens of a prompt as the family prepares it, end token included, before truncation.
  virtual int countTokens(const PairSpec& pair, const std::string& prompt, PartStore& parts) const = 0;

  // What the checkpoint is, where it is one of this family's own models.
  virtual std::optional<ComponentInfo> inspect(const weights::Checkpoint& checkpoint,
                                               weights::CheckpointCache& checkpoints) const = 0;
  // Why the parts do not fit together.
  virtual void checkPair(const PairSpec& pair, weights::CheckpointCache& checkpoints) const = 0;
  // Fills in what the two pipeline folders say of schedule and settings; the paths are set.
  virtual void readSettings(PairSpec& pair, const std::filesystem::path& large, const std::filesystem::path& small,
                            weights::CheckpointCache& checkpoints) const = 0;
};

// The one place that knows which families there are.
const ModelFamily& familyOf(Family family);
inline constexpr std::array kFamilies = {Family::Wan, Family::Ltx};

std::unique_ptr<ModelFamily> makeWanFamily();
std::unique_ptr<ModelFamily> makeLtxFamily();

}  // namespace fb::engine
