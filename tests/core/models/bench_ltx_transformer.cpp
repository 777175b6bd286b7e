// SPDX-License-Identifier: MIT
// For tests/oracle/bench_ltx_transformer.py: the first argument is a transformer's folder, the second the threads.
#include "bench_loop.h"
#include "models/ltx/ltx_transformer.h"

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
  weights::CheckpointReader reader(checkpoint, models::ltxTransformerNames(checkpoint), at::kCPU, at::kFloat);
  const models::LtxTransformer model(models::LtxTransformerConfig::detect(checkpoint), reader);
  reader.finish();
  const auto inputs = weights::loadTensors(folder / "inputs.safetensors").tensors;
  const auto text = model.prepareText(inputs.at("text"), inputs.at("mask"));
  const auto rope = model.prepareRope(inputs.at("coordinates")[0].t());

  answerWithVelocities([&] { return model.forward(inputs.at("tokens"), at::tensor({500.0f}), rope, text, {}, {}); });
}
