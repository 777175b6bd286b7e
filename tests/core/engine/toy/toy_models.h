// SPDX-License-Identifier: MIT
// The smallest models that make a clip: a text is one row per byte, a velocity is one 1x1x1 convolution, a latent is
// one colour for 4x4 pixels.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

namespace fb::toy {

inline weights::NameMap sameNames() {
  return [](const std::string& name) { return name; };
}
inline std::int64_t sizeOf(const weights::Checkpoint& checkpoint, const char* tensor, std::size_t dimension) {
  return checkpoint.find(tensor)->shape.at(dimension);
}

struct Transformer {
  struct Config {
    std::int64_t channels = 0, textDim = 0;
    static Config detect(const weights::Checkpoint& checkpoint) {
      return {sizeOf(checkpoint, "toy.mix", 0), sizeOf(checkpoint, "toy.text", 1)};
    }
  };
  static weights::NameMap names(const weights::Checkpoint&) { return sameNames(); }
  static bool isIn(const weights::Checkpoint& checkpoint) { return checkpoint.find("toy.mix"); }

  Transformer(const Config& config, weights::WeightReader& reader)
      : mix(reader.take("toy.mix", {config.channels, config.channels})),
        text(reader.take("toy.text", {config.channels, config.textDim})) {}

  // latents: [1, C, F, h, w]; embedding: [1, S, D]; gives [1, C, F, h, w].
  at::Tensor forward(const at::Tensor& latents, double timestep, const at::Tensor& embedding) const {
    const auto channels = mix.size(0);
    const auto drive = at::matmul(embedding.to(text.scalar_type()).mean(1), text.t()) * (timestep / 1000);
    return at::conv3d(latents.to(mix.scalar_type()), mix.view({channels, channels, 1, 1, 1})) +
           drive.view({1, channels, 1, 1, 1});
  }

  at::Tensor mix, text;
};

struct TextEncoder {
  struct Config {
    std::int64_t dim = 0;
    static Config detect(const weights::Checkpoint& checkpoint) { return {sizeOf(checkpoint, "toy_text.table", 1)}; }
  };
  static weights::NameMap names(const weights::Checkpoint&) { return sameNames(); }
  static bool isIn(const weights::Checkpoint& checkpoint) { return checkpoint.find("toy_text.table"); }

  TextEncoder(const Config& config, weights::WeightReader& reader)
      : table(reader.take("toy_text.table", {256, config.dim})) {}

  // ids: [1, S]; gives [1, S, D].
  at::Tensor forward(const at::Tensor& ids) const { return at::embedding(table, ids); }

  at::Tensor table;
};

struct Vae {
  static constexpr int kScale = 4;  // pixels of a latent, each way

  struct Config {
    std::int64_t channels = 0;
    static Config detect(const weights::Checkpoint& checkpoint) { return {sizeOf(checkpoint, "toy_vae.colour", 1)}; }
  };
  static weights::NameMap names(const weights::Checkpoint&) { return sameNames(); }
  static bool isIn(const weights::Checkpoint& checkpoint) { return checkpoint.find("toy_vae.colour"); }

  Vae(const Config& config, weights::WeightReader& reader)
      : colour(reader.take("toy_vae.colour", {3, config.channels})) {}

  // z: [1, C, F, h, w]; gives [1, 3, F, 4h, 4w] in -1..1.
  at::Tensor decode(const at::Tensor& z) const {
    const auto frames = at::conv3d(z, colour.view({3, -1, 1, 1, 1})).tanh();
    return frames.repeat_interleave(kScale, 3).repeat_interleave(kScale, 4);
  }

  at::Tensor colour;
};

}  // namespace fb::toy
