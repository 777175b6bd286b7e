// SPDX-License-Identifier: MIT
#include "engine/trace.h"

namespace fb::engine {
namespace {

at::Tensor kept(const at::Tensor& tensor) { return tensor.to(at::kCPU, at::kFloat, false, /*copy=*/true); }

}  // namespace

void Trace::text(const TextConditioning& text) {
  m_tensors["input_ids"] = text.ids;
  m_tensors["negative_input_ids"] = text.negativeIds;
  m_tensors["prompt_embeds"] = kept(text.prompt);
  m_tensors["negative_prompt_embeds"] = kept(text.negative);
  if (!text.mask.defined()) return;
  m_tensors["prompt_mask"] = text.mask;
  m_tensors["negative_prompt_mask"] = text.negativeMask;
}

void Trace::noise(const at::Tensor& noise) { m_tensors["noise"] = kept(noise); }

void Trace::schedule(const sampling::SigmaSchedule& schedule) {
  m_tensors["sigmas"] = at::tensor(schedule.sigmas, at::kFloat);
  m_tensors["timesteps"] = at::tensor(schedule.timesteps, at::kFloat);
}

void Trace::step(const sampling::StepView& view) {
  m_latentsIn.push_back(kept(view.latentsBefore));
  m_velocity.push_back(kept(view.velocity));
  m_modelIsLarge.push_back(view.report.model == Model::Large);
  if (!view.report.divergence) return;
  m_velocityLarge.push_back(kept(*view.velocityLarge));
  m_velocitySmall.push_back(kept(*view.velocitySmall));
  m_relativeL2.push_back(static_cast<float>(view.report.divergence->relativeL2));
  m_cosineDistance.push_back(static_cast<float>(view.report.divergence->cosineDistance));
}

void Trace::decoded(const at::Tensor& finalLatents, const at::Tensor& decodeInput, const at::Tensor& video) {
  m_tensors["final_latents"] = kept(finalLatents);
  m_tensors["decode_input"] = kept(decodeInput);
  m_tensors["frames_raw"] = kept(video);
  m_tensors["frames"] = (video[0] * 0.5 + 0.5).clamp(0, 1).permute({1, 2, 3, 0});
}

void Trace::write(const std::filesystem::path& path, const std::string& arguments) const {
  auto tensors = m_tensors;
  tensors["model_is_large"] = at::tensor(m_modelIsLarge, at::kByte);
  const auto stack = [&](const char* name, const std::vector<at::Tensor>& steps) {
    if (!steps.empty()) tensors[name] = at::stack(steps);
  };
  stack("latents_in", m_latentsIn);
  stack("velocity", m_velocity);
  stack("velocity_large", m_velocityLarge);
  stack("velocity_small", m_velocitySmall);
  if (!m_relativeL2.empty()) {
    tensors["rel_l2"] = at::tensor(m_relativeL2, at::kFloat);
    tensors["cosine_distance"] = at::tensor(m_cosineDistance, at::kFloat);
  }
  weights::saveTensors(path, tensors, {{"arguments", arguments}});
}

}  // namespace fb::engine
