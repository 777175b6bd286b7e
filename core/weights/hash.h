// SPDX-License-Identifier: MIT
// Hashes of bytes and files, as lower-case hexadecimal text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace fb::weights {

enum class HashKind {
  Sha256,   // identifies content globally: model hubs list it
  Murmur3,  // 128 bits, many times as fast: detects damage, not malice
};

// One thread.
class Hash {
public:
  explicit Hash(HashKind kind);
  ~Hash();
  Hash(const Hash&) = delete;
  Hash& operator=(const Hash&) = delete;

  void add(std::span<const std::byte> bytes);
  void add(std::string_view text) { add(std::as_bytes(std::span(text))); }
  // Once, at the end.
  std::string hex();

private:
  struct State;
  std::unique_ptr<State> m_state;
};

class DataFile;

// Hashes of files that were computed before, so that an unchanged file is read once by this process. Any thread.
class KnownHashes {
public:
  // now: nanoseconds since 1970.
  explicit KnownHashes(std::function<std::int64_t()> now) : m_now(std::move(now)) {}

  // What `hash` gives for the file, of which it reads the content. It is called again if the file is another one or has
  // changed, which shows in its size or times, and if it was changed a moment before it was last hashed: within a tick
  // of a file system's clock, a further change would not show. kind: what `hash` computes. Throws Failure, and what
  // `hash` throws.
  std::string of(const std::filesystem::path& file, std::string_view kind,
                 const std::function<std::string(const DataFile&)>& hash);

private:
  struct Known {
    std::int64_t size = 0, changed = 0, touched = 0;
    std::string hash;
  };
  using Key = std::tuple<std::uint64_t, std::uint64_t, std::string>;  // device, inode, kind

  std::function<std::int64_t()> m_now;
  std::mutex m_mutex;
  std::map<Key, Known> m_known;  // guarded by m_mutex
};

// Both by the KnownHashes of the process.

// SHA-256 of the file's size and of its bytes: of all of them up to 32 MiB, otherwise of the first MiB, where weights
// have their header, and of 2 MiB in blocks spread evenly over the rest. Throws Failure.
std::string sampledHash(const std::filesystem::path& file);
// SHA-256 of the whole file, as printed by sha256sum. Throws Failure, and Stopped.
std::string wholeHash(const std::filesystem::path& file, std::stop_token stop);

}  // namespace fb::weights
