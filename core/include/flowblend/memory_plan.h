// SPDX-License-Identifier: MIT
// How a run uses memory, planned before anything is loaded (Engine::planMemory). A value; safe on any thread.
// All amounts are in bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fb {

struct MemoryPlan {
  // Where the weights of a part are while it is used.
  enum class Place {
    Device,    // all of them on the run's device
    Streamed,  // some blocks there, the others copied in one after another while the model computes
    Main       // in main memory; the part runs on the CPU
  };
  struct Part {
    std::string name;   // "large model", "small model", "text encoder", "VAE", ...
    std::string dtype;  // the dtype it computes in: "bf16"
    std::uint64_t bytes = 0;
    Place place = Place::Device;
    std::uint64_t onDevice = 0;
    std::uint64_t inMain = 0;  // held in main memory for streaming
    // For a streamed part: how many of its blocks stay on the device, and whether the others are read from disk at
    // every use because main memory cannot hold them.
    int blocks = 0;
    int residentBlocks = 0;
    bool readsDisk = false;
    // Of a model: the two prompts of a guided step are evaluated in one forward, with a batch of two.
    bool isBatched = false;
    // Of a model: its forwards are short, so a GPU records them once and replays them as a whole.
    bool isReplayed = false;
  };
  struct PhaseUse {
    // "encoding", "images", "early", "preview", "middle", "upsampling", "late", "decoding". Images: the VAE's encoder
    // and an image encoder. Preview: the VAE's encoder, to which the colours of the first preview are fitted, next to
    // the models. Upsampling: between the passes of a run with two.
    std::string name;
    std::uint64_t weights = 0;  // on the device
    std::uint64_t working = 0;  // activations, keys and values of the prompts, latents, frames
    bool isMeasured = false;    // `working` is corrected by what such a run took on this machine
    std::uint64_t total() const { return weights + working; }
  };

  std::string device;       // "cuda:0"
  std::uint64_t total = 0;  // of the device
  std::uint64_t free = 0;   // what this program uses or could still allocate; other programs use the rest
  std::uint64_t limit = 0;  // what the plan may use: the request's budget, or `free` minus some headroom
  std::vector<Part> parts;
  std::vector<PhaseUse> phases;  // in the order of the run
  // There is no room for the decoder beside the models: they are dropped before the frames are decoded, and the next
  // run loads them again.
  bool decodesAlone = false;
  // Frames that would not fit whole are decoded in overlapping tiles, whose edges may differ slightly.
  bool decodesInTiles = false;
  std::string problem;  // why the run does not fit and what to do about it; empty if it fits

  std::uint64_t peak() const {
    std::uint64_t peak = 0;
    for (const auto& phase : phases) peak = phase.total() > peak ? phase.total() : peak;
    return peak;
  }
  bool fits() const { return problem.empty(); }
};

std::string_view toString(MemoryPlan::Place place);  // "device", "streamed", "main"

}  // namespace fb
