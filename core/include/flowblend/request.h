// SPDX-License-Identifier: MIT
// What a run is asked to do: one value, complete enough to make the same clip again anywhere.
#pragma once

#include "flowblend/schedule.h"
#include "flowblend/status.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

enum class SolverKind { UniPC, Euler, DpmSolverPP };
enum class DType { Float32, BFloat16, Float16 };
// When the two models' velocities are compared: never, on the large model's steps (the small one shadows), on all.
enum class ProbePolicy { None, Large, All };
// What happens to a multistep solver's history where the model changes.
enum class HistoryPolicy { Keep, Restart };

std::string_view toString(SolverKind);     // "unipc", "euler", "dpm++"
std::string_view toString(DType);          // "fp32", "bf16", "fp16"
std::string_view toString(ProbePolicy);    // "none", "large", "all"
std::string_view toString(HistoryPolicy);  // "keep", "restart"
std::optional<SolverKind> solverFromString(std::string_view);
std::optional<DType> dtypeFromString(std::string_view);
std::optional<ProbePolicy> probePolicyFromString(std::string_view);
std::optional<HistoryPolicy> historyPolicyFromString(std::string_view);

// Where the parts of a pair lie, each a file or a folder; see docs/pairs.md for the document.
struct PairSpec {
  std::string name;  // display name
  std::filesystem::path large;
  std::filesystem::path small;
  std::filesystem::path textEncoder;
  std::filesystem::path tokenizer;
  std::filesystem::path vae;

  // What a request of this pair starts from.
  struct Defaults {
    SolverKind solver = SolverKind::UniPC;
    double shift = 3.0;
    int steps = 30;
    double guidance = 5.0;
    int width = 832;
    int height = 480;
    int frames = 81;
    double fps = 16;
    double early = 0.40;
    double late = 0.20;
    std::string prompt;
    std::string negativePrompt;
  } defaults;

  // Latent-to-RGB: rgb = bias + sum over channels of factors[c] * normalised latent[c], in -1..1. Empty: fitted from
  // the VAE when first needed.
  std::vector<std::array<double, 3>> previewFactors;
  std::array<double, 3> previewBias{};
};

struct GenerationRequest {
  PairSpec pair;
  std::string prompt;
  std::string negativePrompt;
  int width = 832;   // pixels, a multiple of 16
  int height = 480;  // pixels, a multiple of 16
  int frames = 81;   // 4n+1
  double fps = 16;
  StageSchedule schedule;
  SolverKind solver = SolverKind::UniPC;
  HistoryPolicy history = HistoryPolicy::Keep;
  double shift = 3.0;                   // flow shift of the sigma schedule
  double guidance = 5.0;                // classifier-free guidance scale; no second pass at or below 1
  std::optional<double> guidanceSmall;  // the small model's own scale, where it differs
  std::uint64_t seed = 0;
  ProbePolicy probe = ProbePolicy::None;
  DType dtype = DType::Float32;     // of the two transformers and the text encoder; the VAE runs in float32
  std::string device = "cpu";       // "cpu", "cuda", "cuda:1"
  bool preview = true;              // send a preview of the predicted clean latents after every step
  std::filesystem::path runFolder;  // empty: nothing is kept for resuming
  int saveEvery = 1;                // steps between two saved states
  std::filesystem::path traceFile;  // empty: no trace

  double guidanceFor(Model model) const { return model == Model::Small ? guidanceSmall.value_or(guidance) : guidance; }
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
