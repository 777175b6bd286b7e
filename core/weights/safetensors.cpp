// SPDX-License-Identifier: MIT
#include "weights/safetensors.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/missing_file.h"
#include "weights/safetensors_header.h"
#include "weights/storage_type.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <tuple>

namespace fb::weights {
namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;  // the format's own limit

class Descriptor {
public:
  explicit Descriptor(const std::filesystem::path& path) : m_value(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (m_value >= 0) return;
    if (errno == ENOENT || errno == ENOTDIR) fail(ErrorKind::NotFound, "{} {}", path.string(), whyMissing(path));
    fail(ErrorKind::Io, "cannot open {}: {}", path.string(), std::strerror(errno));
  }
  ~Descriptor() { ::close(m_value); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int value() const { return m_value; }

private:
  int m_value;
};

std::uint64_t headerLength(std::string_view bytes) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) length |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
  return length;
}

bool looksLikePickle(std::string_view bytes, const std::filesystem::path& path) {
  // torch.save writes a zip archive; its older form and plain pickles open with the PROTO opcode and a version.
  const bool pickle =
      bytes.starts_with("PK\x03\x04") || (bytes.size() > 1 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5);
  const auto ending = path.extension();
  return pickle || ending == ".pth" || ending == ".pt" || ending == ".bin" || ending == ".ckpt" || ending == ".pkl";
}

// Says what a file that is no safetensors file is instead.
[[noreturn]] void refuseForeign(std::string_view bytes, const std::filesystem::path& path) {
  const auto file = path.string();
  if (bytes.starts_with("GGUF"))
    fail(ErrorKind::Unsupported,
         "{} is a GGUF file, which this program does not read; take a .safetensors version (fp16, bf16 or fp8)", file);
  if (bytes.starts_with("version https://git-lfs"))
    fail(ErrorKind::Corrupt, "{} is a Git LFS pointer, not the weights; run `git lfs pull` in its repository", file);
  if (looksLikePickle(bytes, path)) refusePickle(path);
  fail(ErrorKind::Corrupt, "{} is not a safetensors file: it does not begin with a header", file);
}

}  // namespace

void refusePickle(const std::filesystem::path& path) {
  fail(ErrorKind::Unsupported,
       "{} is a pickle file, and those can run any code when opened, so it is not read. Get the safetensors version: "
       "single files from Comfy-Org/Wan_2.1_ComfyUI_repackaged, folders from Wan-AI/Wan2.1-T2V-1.3B-Diffusers or "
       "Wan-AI/Wan2.1-T2V-14B-Diffusers, all on huggingface.co",
       path.string());
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path& path) : m_path(path) {
  map();
  try {
    readHeader();
  } catch (...) {
    unmap();
    throw;
  }
}

void SafetensorsFile::map() {
  const auto status = statusOf(m_path);
  // Opening a pipe would wait for a writer.
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status))
    fail(ErrorKind::Unsupported, "{} is not a file", m_path.string());
  const Descriptor descriptor(m_path);
  struct stat info {};
  if (::fstat(descriptor.value(), &info) != 0)
    fail(ErrorKind::Io, "cannot read {}: {}", m_path.string(), std::strerror(errno));
  const auto size = static_cast<std::size_t>(info.st_size);
  if (size == 0) fail(ErrorKind::Corrupt, "{} is empty", m_path.string());
  void* mapping = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.value(), 0);
  if (mapping == MAP_FAILED) fail(ErrorKind::Io, "cannot map {}: {}", m_path.string(), std::strerror(errno));
  constexpr std::int64_t kSecond = 1'000'000'000;
  m_stamp = {info.st_dev, info.st_ino, info.st_size, info.st_mtim.tv_sec * kSecond + info.st_mtim.tv_nsec};
  m_bytes = {static_cast<const char*>(mapping), size};
}

void SafetensorsFile::readHeader() {
  const auto length = m_bytes.size() < kLengthBytes ? kMaxHeaderBytes + 1 : headerLength(m_bytes);
  if (length < 2 || length > kMaxHeaderBytes) refuseForeign(m_bytes, m_path);
  const auto afterLength = m_bytes.substr(kLengthBytes);
  if (!afterLength.starts_with('{')) refuseForeign(m_bytes, m_path);
  if (length > afterLength.size())
    fail(ErrorKind::Corrupt, "{} ends inside its header: it is damaged or not wholly downloaded", m_path.string());

  const auto data = afterLength.substr(length);
  auto header = parseHeader(afterLength.substr(0, length), data.size(), m_path.string());
  for (auto& [name, entry] : header.entries) {
    const auto span = std::as_bytes(std::span(data.substr(entry.begin, entry.end - entry.begin)));
    m_tensors.emplace(name, TensorView{entry.type, std::move(entry.shape), span});
  }
  m_metadata = std::move(header.metadata);
}

SafetensorsFile::~SafetensorsFile() { unmap(); }

void SafetensorsFile::unmap() { ::munmap(const_cast<char*>(m_bytes.data()), m_bytes.size()); }

void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorToWrite>& tensors,
                      const std::map<std::string, std::string>& metadata, Existing existing) {
  auto order = tensors;
  std::sort(order.begin(), order.end(), [](const TensorToWrite& a, const TensorToWrite& b) {
    return std::tuple(layoutRank(a.type), std::string_view(a.name)) <
           std::tuple(layoutRank(b.type), std::string_view(b.name));
  });
  const auto header = composeHeader(order, metadata, path.string());
  const auto write = [&](const std::filesystem::path& temporary) {
    std::ofstream file(temporary, std::ios::binary);
    file.write(header.data(), static_cast<std::streamsize>(header.size()));
    for (const auto& tensor : order)
      file.write(reinterpret_cast<const char*>(tensor.data.data()), static_cast<std::streamsize>(tensor.data.size()));
    file.close();
    if (!file) fail(ErrorKind::Io, "cannot write {}: {}", path.string(), std::strerror(errno));
  };
  writeAtomically(path, write, existing);
}

}  // namespace fb::weights
