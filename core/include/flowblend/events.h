// SPDX-License-Identifier: MIT
// What a run tells while it works, how it is steered, and how it ends.
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

// Distance of the two models' guided velocities at the same latents and timestep.
struct Divergence {
  double relativeL2 = 0;      // |v_large - v_small| / |v_large|
  double cosineDistance = 0;  // 1 - <v_large, v_small> / (|v_large| |v_small|)
};

struct StepReport {
  int step = 0;  // first interval of the noise level that the step covers, 0 .. steps-1
  int end = 0;   // first one after it: step + 1, further for a step-distilled model
  int steps = 0;
  double sigma = 0;     // noise level before the step, 1 = noise
  double timestep = 0;  // as given to the model
  Model model = Model::Large;
  double seconds = 0;      // of this step, without probing
  double secondsLeft = 0;  // of the sampling, by the mean time of each model's steps so far
  std::optional<Divergence> divergence;

  // `end`, also of a report that was kept before there was one.
  int next() const { return end > step ? end : step + 1; }
};

// The one JSON form of reports, for programs and for keeping: an object, or an array of them.
std::string toJson(const StepReport& report);
std::string toJson(const std::vector<StepReport>& reports);
// Reads also what earlier versions kept. Fails with Corrupt, naming the field.
Result<StepReport> stepReportFromJson(std::string_view json);
Result<std::vector<StepReport>> stepReportsFromJson(std::string_view json);

// Events come on the thread that runs the engine call, in order. The sink must not call the engine back.
class EventSink {
public:
  virtual ~EventSink() = default;
  virtual void phaseStarted(Phase /*phase*/) {}
  virtual void stepFinished(const StepReport& /*report*/) {}
  // Predicted clean clip after the step that began at `step`, one frame for each latent frame.
  virtual void previewReady(int /*step*/, const Clip& /*clip*/) {}
  // Share of the step that began at `step`, 0..1, its shadow included: told before each block of its models.
  virtual void stepProgress(int /*step*/, double /*done*/) {}
  // Share of decoding or exporting done, 0..1.
  virtual void progress(Phase /*phase*/, double /*done*/) {}
  virtual void warning(const std::string& /*sentence*/) {}
};

// Steers one run or export from any thread.
class RunControl {
public:
  // A run ends as cancelled within one transformer block (or one VAE frame or block), an export within one frame.
  void requestStop() { m_stop.request_stop(); }
  std::stop_token stopToken() const { return m_stop.get_token(); }

  // Moves the stage boundaries of the steps still ahead. The number of steps cannot change.
  void moveBoundaries(double early, double late);
  struct Boundaries {
    double early;
    double late;
  };
  std::optional<Boundaries> movedBoundaries() const;

private:
  std::stop_source m_stop;
  mutable std::mutex m_mutex;
  std::optional<Boundaries> m_boundaries;  // guarded by m_mutex
};

struct RunResult {
  Clip clip;                      // empty where only sampling was asked for
  std::vector<StepReport> steps;  // of the whole run, those before a resume included
  double secondsLoading = 0;
  double secondsEncoding = 0;
  double secondsSampling = 0;
  double secondsDecoding = 0;
  // What it ran on and in, also where the request leaves both to the program.
  std::string device;  // "cpu", "cuda:0"
  DType dtype = DType::Automatic;
};

}  // namespace fb
