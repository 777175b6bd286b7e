// SPDX-License-Identifier: MIT
// What a checkpoint says about its quantised layers, in the spellings that ComfyUI's files use:
//   scale_weight  `L.scale_weight` beside an fp8 `L.weight`, and a tensor `scaled_fp8` that marks the file
//   weight_scale  `L.weight_scale`, and the format as JSON in `L.comfy_quant` or in the header's
//                 `_quantization_metadata`, whose layer names may or may not carry the single-file prefix
#pragma once

#include "weights/checkpoint.h"

#include <optional>
#include <set>
#include <string>

namespace fb::weights {

// True for the names that describe other tensors: scales, markers, formats.
bool isQuantizationKey(const std::string& name);

class Quantization {
public:
  // Throws Failure: Unsupported, with the name, for a format other than fp8; Corrupt.
  explicit Quantization(const Checkpoint& checkpoint);

  // The tensor with the scale of `name`, if that is a scaled weight. Throws Failure where the scale is missing, empty
  // or not a single number, or where the weight's storage is not one that a scale alone turns into numbers.
  const TensorView* scaleOf(const std::string& name, const TensorView& weight) const;

private:
  void addLayer(const std::string& layer, const std::string& format);
  void readMetadata(const std::string& json);
  bool mustBeScaled(const std::string& layer, const TensorView& weight) const;

  const Checkpoint& m_checkpoint;
  bool m_marked = false;           // the file says that its fp8 weights are scaled
  std::set<std::string> m_layers;  // whose format is named
};

}  // namespace fb::weights
