// SPDX-License-Identifier: MIT
#include "cli/reporting.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>

namespace fb::cli {
namespace {

std::string_view kindName(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Invalid:
      return "invalid";
    case ErrorKind::NotFound:
      return "not_found";
    case ErrorKind::Corrupt:
      return "corrupt";
    case ErrorKind::Unsupported:
      return "unsupported";
    case ErrorKind::OutOfMemory:
      return "out_of_memory";
    case ErrorKind::Io:
      return "io";
    case ErrorKind::NotFinite:
      return "not_finite";
    case ErrorKind::Internal:
      return "internal";
  }
  return "internal";
}

template <std::size_t N>
std::string scaled(double value, const std::array<const char*, N>& units) {
  std::size_t unit = 0;
  for (; value >= 1000 && unit + 1 < N; ++unit) value /= 1000;
  const int decimals = unit == 0 ? 0 : value < 10 ? 2 : 1;
  return fmt::format("{:.{}f} {}", value, decimals, units[unit]);
}

// Output that cannot be written is noticed at the end of the program (standard_streams.h), and never ends a run.
template <class... Args>
void say(std::FILE* stream, fmt::format_string<Args...> format, Args&&... args) {
  const auto text = fmt::format(format, std::forward<Args>(args)...);
  std::fwrite(text.data(), 1, text.size(), stream);
}

// Blocks of a small model follow each other a thousand times a second.
class Seldom {
public:
  // At the first call, and then twice a second at most.
  bool isDue() {
    const auto now = Clock::now();
    if (m_last && now - *m_last < std::chrono::milliseconds(500)) return false;
    m_last = now;
    return true;
  }

private:
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> m_last;
};

class JsonReporter : public Reporter {
public:
  void phaseStarted(Phase phase) override { line({{"event", "phase"}, {"phase", toString(phase)}}); }
  void stepFinished(const StepReport& report) override {
    nlohmann::ordered_json json{{"event", "step"}};
    json.update(ownJson(toJson(report)));
    line(json);
  }
  void stepProgress(int step, double done) override {
    if (m_stepProgress.isDue()) line({{"event", "step_progress"}, {"step", step}, {"done", done}});
  }
  void progress(Phase phase, double done) override {
    line({{"event", "progress"}, {"phase", toString(phase)}, {"done", done}});
  }
  void warning(const std::string& sentence) override { line({{"event", "warning"}, {"message", sentence}}); }
  void happened(const char* event, const std::string&, const nlohmann::ordered_json& json) override {
    end(event, json);
  }
  void result(const std::string&, const nlohmann::ordered_json& json) override { end("finished", json); }
  void failed(const Error& error) override {
    line({{"event", "failed"}, {"kind", kindName(error.kind)}, {"message", error.message}});
  }
  void cancelled(const std::string&, const nlohmann::ordered_json& json) override { end("cancelled", json); }

private:
  static void end(const char* event, const nlohmann::ordered_json& json) {
    nlohmann::ordered_json whole{{"event", event}};
    if (json.is_object()) whole.update(json);
    line(whole);
  }
  static void line(const nlohmann::ordered_json& json) {
    // File names and prompts may contain bytes that are not UTF-8.
    say(stdout, "{}\n", json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
    std::fflush(stdout);
  }

  Seldom m_stepProgress;
};

// Progress goes to the standard error, so that the standard output contains only the result.
class TerminalReporter : public Reporter {
public:
  void phaseStarted(Phase phase) override {
    clearBar();
    if (!m_live) say(stderr, "{}\n", toString(phase));
    if (phase != Phase::Sampling) bar(0, fmt::format("{}", toString(phase)));
  }
  void stepFinished(const StepReport& report) override {
    const double share = static_cast<double>(report.end) / report.steps;
    auto text = fmt::format("step {} of {} · {} · {} left", report.end, report.steps, toString(report.model),
                            humanTime(report.secondsLeft));
    if (report.reused) text += " · reused";
    if (report.reusedEvaluations > 0) text += " · partly reused";
    if (report.check != GuardCheck::None) text += fmt::format(" · check {}", toString(report.check));
    if (report.change) text += fmt::format(" · change {:.3f}", *report.change);
    if (report.velocityChange) text += fmt::format(" · velocity change {:.3f}", *report.velocityChange);
    if (report.settling) text += fmt::format(" · settling {:.4f}", *report.settling);
    if (report.divergence) text += fmt::format(" · divergence {:.3f}", report.divergence->relativeL2);
    m_steps = report.steps;
    m_left = report.secondsLeft;
    m_reported = std::chrono::steady_clock::now();
    bar(share, text);
  }
  void stepProgress(int step, double done) override {
    if (!m_stepProgress.isDue()) return;
    // The number of steps and the time that they take come with the first report.
    if (m_steps == 0) return bar(0, fmt::format("step {} · {:.0f} % of it", step + 1, 100 * done));
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - m_reported;
    bar((step + done) / m_steps, fmt::format("step {} of {} · {:.0f} % of it · {} left", step + 1, m_steps, 100 * done,
                                             humanTime(std::max(0., m_left - since.count()))));
  }
  void progress(Phase phase, double done) override { bar(done, fmt::format("{}", toString(phase))); }
  void warning(const std::string& sentence) override {
    clearBar();
    say(stderr, "warning: {}\n", sentence);
  }
  void happened(const char*, const std::string& text, const nlohmann::ordered_json&) override {
    clearBar();
    say(stderr, "{}\n", text);
  }
  void result(const std::string& text, const nlohmann::ordered_json&) override {
    clearBar();
    say(stdout, "{}\n", text);
  }
  void failed(const Error& error) override {
    clearBar();
    say(stderr, "error: {}\n", error.message);
  }
  void cancelled(const std::string& text, const nlohmann::ordered_json&) override {
    clearBar();
    say(stderr, "{}\n", text);
  }

private:
  void bar(double share, const std::string& text) {
    if (!m_live) return;
    constexpr int kWidth = 24;
    const int filled = static_cast<int>(std::lround(share * kWidth));
    std::string cells;
    for (int i = 0; i < kWidth; ++i) cells += i < filled ? "█" : "░";
    say(stderr, "\r\033[K{} {}", cells, text);
    std::fflush(stderr);
  }
  void clearBar() const {
    if (m_live) say(stderr, "\r\033[K");
  }

  const bool m_live = ::isatty(STDERR_FILENO) != 0;
  int m_steps = 0;    // of the schedule; 0: not known yet
  double m_left = 0;  // seconds, as of m_reported
  std::chrono::steady_clock::time_point m_reported;
  Seldom m_stepProgress;
};

}  // namespace

ExitCode exitCodeFor(const Error& error) {
  switch (error.kind) {
    case ErrorKind::OutOfMemory:
      return kOutOfMemory;
    case ErrorKind::Invalid:
    case ErrorKind::NotFound:
    case ErrorKind::Corrupt:
    case ErrorKind::Unsupported:
      return kBadInput;
    default:
      return kOtherFailure;
  }
}

std::string humanTime(double seconds) {
  const auto whole = static_cast<long>(std::lround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string humanFlops(double flops) {
  return scaled(flops, std::array{"FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP"});
}

std::string humanBytes(double bytes) { return scaled(bytes, std::array{"B", "kB", "MB", "GB", "TB"}); }

nlohmann::ordered_json ownJson(const std::string& text) { return nlohmann::ordered_json::parse(text); }

nlohmann::ordered_json secondsJson(const RunResult& result) {
  return {{"loading", result.secondsLoading},
          {"encoding", result.secondsEncoding},
          {"sampling", result.secondsSampling},
          {"decoding", result.secondsDecoding}};
}

nlohmann::ordered_json peaksJson(const RunResult& result) {
  auto peaks = nlohmann::ordered_json::object();
  for (const auto& [phase, bytes] : result.peaks) peaks[std::string(toString(phase))] = bytes;
  return peaks;
}

nlohmann::ordered_json batchedJson(const RunResult& result) {
  auto models = nlohmann::ordered_json::array();
  for (const auto model : result.batched) models.push_back(toString(model));
  return models;
}

nlohmann::ordered_json asJson(const PipelineInfo& pipeline) {
  auto settings = nlohmann::ordered_json::object();
  for (const auto& [name, value] : pipeline.settings) settings[name] = ownJson(value);
  return {{"folder", pipeline.folder.string()},
          {"pipeline", pipeline.pipeline},
          {"scheduler", pipeline.scheduler},
          {"settings", settings}};
}

std::unique_ptr<Reporter> makeReporter(bool json) {
  if (json) return std::make_unique<JsonReporter>();
  return std::make_unique<TerminalReporter>();
}

void tellRemarks(Reporter& reporter, const StageSchedule& schedule) {
  for (const auto remark : remarksOn(schedule)) reporter.warning(textOf(remark, schedule));
}

ExitCode reportFailure(Reporter& reporter, const Error& error) {
  reporter.failed(error);
  return exitCodeFor(error);
}

}  // namespace fb::cli
