// SPDX-License-Identifier: MIT
// What a run is asked to do: one value, complete enough to make the same clip again anywhere.
#pragma once

#include "flowblend/family.h"
#include "flowblend/settings.h"
#include "flowblend/status.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fb {

// Which noise levels a run passes through.
enum class SigmaRule {
  FlowShift,        // evenly spaced, moved by the request's shift (WAN)
  ResolutionShift,  // moved by a shift that grows with the number of latent tokens (LTX 0.9.0, 0.9.1)
  LinearQuadratic,  // half of the steps linear near the noise, then quadratic (LTX 0.9.5 and later)
  Listed            // as the checkpoint was distilled for
};
std::string_view toString(SigmaRule);  // "flow_shift", "resolution_shift", "linear_quadratic", "listed"
std::optional<SigmaRule> sigmaRuleFromString(std::string_view);

struct SigmaSpec {
  SigmaRule rule = SigmaRule::FlowShift;
  // ResolutionShift: the exponent grows linearly from baseShift at baseTokens to maxShift at maxTokens; the last sigma
  // is stretched to `terminal`, 0: not.
  double baseShift = 0.95;
  double maxShift = 2.05;
  int baseTokens = 1024;
  int maxTokens = 4096;
  double terminal = 0.1;
  std::vector<double> listed;  // Listed: falling from at most 1, the final 0 left out
  bool operator==(const SigmaSpec&) const = default;
};

// Guidance beyond the scale, for one model of a pair (LTX).
struct GuidanceSpec {
  double rescale = 0;          // 0..1: how far the guided velocity takes the standard deviation of the conditional one
  double stg = 0;              // spatio-temporal guidance scale; 0: no third pass
  std::vector<int> stgBlocks;  // blocks whose self-attention that third pass leaves out
  bool projectNegative = false;  // scale the negative velocity to its best fit of the positive one first (cfg star)
  // Scales for parts of the trajectory: the first entry with sigma at or below the current one. Where there are any,
  // the request's guidance scale and the fields above do not count, but projectNegative does.
  struct Entry {
    double sigma = 0;
    double guidance = 1;
    double stg = 0;
    double rescale = 0;
    std::vector<int> stgBlocks;
    bool operator==(const Entry&) const = default;
  };
  std::vector<Entry> table;
  bool operator==(const GuidanceSpec&) const = default;
};

// What only one family's pairs have, by name; the family gives each its meaning and its default (docs/pairs.md).
using FamilySettings = std::map<std::string, std::variant<bool, double>>;

// Where the parts of a pair lie, each a file or a folder; see docs/pairs.md for the document.
struct PairSpec {
  std::string name;  // display name
  Family family;
  std::filesystem::path large;
  std::filesystem::path small;
  std::filesystem::path textEncoder;
  std::filesystem::path tokenizer;
  std::filesystem::path vae;
  std::filesystem::path imageEncoder;  // of a WAN image-to-video model; empty: none
  std::filesystem::path upsampler;     // latent upsampler, for two passes; empty: none

  // What a request of this pair starts from; its images and seed do not count.
  struct Defaults {
    ClipSpec clip;
    SamplingSettings sampling;
    bool operator==(const Defaults&) const = default;
  } defaults;

  SigmaSpec sigmas;
  GuidanceSpec largeGuidanceSpec, smallGuidanceSpec;
  // The small model is step-distilled: each of its steps is a whole solution of its own, so the solver takes it as it
  // is (first order) and keeps no history of it.
  bool distilledSmall = false;
  // After each of its steps, new noise is drawn for the next level (LTX 2B 0.9.6 distilled). With distilledSmall only.
  bool stochasticSmall = false;

  int textLength = 0;                // tokens that the transformers are given; 0: as the family has it
  std::vector<double> refineSigmas;  // falling noise levels of the second of two passes; empty: one pass only
  FamilySettings familySettings;

  // Latent-to-RGB: rgb = bias + sum over channels of factors[c] * normalised latent[c], in -1..1. Empty: fitted from
  // the VAE when first needed.
  std::vector<std::array<double, 3>> previewFactors;
  std::array<double, 3> previewBias{};
  bool operator==(const PairSpec&) const = default;
};

// What this pair takes; nothing is limited if its family is not known, which validate() refuses.
FamilyLimits limitsOf(const PairSpec& pair);

struct GenerationRequest {
  PairSpec pair;
  ClipSpec clip;
  SamplingSettings sampling;
  RunOptions options;

  // Intervals of the noise level in all passes together.
  int totalSteps() const {
    return sampling.schedule.steps + (sampling.twoPass ? static_cast<int>(pair.refineSigmas.size()) : 0);
  }
  bool operator==(const GenerationRequest&) const = default;
};

// The request as the pair's defaults have it.
GenerationRequest defaultRequest(const PairSpec& pair);

// JSON of the request. Portable, for files that travel: the pair by name instead of by paths, no device, and the
// program's version.
std::string toJson(const GenerationRequest& request, bool portable = false);
// Either form; from the portable one the pair has a name and no paths. Errors name the field.
Result<GenerationRequest> requestFromJson(std::string_view json);

std::string version();

}  // namespace fb
