// SPDX-License-Identifier: MIT
// Frames too large for one go, worked on in overlapping tiles that are blended where they overlap, as diffusers does
// it.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>

namespace fb::models {

// Side of a tile and distance from one to the next, in places of the input and of the output.
struct TilePlan {
  std::int64_t inTile, inStride, outTile, outStride;

  // A frame of the input is larger than one tile.
  bool splits(std::int64_t height, std::int64_t width) const { return height > inTile || width > inTile; }
  std::int64_t tiles(std::int64_t height, std::int64_t width) const;
};

// Runs `work` on tiles of x [T, H, W, C] and joins what it gives, whose rows are dimension `rows` and whose columns are
// the next one. A tile is blended first with the one above, then with the one before it.
at::Tensor inTiles(const at::Tensor& x, const TilePlan& plan, std::int64_t rows,
                   const std::function<at::Tensor(const at::Tensor&)>& work);

}  // namespace fb::models
