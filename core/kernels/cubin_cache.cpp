// SPDX-License-Identifier: MIT
#include "kernels/cubin_cache.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/user_folders.h"
#include "kernels/nvrtc.h"

#include <c10/util/hash.h>

#include <optional>

namespace fb::kernels {
namespace {

// Detects other sources and damage, not malice.
std::string hashOf(std::string_view bytes) { return c10::sha1(std::string(bytes)).str(); }

// A file consists of the hash of the code, a line break, and the code.
std::optional<std::string> kept(const std::filesystem::path& file) {
  std::string text;
  try {
    text = readTextFile(file);
  } catch (const Failure&) {
    return {};
  }
  const auto end = text.find('\n');
  if (end == std::string::npos) return {};
  auto code = text.substr(end + 1);
  if (std::string_view(text).substr(0, end) != hashOf(code)) return {};
  return code;
}

void keep(const std::filesystem::path& file, const std::string& code) {
  try {
    makeFolder(file.parent_path(), 0700);
    removeAbandonedTemporaries(file.parent_path());
    writeTextAtomically(file, fmt::format("{}\n{}", hashOf(code), code));
  } catch (const Failure&) {
    // It will be compiled again next time.
  }
}

}  // namespace

Cubin cubinFor(const std::string& target, const std::filesystem::path& folder) {
  const auto name = hashOf(fmt::format("{}\n{}\n{}", target, compilerVersion(), source()));
  const auto file = folder / (name + ".cubin");
  if (auto code = kept(file)) return {std::move(*code), true};
  Cubin cubin{compiled(source(), target)};
  keep(file, cubin.code);
  return cubin;
}

std::filesystem::path cubinFolder() { return userCacheFolder() / "kernels"; }

}  // namespace fb::kernels
