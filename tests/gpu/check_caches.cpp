// SPDX-License-Identifier: MIT
// What decides from step to step: caches, the guard, and the probe along the large model's trajectory. The CPU decides
// as the device does, and a trajectory that is continued in its middle from what a run folder would hold ends with the
// same bits.
#include "checks.h"
#include "fields.h"
#include "timing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "caches";
constexpr double kFloatBar = 1e-3;
// EasyCache computes the first ten steps; both models and both switches come after its start.
constexpr int kSteps = 24;
constexpr StageSchedule kSchedule{0.6, 0.15, kSteps, 0};

struct Decisions {
  std::string text;  // of every step: "L" or "S", "r" if it was reused, "+", "-" after a check
  int reused = 0, computed = 0, checks = 0;
};
Decisions decisionsOf(const std::vector<StepReport>& reports) {
  Decisions decisions;
  for (const auto& report : reports) {
    decisions.text += report.model == Model::Large ? 'L' : 'S';
    if (report.reused) decisions.text += 'r';
    if (report.reusedEvaluations > 0) decisions.text += std::to_string(report.reusedEvaluations);
    if (report.check != GuardCheck::None) decisions.text += report.check == GuardCheck::Passed ? '+' : '-';
    const bool reuses = report.reused || report.reusedEvaluations > 0;
    ++(reuses ? decisions.reused : decisions.computed);
    if (report.check != GuardCheck::None) ++decisions.checks;
  }
  return decisions;
}

// The largest difference of the divergences of the same steps, relative to the second ones; infinite if only one has
// them.
double divergenceError(const std::vector<StepReport>& got, const std::vector<StepReport>& want) {
  constexpr auto kNever = std::numeric_limits<double>::infinity();
  if (got.size() != want.size()) return kNever;
  double error = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (got[i].divergence.has_value() != want[i].divergence.has_value()) return kNever;
    if (!got[i].divergence) continue;
    const double there = got[i].divergence->relativeL2, here = want[i].divergence->relativeL2;
    const double now = std::abs(there - here) / here;
    error = std::isfinite(now) ? std::max(error, now) : kNever;
  }
  return error;
}

// The state as it is after being saved and read: on the CPU, the cache as named tensors.
sampling::TrajectoryState saved(const sampling::TrajectoryState& state, at::Device device) {
  auto read = state;
  auto tensors = sampling::toTensors(state.cache);
  for (auto& [name, tensor] : tensors) tensor = tensor.cpu();
  read.cache = sampling::cacheStateFromTensors(tensors, state.latents.numel(), "the saved state");
  read.cache.moveTo(device);
  return read;
}

struct Outcome {
  Trajectory onCpu, onDevice;
};

Outcome compare(Report& report, at::Device device, const std::string& name, const TrajectoryJob& job) {
  Outcome outcome{trajectoryOf(job, at::kCPU, at::kFloat), trajectoryOf(job, device, at::kFloat)};
  const auto& want = outcome.onCpu.state;
  const auto& got = outcome.onDevice.state;
  const auto decisions = decisionsOf(got.reports);
  report.fact(kCheck, name, decisions.text);
  report.holds(kCheck, name + ", decisions as on the CPU", decisions.text == decisionsOf(want.reports).text);
  report.bar(kCheck, name + ", fp32", relativeError(got.latents, want.latents), kFloatBar);
  const auto again = trajectoryOf(job, device, at::kFloat, saved(outcome.onDevice.middle.value(), device));
  report.holds(kCheck, name + ", continued from the middle: same bits", at::equal(again.state.latents, got.latents));
  return outcome;
}

void compareCache(Report& report, at::Device device, Family family, const sampling::CachePlan& cache) {
  TrajectoryJob job{family, {}, cache.retains};
  job.plan.schedule = kSchedule;
  job.plan.cache = cache;
  const auto name =
      fmt::format("{} {}{}", nameOf(family), toString(cache.rule), cache.retains ? " with retention" : "");
  const auto outcome = compare(report, device, name, job);
  const auto decisions = decisionsOf(outcome.onDevice.state.reports);
  report.holds(kCheck, name + ", some steps are reused and some computed",
               decisions.reused > 0 && decisions.computed > decisions.reused / 4);
}

// What MagCache needs of both models, measured as Engine::calibrate() does: the whole trajectory by each.
std::array<MagnitudeCurves, 2> curvesOf(Family family) {
  std::array<MagnitudeCurves, 2> curves;
  for (const auto model : {Model::Large, Model::Small}) {
    TrajectoryJob job{family, {}};
    job.plan.schedule = {model == Model::Large ? 1.0 : 0.0, 0, kSteps, 0};
    auto& found = curves[static_cast<std::size_t>(model)];
    job.plan.cache.rule = CacheRule::MagCache;
    job.plan.cache.measured = [&](const std::string& evaluation, int step, double ratio) {
      auto& curve = found[evaluation];
      curve.resize(kSteps);
      curve.at(static_cast<std::size_t>(step)) = ratio;
    };
    trajectoryOf(job, at::kCPU, at::kFloat);
  }
  return curves;
}

sampling::CachePlan planOf(CacheRule rule, double threshold) {
  sampling::CachePlan plan;
  plan.rule = rule;
  plan.threshold = threshold;
  return plan;
}

void compareCaches(Report& report, at::Device device, Family family) {
  compareCache(report, device, family, planOf(CacheRule::EasyCache, 0.4));
  // The published polynomials are of the published models: the change itself, at a scale that suits these models.
  auto tea = planOf(CacheRule::TeaCache, 0.5);
  const std::vector<double> polynomial{family == Family::Wan ? 0.2 : 1.0, 0};
  tea.polynomials = {polynomial, polynomial};
  for (const bool retains : {false, true}) {
    tea.retains = retains;
    compareCache(report, device, family, tea);
  }
  auto mag = planOf(CacheRule::MagCache, 0.3);
  mag.curves = curvesOf(family);
  mag.reuseLimit = 3;
  compareCache(report, device, family, mag);
}

// The probe along LLL, and a guard with a bound that divides what it found.
void compareProbe(Report& report, at::Device device, Family family) {
  TrajectoryJob job{family, {}};
  job.plan.schedule = {1, 0, kSteps, 0};
  job.plan.probe = ProbePolicy::Large;
  const auto name = fmt::format("{} probe along LLL", nameOf(family));
  const auto probe = compare(report, device, name, job);
  const auto& reports = probe.onCpu.state.reports;
  report.bar(kCheck, name + ", divergences", divergenceError(probe.onDevice.state.reports, reports), kFloatBar);
  std::vector<double> found;
  for (const auto& step : reports)
    if (step.divergence) found.push_back(step.divergence->relativeL2);
  report.holds(kCheck, name + ", every step is probed", found.size() == reports.size());
  std::ranges::sort(found);

  job.plan.schedule = {0.2, 0.2, kSteps, 0};
  job.plan.probe = ProbePolicy::None;
  job.plan.guard = {GuardRule::Verify, found.at(found.size() / 2), 1};
  const auto guardName = fmt::format("{} guard, bound {:.3f}", nameOf(family), job.plan.guard.bound);
  const auto guard = compare(report, device, guardName, job);
  report.bar(kCheck, guardName + ", divergences",
             divergenceError(guard.onDevice.state.reports, guard.onCpu.state.reports), kFloatBar);
  report.holds(kCheck, guardName + ", it checks", decisionsOf(guard.onDevice.state.reports).checks > 0);
}

}  // namespace

void checkCaches(Report& report, at::Device device) {
  for (const auto family : {Family::Wan, Family::Ltx}) {
    compareCaches(report, device, family);
    compareProbe(report, device, family);
  }
}

}  // namespace fb::gpu
