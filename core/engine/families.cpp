// SPDX-License-Identifier: MIT
#include "base/failure.h"
#include "base/families/list.h"
#include "engine/family.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <mutex>

namespace fb::engine {

#define FB_DECLARE(name) std::unique_ptr<ModelFamily> make##name##Family();
FB_FAMILIES(FB_DECLARE)
#undef FB_DECLARE

namespace {

struct Registry {
  std::mutex mutex;
  std::vector<std::unique_ptr<const ModelFamily>> families;  // guarded by mutex

  Registry() {
#define FB_MAKE(name) families.push_back(make##name##Family());
    FB_FAMILIES(FB_MAKE)
#undef FB_MAKE
  }
};

Registry& registry() {
  static Registry instance;
  return instance;
}

Family idOf(const ModelFamily* family) { return family->description().info.family; }

}  // namespace

std::vector<const ModelFamily*> modelFamilies() {
  const std::lock_guard lock(registry().mutex);
  std::vector<const ModelFamily*> all;
  for (const auto& family : registry().families) all.push_back(family.get());
  return all;
}

const ModelFamily& familyOf(const Family& family) {
  const auto all = modelFamilies();
  const auto found = std::ranges::find(all, family, idOf);
  if (found != all.end()) return **found;
  std::vector<std::string> ids;
  ids.reserve(all.size());
  for (const auto* known : all) ids.push_back(idOf(known).id());
  fail(ErrorKind::Unsupported, "the model family \"{}\" is unknown; known are {}", family.id(), fmt::join(ids, ", "));
}

void registerFamily(std::unique_ptr<const ModelFamily> family) {
  const std::lock_guard lock(registry().mutex);
  fb::registerFamily(family->description());
  registry().families.push_back(std::move(family));
}

}  // namespace fb::engine
