// SPDX-License-Identifier: MIT
// What a checkpoint says about its quantised layers, in the spellings that ComfyUI's files use:
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

// A weight in a file, with what it takes to make numbers of it.
struct StoredWeight {
  std::string name;
  TensorView data;
  std::optional<TensorView> scale;
  std::int64_t rotation = 0;  // see PackedWeight

  // It becomes numbers by arithmetic, not by its type alone.
  bool isPacked() const { return scale || isBlockQuantized(data.type); }
  // It takes less memory as it is stored than as numbers to compute with.
  bool staysPacked() const {
    return isPacked() || data.type == StorageType::F8E4M3 || data.type == StorageType::F8E5M2;
  }
};

class Quantization {
public:
  // Throws Failure: Unsupported, with the name, for a format that this program does not read; Corrupt.
  explicit Quantization(const Checkpoint& checkpoint);

  // Throws Failure where the scale of a scaled weight is missing, empty or neither one number nor one for each row, or
  // where the weight's storage is not one that a scale turns into numbers.
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
  bool m_marked = false;                  // the file says that its fp8 weights are scaled
  std::map<std::string, Layer> m_layers;  // whose format is named
};

// The scale alone, float32 on the CPU; undefined if there is none. Throws Failure: Corrupt for one that is no number,
// and as readInto().
at::Tensor scaleOf(const StoredWeight& weight);
// Reads all of it onto the device. Throws as scaleOf().
PackedWeight load(const StoredWeight& weight, at::Device device);

}  // namespace fb::weights
