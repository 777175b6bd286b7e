// SPDX-License-Identifier: MIT
// For tests/oracle/bench_{ltx,wan}_vae.py: loads a VAE, decodes latents as often as asked, and writes a line of JSON
// with the seconds of each, passed and used by all threads, and the peak memory in GB.
#pragma once

#include "bench_loop.h"
#include "weights/load_model.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace fb {

// Of the process, in seconds.
struct Clocks {
  double wall, cpu;
  static Clocks now() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
    return {wall.count(), processorSeconds()};
  }
};

// Arguments: the folder with "vae" and "inputs.safetensors", whose tensor z is decoded; threads; how often; optionally
// a file for the last video. Returns the program's exit status.
template <class Vae, class Decode>
int benchVae(int argc, char** argv, const Decode& decode) {
  if (argc < 4) return 2;
  at::set_num_threads(std::stoi(argv[2]));
  const std::filesystem::path folder = argv[1];
  const auto begin = Clocks::now();
  const auto checkpoint = weights::Checkpoint::open(folder / "vae");
  const auto vae = weights::loadModel<Vae>(checkpoint, at::kFloat, at::kCPU);
  auto last = Clocks::now();
  const double load = last.wall - begin.wall, loadCpu = last.cpu - begin.cpu;
  const auto z = weights::loadTensors(folder / "inputs.safetensors").tensors.at("z");
  std::vector<double> wall, cpu;
  at::Tensor video;
  for (int times = std::stoi(argv[3]); times > 0; --times) {
    video = decode(*vae, z);
    const auto decoded = Clocks::now();
    wall.push_back(decoded.wall - last.wall);
    cpu.push_back(decoded.cpu - last.cpu);
    last = decoded;
  }
  fmt::print(R"({{"load": {}, "load_cpu": {}, "decode": [{}], "decode_cpu": [{}], "peak": {}}})"
             "\n",
             load, loadCpu, fmt::join(wall, ", "), fmt::join(cpu, ", "),
             static_cast<double>(memoryInUse("VmHWM:")) / 1e9);
  if (argc > 4) weights::saveTensors(argv[4], {{"video", video}});
  return 0;
}

}  // namespace fb
