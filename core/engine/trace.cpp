// SPDX-License-Identifier: MIT
#include "engine/trace.h"

#include <fmt/format.h>

namespace fb::engine {
namespace {

at::Tensor kept(const at::Tensor& tensor) { return tensor.to(at::kCPU, at::kFloat, false, /*copy=*/true); }

}  // namespace

void Trace::text(const TextConditioning& text) {
  m_tensors["input_ids"] = text.ids;
  m_tensors["negative_input_ids"] = text.negativeIds;
  for (std::size_t set = 0; set < text.prompts.size(); ++set) {
    const auto name = [set](const char* what) { return set == 0 ? what : fmt::format("{}.{}", what, set); };
    m_tensors[name("prompt_embeds")] = kept(text.prompts[set].positive);
    m_tensors[name("negative_prompt_embeds")] = kept(text.prompts[set].negative);
  }
  if (!text.mask.defined()) return;
  m_tensors["prompt_mask"] = text.mask;
  m_tensors["negative_prompt_mask"] = text.negativeMask;
}

void Trace::noise(const at::Tensor& noise) { m_tensors["noise"] = kept(noise); }

void Trace::beginPass(const sampling::SigmaSchedule& schedule) {
  ++m_pass;
  m_tensors[named("sigmas")] = at::tensor(schedule.sigmas, at::kFloat);
  m_tensors[named("timesteps")] = at::tensor(schedule.timesteps, at::kFloat);
}

std::string Trace::named(const char* what) const { return m_pass < 2 ? what : fmt::format("pass_{}.{}", m_pass, what); }

void Trace::step(const sampling::StepView& view) {
  const auto add = [this](const char* what, const at::Tensor& tensor) { m_steps[named(what)].push_back(kept(tensor)); };
  add("latents_in", view.latentsBefore);
  add("velocity", view.velocity);
  m_steps[named("model_is_large")].push_back(at::scalar_tensor(view.report.model == Model::Large, at::kByte));
  m_steps[named("reused")].push_back(at::scalar_tensor(view.report.reused, at::kByte));
  m_steps[named("reused_evaluations")].push_back(at::scalar_tensor(view.report.reusedEvaluations, at::kByte));
  m_steps[named("check")].push_back(at::scalar_tensor(static_cast<int>(view.report.check), at::kByte));
  if (view.report.change) add("change", at::scalar_tensor(*view.report.change));
  if (view.report.velocityChange) add("velocity_change", at::scalar_tensor(*view.report.velocityChange));
  if (view.report.settling) add("settling", at::scalar_tensor(*view.report.settling));
  if (!view.report.divergence) return;
  add("velocity_large", *view.velocityLarge);
  add("velocity_small", *view.velocitySmall);
  add("rel_l2", at::scalar_tensor(view.report.divergence->relativeL2));
  add("cosine_distance", at::scalar_tensor(view.report.divergence->cosineDistance));
}

void Trace::decoded(const at::Tensor& finalLatents, const at::Tensor& decodeInput, const at::Tensor& video) {
  m_tensors["final_latents"] = kept(finalLatents);
  m_tensors["decode_input"] = kept(decodeInput);
  m_tensors["frames_raw"] = kept(video);
  m_tensors["frames"] = (video[0] * 0.5 + 0.5).clamp(0, 1).permute({1, 2, 3, 0});
}

void Trace::write(const std::filesystem::path& path, const std::string& arguments) const {
  auto tensors = m_tensors;
  for (const auto& [name, steps] : m_steps) tensors[name] = at::stack(steps);
  weights::saveTensors(path, tensors, {{"arguments", arguments}}, Existing::Keep);
}

}  // namespace fb::engine
