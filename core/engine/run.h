// SPDX-License-Identifier: MIT
// One run through its stages: text, sampling, decoding; each kept in the run folder as soon as it is done.
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

// One thread. Throws Failure and Stopped.
class Run {
public:
  // began: where a run that goes on has run so far. All that is given by reference must outlive the run.
  // keepTexts: see EngineOptions.
  Run(GenerationRequest request, std::optional<RunPlace> began, PartStore& parts, EventSink& sink, RunControl& control,
      bool keepTexts);

  // A new run; its folder, where the request names one, must not hold another.
  void start();
  // Picks up what the request's run folder holds.
  void restore();

  void sample();
  // Frames of the finished sampling. Throws Failure(Invalid) before its end.
  void decode();

  // Writes the trace, where one is asked for.
  RunResult finish() &&;
  int stepsDone() const { return m_state.step; }

private:
  void keepPlace(bool hasState);
  // What a run folder needs on its disk.
  std::uint64_t bytesKept() const;
  void encodeText();
  TextConditioning encodedText();
  // Plans the memory of the run and says in the store where its parts lie. Throws Failure if they do not fit.
  void planMemory();
  // Gives memory back after an allocation failed. False if there is nothing to give.
  bool dropUnused();
  // first: the interval, counted over all passes, that the pass begins with.
  void samplePass(int index, const SamplingPass& pass, int first);
  PreparedPass beginPass(int index, const SamplingPass& pass, int first, at::Device device);
  at::Tensor decoded(const at::Tensor& input);
  sampling::VelocityField& field(PassFields& fields, Model model);
  void onStep(const sampling::StepView& view);
  void save();
  void learnSpeeds() const;

  const GenerationRequest m_asked;
  const std::optional<RunPlace> m_began;
  const RunPlace m_place;
  const GenerationRequest m_request;  // as it runs at its place
  PartStore& m_parts;
  EventSink& m_sink;
  RunControl& m_control;
  std::optional<TextCache> m_texts;
  std::optional<RunMemory> m_memory;
  std::unique_ptr<Pipeline> m_pipeline;
  std::optional<RunFolder> m_folder;
  std::optional<Trace> m_trace;
  std::optional<TextConditioning> m_text;
  StageSchedule m_schedule;  // with the boundaries as moved so far
  at::Generator m_generator;
  at::Tensor m_generatorState;  // after the last finished step
  // Of a later pass: the generator before it, and what the pass before came to.
  at::Tensor m_passStart, m_earlier;
  sampling::TrajectoryState m_state;
  bool m_toldOfKernels = false;
  int m_firstStep = 0;  // of this process
  RunResult m_result;
};

}  // namespace fb::engine
