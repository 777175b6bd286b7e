// SPDX-License-Identifier: MIT
#include "engine/speed_book.h"

#include "base/failure.h"
#include "base/user_folders.h"
#include "engine/learned_file.h"

#include <fmt/format.h>

#include <cmath>

namespace fb::engine {
namespace {

int orderOf(double piece) { return static_cast<int>(std::floor(std::log10(piece))); }

std::string keyOf(const std::string& work, int order) { return fmt::format("{} 1e{}", work, order); }

}  // namespace

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

std::optional<double> SpeedBook::speed(const std::string& work, double piece) const {
  const auto known = [&](const std::string& key) {
    const auto found = m_speeds.find(key);
    return found == m_speeds.end() ? std::nullopt : std::optional(found->second);
  };
  if (piece <= 0) return known(work);
  for (const int away : {0, -1, 1, -2, 2})
    if (const auto speed = known(keyOf(work, orderOf(piece) + away))) return speed;
  return std::nullopt;
}

void SpeedBook::learn(const std::string& work, double flops, double seconds, double piece) {
  if (flops <= 0 || seconds <= 0) return;
  const auto key = piece > 0 ? keyOf(work, orderOf(piece)) : work;
  const double measured = flops / seconds;
  const auto [entry, isNew] = m_speeds.try_emplace(key, measured);
  if (!isNew) entry->second += (measured - entry->second) / 3;
  m_learned.insert(key);
}

void SpeedBook::save() const {
  addLearned(m_file, nlohmann::json::object(), [this](nlohmann::json& json) {
    for (const auto& work : m_learned) json[work] = m_speeds.at(work);
  });
}

}  // namespace fb::engine
