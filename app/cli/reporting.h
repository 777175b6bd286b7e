// SPDX-License-Identifier: MIT
// The output of the command line program: for people on the terminal, or as one JSON object per line for programs.
#pragma once

#include "flowblend/events.h"
#include "flowblend/model_info.h"
#include "flowblend/schedule.h"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace fb::cli {

enum ExitCode { kDone = 0, kOtherFailure = 1, kUsage = 2, kBadInput = 3, kOutOfMemory = 4, kCancelled = 5 };
ExitCode exitCodeFor(const Error& error);

// "1:03", "2:05:10", "41 s"
std::string humanTime(double seconds);
// "36.2 TFLOP"
std::string humanFlops(double flops);
// "4.2 GB"
std::string humanBytes(double bytes);

// JSON that this program has just composed, or that isOwnMetadata() has checked: nothing else from outside.
nlohmann::ordered_json ownJson(const std::string& text);

// How long each phase of a run took.
nlohmann::ordered_json secondsJson(const RunResult& result);
// Bytes by phase; empty on the CPU.
nlohmann::ordered_json peaksJson(const RunResult& result);
// The models that evaluated both prompts of a guided step in one forward: ["large"].
nlohmann::ordered_json batchedJson(const RunResult& result);
// What a diffusers folder says about sampling.
nlohmann::ordered_json asJson(const PipelineInfo& pipeline);

class Reporter : public EventSink {
public:
  // Something that happened on the way to the result: a line for people, and an event for programs.
  virtual void happened(const char* event, const std::string& text, const nlohmann::ordered_json& json) = 0;
  // A result for people, and the same for programs.
  virtual void result(const std::string& text, const nlohmann::ordered_json& json) = 0;
  virtual void failed(const Error& error) = 0;
  virtual void cancelled(const std::string& text, const nlohmann::ordered_json& json) = 0;
};

std::unique_ptr<Reporter> makeReporter(bool json);

// For commands with many runs: what each run reports is passed on. Sink: the command's own kind.
template <class Sink>
class RunReporting : public Sink {
public:
  explicit RunReporting(Reporter& reporter) : m_reporter(reporter) {}

  void phaseStarted(Phase phase) override { m_reporter.phaseStarted(phase); }
  void stepFinished(const StepReport& report) override { m_reporter.stepFinished(report); }
  void stepProgress(int step, double done) override { m_reporter.stepProgress(step, done); }
  void progress(Phase phase, double done) override { m_reporter.progress(phase, done); }
  void warning(const std::string& sentence) override { m_reporter.warning(sentence); }

protected:
  Reporter& m_reporter;
};

// Warns of what a schedule asks for in vain.
void tellRemarks(Reporter& reporter, const StageSchedule& schedule);

// Returns the exit code.
ExitCode reportFailure(Reporter& reporter, const Error& error);

}  // namespace fb::cli
