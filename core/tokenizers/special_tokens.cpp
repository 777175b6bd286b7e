// SPDX-License-Identifier: MIT
#include "tokenizers/special_tokens.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/json.h"
#include "base/missing_file.h"
#include "flowblend/numbers.h"

namespace fb::tokenizers {
namespace {

constexpr int kMaxExtraIds = 10000;

void readAdded(const JsonObject& object, const char* field, SpecialTokenSettings& settings) {
  const auto& list = object.at(field);
  if (!list.is_object()) fail(ErrorKind::Corrupt, "{}: \"{}\" is not an object", object.document(), field);
  for (const auto& [number, token] : list.items()) {
    const auto id = numberFrom<std::int64_t>(number);
    if (!id || *id < 0)
      fail(ErrorKind::Corrupt, "{}: \"{}\" of \"{}\" is not a token id", object.document(), number, field);
    settings.added[JsonObject(token, object.document()).string("content")] = *id;
  }
}

}  // namespace

std::filesystem::path specialTokenSettingsFile(const std::filesystem::path& folder) {
  return folder / "tokenizer_config.json";
}

SpecialTokenSettings readSpecialTokenSettings(const std::filesystem::path& folder) {
  SpecialTokenSettings settings;
  const auto file = specialTokenSettingsFile(folder);
  if (!isPresent(file)) return settings;
  const auto json = parseJson(readTextFile(file), file.string());
  const JsonObject object(json, file.string());
  settings.extraIds = object.integerOr("extra_ids", settings.extraIds);
  if (settings.extraIds < 0 || settings.extraIds > kMaxExtraIds)
    fail(ErrorKind::Corrupt, "{}: \"extra_ids\" is {}, but must be from 0 to {}", file.string(), settings.extraIds,
         kMaxExtraIds);
  if (object.has("added_tokens_decoder")) readAdded(object, "added_tokens_decoder", settings);
  return settings;
}

void SpecialTokens::add(const std::string& text, std::int64_t id) {
  if (!text.empty()) m_tokens.insert_or_assign(text, id);
}

std::optional<SpecialTokens::Match> SpecialTokens::find(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const auto& [token, id] : m_tokens)
      if (text.substr(at).starts_with(token)) return Match{at, at + token.size(), id};
  return std::nullopt;
}

}  // namespace fb::tokenizers
