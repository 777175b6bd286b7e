// SPDX-License-Identifier: MIT
// One run through its phases: text, sampling, decoding; the result of each is stored in the run folder as soon as it is
// done.
#pragma once

#include "engine/pipeline.h"
#include "engine/run_folder.h"
#include "engine/run_memory.h"
#include "engine/text_cache.h"
#include "engine/trace.h"
#include "flowblend/engine.h"

#include <memory>
#include <optional>
#include <vector>

namespace fb::engine {

// One thread only. Throws Failure and Stopped.
class Run {
public:
  // began: where a resumed run has run so far. magnitudes: for MagCache. Everything passed by reference must outlive
  // the run. keepTexts: see EngineOptions.
  Run(GenerationRequest request, std::optional<RunPlace> began, Calibration magnitudes, PartStore& parts,
      EventSink& sink, RunControl& control, bool keepTexts);
  // Before it starts or is restored: decode() will not be called, so there need be no memory for that.
  void samplesOnly() { m_isDecoded = false; }

  // A new run; its folder, if the request names one, must not contain another run.
  void start();
  // Continues from what the request's run folder contains.
  void restore();

  void sample();
  // Samples the first pass and gives MagCache's curves of its steps.
  MagnitudeCurves measure();
  // Frames of the finished sampling. Throws Failure(Invalid) if sampling is not finished.
  void decode();

  // Writes the trace, if requested.
  RunResult finish() &&;
  int stepsDone() const { return m_state.step; }

private:
  void begin(Phase phase);
  void notePeak();
  void keepPlace(bool hasState);
  // The disk space that a run folder needs.
  std::uint64_t bytesKept() const;
  // How many states it may keep for branches.
  std::uint64_t statesKept() const;
  // If its LoRAs are no longer those that the prompts were encoded with, they are encoded again.
  void dropTextOfOtherLoras();
  void encodeText();
  TextConditioning encodedText();
  // Plans the memory of the run and tells the store where to place its parts. Throws Failure if they do not fit.
  void planMemory();
  // After each plan. Warns if the models no longer have the batches of earlier steps.
  void noteBatches();
  // Whether the transformers multiply in fp8. Warns if they are asked to and cannot.
  bool choosesFp8();
  // Frees memory after an allocation has failed. False if there is nothing to free.
  bool dropUnused();
  // The result of `work`, which is tried a second time if memory runs out and something can be dropped. A failed
  // attempt leaves what it loaded unused, so dropping would always seem to help: there is no third attempt. isAsPlanned
  // becomes false if memory runs out.
  template <class Work>
  auto withRoom(bool& isAsPlanned, const Work& work);
  // first: the first interval of the pass, counted over all passes.
  void samplePass(int index, const SamplingPass& pass, int first);
  sampling::CachePlan cacheOf(bool isFirstPass);
  PreparedPass beginPass(int index, const SamplingPass& pass, int first, at::Device device);
  // Unless there is no memory for it.
  void showPreview(const sampling::StepView& view);
  // Drops the models or chooses tiles if the frames would otherwise not fit.
  void makeRoomToDecode();
  // With a warning. False if they already are.
  bool decodeInTiles();
  at::Tensor decoded(const at::Tensor& input);
  sampling::VelocityField& field(PassFields& fields, Model model);
  void onStep(const sampling::StepView& view);
  void save();
  // The state as it is written.
  RunFolder::Saved saved() const;
  // Keeps the state for other runs to branch from, if this is a place for that.
  void keepForBranches(Model last);
  // Goes on from the last steps of another run, which the request names.
  void branch();
  // A state file is only as sound as whoever wrote it. Throws Failure(Corrupt), naming the folder.
  void requireShapes(const RunFolder::Saved& saved, const std::filesystem::path& folder) const;
  // Goes on from there.
  void takeUp(RunFolder::Saved saved);
  void learnSpeeds() const;
  void learnMemory() const;

  const GenerationRequest m_asked;
  const std::optional<RunPlace> m_began;
  RunPlace m_place;
  const Calibration m_magnitudes;
  const GenerationRequest m_request;  // as it runs, with device, dtype and magnitudes resolved
  PartStore& m_parts;
  EventSink& m_sink;
  RunControl& m_control;
  std::optional<TextCache> m_texts;
  std::optional<RunMemory> m_memory;
  std::unique_ptr<Pipeline> m_pipeline;
  std::optional<RunFolder> m_folder;
  std::optional<Trace> m_trace;
  std::optional<TextConditioning> m_text, m_knownText;  // the second as it was found in the cache
  std::filesystem::path m_textFile;                     // that m_text was read from, if it was
  StageSchedule m_schedule;                             // with the boundaries moved so far
  at::Generator m_generator;
  at::Tensor m_generatorState;  // after the last finished step
  // In a later pass: the generator's state before it, and the result of the previous pass.
  at::Tensor m_passStart, m_earlier;
  sampling::TrajectoryState m_state;
  std::optional<Phase> m_phase;
  std::optional<MagnitudeCurves> m_measured;  // so far
  // What it takes is what a run by this plan takes: it is whole, memory was enough, and at its start no model of
  // another run was loaded.
  bool m_isAsPlanned = true;
  bool m_isDecodedAsPlanned = true;
  bool m_isDecoded = true;  // after its last step
  bool m_multipliesFp8 = false;
  bool m_toldOfKernels = false;
  bool m_toldOfRecorder = false;
  bool m_toldOfKeeping = false;
  bool m_hasPreviews = true;  // as far as is known
  int m_firstStep = 0;        // of this process
  RunResult m_result;
};

}  // namespace fb::engine
