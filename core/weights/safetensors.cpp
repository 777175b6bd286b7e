// SPDX-License-Identifier: MIT
#include "weights/safetensors.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "weights/safetensors_header.h"
#include "weights/storage_type.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <string_view>
#include <tuple>

namespace fb::weights {
namespace {

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;  // the format's own limit
constexpr std::uint64_t kShownToRefusal = 64;           // bytes of a file's start: enough to tell what it really is

std::string textAt(const DataFile& file, std::uint64_t begin, std::uint64_t length) {
  std::string text(length, '\0');
  file.read(begin, std::as_writable_bytes(std::span(text)));
  return text;
}

std::uint64_t headerLength(std::string_view bytes) {
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) length |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
  return length;
}

bool looksLikePickle(std::string_view bytes, const std::filesystem::path& path) {
  // torch.save writes a zip archive; its older format and plain pickles start with the PROTO opcode and a version.
  const bool pickle =
      bytes.starts_with("PK\x03\x04") || (bytes.size() > 1 && bytes[0] == '\x80' && bytes[1] >= 2 && bytes[1] <= 5);
  const auto ending = path.extension();
  return pickle || ending == ".pth" || ending == ".pt" || ending == ".bin" || ending == ".ckpt" || ending == ".pkl";
}

bool isWebPage(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '<';
}

// As servers send it in place of a file: "Entry not found", or a small JSON document. bytes: the start of the file.
bool isShortText(std::string_view bytes, std::uint64_t size) {
  constexpr std::uint64_t kLongest = 4096;
  return size <= kLongest && !bytes.empty() && std::ranges::all_of(bytes, [](char c) {
           return (c >= ' ' && c <= '~') || c == '\t' || c == '\r' || c == '\n';
         });
}

// Tells what a file is that is not a safetensors file. bytes: its start.
[[noreturn]] void refuseForeign(std::string_view bytes, const DataFile& data, Origin origin) {
  const auto& path = data.path();
  const auto file = path.string();
  if (bytes.starts_with("version https://git-lfs"))
    fail(ErrorKind::Corrupt, "{} is a Git LFS pointer, not the weights; run `git lfs pull` in its repository", file);
  if (looksLikePickle(bytes, path)) refusePickle(path);
  if (origin == Origin::User && isWebPage(bytes))
    fail(ErrorKind::Unsupported,
         "{} is not a safetensors or GGUF file, but a web page: download the file itself, on huggingface.co from an "
         "address with /resolve/ in place of /blob/",
         file);
  if (origin == Origin::User && isShortText(bytes, data.size()))
    fail(ErrorKind::Unsupported,
         "{} is not a safetensors or GGUF file, but {} bytes of text, \"{}\": if a server has sent it in place of the "
         "weights, download them again",
         file, data.size(), bytes.substr(0, bytes.find_first_of("\r\n")));
  // As left by a download that reserved the space and did not fill it.
  const bool isBlank = bytes.find_first_not_of('\0') == std::string_view::npos;
  if (origin == Origin::User && !isBlank)
    fail(ErrorKind::Unsupported, "{} is not a safetensors or GGUF file: it does not start with a header of either",
         file);
  fail(ErrorKind::Corrupt, "{} is not a safetensors file: it does not start with a header", file);
}

}  // namespace

void refusePickle(const std::filesystem::path& path) {
  fail(ErrorKind::Unsupported,
       "{} is a pickle file, which can run arbitrary code when opened, so it is not read. Get the safetensors version: "
       "single files from Comfy-Org/Wan_2.1_ComfyUI_repackaged, folders from Wan-AI/Wan2.1-T2V-1.3B-Diffusers or "
       "Wan-AI/Wan2.1-T2V-14B-Diffusers, all on huggingface.co",
       path.string());
}

WeightsFile readSafetensors(std::shared_ptr<const DataFile> file, Origin origin) {
  const auto& path = file->path();
  if (file->size() == 0) fail(ErrorKind::Corrupt, "{} is empty", path.string());
  const auto start = textAt(*file, 0, std::min<std::uint64_t>(file->size(), kShownToRefusal));
  const auto length = start.size() < kLengthBytes ? kMaxHeaderBytes + 1 : headerLength(start);
  if (length < 2 || length > kMaxHeaderBytes) refuseForeign(start, *file, origin);
  if (!std::string_view(start).substr(kLengthBytes).starts_with('{')) refuseForeign(start, *file, origin);
  if (length > file->size() - kLengthBytes)
    fail(ErrorKind::Corrupt, "{} ends inside its header: it is damaged or incompletely downloaded", path.string());

  const auto dataAt = kLengthBytes + length;
  auto header = parseHeader(textAt(*file, kLengthBytes, length), file->size() - dataAt, path.string());
  WeightsFile read{Container::Safetensors, file, {}, std::move(header.metadata)};
  for (auto& [name, entry] : header.entries)
    read.tensors.emplace(
        name, TensorView{entry.type, std::move(entry.shape), entry.end - entry.begin, dataAt + entry.begin, file});
  return read;
}

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
