// SPDX-License-Identifier: MIT
#include "weights/tensor_file.h"

#include "weights/safetensors.h"
#include "weights/tensor_types.h"

namespace fb::weights {

void saveTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                 const std::map<std::string, std::string>& metadata) {
  std::vector<at::Tensor> onCpu;  // keeps the bytes alive until they are written
  std::vector<TensorToWrite> toWrite;
  for (const auto& [name, tensor] : tensors) {
    const auto& dense = onCpu.emplace_back(tensor.to(at::kCPU).contiguous());
    toWrite.push_back({name,
                       toStorageType(dense.scalar_type()),
                       dense.sizes().vec(),
                       {static_cast<const std::byte*>(dense.const_data_ptr()), dense.nbytes()}});
  }
  writeSafetensors(path, toWrite, metadata);
}

TensorFile loadTensors(const std::filesystem::path& path) {
  const SafetensorsFile file(path);
  TensorFile loaded;
  for (const auto& [name, view] : file.tensors()) loaded.tensors.emplace(name, copied(view));
  loaded.metadata = file.metadata();
  return loaded;
}

}  // namespace fb::weights
