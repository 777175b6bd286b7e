// SPDX-License-Identifier: MIT
// For tests/oracle/bench_wan_transformer.py: the first argument is a transformer's folder, the second the threads.
#include "bench_loop.h"
#include "models/wan/wan_transformer.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>

#include <filesystem>
#include <string>

int main(int argc, char** argv) {
  using namespace fb;
  if (argc != 3) return 2;
  at::set_num_threads(std::stoi(argv[2]));
  const std::filesystem::path folder = argv[1];
  const auto checkpoint = weights::Checkpoint::open(folder / "transformer");
  weights::CheckpointReader reader(checkpoint, models::wanTransformerNames(checkpoint), at::kCPU, at::kFloat);
  const models::WanTransformer model(models::WanTransformerConfig::detect(checkpoint), reader);
  reader.finish();
  const auto inputs = weights::loadTensors(folder / "inputs.safetensors").tensors;
  const auto text = model.prepareText(inputs.at("text"));
  const auto& latents = inputs.at("latents");
  const auto rope = model.prepareRope(latents.size(2), latents.size(3), latents.size(4));

  answerWithVelocities([&] { return model.forward(latents, 500, rope, text, {}); });
}
