// SPDX-License-Identifier: MIT
#include "base/json.h"

#include <cmath>

namespace fb {
namespace {

std::filesystem::path pathIn(const JsonObject& object, const char* field, const std::filesystem::path& folder) {
  const std::filesystem::path path = object.string(field);
  return path.is_absolute() || folder.empty() ? path : folder / path;
}

std::array<double, 3> rgbTriple(const nlohmann::json& json, const std::string& document) {
  if (!json.is_array() || json.size() != 3 || !json[0].is_number() || !json[1].is_number() || !json[2].is_number())
    fail(ErrorKind::Corrupt, "{}: each preview factor must be three numbers", document);
  return {json[0].get<double>(), json[1].get<double>(), json[2].get<double>()};
}

}  // namespace

nlohmann::json parseJson(std::string_view text, const std::string& document) {
  try {
    return nlohmann::json::parse(text);
  } catch (const nlohmann::json::exception& error) {
    fail(ErrorKind::Corrupt, "{} is not valid JSON: {}", document, error.what());
  }
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

bool JsonObject::booleanOr(const char* field, bool fallback) const {
  if (!has(field)) return fallback;
  if (!at(field).is_boolean()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be true or false", m_document, field);
  return at(field).get<bool>();
}

std::uint64_t JsonObject::unsignedInteger(const char* field) const {
  const auto& value = at(field);
  if (!value.is_number_unsigned())
    fail(ErrorKind::Corrupt, "{}: \"{}\" must be a whole number from 0", m_document, field);
  return value.get<std::uint64_t>();
}

PairSpec pairFromJson(const nlohmann::json& json, const std::string& document, const std::filesystem::path& folder) {
  const JsonObject object(json, document);
  if (const auto format = object.string("format"); format != "flowblend-pair")
    fail(ErrorKind::Corrupt, "{}: \"format\" is \"{}\", a pair document says \"flowblend-pair\"", document, format);
  if (const int version = object.integer("version"); version != 1)
    fail(ErrorKind::Unsupported, "{}: pair documents of version {} need a newer program", document, version);
  PairSpec pair;
  pair.name = object.string("name");
  pair.large = pathIn(object, "large", folder);
  pair.small = pathIn(object, "small", folder);
  pair.textEncoder = pathIn(object, "text_encoder", folder);
  pair.tokenizer = pathIn(object, "tokenizer", folder);
  pair.vae = pathIn(object, "vae", folder);

  if (object.has("defaults")) {
    const JsonObject given(object.at("defaults"), document + ", \"defaults\"");
    auto& to = pair.defaults;
    if (given.has("solver")) to.solver = given.named<SolverKind>("solver", solverFromString);
    to.shift = given.numberOr("shift", to.shift);
    to.steps = given.integerOr("steps", to.steps);
    to.guidance = given.numberOr("guidance", to.guidance);
    to.width = given.integerOr("width", to.width);
    to.height = given.integerOr("height", to.height);
    to.frames = given.integerOr("frames", to.frames);
    to.fps = given.numberOr("fps", to.fps);
    to.early = given.numberOr("early", to.early);
    to.late = given.numberOr("late", to.late);
    to.prompt = given.stringOr("prompt", "");
    to.negativePrompt = given.stringOr("negative_prompt", "");
  }
  if (object.has("preview")) {
    const JsonObject given(object.at("preview"), document + ", \"preview\"");
    const auto& factors = given.at("rgb_factors");
    if (!factors.is_array()) fail(ErrorKind::Corrupt, "{}: \"rgb_factors\" must be a list", document);
    for (const auto& factor : factors) pair.previewFactors.push_back(rgbTriple(factor, document));
    pair.previewBias = rgbTriple(given.at("rgb_bias"), document);
  }
  return pair;
}

nlohmann::ordered_json toJsonValue(const PairSpec& pair, const std::filesystem::path& folder) {
  const auto relative = [&](const std::filesystem::path& path) {
    if (folder.empty()) return path.string();
    const auto inside = path.lexically_proximate(folder);
    return inside.begin() != inside.end() && *inside.begin() == ".." ? path.string() : inside.string();
  };
  const auto& defaults = pair.defaults;
  nlohmann::ordered_json json{{"format", "flowblend-pair"},
                              {"version", 1},
                              {"name", pair.name},
                              {"large", relative(pair.large)},
                              {"small", relative(pair.small)},
                              {"text_encoder", relative(pair.textEncoder)},
                              {"tokenizer", relative(pair.tokenizer)},
                              {"vae", relative(pair.vae)}};
  json["defaults"] = {{"solver", toString(defaults.solver)},
                      {"shift", defaults.shift},
                      {"steps", defaults.steps},
                      {"guidance", defaults.guidance},
                      {"width", defaults.width},
                      {"height", defaults.height},
                      {"frames", defaults.frames},
                      {"fps", defaults.fps},
                      {"early", defaults.early},
                      {"late", defaults.late},
                      {"prompt", defaults.prompt},
                      {"negative_prompt", defaults.negativePrompt}};
  if (!pair.previewFactors.empty())
    json["preview"] = {{"rgb_factors", pair.previewFactors}, {"rgb_bias", pair.previewBias}};
  return json;
}

}  // namespace fb
