// SPDX-License-Identifier: MIT
// The registry of the model families: the half that needs no torch. The other half is engine/family.h.
#pragma once

#include "base/json.h"
#include "flowblend/family.h"
#include "flowblend/request.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <string_view>

namespace fb {

// Encoders that do not belong to a single family.
inline constexpr std::string_view kUmt5Encoder = "UMT5 text encoder";
inline constexpr std::string_view kT5Encoder = "T5 text encoder";
inline constexpr std::string_view kVisionEncoder = "CLIP image encoder";

struct FamilyDescription {
  FamilyInfo info;
  // How the document holds settings that only this family's pairs have: an object named after the family's id. Either
  // may be absent.
  // own: that object, or an empty one if the document has none. Throws Failure(Corrupt).
  std::function<void(PairSpec& pair, const JsonObject& own)> readOwn;
  // An empty object if there is nothing to write.
  std::function<nlohmann::ordered_json(const PairSpec& pair)> writeOwn;
};

// Any thread may call. A family is never removed.
// Throws Failure(Invalid) if the name is taken.
void registerFamily(FamilyDescription description);
// Null for an unknown family.
const FamilyDescription* describeFamily(const Family& family);

}  // namespace fb
