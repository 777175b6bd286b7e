// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "flowblend/export.h"

namespace fb {

// A clip's temporary file is next to its target; those of a sequence's frames are next to their folder, or in it if it
// already exists.
void removeUnfinishedExports(const std::filesystem::path& target) noexcept {
  try {
    const auto path = std::filesystem::absolute(target).lexically_normal();
    const auto file = path.has_filename() ? path : path.parent_path();
    for (const auto& place : {file.parent_path(), file}) removeAbandonedTemporaries(place);
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace fb
