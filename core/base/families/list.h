// SPDX-License-Identifier: MIT
// The families that the program comes with. An entry here registers both halves of one: describeWan(), which needs no
// torch, in base/families/, and engine::makeWanFamily(), in a folder of its own in engine/.
#pragma once

#define FB_FAMILIES(family) family(Wan) family(Ltx)
