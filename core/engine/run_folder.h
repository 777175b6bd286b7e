// SPDX-License-Identifier: MIT
// What a run stores on disk so that each of its phases can continue or be repeated however the process ended (the names
// are in base/run_files.h):
//   request.json             the request
//   inputs.json              which files the run reads
//   place.json               the device and dtype that it runs with, and which models have batches
//   magnitudes.json          what MagCache was given, if the run uses it
//   conditioning.safetensors token ids and text embeddings
//   state.safetensors        the trajectory after the last saved step (with its reports)
//   state-00012.safetensors  the trajectory after 12 steps, stored for other runs to branch from
//   clip.safetensors         the decoded frames
// Each file is replaced as a whole; there is never a partial one.
#pragma once

#include "base/run_lease.h"
#include "engine/pipeline.h"
#include "engine/run_inputs.h"
#include "engine/run_place.h"
#include "flowblend/engine.h"
#include "sampling/blended_sampler.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace fb::engine {

class RunFolder {
public:
  explicit RunFolder(std::filesystem::path folder) : m_folder(std::move(folder)) {}

  // Makes the folder if it does not exist and claims it with the request. Throws Failure(Invalid) if it contains a run
  // or another process is about to begin one in it.
  void create(const GenerationRequest& request);
  // Before work continues in it. Like create(), keeps everybody else from working in the folder as long as this object
  // lives. Throws Failure(Invalid) if another process is working in it.
  void claim();
  // Throws Failure(NotFound | Corrupt).
  GenerationRequest readRequest() const;
  // The stored request. Throws Failure(NotFound | Io).
  std::string requestText() const;
  // The files that the request reads now.
  void saveInputs(const GenerationRequest& request, weights::CheckpointCache& checkpoints,
                  std::stop_token stop = {}) const;
  // Replaces the request and the inputs that the run began with. A request that was changed since then stays one that
  // was.
  void relocate(Relocation found) const;
  // Absent if the run was interrupted right at its start, or was begun by a version that did not store these.
  std::optional<RunInputs> loadInputs() const;

  void savePlace(const RunPlace& place) const;
  // Absent as for the inputs.
  std::optional<RunPlace> loadPlace() const;

  void saveMagnitudes(const Calibration& magnitudes) const;
  // Absent as for the inputs, and in runs that use none.
  std::optional<Calibration> loadMagnitudes() const;

  void saveText(const TextConditioning& text) const;
  std::optional<TextConditioning> loadText() const;
  bool hasText() const;

  // The current boundaries, which may have been moved since the request.
  struct Saved {
    sampling::TrajectoryState trajectory;
    StageSchedule schedule;
    at::Tensor generator;  // state of the noise generator, bytes
    // In a later pass: the generator's state before it and the latents of the previous pass; otherwise undefined.
    at::Tensor passStart, earlier;
  };
  void saveState(const Saved& saved) const;
  std::optional<Saved> loadState() const;

  // The state after saved.trajectory.step steps stays for other runs to branch from. If such states take more than
  // `limit` bytes, the earliest are deleted.
  void keepState(const Saved& saved, std::uint64_t limit) const;
  // After which steps there is a state to branch from, the last one first. That of loadState() serves as well.
  std::vector<int> keptSteps() const;
  // One of keptSteps().
  Saved loadState(int step) const;
  struct Steps {
    std::vector<StepReport> reports;
    std::vector<sampling::Stage> stages;
  };
  // What led to that state, without its tensors.
  Steps loadSteps(int step) const;
  // What a cache remembers of this model, in the state of loadState().
  void dropCacheOf(Model model) const;

  void saveClip(const Clip& clip) const;
  bool hasClip() const;
  Clip loadClip() const;

private:
  std::filesystem::path file(std::string_view name) const { return m_folder / name; }

  std::filesystem::path m_folder;
  std::unique_ptr<RunLease> m_lease;
};

// How much the tensors of a state take on the disk, beside what TeaCache and MagCache keep: the latents, what the
// solver remembers, and what EasyCache and guards do. latents: bytes of the present pass; earlier: those of the pass
// before, 0 in the first.
std::uint64_t stateBytes(const SamplingSettings& sampling, std::uint64_t latents, std::uint64_t earlier);

}  // namespace fb::engine
