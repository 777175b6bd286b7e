// SPDX-License-Identifier: MIT
#include "fields.h"

#include "random_weights.h"
#include "sampling/guidance.h"
#include "sampling/sigma_schedules.h"
#include "shapes.h"

#include <ATen/CPUGeneratorImpl.h>

#include <array>
#include <memory>
#include <optional>

namespace fb::gpu {
namespace {

constexpr double kGuidance = 4;

at::Tensor textOf(std::uint64_t seed, at::Device device) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  return at::randn({1, 24, kTinyText}, generator, at::TensorOptions(at::kFloat)).to(device);
}

class WanField : public sampling::VelocityField {
public:
  WanField(const models::WanTransformerConfig& config, at::Device device, at::ScalarType dtype,
           const TrajectoryJob& job)
      : m_weights(device, dtype, RandomWeights::Made::OnTheCpu),
        m_model(config, m_weights),
        m_both(m_model.prepareText(at::cat({textOf(1, device), textOf(2, device)}))),
        m_prompt(job.isBatched ? m_both.of(0) : m_model.prepareText(textOf(1, device))),
        m_negative(job.isBatched ? m_both.of(1) : m_model.prepareText(textOf(2, device))),
        m_retains(job.retains),
        m_isBatched(job.isBatched),
        m_graphs(job.recorder) {}

  at::Tensor velocity(const at::Tensor& x, double timestep, sampling::StepCache& cache,
                      const ForwardControl& control) override {
    if (!m_rope) m_rope = m_model.prepareRope(x.size(2), x.size(3), x.size(4));
    const auto evaluationOf = [&](const char* name, const models::WanTransformer::TextContext& text) {
      sampling::StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = x;
      evaluation.signal = [&] {
        return m_retains ? m_model.timeModulation(timestep) : m_model.timeEmbedding(timestep);
      };
      evaluation.tokens = {1, m_rope->rotations.size(0), m_model.config().dim()};
      evaluation.forward = [&, name, text](at::Tensor* residual) {
        return forward(name, x, timestep, text, control, residual);
      };
      return evaluation;
    };
    const std::array evaluations{evaluationOf("conditional", m_prompt), evaluationOf("unconditional", m_negative)};
    sampling::StepCache::Together together;
    if (m_isBatched)
      together = [&](at::Tensor* residual) {
        return forward("both", at::cat({x, x}), timestep, m_both, control, residual);
      };
    const auto velocities = cache.velocities(evaluations, together);
    return sampling::guide(velocities[0].to(m_model.dtype()), velocities[1].to(m_model.dtype()), kGuidance);
  }
  std::string description() const override { return "WAN"; }

private:
  at::Tensor forward(const char* kind, const at::Tensor& x, double timestep,
                     const models::WanTransformer::TextContext& text, const ForwardControl& control,
                     at::Tensor* residual) {
    if (residual) return m_model.forward(x, timestep, *m_rope, text, control, residual);
    const auto [embedding, modulation] = m_model.prepareTime(timestep);
    const auto work = [this, text](const models::ForwardGraphs::Inputs& inputs, const ForwardControl& now) {
      return m_model.forward(inputs[0], {inputs[1], inputs[2]}, *m_rope, text, now);
    };
    return m_graphs.forward(kind, {x, embedding, modulation}, 0, work, control);
  }

  RandomWeights m_weights;
  models::WanTransformer m_model;
  models::WanTransformer::TextContext m_both, m_prompt, m_negative;
  bool m_retains, m_isBatched;
  std::optional<models::WanTransformer::Rope> m_rope;  // of all latents, whose size stays the same
  models::ForwardGraphs m_graphs;
};

class LtxField : public sampling::VelocityField {
public:
  LtxField(const models::LtxTransformerConfig& config, at::Device device, at::ScalarType dtype,
           const TrajectoryJob& job)
      : m_weights(device, dtype, RandomWeights::Made::OnTheCpu),
        m_model(config, m_weights),
        m_isBatched(job.isBatched),
        m_graphs(job.recorder) {
    const auto mask = at::ones({1, 24}, at::TensorOptions(device).dtype(at::kLong));
    m_both = m_model.prepareText(at::cat({textOf(1, device), textOf(2, device)}), at::cat({mask, mask}));
    m_prompt = m_isBatched ? m_both.of(0) : m_model.prepareText(textOf(1, device), mask);
    m_negative = m_isBatched ? m_both.of(1) : m_model.prepareText(textOf(2, device), mask);
  }

  at::Tensor velocity(const at::Tensor& x, double timestep, sampling::StepCache& cache,
                      const ForwardControl& control) override {
    if (!m_rope) m_rope = m_model.prepareRope(models::latentCoordinates(x.size(2), x.size(3), x.size(4), 24, true));
    const auto at = at::full({1}, timestep, at::TensorOptions(x.device()).dtype(at::kFloat));
    const auto tokens = models::packLatents(x);
    const auto evaluationOf = [&](const char* name, const models::LtxTransformer::TextContext& text) {
      sampling::StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.input = tokens;
      evaluation.signal = [&] { return m_model.firstInput(tokens, at).to(at::kFloat); };
      evaluation.tokens = {1, tokens.size(1), m_model.config().dim()};
      evaluation.forward = [&, name, text](at::Tensor* residual) {
        return forward(name, tokens, at, text, control, residual);
      };
      return evaluation;
    };
    const std::array evaluations{evaluationOf("conditional", m_prompt), evaluationOf("unconditional", m_negative)};
    sampling::StepCache::Together together;
    if (m_isBatched)
      together = [&](at::Tensor* residual) {
        return forward("both", at::cat({tokens, tokens}), at, m_both, control, residual);
      };
    const auto velocities = cache.velocities(evaluations, together);
    const auto rounded = [&](const at::Tensor& velocity) { return velocity.to(m_model.dtype()).to(at::kFloat); };
    const auto guided = sampling::guide(rounded(velocities[0]), rounded(velocities[1]), kGuidance);
    return models::unpackLatents(guided, x.size(2), x.size(3), x.size(4));
  }
  std::string description() const override { return "LTX"; }

private:
  at::Tensor forward(const char* kind, const at::Tensor& tokens, const at::Tensor& at,
                     const models::LtxTransformer::TextContext& text, const ForwardControl& control,
                     at::Tensor* residual) {
    if (residual) return m_model.forward(tokens, at, *m_rope, text, {}, control, residual);
    const auto work = [this, text](const models::ForwardGraphs::Inputs& inputs, const ForwardControl& now) {
      return m_model.forward(inputs[0], inputs[1], *m_rope, text, {}, now);
    };
    return m_graphs.forward(kind, {tokens, at}, 0, work, control);
  }

  RandomWeights m_weights;
  models::LtxTransformer m_model;
  bool m_isBatched;
  models::LtxTransformer::TextContext m_both, m_prompt, m_negative;
  std::optional<models::LtxTransformer::Rope> m_rope;  // of all latents, whose size stays the same
  models::ForwardGraphs m_graphs;
};

std::unique_ptr<sampling::VelocityField> fieldOf(const TrajectoryJob& job, Model model, at::Device device,
                                                 at::ScalarType dtype) {
  const bool isLarge = model == Model::Large;
  if (job.family == Family::Ltx)
    return std::make_unique<LtxField>(isLarge ? tinyLtx() : tinyLtxSmall(), device, dtype, job);
  return std::make_unique<WanField>(isLarge ? tinyWan() : tinyWanSmall(), device, dtype, job);
}

}  // namespace

const char* nameOf(Family family) { return family == Family::Ltx ? "LTX" : "WAN"; }

Trajectory trajectoryOf(const TrajectoryJob& job, at::Device device, at::ScalarType dtype,
                        const std::optional<sampling::TrajectoryState>& from) {
  const auto large = fieldOf(job, Model::Large, device, dtype), small = fieldOf(job, Model::Small, device, dtype);
  auto plan = job.plan;
  const int steps = plan.schedule.steps;
  plan.sigmas = sampling::sigmaSchedule({}, *sampling::makeSolver(plan.solver), steps, 3, 240);
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
    if (view.after.step == steps / 2) result.middle = view.after;
  });
  return result;
}

}  // namespace fb::gpu
