// SPDX-License-Identifier: MIT
// Where each part of a pair lies during a run, so that it fits. Pure arithmetic: what there is and what is needed go
// in.
#pragma once

#include "flowblend/memory_plan.h"
#include "flowblend/request.h"
#include "weights/block_stream.h"

#include <cstdint>
#include <string>

namespace fb::engine {

// What a part needs. Bytes.
struct PartNeeds {
  weights::WeightSizes weights;
  std::uint64_t working = 0;  // activations at their peak
  std::uint64_t kept = 0;     // beside the weights as long as the run uses it: keys and values of the prompts
  std::string dtype;          // that it computes in
  bool used = true;
};

// Whether the run evaluates the model: on a step of its own, or as the other one's shadow.
bool usesModel(const GenerationRequest& request, Model model);

// What a run needs. As a family tells it.
struct MemoryNeeds {
  PartNeeds text, large, small, vae;
  PartNeeds image;            // the encoder of images, unused in most runs
  std::uint64_t latents = 0;  // of sampling: latents and the solver's history
};

// What there is.
struct MemorySupply {
  std::string device;  // "cpu", "cuda:0"
  bool isCpu = true;
  std::uint64_t total = 0, free = 0;  // of the device; free: with what this program can give up
  std::uint64_t mainFree = 0;         // main memory
  std::uint64_t budget = 0;           // of the request; 0: none
};

struct PartPlace {
  weights::Placement placement;
  bool onCpu = false;  // instead of the run's device
};

struct PlannedMemory {
  MemoryPlan plan;
  PartPlace text, large, small;  // the other parts are whole and on the device
  bool textStays = false;        // the text encoder has room beside the models that sample
};

// The first of these that fits: everything stays; the large model is streamed, with as many blocks staying as fit; the
// small one as well. The text encoder takes what is left beside them, else the whole device before them, else it is
// streamed, else it runs on the CPU. What is streamed is kept in main memory, or read from the disk at every use if
// that is short or is itself the device.
PlannedMemory planMemory(const MemoryNeeds& needs, const MemorySupply& supply);

}  // namespace fb::engine
