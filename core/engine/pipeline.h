// SPDX-License-Identifier: MIT
// One request's use of a family's models: text, velocities, decoding.
#pragma once

#include "engine/part_store.h"
#include "flowblend/request.h"
#include "sampling/blended_sampler.h"
#include "sampling/velocity_field.h"

#include <ATen/ATen.h>

#include <array>
#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace fb::engine {

struct TextConditioning {
  at::Tensor ids, negativeIds;  // [1, S] int64
  at::Tensor prompt, negative;  // [1, S, D]
  // [1, S] int64, 1 on the prompt; undefined in a family whose transformer attends to all rows.
  at::Tensor mask, negativeMask;
};

// One request's use of the models. Loads each when it is first needed. One thread at a time.
class Pipeline {
public:
  virtual ~Pipeline() = default;

  // A trajectory of its own. The first pass has the request's stages, later ones are the large model's alone.
  struct Pass {
    std::vector<std::int64_t> latentShape;  // [1, C, F, H, W] of the clip
    sampling::SigmaSchedule sigmas;
  };
  virtual std::vector<Pass> passes() const = 0;
  // Bytes of main memory that a run cannot do without, besides the weights: a lower bound.
  virtual std::uint64_t leastMemory() const = 0;
  virtual TextConditioning encodeText(std::stop_token stop) = 0;
  virtual void setText(TextConditioning text) = 0;
  // Loads the model where it is not loaded yet; the reference holds until the next call. Where both models do not fit,
  // they take turns: each is needed for a whole stage.
  sampling::VelocityField& field(Model model);
  bool isLoaded(Model model) const { return m_fields[static_cast<std::size_t>(model)] != nullptr; }
  // Between sampling and decoding the transformers are not needed; drops this pipeline's hold on them.
  void releaseFields();
  // Where a pass starts: `noise` with the images that the clip passes through laid in; may have more latent frames
  // than the clip. On the device. Also called before a pass is continued: what the hooks hold on to comes from it.
  // earlier: what the pass before came to, undefined for the first.
  virtual at::Tensor startPass(int /*pass*/, const at::Tensor& noise, const at::Tensor& /*earlier*/,
                               at::Generator& /*generator*/, std::stop_token /*stop*/) {
    return noise;
  }
  // What happens to the latents around a step.
  virtual sampling::StepHooks hooks(at::Generator& /*generator*/) { return {}; }
  // The clip's own frames of sampled latents.
  virtual at::Tensor clipLatents(const at::Tensor& latents) const { return latents; }
  // The clip's normalised latents to what the decoder takes.
  virtual at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) = 0;
  // [1, 3, F, H, W] in -1..1, float32, on the CPU.
  virtual at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                            const std::function<void(double)>& progress) = 0;

  // Latent-to-RGB: [C, 3] and [3], float32, from normalised latents to -1..1.
  struct PreviewFactors {
    at::Tensor matrix;
    at::Tensor bias;
  };
  virtual const PreviewFactors& previewFactors() = 0;

protected:
  virtual std::unique_ptr<sampling::VelocityField> makeField(Model model) = 0;

private:
  std::array<std::unique_ptr<sampling::VelocityField>, 2> m_fields;  // by Model
};

}  // namespace fb::engine
