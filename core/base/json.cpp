// SPDX-License-Identifier: MIT
#include "base/json.h"

#include <cmath>

namespace fb {
nlohmann::json parseJson(std::string_view text, const std::string& document) {
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::exception& error) {
    fail(ErrorKind::Corrupt, "{} is not valid JSON: {}", document, error.what());
  }
}

namespace {

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
  if (!value.is_string()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be a text", m_document, field);
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
    fail(ErrorKind::Corrupt, "{}: \"{}\" must be a whole number from 0", m_document, field);
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
