// SPDX-License-Identifier: MIT
#include "engine/speed_book.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/user_folders.h"

namespace fb::engine {
namespace {

// What the file holds: an empty object if it is absent or damaged. Throws Failure if it cannot be read, or is a
// document of another kind, such as a newer version might keep there.
nlohmann::json entriesIn(const std::filesystem::path& file) {
  if (!std::filesystem::exists(statusOf(file))) return nlohmann::json::object();
  try {
    auto json = parseJson(readTextFile(file), file.string());
    if (!json.is_object()) fail(ErrorKind::Unsupported, "{} does not hold speeds", file.string());
    return json;
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
    return nlohmann::json::object();
  }
}

}  // namespace

SpeedBook::SpeedBook() : SpeedBook(userStateFolder() / "speeds.json") {}

SpeedBook::SpeedBook(std::filesystem::path file) : m_file(std::move(file)) {
  try {
    const auto json = entriesIn(m_file);
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
  try {
    makeFolder(m_file.parent_path());
    removeAbandonedTemporaries(m_file.parent_path());
    // Read again: other programs may have learned something in the meantime, and a newer version may keep more.
    auto json = entriesIn(m_file);
    for (const auto& work : m_learned) json[work] = m_speeds.at(work);
    writeTextAtomically(m_file, json.dump(2));
  } catch (const std::exception&) {
    return;
  }
}

}  // namespace fb::engine
