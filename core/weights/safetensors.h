// SPDX-License-Identifier: MIT
// The safetensors container: an 8-byte length, a JSON header, raw little-endian data. std types only.
// Format: https://github.com/huggingface/safetensors#format
#pragma once

#include "base/atomic_file.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fb::weights {

enum class StorageType { F64, F32, F16, BF16, F8E4M3, F8E5M2, I64, I32, I16, I8, U8, Bool };

std::size_t byteSize(StorageType type);
std::string_view toString(StorageType type);  // "F32", as the header spells it

// A tensor inside a mapped file; valid as long as the file object lives.
struct TensorView {
  StorageType type = StorageType::F32;
  std::vector<std::int64_t> shape;
  std::span<const std::byte> data;

  std::int64_t elements() const;
};

// Which file was opened, by whatever name; another file, or one that was changed since, has another stamp.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;
  std::int64_t changed = 0;  // nanoseconds since 1970
  bool operator==(const FileStamp&) const = default;
};

// A memory-mapped file. Opening reads the header only. Constant after opening; safe on any thread.
class SafetensorsFile {
public:
  // Throws Failure: NotFound, Io, Corrupt (with the file's name and what is wrong), Unsupported (pickle and others).
  explicit SafetensorsFile(const std::filesystem::path& path);
  ~SafetensorsFile();
  SafetensorsFile(const SafetensorsFile&) = delete;
  SafetensorsFile& operator=(const SafetensorsFile&) = delete;

  const std::filesystem::path& path() const { return m_path; }
  const FileStamp& stamp() const { return m_stamp; }
  const std::map<std::string, TensorView>& tensors() const { return m_tensors; }
  const std::map<std::string, std::string>& metadata() const { return m_metadata; }

private:
  void map();
  void readHeader();
  void unmap();

  std::filesystem::path m_path;
  FileStamp m_stamp;
  std::string_view m_bytes;  // the mapped file
  std::map<std::string, TensorView> m_tensors;
  std::map<std::string, std::string> m_metadata;
};

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
