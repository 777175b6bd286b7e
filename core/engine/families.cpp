// SPDX-License-Identifier: MIT
#include "engine/family.h"

namespace fb::engine {

const ModelFamily& familyOf(Family family) {
  static const auto wan = makeWanFamily(), ltx = makeLtxFamily();
  return family == Family::Ltx ? *ltx : *wan;
}

}  // namespace fb::engine
