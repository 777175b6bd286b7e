// SPDX-License-Identifier: MIT
// Sweeps: prompts and seeds, each sampled with many pairs of boundaries, to learn what the boundaries cost and how near
// they stay to the large model alone. docs/boundaries.md describes the method. Runs share what they have in common, a
// sweep continues after any interruption, and it can be extended without repeating anything.
// No call throws. Values may be used on any thread; runSweep() is as synchronous as the engine's runs.
#pragma once

#include "flowblend/clip_comparison.h"
#include "flowblend/engine.h"
#include "flowblend/perception.h"
#include "flowblend/settings.h"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fb {

// Boundaries in whole steps (intervals of the noise level): how many of them the large model takes at the start and at
// the end. The large model alone (LLL) is {steps, 0}, the small one (SSS) {0, 0}.
//
// A rival is a candidate that is no pair of fixed boundaries, but another way to spend less than LLL: the large model
// alone with fewer steps ({fewerSteps, 0, fewerSteps}), or a guard (flowblend/guard.h) between the two stages. Rivals
// are measured like the others and are on the same front; nothing is proposed from them.
struct SweepCandidate {
  int early = 0;
  int late = 0;
  int fewerSteps = 0;         // of a run that has fewer than the sweep; 0: as many
  int guardEvery = 0;         // SamplingSettings::guardEvery of a guarded run; 0: no guard
  double guardBound = 0;      // the same
  bool guardReturns = false;  // SamplingSettings::guardReturns of such a run
  // SamplingSettings::guardChange of a run under a one-way guard, SamplingSettings::guardSettling of one under an
  // SRDiffusion guard; 0: none. At most one of the three guards.
  double guardChange = 0;
  double guardSettling = 0;

  GuardRule guard() const {
    if (guardEvery > 0) return GuardRule::Verify;
    if (guardChange > 0) return GuardRule::OneWay;
    return guardSettling > 0 ? GuardRule::SrDiffusion : GuardRule::None;
  }
  bool isGuarded() const { return guard() != GuardRule::None; }
  bool isRival() const { return fewerSteps > 0 || isGuarded(); }
  // clang-tidy 14 takes the 0 of the generated comparison for a pointer.
  auto operator<=>(const SweepCandidate&) const = default;  // NOLINT(modernize-use-nullptr)
};

// "40 % / 20 %", "large model alone", "small model alone", "large model, 15 steps", "guard 0.7, 10 % / 20 %",
// "one-way guard 0.1, 10 % / 20 %" or "SRDiffusion guard 0.01, 10 % / 20 %", for a sweep with this number of steps; a
// guard that does not check as often as by default is "guard 0.7 every 2, 10 % / 20 %", and one that returns is a
// "returning guard".
std::string boundariesText(const SweepCandidate& candidate, int steps);

// The grid of boundaries given as fractions of the steps, with LLL and SSS. Boundaries that round to the same steps are
// one candidate; if they leave the small model no step, they are LLL. In the order in which they run: the largest early
// stage first, then the smallest late one.
std::vector<SweepCandidate> sweepGrid(int steps, std::span<const double> early, std::span<const double> late);

// Prompt, seed and boundaries, which differ from run to run of a sweep.
bool isSetBySweep(const Setting& setting);

struct Sweep {
  // Everything but prompt, seed, boundaries and run folder, which are set by the sweep. If it has a probe policy, the
  // runs of the large model alone also measure the divergence on each of their steps (sweepProbe() in
  // flowblend/probe.h), which changes no clip; no other run is probed.
  GenerationRequest base;
  std::vector<std::string> prompts;
  std::vector<std::uint64_t> seeds;
  std::vector<SweepCandidate> candidates;  // as from sweepGrid()
  // By which the clips are compared in addition; empty paths: not, or as the stored sweep is.
  PerceptualWeights perceptual{};
  // Runs are not decoded, and are compared by their latents alone, not by the weights. If the sweep goes on without
  // this, what is missing is decoded from the run folders that are still there, without another step.
  bool latentsOnly = false;

  StageSchedule scheduleOf(const SweepCandidate& candidate) const;
  SweepCandidate largeOnly() const { return {base.sampling.schedule.steps, 0}; }
  std::vector<SweepCandidate> fixedBoundaries() const;  // the candidates that are no rivals
  // The large model's clip from another seed is how far apart clips of one prompt are: the next of the seeds or, if
  // there is only one, that seed plus 1.
  std::uint64_t otherSeed(std::uint64_t seed) const;

  bool operator==(const Sweep&) const = default;
};

struct SweepRun {
  int prompt = 0;  // index
  std::uint64_t seed = 0;
  SweepCandidate candidate;

  // Of its folder: "p003-s0-e12-l06"; of rivals, with "-t15", "-g0.7-k2", "-c0.1" or "-d0.01" behind it.
  std::string name() const;
  bool operator==(const SweepRun&) const = default;
};

// What is still to do, in order.
struct SweepPlan {
  struct Step {
    SweepRun run;
    // The candidate of the same prompt and seed whose stored steps it takes over; absent: none.
    std::optional<SweepCandidate> parent;
    int shared = 0;          // intervals that it does not compute, or has computed before it was interrupted: all of
                             // them, if it only lacks its frames
    bool continues = false;  // it was interrupted
    int keepEvery = 0;       // RunOptions::keepEvery
    int largeSteps = 0, smallSteps = 0;  // computed; a check of a guard is one of each, and the first one passes
    double flops = 0;                    // with text and decoding, as far as it computes them
  };
  struct Amount {
    int runs = 0;
    int largeSteps = 0, smallSteps = 0;  // as above
    double flops = 0;                    // with texts and, unless only latents are compared, decoding
    double sampling = 0;
    std::optional<double> seconds;  // if this machine has run such steps
  };
  std::vector<Step> steps;
  // Clips that are measured without a run: they were before the sweep got its perceptual weights.
  int remeasured = 0;
  Amount left;
  bool isFinished() const { return left.runs == 0 && remeasured == 0; }
  Amount whole;  // if nothing of it were done yet
  // Of one run: `sampling` and `total` with the small model alone, `samplingLargeOnly` and `totalLargeOnly` with LLL.
  CostEstimate run;
};

// A finished run, compared with the large model's run of the same prompt.
struct SweepRecord {
  SweepRun run;
  // Of the large model's run. If it is another than the run's, the run is the large model's, too, and this record tells
  // how far apart two seeds are.
  std::uint64_t referenceSeed = 0;
  double latents = 0;                  // |x - reference| / |reference| of the final latents
  std::optional<ClipComparison> clip;  // absent if it was not decoded
  // Of a whole run with these boundaries on the machine that ran it, shared steps included.
  double secondsSampling = 0;
  double secondsDecoding = 0;        // 0 if it was not decoded
  PerceptualDistances perceptual{};  // as far as the sweep had weights when it was measured
  // Of a guarded run, shared steps included: how many steps of each model its cost is. 0 for all others, whose steps
  // are known from the candidate.
  int largeSteps = 0, smallSteps = 0;

  bool isFloor() const { return referenceSeed != run.seed; }
  bool operator==(const SweepRecord&) const = default;
};

struct SweepResults {
  Sweep sweep;
  CostEstimate run;                  // as in SweepPlan
  std::vector<SweepRecord> records;  // of the sweep's prompts, seeds and candidates, as far as they exist
};

// The lines of a text file that are not empty. Io or NotFound with the path; Invalid if there are none.
Result<std::vector<std::string>> readPrompts(const std::filesystem::path& file);

// How much is done of what was left when runSweep() began.
struct SweepProgress {
  double done = 0;  // share of the FLOPs of SweepPlan::left, 0..1
  // What the plan expects at first, then by the speed so far; absent if neither is known.
  std::optional<double> secondsLeft;
};

class SweepSink : public EventSink {
public:
  // index: from 0 to count - 1, of those still to do.
  virtual void runStarted(const SweepPlan::Step& /*step*/, int /*index*/, int /*count*/) {}
  // The frames of a run are decoded after the steps of others, because the models had to make way for the decoder.
  // index, count: as for runStarted(), which was called before.
  virtual void decodingStarted(const SweepRun& /*run*/, int /*index*/, int /*count*/) {}
  // Before each of these two, after each step, and while frames are decoded.
  virtual void sweepProgress(const SweepProgress& /*progress*/) {}
  virtual void runMeasured(const SweepRecord& /*record*/) {}
  virtual void statesRemoved(std::uint64_t /*bytes*/) {}
};

struct SweepOptions {
  // Keep all states to branch from after the runs that need them, for further candidates.
  bool keepStates = false;
};

// The sweep stored in the folder. NotFound if there is none, or no such folder.
Result<Sweep> storedSweep(const std::filesystem::path& folder);
// `sweep`, extended by what the folder already holds. Invalid if its base is not that of the stored sweep, or has a
// guard; the message names what differs. Only what does not change clips may differ, and where the files of pair,
// images and LoRAs are: those of `sweep` count, and the same goes for the perceptual weights if they are given. Whether
// their content is that of the stored ones, planSweep() and runSweep() check.
Result<Sweep> joinedWithStored(const Sweep& sweep, const std::filesystem::path& folder);
// Which rivals are compared with a grid. If the sweep has a rival under one of the guards, further ones under it get
// the stages of the first one, and return if it does: an extended grid, and another version of this program, do not
// move them.
struct SweepRivals {
  // Runs of the large model alone with so many different smaller numbers of steps. Each costs as much as one of the
  // grid's candidates, to a step; they are spread over these evenly.
  int fewerSteps = 0;
  // A run that the guard Verify checks for each bound, between the early stage of the grid that is nearest to 40 % and
  // its longest late one.
  std::vector<double> guardBounds{};
  int guardEvery = SamplingSettings{}.guardEvery;
  // A run under the one-way or the SRDiffusion guard for each bound, between the shortest early and the longest late
  // stage of the grid. Each is above 0: with 0, a run is the large model's alone. Under any guard, the late stage is
  // shorter where it would leave too few steps to hand over (leastGuardedSteps()).
  std::vector<double> guardChanges{};
  std::vector<double> guardSettlings{};
  // The small model first (SLL), with each late stage of the grid. These are fixed boundaries like the grid's, so they
  // can be proposed.
  bool smallFirst = false;

  bool operator==(const SweepRivals&) const = default;
};
inline constexpr int kFewerStepsDefault = 4;

// The sweep with these rivals in addition. sweep: as from joinedWithStored(). Reads headers of weight files. Invalid if
// the sweep has too few steps for one of the guards.
Result<Sweep> withRivals(Engine& engine, const Sweep& sweep, const SweepRivals& rivals);
// The rivals that withRivals() adds, given what the sweep's runs cost; run: as in SweepPlan.
std::vector<SweepCandidate> rivalsOf(const Sweep& sweep, const SweepRivals& rivals, const CostEstimate& run);
// What runSweep() would do. Reads headers of weight files, and what the folder already holds. Invalid if a file of the
// pair, an image, a LoRA or the perceptual weights have other content than those that the stored sweep was begun or
// measured with, or if these weights need larger clips; NotFound if a file is not there.
Result<SweepPlan> planSweep(Engine& engine, const Sweep& sweep, const std::filesystem::path& folder);
// Runs and measures what is still to do. The folder belongs to the sweep: it is made, or holds a sweep of the same
// base, or is empty. Results are stored run by run; whatever ends the process, the next call goes on from there with
// bit-identical results, also if the files of the pair are elsewhere since: its runs are then changed to go on with
// them from there. Clips that lack a distance whose weights are given now are measured again, from their folders if
// these are still there. Runs that go on use the memory budget of `sweep`, which is set in `control`.
// Cancelled::stepsDone counts the runs measured by this call.
Outcome<SweepResults> runSweep(Engine& engine, const Sweep& sweep, const std::filesystem::path& folder,
                               const SweepOptions& options, SweepSink& sink, RunControl& control);
// What the folder holds so far.
Result<SweepResults> readSweepResults(const std::filesystem::path& folder);

// The FLOPs of a whole run with this schedule: text, sampling, decoding. run: as in SweepPlan.
double flopsOfRun(const CostEstimate& run, const StageSchedule& schedule);
// The same of a candidate; if it is guarded, the small model takes over as early as its rule allows.
double flopsOfRun(const Sweep& sweep, const CostEstimate& run, const SweepCandidate& candidate);
// The same of a run as it was.
double flopsOfRun(const Sweep& sweep, const CostEstimate& run, const SweepRecord& record);

}  // namespace fb
