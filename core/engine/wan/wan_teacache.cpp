// SPDX-License-Identifier: MIT
// Source: ali-vilab's TeaCache4Wan2.1.
#include "engine/wan/wan_teacache.h"

#include <utility>

namespace fb::engine {
namespace {

// By the signal: the time embedding, or with retention steps the modulation.
struct Polynomials {
  std::vector<double> plain, retaining;
};

Polynomials polynomialsOf(const models::WanTransformerConfig& config, const ClipSpec& clip) {
  const bool is14B = config.dim() == 5120 && config.layers == 40;
  if (config.takesImage()) {
    if (!is14B) return {};
    // Pixels of a frame: as far from 832x480 as from 1280x720, as a factor.
    constexpr double kBetween = 606'700;
    if (static_cast<double>(clip.width) * clip.height < kBetween)
      return {{-302.33167, 223.948934, -52.546397, 5.8734844, -0.201973289},
              {257151.496, -35422.9917, 1402.86849, -13.5890334, 0.132517977}};
    return {{-114.36346466, 65.26524496, -18.82220707, 4.91518089, -0.23412683},
            {8107.0546, 2133.93892, -372.934672, 16.6203073, -0.0417769401}};
  }
  if (is14B)
    return {{-5784.54975374, 5449.50911966, -1811.16591783, 256.27178429, -13.02252404},
            {-303318.725, 49053.7029, -2655.30556, 58.7365115, -0.315583525}};
  if (config.dim() == 1536 && config.layers == 30)
    return {{2396.76752, -1311.10545, 201.331979, -8.29855975, 0.137887774},
            {-52186.2437, 9230.41404, -528.275948, 13.6987616, -0.0499875664}};
  return {};
}

}  // namespace

std::vector<double> wanTeaCachePolynomial(const models::WanTransformerConfig& config, const ClipSpec& clip,
                                          bool retains) {
  auto polynomials = polynomialsOf(config, clip);
  return retains ? std::move(polynomials.retaining) : std::move(polynomials.plain);
}

}  // namespace fb::engine
