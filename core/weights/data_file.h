// SPDX-License-Identifier: MIT
// A file that is read by position. It is not mapped into memory: if somebody truncates a mapped file, the program
// crashes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace fb::weights {

// Which file was opened, whatever its name; another file, or one that has changed since, has another stamp.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;
  std::int64_t changed = 0;  // nanoseconds since 1970
  bool operator==(const FileStamp&) const = default;
};

// Constant after opening; safe on any thread.
class DataFile {
public:
  // Throws Failure: NotFound, Io, Unsupported if it is not a regular file.
  explicit DataFile(const std::filesystem::path& path);
  ~DataFile();
  DataFile(const DataFile&) = delete;
  DataFile& operator=(const DataFile&) = delete;

  const std::filesystem::path& path() const { return m_path; }
  const FileStamp& stamp() const { return m_stamp; }
  std::uint64_t size() const { return static_cast<std::uint64_t>(m_stamp.size); }  // when it was opened

  // When its content, name or rights were last changed (ctime), now, in nanoseconds since 1970: unlike the time in the
  // stamp, no program can set it. Throws Failure(Io).
  std::int64_t touched() const;

  // Fills `into` with the bytes from `begin` on. Throws Failure: Corrupt if the file has become shorter than that, Io.
  void read(std::uint64_t begin, std::span<std::byte> into) const;
  // Asks the system to read these bytes from the disk soon. It may wait for the disk, or do nothing.
  void expect(std::uint64_t begin, std::uint64_t bytes) const;

private:
  std::filesystem::path m_path;
  int m_descriptor;
  FileStamp m_stamp;
};

}  // namespace fb::weights
