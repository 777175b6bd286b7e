// SPDX-License-Identifier: MIT
#include "weights/tensor_view.h"

#include "base/failure.h"
#include "weights/readers.h"

#include <algorithm>

namespace fb::weights {
void readInto(const TensorView& view, std::span<std::byte> into, std::uint64_t begin) {
  if (begin > view.bytes || into.size() > view.bytes - begin)
    fail(ErrorKind::Internal, "{}: {} bytes from {} of a tensor that has {}", view.file->path().string(), into.size(),
         begin, view.bytes);
  shareOut(static_cast<std::int64_t>(into.size()), kLeastPerReader, [&](auto from, auto to) {
    const auto at = static_cast<std::size_t>(from);
    view.file->read(view.begin + begin + at, into.subspan(at, static_cast<std::size_t>(to) - at));
  });
}

std::vector<std::byte> bytesOf(const TensorView& view) {
  std::vector<std::byte> bytes(view.bytes);
  readInto(view, bytes);
  return bytes;
}

bool sameTensor(const TensorView& a, const TensorView& b) {
  if (a.type != b.type || a.shape != b.shape || a.bytes != b.bytes) return false;
  if (a.file == b.file && a.begin == b.begin) return true;
  constexpr std::uint64_t kPart = 1u << 20;
  std::vector<std::byte> left(std::min(a.bytes, kPart)), right(left.size());
  for (std::uint64_t begin = 0; begin < a.bytes; begin += kPart) {
    const auto part = static_cast<std::size_t>(std::min(kPart, a.bytes - begin));
    readInto(a, std::span(left).first(part), begin);
    readInto(b, std::span(right).first(part), begin);
    if (!std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(part), right.begin())) return false;
  }
  return true;
}

}  // namespace fb::weights
