// SPDX-License-Identifier: MIT
// The request for a run: one value that is complete enough to reproduce the clip anywhere.
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
  FlowShift,        // evenly spaced, then shifted by the request's shift (WAN)
  ResolutionShift,  // shifted by an amount that grows with the number of latent tokens (LTX 0.9.0, 0.9.1)
  LinearQuadratic,  // half of the steps linear at high noise, then quadratic (LTX 0.9.5 and later)
  Listed            // the levels that the checkpoint was distilled for
};
std::string_view toString(SigmaRule);  // "flow_shift", "resolution_shift", "linear_quadratic", "listed"
std::optional<SigmaRule> sigmaRuleFromString(std::string_view);

struct SigmaSpec {
  SigmaRule rule = SigmaRule::FlowShift;
  // ResolutionShift: the exponent grows linearly from baseShift at baseTokens to maxShift at maxTokens; the last sigma
  // is stretched to `terminal`; 0: no stretching.
  double baseShift = 0.95;
  double maxShift = 2.05;
  int baseTokens = 1024;
  int maxTokens = 4096;
  double terminal = 0.1;
  std::vector<double> listed;  // Listed: decreasing from at most 1, without the final 0
  bool operator==(const SigmaSpec&) const = default;
};

// Guidance beyond the scale, for one model of a pair (LTX).
struct GuidanceSpec {
  double rescale = 0;            // 0..1: how far the guided velocity is rescaled to the conditional one's std deviation
  double stg = 0;                // spatio-temporal guidance scale; 0: no third evaluation
  std::vector<int> stgBlocks;    // blocks whose self-attention that third evaluation skips
  bool projectNegative = false;  // first scale the negative velocity to best fit the positive one (cfg star)
  // Scales for parts of the trajectory: the first entry with sigma at or below the current one applies. If there are
  // any, the request's guidance scale and the fields above are ignored, except projectNegative.
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

// Settings that only one family's pairs have, by name; the family defines their meaning and default (docs/pairs.md).
using FamilySettings = std::map<std::string, std::variant<bool, double>>;

// MagCache's curves of one model, by guidance evaluation ("conditional", "unconditional", "perturbed.19"): for each
// step of a whole trajectory, the mean over the tokens of |r_i| / |r_(i-1)|, where r_i is what the model's blocks add
// to a token in step i. 1 in the first step; 0 where the step before has no such evaluation.
using MagnitudeCurves = std::map<std::string, std::vector<double>>;

// The parts of a pair, each a file or a folder; docs/pairs.md describes the document.
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

  // What a new request for this pair starts from; images and seed are ignored.
  struct Defaults {
    ClipSpec clip;
    SamplingSettings sampling;
    bool operator==(const Defaults&) const = default;
  } defaults;

  // TeaCache's polynomials, highest power first; empty: the published one, if there is one for the model. Those with
  // retention steps are others, as the signal is.
  std::vector<double> largeTeaCache, smallTeaCache;
  std::vector<double> largeTeaCacheRetention, smallTeaCacheRetention;
  // Empty: what Engine::calibrate() measured on this machine, if it did.
  MagnitudeCurves largeMagCache, smallMagCache;

  SigmaSpec sigmas;
  GuidanceSpec largeGuidanceSpec, smallGuidanceSpec;
  // The small model is step-distilled: each of its steps is a complete solution, so the solver uses first order there
  // and keeps no history of it.
  bool distilledSmall = false;
  // Fresh noise is added for the next level after each of its steps (LTX 2B 0.9.6 distilled). Needs distilledSmall.
  bool stochasticSmall = false;

  int textLength = 0;                // number of text tokens passed to the transformers; 0: the family's
  std::vector<double> refineSigmas;  // decreasing noise levels of the second pass; empty: one pass only
  FamilySettings familySettings;

  // Latent-to-RGB: rgb = bias + sum over channels of factors[c] * normalised latent[c], in -1..1. Empty: fitted to the
  // VAE when first needed.
  std::vector<std::array<double, 3>> previewFactors;
  std::array<double, 3> previewBias{};
  bool operator==(const PairSpec&) const = default;
};

// What this pair accepts; no limits if its family is unknown, which validate() refuses.
FamilyLimits limitsOf(const PairSpec& pair);

struct GenerationRequest {
  PairSpec pair;
  ClipSpec clip;
  SamplingSettings sampling;
  RunOptions options;

  // Intervals in all sampling passes together.
  int totalSteps() const {
    return sampling.schedule.steps + (sampling.twoPass ? static_cast<int>(pair.refineSigmas.size()) : 0);
  }
  bool operator==(const GenerationRequest&) const = default;
};

// The same as a whole run, which takes over no steps of another one.
GenerationRequest withoutBranch(GenerationRequest request);

// A request with the pair's defaults.
GenerationRequest defaultRequest(const PairSpec& pair);

// JSON of the request. The portable form, for files that are shared, gives the pair's name instead of paths and of
// LoRAs only the files' names, omits the device and adds the program's version.
std::string toJson(const GenerationRequest& request, bool portable = false);
// Reads either form; from the portable one the pair has only a name and no paths. Errors name the field.
Result<GenerationRequest> requestFromJson(std::string_view json);

std::string version();

}  // namespace fb
