// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/sweep.h"

#include <chrono>

namespace fb::lab {

// Passes on a sweep's events together with how much of its work is done. Used on the sweep's thread.
class SweepTeller : public SweepSink {
public:
  // plan: must outlive it. decodes: the runs' frames, too.
  SweepTeller(const SweepPlan& plan, bool decodes, SweepSink& sink);

  void phaseStarted(Phase phase) override;
  void stepFinished(const StepReport& report) override;
  void previewReady(int step, const Clip& clip) override { m_sink.previewReady(step, clip); }
  void stepProgress(int step, double done) override { m_sink.stepProgress(step, done); }
  void progress(Phase phase, double done) override;
  void warning(const std::string& sentence) override { m_sink.warning(sentence); }
  void runStarted(const SweepPlan::Step& step, int index, int count) override;
  void decodingStarted(const SweepRun& run, int index, int count) override;
  void runMeasured(const SweepRecord& record) override { m_sink.runMeasured(record); }
  void statesRemoved(std::uint64_t bytes) override { m_sink.statesRemoved(bytes); }
  // All runs are sampled and decoded.
  void runsDone() { beginPart(0); }

private:
  // A part of the work begins, so the one before it is done.
  void beginPart(double flops);
  // So much of the part is done. Work beyond the plan, such as steps that a guard leaves to the large model, does not
  // count.
  void reach(double flops);
  void tell();
  double flopsOf(const StepReport& report) const;

  const SweepPlan& m_plan;
  const double m_decoding;  // FLOPs of each run
  SweepSink& m_sink;
  double m_before = 0;              // FLOPs of the parts that are done
  double m_part = 0, m_inPart = 0;  // of the one under way, and of it what is done
  bool m_isDecoding = false;
  std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

}  // namespace fb::lab
