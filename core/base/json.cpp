// SPDX-License-Identifier: MIT
#include "base/json.h"

#include <cmath>
#include <set>

namespace fb {
namespace {

using Json = nlohmann::json;

// Strings come from files that may be damaged; messages stay readable whatever they contain.
std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  return text.size() <= kLongest ? std::string(text) : fmt::format("{}...", text.substr(0, kLongest));
}

// Sees each part of a document while it is parsed, so that an excessive document is never held in memory.
class Limiter {
public:
  Limiter(const JsonLimits& limits, const std::string& document) : m_limits(limits), m_document(document) {}

  // `depth`: the number of open lists and objects.
  void see(int depth, Json::parse_event_t event, const Json& value) {
    const bool starts = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (starts && depth >= m_limits.depth) fail(ErrorKind::Corrupt, "{} is nested too deeply", m_document);
    if ((starts || event == Json::parse_event_t::value) && ++m_values > m_limits.values)
      fail(ErrorKind::Corrupt, "{} has more than {} values", m_document, m_limits.values);
    if (m_limits.namesMayBeRepeated) return;
    const auto open = static_cast<std::size_t>(depth);
    if (starts) m_names.resize(open);
    if (starts) m_names.emplace_back();
    if (event != Json::parse_event_t::key) return;
    const auto& name = value.get_ref<const std::string&>();
    if (!m_names[open - 1].insert(name).second)
      fail(ErrorKind::Corrupt, "{} has \"{}\" twice", m_document, shortened(name));
  }

private:
  const JsonLimits& m_limits;
  const std::string& m_document;
  std::size_t m_values = 0;
  std::vector<std::set<std::string>> m_names;  // of the open lists and objects
};

bool isUtf8(const std::string& text) {
  try {
    nlohmann::json(text).dump();
    return true;
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

void addTextProblems(const nlohmann::ordered_json& json, const std::string& field, std::vector<std::string>& problems) {
  if (json.is_string() && !isUtf8(json.get_ref<const std::string&>()))
    problems.push_back(fmt::format("{} is \"{}\", which is not UTF-8 text: write it in UTF-8, or rename the file",
                                   field, json.get_ref<const std::string&>()));
  if (json.is_object())
    for (const auto& [name, value] : json.items()) addTextProblems(value, name, problems);
  if (json.is_array())
    for (const auto& value : json) addTextProblems(value, field, problems);
}

}  // namespace

nlohmann::json parseJson(std::string_view text, const std::string& document, const JsonLimits& limits) {
  Limiter limiter(limits, document);
  const auto see = [&](int depth, Json::parse_event_t event, const Json& value) {
    limiter.see(depth, event, value);
    return true;
  };
  try {
    return Json::parse(text, see);
  } catch (const Json::exception& error) {
    // The library begins with its own name for the error, in brackets.
    const std::string_view what = error.what();
    const auto end = what.starts_with('[') ? what.find("] ") : std::string_view::npos;
    fail(ErrorKind::Corrupt, "{} is not valid JSON: {}", document,
         shortened(end == std::string_view::npos ? what : what.substr(end + 2)));
  }
}

std::vector<std::string> textProblems(const nlohmann::ordered_json& json) {
  std::vector<std::string> problems;
  addTextProblems(json, "the document", problems);
  return problems;
}

JsonObject::JsonObject(const nlohmann::json& json, std::string document)
    : m_json(json), m_document(std::move(document)) {
  if (!json.is_object()) fail(ErrorKind::Corrupt, "{}: a JSON object is expected", m_document);
}

bool JsonObject::has(const char* field) const { return m_json.contains(field) && !m_json.at(field).is_null(); }

const nlohmann::json& JsonObject::at(const char* field) const {
  const auto entry = m_json.find(field);
  if (entry == m_json.end()) fail(ErrorKind::Corrupt, "{}: the field \"{}\" is missing", m_document, field);
  return *entry;
}

std::string JsonObject::string(const char* field) const {
  const auto& value = at(field);
  if (!value.is_string()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be a string", m_document, field);
  return value.get<std::string>();
}

std::string JsonObject::stringOr(const char* field, const std::string& fallback) const {
  return has(field) ? string(field) : fallback;
}

double JsonObject::number(const char* field) const {
  const auto& value = at(field);
  if (!value.is_number() || !std::isfinite(value.get<double>()))
    fail(ErrorKind::Corrupt, "{}: \"{}\" must be a number", m_document, field);
  return value.get<double>();
}

double JsonObject::numberOr(const char* field, double fallback) const { return has(field) ? number(field) : fallback; }

int JsonObject::integer(const char* field) const {
  const double value = number(field);
  if (value != std::floor(value) || std::abs(value) > std::numeric_limits<int>::max())
    fail(ErrorKind::Corrupt, "{}: \"{}\" must be a whole number", m_document, field);
  return static_cast<int>(value);
}

int JsonObject::integerOr(const char* field, int fallback) const { return has(field) ? integer(field) : fallback; }

bool JsonObject::boolean(const char* field) const {
  const auto& value = at(field);
  if (!value.is_boolean()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be true or false", m_document, field);
  return value.get<bool>();
}

bool JsonObject::booleanOr(const char* field, bool fallback) const { return has(field) ? boolean(field) : fallback; }

std::uint64_t JsonObject::unsignedInteger(const char* field) const {
  const auto& value = at(field);
  if (!value.is_number_unsigned())
    fail(ErrorKind::Corrupt, "{}: \"{}\" must be a whole number, 0 or more", m_document, field);
  return value.get<std::uint64_t>();
}

const nlohmann::json& JsonObject::list(const char* field) const {
  const auto& value = at(field);
  if (!value.is_array()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be a list", m_document, field);
  return value;
}

std::vector<double> JsonObject::numbers(const char* field) const {
  std::vector<double> values;
  for (const auto& value : list(field)) {
    if (!value.is_number()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be a list of numbers", m_document, field);
    values.push_back(value.get<double>());
  }
  return values;
}

}  // namespace fb
