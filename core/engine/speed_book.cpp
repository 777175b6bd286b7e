// SPDX-License-Identifier: MIT
#include "engine/speed_book.h"

#include "base/failure.h"
#include "base/user_folders.h"
#include "engine/learned_file.h"

namespace fb::engine {

SpeedBook::SpeedBook() : SpeedBook(userStateFolder() / "speeds.json") {}

SpeedBook::SpeedBook(std::filesystem::path file) : m_file(std::move(file)) {
  try {
    const auto json = learnedIn(m_file, nlohmann::json::object());
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
  m_learned.insert(work);
}

void SpeedBook::save() const {
  addLearned(m_file, nlohmann::json::object(), [this](nlohmann::json& json) {
    for (const auto& work : m_learned) json[work] = m_speeds.at(work);
  });
}

}  // namespace fb::engine
