// SPDX-License-Identifier: MIT
#include "weights/weights_file.h"

#include "weights/gguf_file.h"
#include "weights/safetensors.h"

namespace fb::weights {

WeightsFile openWeights(const std::filesystem::path& path) {
  const auto file = std::make_shared<const DataFile>(path);
  return isGguf(*file) ? readGguf(file) : readSafetensors(file, Origin::User);
}

}  // namespace fb::weights
