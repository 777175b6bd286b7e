// SPDX-License-Identifier: MIT
#include "engine/run_cost.h"

#include "base/failure.h"
#include "compute/devices.h"
#include "engine/branch.h"
#include "engine/caches.h"
#include "engine/family.h"
#include "engine/magnitudes.h"
#include "engine/run_place.h"
#include "engine/speed_book.h"
#include "engine/validate.h"
#include "models/spare_contexts.h"

#include <algorithm>

namespace fb::engine {
namespace {

// If the machine does not have the device, only the time estimate is missing.
GenerationRequest placedHere(const GenerationRequest& request) {
  try {
    return placed(request, placeOf(request.options, compute::devicesWith(request.options.device)));
  } catch (const Failure&) {
    return request;
  }
}

// What a run computes.
struct Amount {
  int largeSteps = 0;
  int smallSteps = 0;
  int largeReused = 0, smallReused = 0;  // guidance evaluations of these steps that cost nothing
  double refining = 1;                   // share of the second pass
  bool text = true;

  bool samples() const { return largeSteps > 0 || smallSteps > 0 || refining > 0; }
};

// After the steps that it takes over, and without what its cache reuses. pass: as in guardedSteps().
Amount amountOf(const GenerationRequest& request, const SharedSteps& shared, const ForeseenReuse& reuse, bool pass) {
  const auto& schedule = request.sampling.schedule;
  const int refining = request.totalSteps() - schedule.steps;
  Amount amount;
  amount.largeSteps = schedule.largeSteps(shared.steps);
  amount.smallSteps = schedule.smallSteps(shared.steps);
  if (request.sampling.guard != GuardRule::None) {
    const auto guard = sampling::guardAfter(shared.taken.reports, shared.taken.stages, guardPlanOf(request.sampling));
    const auto middle = guardedSteps(guard, amount.smallSteps, pass);
    // A check is a step of both models.
    amount.largeSteps += middle.large + middle.checks;
    amount.smallSteps = middle.small + middle.checks;
  }
  amount.largeReused = reuse.large.evaluations;
  amount.smallReused = reuse.small.evaluations;
  amount.refining =
      refining > 0 ? static_cast<double>(std::min(refining, request.totalSteps() - shared.steps)) / refining : 0;
  amount.text = !shared.hasText && amount.samples();
  return amount;
}

// See CostEstimate.
bool keepsPrompts(const GenerationRequest& request, const RunCost& cost) {
  const bool isHalf = request.options.dtype == DType::BFloat16 || request.options.dtype == DType::Float16;
  const std::int64_t bytesEach = isHalf ? 2 : 4;
  constexpr auto kMost = static_cast<std::int64_t>(models::SpareContexts::kMost);
  const auto fits = [&](std::int64_t numbers) { return numbers > 0 && numbers * bytesEach <= kMost; };
  // Strengths that differ between stages give other keys and values.
  return request.sampling.loras.empty() && fits(cost.large.textNumbers) && fits(cost.small.textNumbers);
}

// What sampling takes, in FLOPs. seconds: of sampling, text and decoding, if all of it has been timed here.
double samplingOf(const Amount& amount, const RunCost& cost, const SpeedBook& book, std::optional<double>& seconds) {
  double flops = 0;
  bool measured = true;
  double time = 0;
  const auto addFlops = [&](const RunCost::Part& part, double more) {
    if (more <= 0) return;
    flops += more;
    const auto speed = book.speed(part.work, part.piece());
    measured = measured && speed;
    time += more / speed.value_or(1);
  };
  const auto add = [&](const RunCost::Part& part, double times) { addFlops(part, times * part.flops); };
  const auto addSteps = [&](const RunCost::ModelCost& model, int steps, int reused) {
    addFlops(model.step, steps * model.step.flops - reused * model.evaluation);
  };
  addSteps(cost.large, amount.largeSteps, amount.largeReused);
  addSteps(cost.small, amount.smallSteps, amount.smallReused);
  add(cost.refining, amount.refining);
  const double sampling = flops + (amount.largeSteps ? cost.large.text : 0) + (amount.smallSteps ? cost.small.text : 0);
  add(cost.textEncoding, amount.text ? 1 : 0);
  add(cost.decoding, 1);
  if (measured) seconds = time;
  return sampling;
}

}  // namespace

RunCost runCost(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  return familyOf(request.pair.family).cost(request, checkpoints);
}

std::string workName(const char* part, std::int64_t layers, std::int64_t dim, const GenerationRequest& request) {
  return fmt::format("{} {}x{} {} {}", part, layers, dim, request.options.device, toString(request.options.dtype));
}

std::string transformerName(const char* part, std::int64_t layers, std::int64_t dim, const GenerationRequest& request) {
  const bool exact = request.options.linearPrecision == LinearPrecision::Exact;
  return workName(part, layers, dim, request) + (exact ? "" : " fp8");
}

std::string decodingName(const std::string& vae, const GenerationRequest& request) {
  const auto precision = request.options.decodePrecision;
  const auto rounded = precision == DecodePrecision::Exact ? std::string() : fmt::format(" {}", toString(precision));
  return fmt::format("{} {}{}", vae, request.options.device, rounded);
}

CostEstimate estimateCost(const GenerationRequest& asked) {
  weights::CheckpointCache checkpoints;
  requireValid(asked, checkpoints);
  const auto request = placedHere(withMagnitudes(asked, magnitudesOf(asked, checkpoints)));
  const auto cost = runCost(request, checkpoints);
  const SpeedBook book;
  const auto timed = [&](const RunCost::Part& part) {
    CostEstimate::Part timedPart{part.flops, {}};
    if (const auto speed = book.speed(part.work, part.piece())) timedPart.seconds = part.flops / *speed;
    return timedPart;
  };
  SharedSteps shared;
  if (!asked.options.branchFrom.empty()) shared = sharedSteps(asked, checkpoints);
  const auto& schedule = request.sampling.schedule;
  const auto reuse = foreseenReuse(request, shared.steps, checkpoints);
  const auto amount = amountOf(request, shared, reuse.value_or(ForeseenReuse{}), true);
  CostEstimate estimate;
  if (reuse) {
    estimate.reusedSteps = reuse->large.steps + reuse->small.steps;
    estimate.reusedEvaluations = reuse->large.partly + reuse->small.partly;
  }
  estimate.sharedSteps = shared.steps;
  estimate.largeForward = cost.large.forward;
  estimate.smallForward = cost.small.forward;
  estimate.textEncoding = amount.text ? cost.textEncoding.flops : 0;
  estimate.vaeDecode = cost.decoding.flops;
  estimate.largeStep = timed(cost.large.step);
  estimate.smallStep = timed(cost.small.step);
  if (cost.refining.flops > 0) estimate.refining = timed(cost.refining);
  estimate.text = timed(cost.textEncoding);
  estimate.decode = timed(cost.decoding);
  estimate.sampling = samplingOf(amount, cost, book, estimate.seconds);
  estimate.samplingLargeOnly = samplingOf({.largeSteps = schedule.steps}, cost, book, estimate.secondsLargeOnly);
  estimate.total = estimate.sampling + estimate.textEncoding + estimate.vaeDecode;
  if (request.sampling.guard != GuardRule::None && schedule.smallSteps(shared.steps) > 0) {
    auto& most = estimate.most.emplace();
    most.sampling = samplingOf(amountOf(request, shared, {}, false), cost, book, most.seconds);
    most.total = most.sampling + estimate.textEncoding + estimate.vaeDecode;
  }
  estimate.keepsPrompts = keepsPrompts(request, cost);
  estimate.totalLargeOnly = estimate.samplingLargeOnly + cost.textEncoding.flops + estimate.vaeDecode;
  return estimate;
}

}  // namespace fb::engine
