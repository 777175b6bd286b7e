// SPDX-License-Identifier: MIT
// What the documents of sweeps, profiles and fits have in common.
#pragma once

#include "base/json.h"

#include <string>

namespace fb::lab {

// The text of the file: readable, and with what is no UTF-8 replaced.
inline std::string documentText(const nlohmann::ordered_json& json) {
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

// Throws Failure(Corrupt) if the document is of another kind, Failure(Unsupported) if it is of another version.
inline void requireFormat(const JsonObject& object, const char* format, int known) {
  if (object.stringOr("format", "") != format) fail(ErrorKind::Corrupt, "{} is no \"{}\"", object.document(), format);
  if (const int version = object.integer("version"); version != known)
    fail(ErrorKind::Unsupported, "{} is of version {}, which this program does not know; it knows version {}",
         object.document(), version, known);
}

}  // namespace fb::lab
