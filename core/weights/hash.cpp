// SPDX-License-Identifier: MIT
#include "weights/hash.h"

#include "base/failure.h"
#include "weights/data_file.h"

#include <fmt/format.h>

extern "C" {
#include <libavutil/hash.h>
}

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <new>
#include <vector>

namespace fb::weights {
namespace {

constexpr std::uint64_t kMiB = 1u << 20;
constexpr std::uint64_t kHashedWhole = 32 * kMiB;
constexpr std::uint64_t kHead = kMiB;
constexpr std::uint64_t kBlock = 8192, kBlocks = 256;
// The coarsest clock of a file system in use, FAT's, ticks every two seconds.
constexpr std::int64_t kTick = 3'000'000'000;
constexpr std::size_t kMostKnown = 4096;

KnownHashes& processHashes() {
  static KnownHashes hashes([] {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
  });
  return hashes;
}

// The part of the file from `begin`, up to `length` bytes.
void add(Hash& hash, const DataFile& file, std::uint64_t begin, std::uint64_t length) {
  const auto end = std::min(file.size(), begin + length);
  std::vector<std::byte> buffer(static_cast<std::size_t>(std::min(length, kMiB)));
  for (; begin < end; begin += buffer.size()) {
    const auto part = std::span(buffer).first(static_cast<std::size_t>(std::min<std::uint64_t>(end - begin, kMiB)));
    file.read(begin, part);
    hash.add(part);
  }
}

}  // namespace

struct Hash::State {
  AVHashContext* context = nullptr;
};

Hash::Hash(HashKind kind) : m_state(std::make_unique<State>()) {
  if (av_hash_alloc(&m_state->context, kind == HashKind::Sha256 ? "SHA256" : "murmur3") < 0) throw std::bad_alloc();
  av_hash_init(m_state->context);
}

Hash::~Hash() { av_hash_freep(&m_state->context); }

void Hash::add(std::span<const std::byte> bytes) {
  av_hash_update(m_state->context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string Hash::hex() {
  std::uint8_t text[2 * AV_HASH_MAX_SIZE + 1]{};
  av_hash_final_hex(m_state->context, text, sizeof text);
  return reinterpret_cast<const char*>(text);
}

std::string KnownHashes::of(const std::filesystem::path& path, std::string_view kind,
                            const std::function<std::string(const DataFile&)>& hash) {
  // Opened even if its hash is known: file systems of other machines look for changes then.
  const DataFile file(path);
  const auto& stamp = file.stamp();
  const auto touched = file.touched();
  const Key key{stamp.device, stamp.inode, kind};
  {
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(key);
    if (known != m_known.end() && known->second.size == stamp.size && known->second.changed == stamp.changed &&
        known->second.touched == touched)
      return known->second.hash;
  }
  const auto now = m_now();
  auto text = hash(file);
  const bool isSettled = std::max(stamp.changed, touched) < now - kTick && file.touched() == touched;
  const std::lock_guard lock(m_mutex);
  if (!isSettled) {
    m_known.erase(key);
    return text;
  }
  // More files than runs read, unless somebody lets this process hash whole folders.
  if (m_known.size() >= kMostKnown) m_known.clear();
  return m_known.insert_or_assign(key, Known{stamp.size, stamp.changed, touched, std::move(text)}).first->second.hash;
}

std::string sampledHash(const std::filesystem::path& path) {
  return processHashes().of(path, "sampled", [](const DataFile& file) {
    Hash hash(HashKind::Sha256);
    const auto size = file.size();
    hash.add(fmt::format("{}\n", size));
    if (size <= kHashedWhole) {
      add(hash, file, 0, size);
      return hash.hex();
    }
    add(hash, file, 0, kHead);
    const auto stride = (size - kHead - kBlock) / (kBlocks - 1);
    for (std::uint64_t block = 0; block < kBlocks; ++block) add(hash, file, kHead + block * stride, kBlock);
    return hash.hex();
  });
}

std::string wholeHash(const std::filesystem::path& path, std::stop_token stop) {
  return processHashes().of(path, "whole", [&stop](const DataFile& file) {
    Hash hash(HashKind::Sha256);
    for (std::uint64_t begin = 0; begin < file.size(); begin += 64 * kMiB) {
      throwIfStopped(stop);
      add(hash, file, begin, 64 * kMiB);
    }
    return hash.hex();
  });
}

}  // namespace fb::weights
