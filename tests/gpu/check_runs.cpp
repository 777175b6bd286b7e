// SPDX-License-Identifier: MIT
// Whole trajectories of WAN 14B with 1.3B, with the large model resident and streamed: the duration of a step, whether
// one at a switch takes longer, and the extrapolated time of 50 steps.
#include "checks.h"
#include "random_weights.h"
#include "sampling/blended_sampler.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "shapes.h"
#include "timing.h"

#include <fmt/format.h>

#include <memory>

namespace fb::gpu {
namespace {

constexpr auto kCheck = "runs";
constexpr int kSteps = 6;

struct Sizes {
  models::WanTransformerConfig large, small;
  std::int64_t frames, height, width;  // of the latents
  std::int64_t text;                   // tokens of a prompt
};
Sizes sizesOn(at::Device device) {
  if (device.is_cpu()) return {tinyWan(), tinyWanSmall(), 3, 8, 10, 24};
  return {wan14B(), wan1B(), 21, 60, 104, 512};
}

class Field : public sampling::VelocityField {
public:
  Field(const models::WanTransformerConfig& config, const Sizes& sizes, at::Device device,
        const weights::Placement& placement)
      : m_model(
            randomModel<models::WanTransformer>(config, at::kBFloat16, device, RandomWeights::Made::Once, placement)),
        m_prompt(m_model->prepareText(textOf(config, sizes, device))),
        m_negative(m_model->prepareText(textOf(config, sizes, device))),
        m_rope(m_model->prepareRope(sizes.frames, sizes.height, sizes.width)) {}
  at::Tensor velocity(const at::Tensor& x, double timestep, sampling::StepCache&,
                      const ForwardControl& control) override {
    const auto conditional = m_model->forward(x, timestep, m_rope, m_prompt, control);
    return sampling::guide(conditional, m_model->forward(x, timestep, m_rope, m_negative, control), 5);
  }
  std::string description() const override { return "WAN"; }

private:
  static at::Tensor textOf(const models::WanTransformerConfig& config, const Sizes& sizes, at::Device device) {
    return at::randn({1, sizes.text, config.textDim}, at::TensorOptions(device).dtype(at::kFloat));
  }

  std::unique_ptr<models::WanTransformer> m_model;
  models::WanTransformer::TextContext m_prompt, m_negative;
  models::WanTransformer::Rope m_rope;
};

void run(Report& report, at::Device device, const std::string& name, const weights::Placement& placement) {
  const auto sizes = sizesOn(device);
  Field large(sizes.large, sizes, device, placement), small(sizes.small, sizes, device, {});
  sampling::SamplingPlan plan;
  plan.schedule = {2.0 / kSteps, 2.0 / kSteps, kSteps, 0};
  plan.sigmas = sampling::sigmaSchedule({}, *sampling::makeSolver(plan.solver), kSteps, 5,
                                        sizes.frames * (sizes.height / 2) * (sizes.width / 2));
  const auto options = at::TensorOptions(device).dtype(at::kFloat);
  const RunControl control;
  const sampling::ModelPair pair{[&](Model model) -> sampling::VelocityField& {
    return model == Model::Large ? static_cast<Field&>(large) : small;
  }};
  sampling::TrajectoryState state;
  // Preparing the prompts has loaded every block once.
  state.latents = at::randn({1, 16, sizes.frames, sizes.height, sizes.width}, options);
  resetPeak(device);
  sampling::sample(state, plan, pair, control, [](const sampling::StepView&) {});
  std::string seconds;
  for (const auto& step : state.reports) seconds += fmt::format("{:.2f} ", step.seconds);
  report.fact(kCheck, name + ", seconds of the steps L L S S L L", seconds);
  const auto of = [&](std::size_t step) { return state.reports[step].seconds; };
  report.holds(kCheck, name + ", every step is there", state.reports.size() == kSteps);
  if (device.is_cpu()) return;
  report.bar(kCheck, name + ", first step back on the large model against the next", of(4) / of(5), 1.05);
  report.bar(kCheck, name + ", first step on the small model against the next", of(2) / of(3), 1.05);
  report.figure(kCheck, name + ", peak", static_cast<double>(peakBytes(device)) / 1e9, "GB");
  // As in the paper for WAN: 20 of 50 steps with the small model.
  report.figure(kCheck, name + ", 50 steps LSL with 20 of the small model", 30 * of(5) + 20 * of(3), "s");
  report.figure(kCheck, name + ", 50 steps LLL", 50 * of(5), "s");
}

}  // namespace

void checkRuns(Report& report, at::Device device) {
  const auto name = device.is_cpu() ? "tiny WAN" : "WAN 14B and 1.3B";
  const std::int64_t half = sizesOn(device).large.layers / 2;
  run(report, device, fmt::format("{}, resident", name), {});
  run(report, device, fmt::format("{}, large model streamed with {} blocks resident", name, half),
      {half, 2, weights::Placement::Source::Memory});
}

}  // namespace fb::gpu
