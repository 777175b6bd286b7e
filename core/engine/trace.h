// SPDX-License-Identifier: MIT
// Every tensor of a run in one safetensors file, under the names of the reference script, for comparison by anyone.
#pragma once

#include "engine/pipeline.h"
#include "sampling/blended_sampler.h"
#include "weights/tensor_file.h"

#include <filesystem>
#include <string>
#include <vector>

namespace fb::engine {

class Trace {
public:
  void text(const TextConditioning& text);
  void noise(const at::Tensor& noise);
  void schedule(const sampling::SigmaSchedule& schedule);
  void step(const sampling::StepView& view);
  void decoded(const at::Tensor& finalLatents, const at::Tensor& decodeInput, const at::Tensor& video);
  // arguments: JSON of the request, kept in the header. Throws Failure(Io).
  void write(const std::filesystem::path& path, const std::string& arguments) const;

private:
  weights::NamedTensors m_tensors;
  std::vector<at::Tensor> m_latentsIn, m_velocity, m_velocityLarge, m_velocitySmall;
  std::vector<std::uint8_t> m_modelIsLarge;
  std::vector<float> m_relativeL2, m_cosineDistance;
};

}  // namespace fb::engine
