// SPDX-License-Identifier: MIT
#include "engine/run_cost.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "engine/family.h"
#include "engine/run_place.h"
#include "engine/speed_book.h"
#include "engine/validate.h"

namespace fb::engine {
namespace {

// If the machine does not have the device, only the time estimate is missing.
GenerationRequest placedHere(const GenerationRequest& request) {
  try {
    return placed(request, placeOf(request.options, compute::listDevices()));
  } catch (const Failure&) {
    return request;
  }
}

}  // namespace

RunCost runCost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  return familyOf(request.pair.family).cost(request, checkpoints);
}

std::string workName(const char* part, std::int64_t layers, std::int64_t dim, const GenerationRequest& request) {
  return fmt::format("{} {}x{} {} {}", part, layers, dim, request.options.device, toString(request.options.dtype));
}

std::string decodingName(const std::string& vae, const GenerationRequest& request) {
  const bool exact = request.options.decodePrecision == DecodePrecision::Exact;
  return fmt::format("{} {}{}", vae, request.options.device, exact ? "" : " tf32");
}

CostEstimate estimateCost(const GenerationRequest& asked) {
  weights::CheckpointCache checkpoints;
  requireValid(asked, checkpoints);
  const auto request = placedHere(asked);
  const auto cost = runCost(request, checkpoints);
  const SpeedBook book;
  const auto timed = [&](const RunCost::Part& part) {
    CostEstimate::Part timedPart{part.flops, {}};
    if (const auto speed = book.speed(part.work)) timedPart.seconds = part.flops / *speed;
    return timedPart;
  };
  const auto total = [&](int largeSteps, int smallSteps, std::optional<double>& seconds) {
    double flops = 0;
    bool measured = true;
    double time = 0;
    const auto add = [&](const RunCost::Part& part, double times) {
      if (times == 0) return;
      flops += times * part.flops;
      const auto speed = book.speed(part.work);
      measured = measured && speed;
      time += times * part.flops / speed.value_or(1);
    };
    add(cost.large.step, largeSteps);
    add(cost.small.step, smallSteps);
    add(cost.refining, cost.refining.flops > 0 ? 1 : 0);
    const double sampling = flops + (largeSteps ? cost.large.text : 0) + (smallSteps ? cost.small.text : 0);
    add(cost.textEncoding, 1);
    add(cost.decoding, 1);
    if (measured) seconds = time;
    return sampling;
  };

  CostEstimate estimate;
  estimate.largeForward = cost.large.forward;
  estimate.smallForward = cost.small.forward;
  estimate.textEncoding = cost.textEncoding.flops;
  estimate.vaeDecode = cost.decoding.flops;
  estimate.largeStep = timed(cost.large.step);
  estimate.smallStep = timed(cost.small.step);
  if (cost.refining.flops > 0) estimate.refining = timed(cost.refining);
  estimate.text = timed(cost.textEncoding);
  estimate.decode = timed(cost.decoding);
  const auto& schedule = request.sampling.schedule;
  estimate.sampling = total(schedule.largeSteps(), schedule.smallSteps(), estimate.seconds);
  estimate.samplingLargeOnly = total(schedule.steps, 0, estimate.secondsLargeOnly);
  estimate.total = estimate.sampling + estimate.textEncoding + estimate.vaeDecode;
  estimate.totalLargeOnly = estimate.samplingLargeOnly + estimate.textEncoding + estimate.vaeDecode;
  return estimate;
}

}  // namespace fb::engine
