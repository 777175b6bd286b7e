// SPDX-License-Identifier: MIT
#include "base/kept_document.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace fb {
namespace {

constexpr auto kField = "checksum";
// Another kind of checksum, of a later version, has another prefix.
constexpr std::string_view kKind = "fnv1a64:";

// FNV-1a, 64 bits, of the compact text with sorted names. It finds every change of a single byte, and of more with a
// chance of 1 in 2^64 to be missed; nobody is kept from making a document on purpose.
std::string checksumOf(const nlohmann::json& content) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : content.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace))
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return fmt::format("{}{:016x}", kKind, hash);
}

// The version that a readable document names.
std::optional<double> versionIn(const std::filesystem::path& file) {
  try {
    const auto json = parseJson(readTextFile(file), file.string());
    if (json.is_object() && json.contains("version") && json.at("version").is_number()) {
      requireChecksum(json, file.string());
      return json.at("version").get<double>();
    }
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
  }
  return std::nullopt;
}

}  // namespace

void addChecksum(nlohmann::ordered_json& json) { json[kField] = checksumOf(nlohmann::json(json)); }

std::string documentText(nlohmann::ordered_json json) {
  addChecksum(json);
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void requireChecksum(const nlohmann::json& json, const std::string& document) {
  const auto field = json.find(kField);
  if (field == json.end()) return;
  if (field->is_string() && !field->get_ref<const std::string&>().starts_with(kKind)) return;
  auto content = json;
  content.erase(kField);
  if (*field != checksumOf(content))
    fail(ErrorKind::Corrupt, "{} is damaged: its content does not match its checksum", document);
}

void requireReplaceable(const std::filesystem::path& file, int known) {
  if (!std::filesystem::exists(statusOf(file))) return;
  if (const auto version = versionIn(file); version && *version > known)
    fail(ErrorKind::Unsupported,
         "{} was written by a newer version of this program and is not replaced: use that version, or move the file "
         "elsewhere",
         file.string());
}

}  // namespace fb
