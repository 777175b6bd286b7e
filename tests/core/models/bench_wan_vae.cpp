// SPDX-License-Identifier: MIT
#include "bench_vae.h"
#include "models/wan/wan_vae.h"

int main(int argc, char** argv) {
  return fb::benchVae<fb::models::WanVae>(
      argc, argv, [](const auto& vae, const auto& z) { return vae.decode(z, /*tiled=*/false, {}); });
}
