// SPDX-License-Identifier: MIT
// Hashes of bytes and files, as lower-case hexadecimal text.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

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

// SHA-256 of the file's size and of its bytes: of all of them up to 32 MiB, otherwise of the first MiB, where weights
// have their header, and of 2 MiB in blocks spread evenly over the rest. Throws Failure.
std::string sampledHash(const std::filesystem::path& file);
// SHA-256 of the whole file, as printed by sha256sum. Throws Failure, and Stopped.
std::string wholeHash(const std::filesystem::path& file, std::stop_token stop);

}  // namespace fb::weights
