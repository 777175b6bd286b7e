// SPDX-License-Identifier: MIT
#include "engine/learned_file.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"

namespace fb::engine {

nlohmann::json learnedIn(const std::filesystem::path& file, const nlohmann::json& none) {
  if (!std::filesystem::exists(statusOf(file))) return none;
  try {
    auto json = parseJson(readTextFile(file), file.string());
    if (json.type() != none.type())
      fail(ErrorKind::Unsupported, "{} does not hold what this program has learned", file.string());
    return json;
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
    return none;
  }
}

void addLearned(const std::filesystem::path& file, const nlohmann::json& none,
                const std::function<void(nlohmann::json&)>& add) {
  try {
    makeFolder(file.parent_path());
    removeAbandonedTemporaries(file.parent_path());
    auto json = learnedIn(file, none);
    add(json);
    writeTextAtomically(file, json.dump(2));
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace fb::engine
