// SPDX-License-Identifier: MIT
// What a run reports while it works, how to control it, and how it ends.
#pragma once

#include "flowblend/frame.h"
#include "flowblend/schedule.h"
#include "flowblend/settings.h"
#include "flowblend/status.h"

#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

enum class Phase { Loading, Encoding, Sampling, Decoding, Exporting };
std::string_view toString(Phase phase);  // "loading", ...

// Distance between the two models' velocities at the same latents and timestep.
struct Divergence {
  double relativeL2 = 0;      // |v_large - v_small| / |v_large|
  double cosineDistance = 0;  // 1 - <v_large, v_small> / (|v_large| |v_small|)
};

// Whether the guard of a middle stage compared the two models in a step, and whether they were near enough.
enum class GuardCheck { None, Passed, Refused };
std::string_view toString(GuardCheck check);  // "none", "passed", "refused"
std::optional<GuardCheck> guardCheckFromString(std::string_view text);

struct StepReport {
  int step = 0;  // first interval that the step covers, 0 .. steps-1
  int end = 0;   // first interval after it: step + 1, or more for a step-distilled model
  int steps = 0;
  double sigma = 0;     // noise level before the step, 1 = noise
  double timestep = 0;  // as given to the model
  Model model = Model::Large;
  double seconds = 0;                    // of this step, both models' if it is a check, without probing
  double secondsLeft = 0;                // of sampling, estimated from the mean step time of each model so far
  std::optional<Divergence> divergence;  // of the guided velocities
  bool reused = false;                   // a cache gave the velocity, so the model did not run
  // If the model ran for some of the step's guidance evaluations only: how many a cache gave.
  int reusedEvaluations = 0;
  // Of the velocities for the prompt alone, which guidance does not magnify; measured together with `divergence`. With
  // LTX, tokens that images of the clip give count here as well.
  std::optional<Divergence> conditionalDivergence;
  GuardCheck check = GuardCheck::None;
  // Under a one-way guard, of the large model's steps in the middle stage but the first: how much the predicted clean
  // latents differ from those of the step before, |x0 - x0 before| / |x0|.
  std::optional<double> change;
  // Under an SRDiffusion guard, of the same steps: tanh(mean |v - v before| / mean |v before|) of the guided velocity
  // v.
  std::optional<double> velocityChange;
  // The same of the step before minus that of this step, above 0 if the velocity settles; from the third such step on.
  std::optional<double> settling;

  // `end`, with a fallback for reports saved before that field existed.
  int next() const { return end > step ? end : step + 1; }
};

// The one JSON form of reports, for programs and for run folders: an object, or an array of them.
std::string toJson(const StepReport& report);
std::string toJson(const std::vector<StepReport>& reports);
// Also reads what earlier versions wrote. Fails with Corrupt, naming the field.
Result<StepReport> stepReportFromJson(std::string_view json);
Result<std::vector<StepReport>> stepReportsFromJson(std::string_view json);

// Events arrive in order, on the thread that runs the engine call. The sink must not call the engine.
class EventSink {
public:
  virtual ~EventSink() = default;
  virtual void phaseStarted(Phase /*phase*/) {}
  virtual void stepFinished(const StepReport& /*report*/) {}
  // Predicted clean clip after the step that began at `step`, one frame per latent frame.
  virtual void previewReady(int /*step*/, const Clip& /*clip*/) {}
  // Fraction done of the step that began at `step`, 0..1, including its probe; sent before each transformer block.
  virtual void stepProgress(int /*step*/, double /*done*/) {}
  // Fraction of decoding or exporting done, 0..1.
  virtual void progress(Phase /*phase*/, double /*done*/) {}
  virtual void warning(const std::string& /*sentence*/) {}
};

// Controls one run or export from any thread.
class RunControl {
public:
  // A run ends as cancelled within one transformer block (or one VAE frame or block), an export within one frame.
  void requestStop() { m_stop.request_stop(); }
  std::stop_token stopToken() const { return m_stop.get_token(); }

  // Moves the stage boundaries for the steps still ahead. The number of steps cannot change.
  void moveBoundaries(double early, double late);
  struct Boundaries {
    double early;
    double late;
  };
  std::optional<Boundaries> movedBoundaries() const;

  // A run that resume() or decode() continues uses this budget (RunOptions::memoryBudget) instead of the one that it
  // began with. Set before the call.
  void setMemoryBudget(double gigabytes);
  std::optional<double> memoryBudget() const;

private:
  std::stop_source m_stop;
  mutable std::mutex m_mutex;
  std::optional<Boundaries> m_boundaries;  // guarded by m_mutex
  std::optional<double> m_memoryBudget;    // guarded by m_mutex
};

// The most memory of the device that the program had allocated during a phase, in bytes.
struct PhasePeak {
  Phase phase = Phase::Encoding;
  std::uint64_t bytes = 0;
};

struct RunResult {
  Clip clip;                      // empty if only sampling was requested
  std::vector<StepReport> steps;  // of the whole run, including those before a resume
  double secondsLoading = 0;
  double secondsEncoding = 0;
  double secondsSampling = 0;
  double secondsDecoding = 0;
  // The device and dtype used, also if the request left the choice to the program.
  std::string device;  // "cpu", "cuda:0"
  DType dtype = DType::Automatic;
  // How torch computed the transformers' self-attention: "flash", "memory-efficient", "cuDNN", "math"; empty if nothing
  // was sampled.
  std::string attention;
  std::vector<PhasePeak> peaks;  // empty on the CPU
  // The models that evaluated the two prompts of a guided step in one forward.
  std::vector<Model> batched;
};

}  // namespace fb
