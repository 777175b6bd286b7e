// SPDX-License-Identifier: MIT
#include "weights/tensor_file.h"

#include "base/failure.h"
#include "weights/hash.h"
#include "weights/safetensors.h"
#include "weights/tensor_types.h"

#include <fmt/ranges.h>

namespace fb::weights {
namespace {

constexpr auto kChecksum = "checksum";

// Covers names, types, shapes, bytes and metadata, in the order of the names.
std::string checksumOf(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata) {
  Hash hash(HashKind::Murmur3);
  for (const auto& [name, tensor] : tensors) {
    const auto dense = tensor.to(at::kCPU).contiguous();
    hash.add(fmt::format("{}\n{} {}\n", name, toString(toStorageType(dense.scalar_type())),
                         fmt::join(dense.sizes().vec(), " ")));
    hash.add({static_cast<const std::byte*>(dense.const_data_ptr()), dense.nbytes()});
  }
  for (const auto& [key, value] : metadata)
    if (key != kChecksum) hash.add(fmt::format("{} {}\n{}\n", key, value.size(), value));
  return hash.hex();
}

}  // namespace

void saveTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                 const std::map<std::string, std::string>& metadata, Existing existing) {
  std::vector<at::Tensor> onCpu;  // keeps the bytes alive until they are written
  std::vector<TensorToWrite> toWrite;
  for (const auto& [name, tensor] : tensors) {
    const auto& dense = onCpu.emplace_back(tensor.to(at::kCPU).contiguous());
    toWrite.push_back({name,
                       toStorageType(dense.scalar_type()),
                       dense.sizes().vec(),
                       {static_cast<const std::byte*>(dense.const_data_ptr()), dense.nbytes()}});
  }
  writeSafetensors(path, toWrite, metadata, existing);
}

void saveWithChecksum(const std::filesystem::path& path, const NamedTensors& tensors,
                      std::map<std::string, std::string> metadata) {
  // Copied to the CPU once, for both.
  NamedTensors dense;
  for (const auto& [name, tensor] : tensors) dense.emplace(name, tensor.to(at::kCPU).contiguous());
  metadata[kChecksum] = checksumOf(dense, metadata);
  saveTensors(path, dense, metadata);
}

TensorFile loadTensors(const std::filesystem::path& path) {
  const auto file = readSafetensors(std::make_shared<const DataFile>(path));
  TensorFile loaded;
  for (const auto& [name, view] : file.tensors) loaded.tensors.emplace(name, copied(view));
  loaded.metadata = file.metadata;
  const auto saved = loaded.metadata.find(kChecksum);
  if (saved != loaded.metadata.end() && saved->second != checksumOf(loaded.tensors, loaded.metadata))
    fail(ErrorKind::Corrupt, "{} is damaged: its content is not what was saved; start the run again", path.string());
  return loaded;
}

std::map<std::string, std::string> loadMetadata(const std::filesystem::path& path) {
  return readSafetensors(std::make_shared<const DataFile>(path)).metadata;
}

}  // namespace fb::weights
