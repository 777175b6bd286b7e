// SPDX-License-Identifier: MIT
#include "part_runner.h"

#include "engine/guarded.h"

#include <fmt/format.h>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>

namespace fb::gpu {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBegins = "begins", kEnds = "ends";

int secondsUntil(Clock::time_point end) {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(end - Clock::now()).count());
}

// In the process of the parts; false if no other part may follow in it.
bool runPart(const Part& part, Report& report) {
  bool isLost = false;
  try {
    part.check(report);
  } catch (const c10::Error& error) {
    const std::string what = error.what_without_backtrace();
    isLost = saysDeviceIsLost(what);
    report.failure(part.name, what.substr(0, what.find('\n')));
  } catch (const std::exception& error) {
    report.failure(part.name, error.what());
  }
  return !isLost && !part.isLastOfProcess;
}

[[noreturn]] void work(std::span<const Part> parts, Clock::time_point end, int pipe) {
  // With the process that follows it, this one ends, too.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  Report report(pipe);
  for (const auto& part : parts) {
    const int left = secondsUntil(end);
    if (left <= 0) break;
    report.mark(kBegins, part.name);
    // Its default action ends the process, also in a call that waits for the device.
    ::alarm(static_cast<unsigned>(std::min(part.seconds, left)));
    const bool goesOn = runPart(part, report);
    ::alarm(0);
    report.mark(kEnds, part.name);
    if (!goesOn) break;
  }
  // Without the destructors of static objects, some of which would use the GPU.
  ::_exit(0);
}

struct Followed {
  std::size_t begun = 0, ended = 0;  // parts
};

// Receives what the process sends, until it ends.
Followed follow(int pipe, Report& report, const std::function<void()>& found) {
  Followed followed;
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> stream(::fdopen(pipe, "r"), std::fclose);
  char* line = nullptr;
  std::size_t room = 0;
  while (::getline(&line, &room, stream.get()) > 0) {
    auto entry = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (entry.is_discarded()) continue;  // the process was ended while it wrote
    if (entry.contains(kBegins)) {
      ++followed.begun;
    } else if (entry.contains(kEnds)) {
      ++followed.ended;
      if (found) found();
    } else {
      report.take(std::move(entry));
    }
  }
  std::free(line);
  return followed;
}

std::string endOf(int status, const Part& part) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM)
    return fmt::format("it took longer than the {} s it has, or than what was left for all parts", part.seconds);
  if (WIFSIGNALED(status)) return fmt::format("its process was ended by: {}", ::strsignal(WTERMSIG(status)));
  return fmt::format("its process ended with code {}", WEXITSTATUS(status));
}

void require(bool ok, const char* what) {
  if (!ok) throw std::runtime_error(fmt::format("{}: {}", what, std::strerror(errno)));
}

}  // namespace

bool saysDeviceIsLost(const std::string& what) { return engine::saysGpuFailed(what); }

void runParts(const std::vector<Part>& parts, int seconds, Report& report, const std::function<void()>& found) {
  const auto end = Clock::now() + std::chrono::seconds(seconds);
  std::span<const Part> left = parts;
  while (!left.empty() && secondsUntil(end) > 0) {
    int ends[2];
    require(::pipe(ends) == 0, "no pipe");
    std::fflush(nullptr);
    const pid_t process = ::fork();
    require(process >= 0, "no process");
    if (process == 0) {
      ::close(ends[0]);
      work(left, end, ends[1]);
    }
    ::close(ends[1]);
    const auto followed = follow(ends[0], report, found);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (followed.begun > followed.ended) {
      const auto& part = left[followed.begun - 1];
      report.failure(part.name, endOf(status, part));
      if (found) found();
    }
    left = left.subspan(followed.begun);
  }
  for (const auto& part : left) report.failure(part.name, fmt::format("not run: the {} s are used up", seconds));
  if (found) found();
}

}  // namespace fb::gpu
