// SPDX-License-Identifier: MIT
// A checkpoint of any size without a file: every tensor is random by its name, in the scale that training leaves it.
#pragma once

#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <map>
#include <string>

namespace fb::gpu {

class RandomWeights final : public weights::WeightReader {
public:
  enum class Made {
    OnTheCpu,    // the same numbers on every device, and `tensors()` keeps them
    OnTheDevice  // fast, for timing
  };
  RandomWeights(at::Device device, at::ScalarType dtype, Made made);

  at::Tensor take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> keepAs) override;
  bool has(const std::string&) const override { return true; }
  void ignore(const std::string&) override {}
  void ignorePrefix(std::string_view) override {}

  // float32, on the CPU, by the names that the model asked for.
  const std::map<std::string, at::Tensor>& tensors() const { return m_tensors; }

private:
  Made m_made;
  std::map<std::string, at::Tensor> m_tensors;
};

}  // namespace fb::gpu
