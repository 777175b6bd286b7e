// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/settings.h"
#include "models/wan/wan_transformer.h"

#include <vector>

namespace fb::engine {

// TeaCache's published polynomial for a model of WAN 2.1 and clips of this size, highest power first; empty if there is
// none. retains: with retention steps. The two image-to-video models, for 480p and for 720p, have the same tensors:
// the clip's size tells which of the two is used, as each was trained for its own.
std::vector<double> wanTeaCachePolynomial(const models::WanTransformerConfig& config, const ClipSpec& clip,
                                          bool retains);

}  // namespace fb::engine
