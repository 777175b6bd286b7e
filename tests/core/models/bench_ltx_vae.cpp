// SPDX-License-Identifier: MIT
// For tests/oracle/bench_ltx_vae.py: loads the VAE in the folder that the first argument names, decodes the latents
// next to it, with as many threads as the second argument says, and writes a line of JSON; a third one is a file for
// the video.
#include "bench_loop.h"
#include "models/ltx/ltx_vae.h"
#include "weights/load_model.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <string>

namespace {

// Of the process, in seconds: passed, and used by all threads.
struct Clocks {
  double wall, cpu;
  static Clocks now() {
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
    timespec cpu{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
    return {wall.count(), static_cast<double>(cpu.tv_sec) + 1e-9 * static_cast<double>(cpu.tv_nsec)};
  }
};

}  // namespace

int main(int argc, char** argv) {
  using namespace fb;
  if (argc < 3) return 2;
  at::set_num_threads(std::stoi(argv[2]));
  const std::filesystem::path folder = argv[1];
  const auto begin = Clocks::now();
  const auto checkpoint = weights::Checkpoint::open(folder / "vae");
  const auto vae = weights::loadModel<models::LtxVaeDecoder>(checkpoint, at::kFloat, at::kCPU);
  const auto loaded = Clocks::now();
  const auto z = weights::loadTensors(folder / "inputs.safetensors").tensors.at("z");
  const auto video = vae->decode(z, 0.05, /*tiled=*/false, 0, {});
  const auto decoded = Clocks::now();
  fmt::print(R"({{"load": {}, "load_cpu": {}, "decode": {}, "decode_cpu": {}, "peak": {}}})"
             "\n",
             loaded.wall - begin.wall, loaded.cpu - begin.cpu, decoded.wall - loaded.wall, decoded.cpu - loaded.cpu,
             static_cast<double>(memoryInUse("VmHWM:")) / 1e9);
  if (argc > 3) weights::saveTensors(argv[3], {{"video", video}});
}
