// SPDX-License-Identifier: MIT
#include "bench_vae.h"
#include "models/ltx/ltx_vae.h"

int main(int argc, char** argv) {
  return fb::benchVae<fb::models::LtxVaeDecoder>(
      argc, argv, [](const auto& vae, const auto& z) { return vae.decode(z, 0.05, /*tiled=*/false, 0, {}); });
}
