// SPDX-License-Identifier: MIT
// Compares a traced run with the reference's file.
#pragma once

#include "engine_cases.h"
#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <string_view>

namespace fb {

// A request for one of an oracle's pairs, "wan-tiny" or an LTX one, with the prompt, size, solver, guidance and seed of
// its script; the steps are the caller's.
inline GenerationRequest oracleRequest(const char* oracle, std::string_view pair) {
  const bool isWan = pair == "wan-tiny";
  auto request = defaultRequest(pairIn(oracleFolder(oracle) / pair));
  request.clip.prompt = "A cat and a dog baking a cake together in a kitchen.";
  request.clip.negativePrompt = "worst quality, inconsistent motion, blurry";
  request.clip.width = isWan ? 48 : 64;
  request.clip.height = 32;
  request.clip.frames = 9;
  request.clip.fps = isWan ? 16 : 25;
  request.sampling.solver = isWan ? SolverKind::UniPC : SolverKind::Euler;
  request.sampling.guidance = 3;
  request.sampling.seed = 3;
  request.options.preview = false;
  return request;
}

inline weights::NamedTensors trace(GenerationRequest request) {
  const TemporaryFolder folder;
  request.options.traceFile = folder / "trace.safetensors";
  EventSink sink;
  RunControl control;
  const auto engine = createEngine({1});
  finished(engine->generate(request, sink, control));
  return weights::loadTensors(request.options.traceFile).tensors;
}

// Stopped when a step ends at noise level `end`, continued, and decoded again, the run gives the frames of `whole`.
inline void expectResumesAfter(int end, Engine& engine, GenerationRequest request, const Clip& whole) {
  struct StopAt : EventSink {
    RunControl& control;
    int end;
    StopAt(RunControl& c, int e) : control(c), end(e) {}
    void stepFinished(const StepReport& report) override {
      if (report.end == end) control.requestStop();
    }
  };
  SCOPED_TRACE(end);
  const TemporaryFolder folder;
  request.options.runFolder = folder / "run";
  RunControl stopping, again, decoding;
  StopAt stopper(stopping, end);
  ASSERT_TRUE(engine.generate(request, stopper, stopping).cancelled());
  EventSink sink;
  expectSameClip(finished(engine.resume(request.options.runFolder, sink, again)).clip, whole);
  expectSameClip(finished(engine.decode(request.options.runFolder, sink, decoding)).clip, whole);
}

inline double relativeL2(const at::Tensor& ours, const at::Tensor& reference) {
  return ((ours - reference).norm() / reference.norm()).item<double>();
}

inline void expectClose(const weights::NamedTensors& ours, const weights::NamedTensors& reference, const char* name,
                        double bar) {
  ASSERT_TRUE(ours.contains(name) && reference.contains(name)) << name;
  ASSERT_EQ(ours.at(name).sizes(), reference.at(name).sizes()) << name;
  EXPECT_LE(relativeL2(ours.at(name), reference.at(name)), bar) << name;
}

inline void expectEqual(const weights::NamedTensors& ours, const weights::NamedTensors& reference, const char* name) {
  ASSERT_TRUE(ours.contains(name) && reference.contains(name)) << name;
  EXPECT_TRUE(ours.at(name).equal(reference.at(name))) << name;
}

}  // namespace fb
