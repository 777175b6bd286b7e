// SPDX-License-Identifier: MIT
#include "engine/speed_book.h"

#include "base/atomic_file.h"
#include "base/json.h"
#include "base/user_folders.h"

namespace fb::engine {

SpeedBook::SpeedBook() : SpeedBook(userStateFolder() / "speeds.json") {}

SpeedBook::SpeedBook(std::filesystem::path file) : m_file(std::move(file)) {
  try {
    const auto json = parseJson(readTextFile(m_file), m_file.string());
    for (const auto& [work, speed] : json.items())
      if (speed.is_number() && speed.get<double>() > 0) m_speeds[work] = speed;
  } catch (const Failure&) {
    m_speeds.clear();
  }
}

std::optional<double> SpeedBook::speed(const std::string& work) const {
  const auto known = m_speeds.find(work);
  return known == m_speeds.end() ? std::nullopt : std::optional(known->second);
}

void SpeedBook::learn(const std::string& work, double flops, double seconds) {
  if (flops <= 0 || seconds <= 0) return;
  const double measured = flops / seconds;
  const auto [entry, isNew] = m_speeds.try_emplace(work, measured);
  if (!isNew) entry->second += (measured - entry->second) / 3;
}

void SpeedBook::save() const {
  try {
    std::filesystem::create_directories(m_file.parent_path());
    removeAbandonedTemporaries(m_file.parent_path());
    writeTextAtomically(m_file, nlohmann::json(m_speeds).dump(2));
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace fb::engine
