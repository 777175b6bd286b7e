// SPDX-License-Identifier: MIT
// The safetensors container: an 8-byte length, a JSON header, raw little-endian data. std types only.
// Format: https://github.com/huggingface/safetensors#format
#pragma once

#include "base/atomic_file.h"
#include "weights/weights_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fb::weights {

// Who wrote a file: one of the user's without a header is something else, one of this program's is damaged.
enum class Origin { User, Program };

// Reads the header only. Throws Failure: Corrupt (with the file's name and what is wrong), Unsupported (pickle, and
// what the user takes for weights).
WeightsFile readSafetensors(std::shared_ptr<const DataFile> file, Origin origin = Origin::Program);

// Throws Failure(Unsupported) that says why pickle files are not read and what to get instead.
[[noreturn]] void refusePickle(const std::filesystem::path& path);

struct TensorToWrite {
  std::string name;
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;
  std::span<const std::byte> data;
};

// Atomic. Throws Failure(Io).
void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorToWrite>& tensors,
                      const std::map<std::string, std::string>& metadata = {}, Existing existing = Existing::Replace);

}  // namespace fb::weights
