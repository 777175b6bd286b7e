// SPDX-License-Identifier: MIT
// The cost of a run, estimated before it starts (Engine::estimateCost). A value; safe on any thread.
#pragma once

#include <optional>

namespace fb {

// Floating-point operations (2 per multiply-add) of matrix products, attention and convolutions.
struct CostEstimate {
  double largeForward = 0;  // one velocity without guidance
  double smallForward = 0;
  double textEncoding = 0;  // prompt and negative prompt
  double vaeDecode = 0;
  double sampling = 0;           // the schedule, guidance passes included, without probing
  double samplingLargeOnly = 0;  // the same with LLL
  double total = 0;
  double totalLargeOnly = 0;
  // How many of the run's intervals are taken over from the run that it branches from. Nothing above includes them,
  // except what "with LLL" describes: that is a whole run.
  int sharedSteps = 0;
  // How many of the run's steps a cache reuses, if that is known before the run: these are not counted. Absent without
  // a cache, or if it decides during the run: then every step is counted.
  std::optional<int> reusedSteps;
  // Guidance evaluations that a cache reuses in the other steps; not counted either.
  int reusedEvaluations = 0;
  // With a guard, the numbers above and `seconds` are those of a run in which it lets the small model take over as
  // early as it can: the least. This is the most, if it never does. Absent without a guard, or if nothing of such a
  // stage is left to sample.
  struct Most {
    double sampling = 0;
    double total = 0;
    std::optional<double> seconds;
  };
  std::optional<Most> most;

  // Whether the models, as long as they stay in memory, keep what they made of the prompts for later runs of the
  // process, which then do not make it again. It is counted above nevertheless.
  bool keepsPrompts = false;

  // Whether encoded prompts are kept, so that a further run with the same ones does not encode them again. Counted
  // above nevertheless.
  bool keepsTexts = false;

  // The same in parts, for sums over several runs that share steps.
  struct Part {
    double flops = 0;
    std::optional<double> seconds;  // see below
  };
  Part largeStep, smallStep;  // one step, guidance passes included
  Part refining;              // all steps of a second pass
  Part text, decode;
  double saving() const { return totalLargeOnly > 0 ? 1 - total / totalLargeOnly : 0; }
  // Based on steps timed earlier on this machine, if there are any.
  std::optional<double> seconds;
  std::optional<double> secondsLargeOnly;
};

}  // namespace fb
