// SPDX-License-Identifier: MIT
#include "weights/hash.h"

#include "base/failure.h"
#include "base/file_errors.h"

#include <fmt/format.h>

extern "C" {
#include <libavutil/hash.h>
}

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <new>
#include <vector>

namespace fb::weights {
namespace {

constexpr std::uint64_t kMiB = 1u << 20;
constexpr std::uint64_t kHashedWhole = 32 * kMiB;
constexpr std::uint64_t kHead = kMiB;
constexpr std::uint64_t kBlock = 8192, kBlocks = 256;

class OpenFile {
public:
  explicit OpenFile(const std::filesystem::path& path)
      : m_path(path), m_descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (m_descriptor < 0) failWithErrno("read", path, errno);
    struct stat status {};
    if (::fstat(m_descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
      ::close(m_descriptor);
      fail(ErrorKind::Io, "{} is not a file", path.string());
    }
    m_size = static_cast<std::uint64_t>(status.st_size);
  }
  ~OpenFile() { ::close(m_descriptor); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::uint64_t size() const { return m_size; }
  // The part of the file from `begin`, as far as it has `length` bytes there.
  void addTo(Hash& hash, std::uint64_t begin, std::uint64_t length) {
    m_buffer.resize(static_cast<std::size_t>(std::min(length, kMiB)));
    for (std::uint64_t done = 0; done < length;) {
      const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(length - done, m_buffer.size()));
      const auto got = ::pread(m_descriptor, m_buffer.data(), wanted, static_cast<off_t>(begin + done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) failWithErrno("read", m_path, errno);
      if (got == 0) return;
      hash.add(std::span(m_buffer).first(static_cast<std::size_t>(got)));
      done += static_cast<std::uint64_t>(got);
    }
  }

private:
  const std::filesystem::path& m_path;
  int m_descriptor;
  std::uint64_t m_size = 0;
  std::vector<std::byte> m_buffer;
};

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

std::string sampledHash(const std::filesystem::path& path) {
  OpenFile file(path);
  Hash hash(HashKind::Sha256);
  const auto size = file.size();
  hash.add(fmt::format("{}\n", size));
  if (size <= kHashedWhole) {
    file.addTo(hash, 0, size);
    return hash.hex();
  }
  file.addTo(hash, 0, kHead);
  const auto stride = (size - kHead - kBlock) / (kBlocks - 1);
  for (std::uint64_t block = 0; block < kBlocks; ++block) file.addTo(hash, kHead + block * stride, kBlock);
  return hash.hex();
}

std::string wholeHash(const std::filesystem::path& path, std::stop_token stop) {
  OpenFile file(path);
  Hash hash(HashKind::Sha256);
  for (std::uint64_t begin = 0; begin < file.size(); begin += 64 * kMiB) {
    throwIfStopped(stop);
    file.addTo(hash, begin, 64 * kMiB);
  }
  return hash.hex();
}

}  // namespace fb::weights
