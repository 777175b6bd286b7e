// SPDX-License-Identifier: MIT
// What a run keeps on disk so that each of its stages can go on or be repeated after anything that ends the process
// (the names are base/run_files.h's):
//   request.json             the request
//   inputs.json              which files the run reads
//   place.json               the device and the dtype that it runs in
//   conditioning.safetensors token ids and text embeddings
//   state.safetensors        the trajectory after the last saved step (with its reports)
//   clip.safetensors         the decoded frames
// Each file is replaced as a whole; there is never half of one.
#pragma once

#include "base/run_lease.h"
#include "engine/pipeline.h"
#include "engine/run_inputs.h"
#include "engine/run_place.h"
#include "flowblend/engine.h"
#include "sampling/blended_sampler.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace fb::engine {

class RunFolder {
public:
  explicit RunFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  // Makes the folder, if it is not there yet, and claims it by the request. Throws Failure(Invalid) if it holds a run
  // or another process is about to begin one in it.
  void create(const GenerationRequest& request);
  // Before work goes on in it. As create() does, keeps all others from working in the folder as long as this lives.
  // Throws Failure(Invalid) if another one works in it.
  void claim();
  // Throws Failure(NotFound | Corrupt).
  GenerationRequest readRequest() const;
  // The request as it is kept. Throws Failure(NotFound | Io).
  std::string requestText() const;
  // In place of the one that the run began with.
  void replaceRequest(const GenerationRequest& request) const;

  // What the request reads now.
  void saveInputs(const GenerationRequest& request, weights::CheckpointCache& checkpoints,
                  std::stop_token stop = {}) const;
  // None in the folder of a run that was cut off as it began, or that a version before these were kept began.
  std::optional<RunInputs> loadInputs() const;

  void savePlace(const RunPlace& place) const;
  // None as with the inputs.
  std::optional<RunPlace> loadPlace() const;

  void saveText(const TextConditioning& text) const;
  std::optional<TextConditioning> loadText() const;

  // The boundaries are those in force, which may have been moved since the request.
  struct Saved {
    sampling::TrajectoryState trajectory;
    StageSchedule schedule;
    at::Tensor generator;  // state of the noise generator, bytes
    // In a later pass: the generator's state before it and the latents of the pass before; else undefined.
    at::Tensor passStart, earlier;
  };
  void saveState(const Saved& saved) const;
  std::optional<Saved> loadState() const;

  void saveClip(const Clip& clip) const;
  bool hasClip() const;
  Clip loadClip() const;

private:
  std::filesystem::path file(const char* name) const { return m_folder / name; }

  std::filesystem::path m_folder;
  std::unique_ptr<RunLease> m_lease;
};

}  // namespace fb::engine
