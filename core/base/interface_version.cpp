// SPDX-License-Identifier: MIT
#include "flowblend/engine_library.h"

namespace fb {

const char* interfaceVersion() { return FB_INTERFACE_VERSION; }

}  // namespace fb
