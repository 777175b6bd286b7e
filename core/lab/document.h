// SPDX-License-Identifier: MIT
// What the documents of sweeps, profiles and fits have in common.
#pragma once

#include "base/json.h"
#include "base/kept_document.h"

namespace fb::lab {

// Throws Failure(Corrupt) if the document is of another kind or damaged, Failure(Unsupported) if it is of a newer
// version.
inline void requireFormat(const JsonObject& object, const char* format, int known) {
  if (object.stringOr("format", "") != format) fail(ErrorKind::Corrupt, "{} is no \"{}\"", object.document(), format);
  try {
    requireChecksum(object.json(), object.document());
  } catch (const Failure& failure) {
    fail(failure.error().kind, "{} (if you have edited it, remove its field \"checksum\")", failure.what());
  }
  if (const int version = object.integer("version"); version < 1 || version > known)
    fail(ErrorKind::Unsupported, "{} is of version {}, which this program does not know; it knows version {}",
         object.document(), version, known);
}

}  // namespace fb::lab
