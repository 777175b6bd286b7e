// SPDX-License-Identifier: MIT
// Opening and inspecting a file of the size of WAN 14B must read its header only.
#include "files.h"
#include "resident_memory.h"
#include "weights/weight_reader.h"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

using namespace fb;
using namespace fb::weights;
using namespace fb::weights::test;

namespace {

using Shapes = std::map<std::string, std::vector<std::int64_t>>;

constexpr std::int64_t kDim = 5120;
constexpr std::int64_t kFfn = 13824;
constexpr std::int64_t kText = 4096;
constexpr int kLayers = 40;

void addLinear(Shapes& shapes, const std::string& name, std::int64_t out, std::int64_t in) {
  shapes[name + ".weight"] = {out, in};
  shapes[name + ".bias"] = {out};
}

// The names of the original layout.
Shapes wan14B() {
  Shapes shapes{{"patch_embedding.weight", {kDim, 16, 1, 2, 2}}, {"patch_embedding.bias", {kDim}}};
  addLinear(shapes, "text_embedding.0", kDim, kText);
  addLinear(shapes, "text_embedding.2", kDim, kDim);
  addLinear(shapes, "time_embedding.0", kDim, 256);
  addLinear(shapes, "time_embedding.2", kDim, kDim);
  addLinear(shapes, "time_projection.1", 6 * kDim, kDim);
  for (int i = 0; i < kLayers; ++i) {
    const auto block = fmt::format("blocks.{}.", i);
    for (const std::string attention : {"self_attn.", "cross_attn."}) {
      for (const std::string leaf : {"q", "k", "v", "o"}) addLinear(shapes, block + attention + leaf, kDim, kDim);
      for (const std::string leaf : {"norm_q.weight", "norm_k.weight"}) shapes[block + attention + leaf] = {kDim};
    }
    shapes[block + "norm3.weight"] = shapes[block + "norm3.bias"] = {kDim};
    addLinear(shapes, block + "ffn.0", kFfn, kDim);
    addLinear(shapes, block + "ffn.2", kDim, kFfn);
    shapes[block + "modulation"] = {1, 6, kDim};
  }
  addLinear(shapes, "head.head", 64, kDim);
  shapes["head.modulation"] = {1, 2, kDim};
  return shapes;
}

std::uint64_t elements(const std::vector<std::int64_t>& shape) {
  std::uint64_t product = 1;
  for (const auto size : shape) product *= static_cast<std::uint64_t>(size);
  return product;
}

// fp16; the data is a hole, which takes no disk space.
std::uint64_t writeSparse(const std::filesystem::path& path, const Shapes& shapes) {
  std::string header = "{";
  std::uint64_t position = 0;
  for (const auto& [name, shape] : shapes) {
    const auto end = position + 2 * elements(shape);
    header += fmt::format("{}\"{}\":{{\"dtype\":\"F16\",\"shape\":[{}],\"data_offsets\":[{},{}]}}", position ? "," : "",
                          name, fmt::join(shape, ","), position, end);
    position = end;
  }
  header += "}";
  writeFile(path, container(header, ""));
  std::filesystem::resize_file(path, 8 + header.size() + position);
  return position;
}

}  // namespace

TEST(LargeHeader, InspectingWan14BReadsNoData) {
  const auto shapes = wan14B();
  const TemporaryFolder folder;
  const auto path = folder / "wan14b.safetensors";
  ASSERT_EQ(writeSparse(path, shapes), 2u * 14'288'491'584u);

  const auto before = residentBytes();
  ASSERT_GT(before, 0);
  const auto checkpoint = Checkpoint::open(path);
  CheckpointReader reader(
      checkpoint, [](const std::string& name) { return name; }, at::kMeta, at::kBFloat16);
  std::vector<at::Tensor> taken;
  for (const auto& [name, shape] : shapes) taken.push_back(reader.take(name, shape));
  EXPECT_NO_THROW(reader.finish());
  EXPECT_EQ(taken.size(), 1095u);
  const auto grown = residentBytes() - before;
  RecordProperty("resident_growth_bytes", std::to_string(grown));
  EXPECT_LT(grown, 300'000'000);
}
