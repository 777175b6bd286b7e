// SPDX-License-Identifier: MIT
#include "weights/tensor_file.h"

#include "base/failure.h"
#include "weights/hash.h"
#include "weights/safetensors.h"
#include "weights/tensor_types.h"

#include <fmt/ranges.h>

#include <iterator>
#include <span>
#include <utility>

namespace fb::weights {
namespace {

constexpr auto kChecksum = "checksum";

// Of names, types, shapes, bytes and metadata, in the order of the names.
class Checksum {
public:
  void add(const std::string& name, StorageType type, std::span<const std::int64_t> shape,
           std::span<const std::byte> data) {
    m_hash.add(fmt::format("{}\n{} {}\n", name, toString(type), fmt::join(shape, " ")));
    m_hash.add(data);
  }
  std::string of(const std::map<std::string, std::string>& metadata) {
    for (const auto& [key, value] : metadata)
      if (key != kChecksum) m_hash.add(fmt::format("{} {}\n{}\n", key, value.size(), value));
    return m_hash.hex();
  }

private:
  Hash m_hash{HashKind::Murmur3};
};

}  // namespace

void saveTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                 std::map<std::string, std::string> metadata, Existing existing) {
  Checksum checksum;
  std::vector<at::Tensor> onCpu;  // keeps the bytes alive until they are written
  std::vector<TensorToWrite> toWrite;
  for (const auto& [name, tensor] : tensors) {
    const auto& dense = onCpu.emplace_back(tensor.to(at::kCPU).contiguous());
    toWrite.push_back({name,
                       toStorageType(dense.scalar_type()),
                       dense.sizes().vec(),
                       {static_cast<const std::byte*>(dense.const_data_ptr()), dense.nbytes()}});
    const auto& written = toWrite.back();
    checksum.add(name, written.type, written.shape, written.data);
  }
  metadata[kChecksum] = checksum.of(metadata);
  writeSafetensors(path, toWrite, metadata, existing);
}

TensorFile loadTensors(const std::filesystem::path& path) {
  const SafetensorsFile file(path);
  TensorFile loaded;
  loaded.metadata = file.metadata();
  Checksum checksum;
  for (const auto& [name, view] : file.tensors()) {
    loaded.tensors.emplace(name, copied(view));
    checksum.add(name, view.type, view.shape, view.data);
  }
  const auto saved = loaded.metadata.find(kChecksum);
  if (saved != loaded.metadata.end() && saved->second != checksum.of(loaded.metadata))
    fail(ErrorKind::Corrupt, "{} is damaged: what is in it is not what was saved; start the run again", path.string());
  return loaded;
}

}  // namespace fb::weights
