// SPDX-License-Identifier: MIT
// The built-in families. An entry here registers both halves of one: describeWan(), which needs no torch, in
// base/families/, and engine::makeWanFamily(), in its own folder in engine/.
#pragma once

#define FB_FAMILIES(family) family(Wan) family(Ltx)
