// SPDX-License-Identifier: MIT
// Every tensor of a run in one safetensors file, under the names of the reference script, for comparison. Names from a
// second pass start with "pass_2."; those of prompts that LoRAs on the text encoder change end with the number of their
// set, from ".1" on.
#pragma once

#include "engine/pipeline.h"
#include "sampling/blended_sampler.h"
#include "weights/tensor_file.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fb::engine {

class Trace {
public:
  void text(const TextConditioning& text);
  void noise(const at::Tensor& noise);
  void beginPass(const sampling::SigmaSchedule& schedule);
  void step(const sampling::StepView& view);
  void decoded(const at::Tensor& finalLatents, const at::Tensor& decodeInput, const at::Tensor& video);
  // arguments: JSON of the request, stored in the header. Throws Failure(Io | Invalid); an existing file is kept.
  void write(const std::filesystem::path& path, const std::string& arguments) const;

private:
  std::string named(const char* what) const;

  weights::NamedTensors m_tensors;
  std::map<std::string, std::vector<at::Tensor>> m_steps;
  int m_pass = 0;
};

}  // namespace fb::engine
