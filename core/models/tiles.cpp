// SPDX-License-Identifier: MIT
#include "models/tiles.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace fb::models {
namespace {

// The part of a tile from which its next neighbour along `dim` is blended in, as a copy.
at::Tensor edgeOf(const at::Tensor& tile, std::int64_t dim, std::int64_t overlap) {
  const auto extent = std::min(overlap, tile.size(dim));
  return tile.narrow(dim, tile.size(dim) - extent, extent).clone();
}

// Blends the beginning of `tile` along `dim` with the neighbour's edge.
void blend(const at::Tensor& edge, const at::Tensor& tile, std::int64_t dim) {
  const auto extent = std::min(edge.size(dim), tile.size(dim));
  std::vector<std::int64_t> shape(4, 1);
  shape[static_cast<std::size_t>(dim)] = extent;
  const auto ramp = (at::arange(extent, at::kDouble) / extent).view(shape);
  const auto weight = [&](const at::Tensor& w) { return w.to(tile.device(), at::kFloat); };
  tile.narrow(dim, 0, extent)
      .mul_(weight(ramp))
      .addcmul_(edge.narrow(dim, edge.size(dim) - extent, extent), weight(1 - ramp));
}

}  // namespace

std::int64_t TilePlan::tiles(std::int64_t height, std::int64_t width) const {
  const auto along = [&](std::int64_t size) { return (size + inStride - 1) / inStride; };
  return along(height) * along(width);
}

at::Tensor inTiles(const at::Tensor& x, const TilePlan& plan, std::int64_t rows,
                   const std::function<at::Tensor(const at::Tensor&)>& work) {
  const auto columns = rows + 1, overlap = plan.outTile - plan.outStride;
  const auto height = x.size(1), width = x.size(2);
  const auto scaled = [&](std::int64_t places) { return places * plan.outTile / plan.inTile; };
  at::Tensor joined;
  std::vector<at::Tensor> above;
  for (std::int64_t top = 0; top < height; top += plan.inStride) {
    std::vector<at::Tensor> below;
    at::Tensor before;
    for (std::int64_t left = 0; left < width; left += plan.inStride) {
      const auto tile = work(x.slice(1, top, top + plan.inTile).slice(2, left, left + plan.inTile).contiguous());
      if (!above.empty()) blend(above[below.size()], tile, rows);
      if (before.defined()) blend(before, tile, columns);
      below.push_back(edgeOf(tile, rows, overlap));
      before = edgeOf(tile, columns, overlap);
      if (!joined.defined()) {
        auto shape = tile.sizes().vec();
        shape[static_cast<std::size_t>(rows)] = scaled(height);
        shape[static_cast<std::size_t>(columns)] = scaled(width);
        joined = at::empty(shape, tile.options());
      }
      const auto part = tile.slice(rows, 0, plan.outStride).slice(columns, 0, plan.outStride);
      joined.narrow(rows, scaled(top), part.size(rows)).narrow(columns, scaled(left), part.size(columns)).copy_(part);
    }
    above = std::move(below);
  }
  return joined;
}

}  // namespace fb::models
