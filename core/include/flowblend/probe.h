// SPDX-License-Identifier: MIT
// Divergence profiles: how much the two models' velocities differ on each step of the large model's trajectory, over
// several prompts and seeds. They are kept in the user's state folder, by what the pair is and how it is sampled, and
// found again later. docs/boundaries.md describes their use. No call throws; any thread may call, and several processes
// may use the state folder.
#pragma once

#include "flowblend/engine.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

// By which distance of the velocities: guided ones as the run uses them, or those for the prompt alone, which guidance
// does not magnify.
enum class DivergenceKind { RelativeL2, Cosine, ConditionalL2, ConditionalCosine };
inline constexpr std::array kDivergenceKinds = {DivergenceKind::RelativeL2, DivergenceKind::Cosine,
                                                DivergenceKind::ConditionalL2, DivergenceKind::ConditionalCosine};
std::string_view toString(DivergenceKind kind);  // "l2", "cosine", "conditional-l2", "conditional-cosine"
std::optional<DivergenceKind> divergenceKindFromString(std::string_view text);

// The steps of one prompt and seed, in their order; all lists are equally long, or empty if not measured.
struct ProbeCell {
  std::string prompt;
  std::uint64_t seed = 0;
  std::vector<double> sigmas;  // noise level before each step; it is 0 after the last one
  std::vector<Divergence> guided, conditional;

  // One number per step; empty if this kind was not measured.
  std::vector<double> values(DivergenceKind kind) const;
};

struct ProbeProfile {
  std::string pair;      // Engine::pairIdentity()
  std::string pairName;  // for people
  // What else the divergence depends on, by key: size, frames, steps, solver, shift or noise levels, guidance.
  std::map<std::string, std::string> settings;
  std::vector<ProbeCell> cells;  // with the same noise levels, each prompt and seed once

  int steps() const { return cells.empty() ? 0 : static_cast<int>(cells.front().sigmas.size()); }
};

// ProbeProfile::settings of a request. Prompts, images, seeds, boundaries, caches and precisions are not among them.
std::map<std::string, std::string> probeSettings(const GenerationRequest& request);

// Over the cells: median and 10th to 90th percentile for each step, linearly interpolated between cells.
struct ProbeBand {
  std::vector<double> sigmas, low, median, high;
  std::size_t cells = 0;  // that have this kind
};
ProbeBand bandOf(const ProbeProfile& profile, DivergenceKind kind);

// The finished run of a probe as a cell; Invalid unless it is one of the large model's trajectory, each step of which
// was probed. steps: of the run; those of a second pass are left out.
Result<ProbeCell> probeCell(const GenerationRequest& request, std::span<const StepReport> steps);

// What Engine::probe() is given to measure a profile: the request's trajectory, all of it by the large model, without a
// cache. LoRAs of one stage work where the request's stages have them.
GenerationRequest probeRequest(const GenerationRequest& request);

struct ProbePlan {
  GenerationRequest base;  // prompt, seed and boundaries do not matter
  std::vector<std::string> prompts;
  std::vector<std::uint64_t> seeds;
};
struct ProbeCost {
  int runs = 0;  // still to do
  double flops = 0;
  std::optional<double> seconds;  // if the models have run on this machine
};
// What runProbe() would do. Reads headers of weight files and what is kept.
Result<ProbeCost> planProbe(Engine& engine, const ProbePlan& plan);

class ProbeSink : public EventSink {
public:
  // index: from 0 to count - 1, of those still to do.
  virtual void cellStarted(const std::string& /*prompt*/, std::uint64_t /*seed*/, int /*index*/, int /*count*/) {}
};
// Measures each prompt with each seed, except what is kept, and keeps each cell as soon as it is complete. Gives the
// whole profile that is kept. Cancelled::stepsDone counts the cells that this call measured.
Outcome<ProbeProfile> runProbe(Engine& engine, const ProbePlan& plan, ProbeSink& sink, RunControl& control);

// What is kept for the request's pair and settings; without cells if there is nothing. Damaged files are refused by
// name.
Result<ProbeProfile> storedProbe(Engine& engine, const GenerationRequest& request);
// Keeps the cell; one of the same prompt and seed is replaced.
Status keepProbe(Engine& engine, const GenerationRequest& request, const ProbeCell& cell);

// A profile as one JSON document.
std::string toJson(const ProbeProfile& profile);
// Corrupt or Unsupported, with `document` and the field.
Result<ProbeProfile> probeFromJson(std::string_view json, const std::string& document);
// Written as a whole file. overwrite: replace a regular file of that name; otherwise an error.
Status writeProbe(const ProbeProfile& profile, const std::filesystem::path& file, bool overwrite);
// Whether writeProbe() could write there; leaves nothing behind. Call it before measuring what is to be written.
Status checkProbeFile(const std::filesystem::path& file, bool overwrite);
Result<ProbeProfile> readProbe(const std::filesystem::path& file);
// Keeps the cells of a file; existing cells of the same prompt and seed stay. Invalid, naming what differs, unless it
// is a profile of the request's pair and settings. Gives the whole profile that is kept.
Result<ProbeProfile> importProbe(Engine& engine, const GenerationRequest& request, const std::filesystem::path& file);

// What a sweep has measured along its large model's runs, if it was asked to probe them (Sweep::base); without cells if
// it was not. NotFound if there is no sweep.
Result<ProbeProfile> sweepProbe(const std::filesystem::path& sweep);

}  // namespace fb
