// SPDX-License-Identifier: MIT
// Processes frames that are too large in overlapping tiles, which are blended where they overlap, as in diffusers.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>

namespace fb::models {

// The side of a tile and the distance from one to the next, in input and output units.
struct TilePlan {
  std::int64_t inTile, inStride, outTile, outStride;

  // A frame of the input is larger than one tile.
  bool splits(std::int64_t height, std::int64_t width) const { return height > inTile || width > inTile; }
  std::int64_t tiles(std::int64_t height, std::int64_t width) const;
};

// Runs `work` on tiles of x [T, H, W, C] and joins the results, whose rows are dimension `rows` and whose columns are
// the next one. Each tile is blended first with the one above, then with the one before it.
at::Tensor inTiles(const at::Tensor& x, const TilePlan& plan, std::int64_t rows,
                   const std::function<at::Tensor(const at::Tensor&)>& work);

}  // namespace fb::models
