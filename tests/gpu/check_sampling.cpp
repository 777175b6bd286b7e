// SPDX-License-Identifier: MIT
#include "checks.h"
#include "random_weights.h"
#include "sampling/blended_sampler.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "sampling/velocity_field.h"
#include "shapes.h"
#include "timing.h"

#include <ATen/CPUGeneratorImpl.h>

#include <optional>

namespace fb::gpu {
namespace {

constexpr double kFloatBar = 1e-3;
constexpr double kHalfBar = 3e-2;
constexpr int kSteps = 10;
constexpr double kGuidance = 4;

at::Tensor textOf(std::uint64_t seed, at::Device device) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  return at::randn({1, 24, kTinyText}, generator, at::TensorOptions(at::kFloat)).to(device);
}

class WanField : public sampling::VelocityField {
public:
  WanField(const models::WanTransformerConfig& config, at::Device device, at::ScalarType dtype)
      : m_weights(device, dtype, RandomWeights::Made::OnTheCpu),
        m_model(config, m_weights),
        m_prompt(m_model.prepareText(textOf(1, device))),
        m_negative(m_model.prepareText(textOf(2, device))) {}
  at::Tensor velocity(const at::Tensor& x, double timestep, sampling::StepCache&,
                      const ForwardControl& control) override {
    const auto rope = m_model.prepareRope(x.size(2), x.size(3), x.size(4));
    return sampling::guide(m_model.forward(x, timestep, rope, m_prompt, control),
                           m_model.forward(x, timestep, rope, m_negative, control), kGuidance);
  }
  std::string description() const override { return "WAN"; }

private:
  RandomWeights m_weights;
  models::WanTransformer m_model;
  models::WanTransformer::TextContext m_prompt, m_negative;
};

class LtxField : public sampling::VelocityField {
public:
  LtxField(const models::LtxTransformerConfig& config, at::Device device, at::ScalarType dtype)
      : m_weights(device, dtype, RandomWeights::Made::OnTheCpu), m_model(config, m_weights) {
    const auto mask = at::ones({1, 24}, at::TensorOptions(device).dtype(at::kLong));
    m_prompt = m_model.prepareText(textOf(1, device), mask);
    m_negative = m_model.prepareText(textOf(2, device), mask);
  }
  at::Tensor velocity(const at::Tensor& x, double timestep, sampling::StepCache&,
                      const ForwardControl& control) override {
    const auto rope = m_model.prepareRope(models::latentCoordinates(x.size(2), x.size(3), x.size(4), 24, true));
    const auto at = at::full({1}, timestep, at::TensorOptions(x.device()).dtype(at::kFloat));
    const auto forward = [&](const models::LtxTransformer::TextContext& text) {
      return models::unpackLatents(m_model.forward(models::packLatents(x), at, rope, text, {}, control), x.size(2),
                                   x.size(3), x.size(4));
    };
    return sampling::guide(forward(m_prompt), forward(m_negative), kGuidance);
  }
  std::string description() const override { return "LTX"; }

private:
  RandomWeights m_weights;
  models::LtxTransformer m_model;
  models::LtxTransformer::TextContext m_prompt, m_negative;
};

// One LSL trajectory of one family.
struct Trajectory {
  sampling::TrajectoryState state;
  std::optional<sampling::TrajectoryState> middle;  // after half of the steps
};

struct Job {
  bool ltx;
  SolverKind solver;
};

Trajectory run(const Job& job, at::Device device, at::ScalarType dtype,
               const std::optional<sampling::TrajectoryState>& from = {}) {
  std::unique_ptr<sampling::VelocityField> large, small;
  if (job.ltx) {
    large = std::make_unique<LtxField>(tinyLtx(), device, dtype);
    small = std::make_unique<LtxField>(tinyLtxSmall(), device, dtype);
  } else {
    large = std::make_unique<WanField>(tinyWan(), device, dtype);
    small = std::make_unique<WanField>(tinyWanSmall(), device, dtype);
  }
  sampling::SamplingPlan plan;
  plan.schedule = {0.3, 0.3, kSteps, 0};
  plan.solver = job.solver;
  plan.sigmas = sampling::sigmaSchedule({}, *sampling::makeSolver(job.solver), kSteps, 3, 240);
  plan.probe = ProbePolicy::All;
  Trajectory result;
  if (from) {
    result.state = *from;
  } else {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(7);
    result.state.latents = at::randn({1, 16, 3, 8, 10}, generator, at::TensorOptions(at::kFloat)).to(device);
  }
  const RunControl control;
  const sampling::ModelPair pair{
      [&](Model model) -> sampling::VelocityField& { return model == Model::Large ? *large : *small; }};
  sampling::sample(result.state, plan, pair, control, [&](const sampling::StepView& view) {
    if (view.after.step == kSteps / 2) result.middle = view.after;
  });
  return result;
}

}  // namespace

void checkSampling(Report& report, at::Device device) {
  for (const bool ltx : {false, true})
    for (const auto solver : {SolverKind::UniPC, SolverKind::Euler, SolverKind::DpmSolverPP}) {
      const Job job{ltx, solver};
      const auto name = fmt::format("{} LSL, {}", ltx ? "LTX" : "WAN", toString(solver));
      const auto want = run(job, at::kCPU, at::kFloat).state.latents;
      const auto got = run(job, device, at::kFloat);
      report.bar("sampling", name + ", fp32", relativeError(got.state.latents, want), kFloatBar);
      report.bar("sampling", name + ", bf16", relativeError(run(job, device, at::kBFloat16).state.latents, want),
                 kHalfBar);
      const auto again = run(job, device, at::kFloat, got.middle);
      report.holds("sampling", name + ", continued from the middle: same bits",
                   at::equal(again.state.latents, got.state.latents));
    }
}

}  // namespace fb::gpu
