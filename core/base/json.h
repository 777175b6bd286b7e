// SPDX-License-Identifier: MIT
// JSON documents, read strictly: every error names the document and the field.
#pragma once

#include "base/failure.h"
#include "flowblend/events.h"
#include "flowblend/request.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

// What a document from outside may contain; the rest of the program relies on it.
struct JsonLimits {
  int depth = 64;                  // of nested lists and objects; readers may recurse
  std::size_t values = 1'000'000;  // strings, numbers, lists and objects in total
  bool namesMayBeRepeated = true;  // the last value is used, as in Python
};

// The only way from text to JSON: tests/architecture/check_json.py. Throws a Failure(Corrupt) that names `document` and
// the position of the error.
nlohmann::json parseJson(std::string_view text, const std::string& document, const JsonLimits& limits = {});

// Typed access to the fields of an object; throws Failure(Corrupt) for an absent field or one of another type.
class JsonObject {
public:
  JsonObject(const nlohmann::json& json, std::string document);

  const std::string& document() const { return m_document; }
  const nlohmann::json& json() const { return m_json; }
  bool has(const char* field) const;
  const nlohmann::json& at(const char* field) const;
  std::string string(const char* field) const;
  std::string stringOr(const char* field, const std::string& fallback) const;
  double number(const char* field) const;
  double numberOr(const char* field, double fallback) const;
  int integer(const char* field) const;
  int integerOr(const char* field, int fallback) const;
  bool boolean(const char* field) const;
  bool booleanOr(const char* field, bool fallback) const;
  std::uint64_t unsignedInteger(const char* field) const;
  // The field as a JSON array.
  const nlohmann::json& list(const char* field) const;
  // The field as a list of numbers.
  std::vector<double> numbers(const char* field) const;
  // One of the names that `parse` knows.
  template <class Enum, class Parse>
  Enum named(const char* field, Parse parse) const {
    const auto text = string(field);
    if (const auto value = parse(text)) return *value;
    fail(ErrorKind::Corrupt, "{}: \"{}\" is \"{}\", which is unknown", m_document, field, text);
  }

private:
  const nlohmann::json& m_json;
  std::string m_document;
};

// The pair document (docs/pairs.md). Paths are relative to `folder` in both directions; with an empty folder they are
// left unchanged.
PairSpec pairFromJson(const nlohmann::json& json, const std::string& document, const std::filesystem::path& folder);
nlohmann::ordered_json toJsonValue(const PairSpec& pair, const std::filesystem::path& folder);

// An object with one list of numbers per guidance evaluation. Throws Failure(Corrupt).
MagnitudeCurves curvesFromJson(const nlohmann::json& json, const std::string& document);

nlohmann::ordered_json toJsonValue(const GenerationRequest& request, bool portable);

// An error for each string that JSON cannot hold because it is not UTF-8; file names may be any bytes.
std::vector<std::string> textProblems(const nlohmann::ordered_json& json);

// As in flowblend/events.h, inside other documents.
nlohmann::ordered_json toJsonValue(const StepReport& report);
StepReport stepReportFromJson(const nlohmann::json& json, const std::string& document);

}  // namespace fb
