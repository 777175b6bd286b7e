// SPDX-License-Identifier: MIT
// What two LoRAs of rank 32 on every matrix of the blocks cost a forward of a WAN-1.3B-shaped transformer with random
// weights, float32, on the CPU, if they are added at every use. Alternates forwards without and with them. Arguments:
// layers, rounds, threads, latent rows and columns.
#include "models/wan/wan_transformer.h"
#include "temporary_folder.h"
#include "weights/load_model.h"
#include "weights/tensor_file.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using namespace fb;

constexpr std::int64_t kRank = 32, kFrames = 3;
constexpr int kFiles = 2;

class RandomReader final : public weights::WeightReader {
public:
  explicit RandomReader(at::Device device, std::shared_ptr<weights::LoraSet> loras = nullptr)
      : WeightReader(device, at::kFloat), m_loras(std::move(loras)) {}

  at::Tensor take(const std::string& name, at::IntArrayRef shape, std::optional<at::ScalarType> /*keepAs*/) override {
    m_shapes[name] = shape.vec();
    return at::randn(shape, at::TensorOptions(device())) / 40;
  }
  std::shared_ptr<const weights::LoraLayer> lora(const std::string& name, at::IntArrayRef shape,
                                                 at::ScalarType dtype) override {
    std::uint64_t bytes = 0;
    return m_loras ? m_loras->layer(name, shape, device(), dtype, bytes) : nullptr;
  }
  bool has(const std::string&) const override { return true; }
  void ignore(const std::string&) override {}
  void ignorePrefix(std::string_view) override {}

  const std::map<std::string, std::vector<std::int64_t>>& shapes() const { return m_shapes; }

private:
  std::shared_ptr<weights::LoraSet> m_loras;
  std::map<std::string, std::vector<std::int64_t>> m_shapes;
};

// A LoRA for every matrix of the blocks.
weights::NamedTensors randomLora(const RandomReader& model) {
  const std::string ending = ".weight";
  weights::NamedTensors tensors;
  for (const auto& [name, shape] : model.shapes()) {
    if (shape.size() != 2 || !name.starts_with("blocks.") || !name.ends_with(ending)) continue;
    const auto layer = name.substr(0, name.size() - ending.size());
    tensors[layer + ".lora_A.weight"] = at::randn({kRank, shape[1]}) / 40;
    tensors[layer + ".lora_B.weight"] = at::randn({shape[0], kRank}) / 40;
  }
  return tensors;
}

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const auto rounds = std::stoi(argv[2]);
  const std::int64_t side = std::stoi(argv[4]);
  at::set_num_threads(std::stoi(argv[3]));
  at::manual_seed(0);
  models::WanTransformerConfig config;
  config.heads = 12;
  config.layers = std::stoi(argv[1]);
  config.ffnDim = 8960;

  RandomReader meta(at::kMeta);
  const models::WanTransformer shape(config, meta);
  weights::LoraTargets targets;
  for (const auto& [name, sizes] : meta.shapes()) targets.add({name, sizes}, name);
  const TemporaryFolder folder;
  std::vector<weights::Checkpoint> files;
  for (int i = 0; i < kFiles; ++i) {
    const auto file = folder / (std::to_string(i) + ".safetensors");
    weights::saveTensors(file, randomLora(meta));
    files.push_back(weights::Checkpoint::open(file));
  }
  weights::LoraStack stack;
  for (const auto& file : files) stack.push_back({&file, {1, 1, 1}});

  RandomReader plain(at::kCPU);
  const models::WanTransformer without(config, plain);
  RandomReader changed(at::kCPU, std::make_shared<weights::LoraSet>(stack, targets, /*merges=*/false));
  const models::WanTransformer with(config, changed);

  const auto latents = at::randn({1, config.channels, kFrames, side, side});
  const auto text = at::randn({1, 512, config.textDim});
  const auto seconds = [&](const models::WanTransformer& model) {
    const auto context = model.prepareText(text);
    const auto rope = model.prepareRope(kFrames, side, side);
    model.forward(latents, 500, rope, context, {});  // with the keys and values of the prompt, which are made once
    const auto start = std::chrono::steady_clock::now();
    model.forward(latents, 500, rope, context, {});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  std::vector<double> times[2], ratios;
  for (int round = 0; round < rounds; ++round) {
    times[0].push_back(seconds(without));
    times[1].push_back(seconds(with));
    ratios.push_back(times[1].back() / times[0].back());
  }
  std::printf("%d layers, %d tokens: without %.3f s, with %d LoRAs of rank %d %.3f s; median of the ratios %.3f\n",
              static_cast<int>(config.layers), static_cast<int>(kFrames * side * side / 4), median(times[0]), kFiles,
              static_cast<int>(kRank), median(times[1]), median(ratios));
}
