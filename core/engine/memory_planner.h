// SPDX-License-Identifier: MIT
// Decides where each part of a pair is placed during a run so that it fits. Pure arithmetic on what is available and
// what is needed.
#pragma once

#include "base/scoped_value.h"
#include "flowblend/memory_plan.h"
#include "flowblend/request.h"
#include "weights/block_stream.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fb::engine {

// The needs of a part. Bytes.
struct PartNeeds {
  weights::WeightSizes weights;
  std::uint64_t working = 0;  // activations at their peak
  // Of a VAE that decodes in tiles; as much as `working` if a frame is not larger than one tile.
  std::uint64_t tiledWorking = 0;
  std::uint64_t kept = 0;    // in addition to the weights as long as the run uses it: keys and values of the prompts
  std::uint64_t cached = 0;  // of `kept`: what a cache remembers beside the latents; part of the run's states
  std::string dtype;         // the dtype it computes in
  bool used = true;
  // Of a model whose guided steps evaluate two prompts: what it takes to do so in one forward, with a batch of two.
  struct Batch {
    std::int64_t tokens = 0;    // of one sample
    std::uint64_t working = 0;  // instead of that of one evaluation
    // Whether the run's earlier steps had batches; absent: there are none.
    std::optional<bool> before{};
  };
  std::optional<Batch> batch;  // absent: it has no such steps
  // Of a model whose forwards can be replayed (models/forward_graphs.h).
  struct Replay {
    std::int64_t tokens = 0;  // of one sample
    int evaluations = 1;      // kinds of guidance evaluations: each is recorded by itself
  };
  std::optional<Replay> replay;  // absent: they cannot
};

// Whether a pass of the run has steps of the model.
bool takesSteps(const GenerationRequest& request, Model model);
// Whether the run evaluates the model: on its own steps, or to compare it with the other one.
bool usesModel(const GenerationRequest& request, Model model);

// The needs of a run, as given by its family.
struct MemoryNeeds {
  PartNeeds text, large, small, vae;
  PartNeeds image;            // the image encoder, unused in most runs
  std::uint64_t latents = 0;  // of sampling: latents and the solver's history
  // The early steps evaluate the small model as well, to compare it with the large one.
  bool comparesEarly = false;
  // The large model may be evaluated in the middle stage, too: to compare the two, or because a guard decides so.
  bool sharesMiddle = false;
  // Of encoding the clip's images, before the models are loaded, with the VAE, which then stays, and the image encoder,
  // which does not. 0: the clip has no images.
  std::uint64_t images = 0;
  // Makes the second pass of the first one's result, with the VAE and without the models; then the VAE stays. Absent:
  // there is one pass.
  std::optional<PartNeeds> upsampler{};
  // Of the VAE's encoder, to which previews fit their colours after the first step, next to the models that sample; the
  // VAE stays loaded for decoding. 0: previews need no VAE.
  std::uint64_t preview = 0;
};

// What is available.
struct MemorySupply {
  std::string device;  // "cpu", "cuda:0"
  bool isCpu = true;
  std::uint64_t total = 0, free = 0;  // of the device; free: including what this program can release
  std::uint64_t mainFree = 0;         // main memory
  std::uint64_t budget = 0;           // of the request; 0: none
  bool replays = false;               // the device can record forwards
};

struct PartPlace {
  weights::Placement placement;
  bool onCpu = false;       // instead of the run's device
  bool isBatched = false;   // the two prompts of a guided step are one forward with a batch of two
  bool isReplayed = false;  // forwards are recorded once and replayed

  bool operator==(const PartPlace&) const = default;
};

// Whether a model evaluates the two prompts of a guided step in one forward, if there is room, in a run that begins. On
// a GPU: if its blocks are streamed, because each is then copied once instead of twice, or if the forward is short,
// because the GPU has less to do in it than it could. docs/verification.md has the measurements. The CPU gains nothing,
// and its products round differently in a batch.
bool gainsFromBatch(const PartNeeds::Batch& batch, bool streams, bool isCpu);
// For tests: what gainsFromBatch() returns on this thread, if not absent. Returns the previous value.
std::optional<bool> exchangeForcedBatch(std::optional<bool> batched);
using ForcedBatch = ScopedValue<exchangeForcedBatch>;

// How the frames are decoded.
struct PlannedDecoding {
  bool alone = false;  // the other models are dropped first
  bool inTiles = false;

  bool operator==(const PlannedDecoding&) const = default;
};

struct PlannedMemory {
  MemoryPlan plan;
  PartPlace text, large, small;  // the other parts are entirely on the device
  bool textStays = false;        // the text encoder has room next to the models that sample
  PlannedDecoding decoding;
};

// The first of these that fits: everything stays on the device; the large model is streamed, with as many resident
// blocks as fit; the small one is streamed as well. The text encoder uses what is left next to them, or the whole
// device before them, or it is streamed, or it runs on the CPU. Streamed weights are kept in main memory, or read from
// disk at every use if main memory is short or is itself the device. Where a model gains from a batch, it gets one if
// that fits without streaming a model that would otherwise be resident; a streamed model gives up resident blocks for
// it as long as fewer blocks are copied in a step. Then the short forwards of resident models are replayed if what the
// recordings hold fits as well: nothing else makes room for them.
PlannedMemory planMemory(const MemoryNeeds& needs, const MemorySupply& supply);
// Why steps of a run by this plan may round differently from its earlier ones: a sentence, empty if they have the same
// batches.
std::string lostBatches(const MemoryNeeds& needs, const PlannedMemory& planned);
// The first of these that fits, or else the last: next to `loaded` bytes of other models, alone, in tiles.
PlannedDecoding planDecoding(const PartNeeds& vae, std::uint64_t loaded, const MemorySupply& supply);
// Why the frames cannot be decoded even alone and in tiles, and what to do about it; empty if they can.
std::string decodingProblem(const PartNeeds& vae, const MemorySupply& supply);

}  // namespace fb::engine
