// SPDX-License-Identifier: MIT
#include "base/families.h"

#include "base/failure.h"
#include "base/families/list.h"

#include <algorithm>
#include <deque>
#include <mutex>

namespace fb {

#define FB_DECLARE(name) FamilyDescription describe##name();
FB_FAMILIES(FB_DECLARE)
#undef FB_DECLARE

namespace {

class Registry {
public:
  static Registry& instance() {
    static Registry registry;
    return registry;
  }

  void add(FamilyDescription description) {
    const std::lock_guard lock(m_mutex);
    const auto& family = description.info.family;
    if (find(family)) fail(ErrorKind::Invalid, "the model family \"{}\" already exists", family.id());
    m_descriptions.push_back(std::move(description));
  }

  const FamilyDescription* get(const Family& family) const {
    const std::lock_guard lock(m_mutex);
    return find(family);
  }

  std::vector<const FamilyInfo*> all() const {
    const std::lock_guard lock(m_mutex);
    std::vector<const FamilyInfo*> infos;
    for (const auto& description : m_descriptions) infos.push_back(&description.info);
    return infos;
  }

private:
  Registry() {
#define FB_DESCRIBE(name) m_descriptions.push_back(describe##name());
    FB_FAMILIES(FB_DESCRIBE)
#undef FB_DESCRIBE
  }

  // The caller holds the mutex.
  const FamilyDescription* find(const Family& family) const {
    const auto found = std::ranges::find(m_descriptions, family, [](const auto& each) { return each.info.family; });
    return found == m_descriptions.end() ? nullptr : &*found;
  }

  mutable std::mutex m_mutex;
  std::deque<FamilyDescription> m_descriptions;  // guarded by m_mutex; its elements never move
};

}  // namespace

void registerFamily(FamilyDescription description) { Registry::instance().add(std::move(description)); }

const FamilyDescription* describeFamily(const Family& family) { return Registry::instance().get(family); }

std::vector<const FamilyInfo*> families() { return Registry::instance().all(); }

const FamilyInfo* findFamily(const Family& family) {
  const auto* description = describeFamily(family);
  return description ? &description->info : nullptr;
}

std::optional<Family> familyFromString(std::string_view id) {
  const Family family{std::string(id)};
  return findFamily(family) ? std::optional(family) : std::nullopt;
}

}  // namespace fb
