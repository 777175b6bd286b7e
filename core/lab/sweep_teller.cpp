// SPDX-License-Identifier: MIT
#include "lab/sweep_teller.h"

#include <algorithm>
#include <utility>

namespace fb::lab {

SweepTeller::SweepTeller(const SweepPlan& plan, bool decodes, SweepSink& sink)
    : m_plan(plan), m_decoding(decodes ? plan.run.decode.flops : 0), m_sink(sink) {}

void SweepTeller::phaseStarted(Phase phase) {
  if (phase == Phase::Decoding && !std::exchange(m_isDecoding, true)) beginPart(m_decoding);
  m_sink.phaseStarted(phase);
}

void SweepTeller::stepFinished(const StepReport& report) {
  m_sink.stepFinished(report);
  reach(m_inPart + flopsOf(report));
}

void SweepTeller::progress(Phase phase, double done) {
  m_sink.progress(phase, done);
  if (phase == Phase::Decoding) reach(done * m_part);
}

void SweepTeller::runStarted(const SweepPlan::Step& step, int index, int count) {
  m_isDecoding = false;
  beginPart(std::max(0., step.flops - m_decoding));
  m_sink.runStarted(step, index, count);
}

void SweepTeller::decodingStarted(const SweepRun& run, int index, int count) {
  m_isDecoding = true;
  beginPart(m_decoding);
  m_sink.decodingStarted(run, index, count);
}

void SweepTeller::beginPart(double flops) {
  m_before += m_part;
  m_part = flops;
  m_inPart = 0;
  tell();
}

void SweepTeller::reach(double flops) {
  m_inPart = std::clamp(flops, m_inPart, m_part);
  tell();
}

void SweepTeller::tell() {
  SweepProgress progress;
  const auto& left = m_plan.left;
  if (left.flops > 0) progress.done = std::clamp((m_before + m_inPart) / left.flops, 0., 1.);
  constexpr double kEnough = .05;  // of the work, for a speed
  const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_began).count();
  if (progress.done >= kEnough)
    progress.secondsLeft = spent * (1 - progress.done) / progress.done;
  else if (left.seconds)
    progress.secondsLeft = *left.seconds * (1 - progress.done);
  m_sink.sweepProgress(progress);
}

double SweepTeller::flopsOf(const StepReport& report) const {
  const auto& run = m_plan.run;
  // A check of a guard and a probe are a step of both models.
  if (report.divergence || report.check != GuardCheck::None) return run.largeStep.flops + run.smallStep.flops;
  return report.model == Model::Large ? run.largeStep.flops : run.smallStep.flops;
}

}  // namespace fb::lab
