// SPDX-License-Identifier: MIT
// What a checkpoint says about its quantised layers, in the notations of ComfyUI's files:
//   scale_weight  `L.scale_weight` beside an fp8 `L.weight`, and a tensor `scaled_fp8` that marks the file
//   weight_scale  `L.weight_scale`, and the format as JSON in `L.comfy_quant` or in the header's
//                 `_quantization_metadata`, whose layer names may or may not carry the single-file prefix:
//                 float8_e4m3fn, float8_e5m2, or int8_tensorwise, the last with or without ConvRot's rotation
#pragma once

#include "base/json.h"
#include "weights/checkpoint.h"
#include "weights/dequantize.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace fb::weights {

// True for the names that describe other tensors: scales, markers, formats.
bool isQuantizationKey(const std::string& name);

// A weight in a file, with everything needed to dequantise it.
struct StoredWeight {
  std::string name;
  TensorView data;
  std::optional<TensorView> scale;
  std::int64_t rotation = 0;  // see PackedWeight

  // Dequantising it takes arithmetic, not just a conversion of its type.
  bool isPacked() const { return scale || isBlockQuantized(data.type); }
  // It takes less memory as stored than in the dtype for computing.
  bool staysPacked() const {
    return isPacked() || data.type == StorageType::F8E4M3 || data.type == StorageType::F8E5M2;
  }
};

class Quantization {
public:
  // Throws Failure: Unsupported, with the name, for a format that this program does not read; Corrupt.
  explicit Quantization(const Checkpoint& checkpoint);

  // Throws Failure if the scale of a scaled weight is missing, empty or neither one number nor one per row, or if the
  // weight's storage type cannot be scaled.
  StoredWeight weight(const std::string& name, const TensorView& view) const;

private:
  struct Layer {
    bool int8 = false;
    std::int64_t rotation = 0;
  };

  void addLayer(const std::string& layer, const JsonObject& description);
  void readMetadata(const std::string& json);
  const TensorView* scaleOf(const std::string& layer, const TensorView& weight) const;
  void requireFormat(const std::string& layer, const TensorView& weight, bool scaled) const;
  std::string file() const { return m_checkpoint.path().string(); }

  const Checkpoint& m_checkpoint;
  bool m_marked = false;                  // the file declares its fp8 weights as scaled
  std::map<std::string, Layer> m_layers;  // layers with an explicit format
};

// Only the scale, float32 on the CPU; undefined if there is none. Throws Failure: Corrupt if it is not a number, and as
// readInto().
at::Tensor scaleOf(const StoredWeight& weight);
// Reads all of it to the device. Throws as scaleOf().
PackedWeight load(const StoredWeight& weight, at::Device device);

}  // namespace fb::weights
