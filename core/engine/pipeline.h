// SPDX-License-Identifier: MIT
// One request's use of a family's models: text, sampling passes, decoding.
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
#include <string>
#include <utility>
#include <vector>

namespace fb::engine {

// What the text encoder makes of the prompt and of the negative prompt, [1, S, D] each.
struct EncodedPrompts {
  at::Tensor positive, negative;
};

struct TextConditioning {
  at::Tensor ids, negativeIds;  // [1, S] int64
  // [1, S] int64, 1 on the prompt; undefined in a family whose transformer attends to all rows.
  at::Tensor mask, negativeMask;
  // One for each set of LoRAs on the text encoder (engine/text_loras.h), at least one.
  std::vector<EncodedPrompts> prompts;

  // All but the ids.
  TextConditioning onDevice(at::Device device) const;
};

// What a family's encodeText() makes.
struct TextShape {
  std::int64_t rows = 0;   // S; 0: it depends on the prompt
  std::int64_t width = 0;  // D
  bool hasMask = false;
};
// Throws Failure(Corrupt), naming `file`, if the text has another shape or dtype.
void requireShape(const TextConditioning& text, const TextShape& shape, const std::string& file);

// One whole trajectory. The first pass of a run has the request's stages; later ones use the large model only.
struct SamplingPass {
  std::vector<std::int64_t> latentShape;  // [1, C, F, H, W] of the clip
  sampling::SigmaSchedule sigmas;
};

// The velocities of one sampling pass. Loads each model when first needed. If the two do not fit together, they are
// loaded in turn: each is needed for a whole stage.
class PassFields {
public:
  using Make = std::function<std::unique_ptr<sampling::VelocityField>(Model)>;
  // make: throws Failure(OutOfMemory) if the model does not fit next to what is loaded.
  explicit PassFields(Make make) : m_make(std::move(make)) {}

  bool isLoaded(Model model) const { return m_fields[static_cast<std::size_t>(model)] != nullptr; }
  // The models are reloaded when they are next needed.
  void drop() { m_fields = {}; }
  // The reference is valid until the next call.
  sampling::VelocityField& of(Model model);

private:
  Make m_make;
  std::array<std::unique_ptr<sampling::VelocityField>, 2> m_fields;  // by Model
};

// Everything that sampling one pass needs; it keeps the models alive. Must not outlive its pipeline.
struct PreparedPass {
  // The noise, with the images that the clip passes through placed in it; may have more latent frames than the clip. On
  // the device.
  at::Tensor start;
  sampling::StepHooks hooks;  // applied to the latents before and after each step
  PassFields fields;
};

// One request's use of the models. Loads each when it is first needed. One thread at a time.
class Pipeline {
public:
  virtual ~Pipeline() = default;

  // Needs no transformer, so that a run that is sampled can be decoded without them.
  virtual std::vector<SamplingPass> passes() const = 0;
  // Bytes of main memory that a run needs at least, in addition to the weights.
  virtual std::uint64_t leastMemory() const = 0;
  virtual TextConditioning encodeText(std::stop_token stop) = 0;
  virtual TextShape textShape() const = 0;
  // pass: index into passes(); noise: of its latentShape, on the device; earlier: the result of the previous pass, on
  // the device, undefined for the first. Draws from the generator's state, and so do the hooks later. When a pass
  // continues after an interruption, it is prepared again with the generator's original state and gives the same
  // result.
  virtual PreparedPass prepare(int pass, const TextConditioning& text, const at::Tensor& noise,
                               const at::Tensor& earlier, at::Generator generator, std::stop_token stop) = 0;
  // The clip's own frames of sampled latents.
  virtual at::Tensor clipLatents(const at::Tensor& latents) const { return latents; }
  // Converts the clip's normalised latents to the decoder's input.
  virtual at::Tensor decodeInput(const at::Tensor& latents, at::Generator& generator) = 0;
  // From now on, decode() works in tiles regardless of the size, for a device that cannot hold whole frames. False if
  // it already does.
  virtual bool decodeInTiles() { return false; }
  // [1, 3, F, H, W] in -1..1, float32, on the CPU.
  virtual at::Tensor decode(const at::Tensor& decodeInput, std::stop_token stop,
                            const std::function<void(double)>& progress) = 0;

  // Latent-to-RGB: [C, 3] and [3], float32, from normalised latents to -1..1.
  struct PreviewFactors {
    at::Tensor matrix;
    at::Tensor bias;
  };
  virtual const PreviewFactors& previewFactors() = 0;

  // What the pool holds of the VAE, which decode() uses or replaces by one in another dtype; in bytes.
  virtual std::uint64_t decoderBytes() { return 0; }
};

}  // namespace fb::engine
