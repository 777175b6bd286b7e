// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "files.h"

#include <fmt/format.h>
#include <sanitizer/common_interface_defs.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <string_view>

namespace fb::weights::test {
namespace {

namespace fs = std::filesystem;

constexpr int kSecondsPerInput = 10;

std::array<char, 128> g_current{};

// Async-signal-safe: the program may be in any state here.
void printCurrent() {
  const auto written = ::write(STDERR_FILENO, g_current.data(), std::strlen(g_current.data()));
  (void)written;
}

extern "C" void onTimeout(int) {
  printCurrent();
  constexpr std::string_view kHung = "hung\n";
  const auto written = ::write(STDERR_FILENO, kHung.data(), kHung.size());
  (void)written;
  ::_exit(1);
}

enum class Verdict { Read, Refused, Wrong };

Verdict openInput(const FuzzKind& kind, int number, const fs::path& folder, bool verbose) {
  const auto current = fmt::format("input {} {}: ", kind.name, number);
  std::strncpy(g_current.data(), current.c_str(), g_current.size() - 1);
  Mutator mutator(std::hash<std::string>()(kind.name) + static_cast<std::uint64_t>(number));
  // Of the processor's time: a busy machine is no hang.
  const itimerval limit{{0, 0}, {kSecondsPerInput, 0}};
  ::setitimer(ITIMER_PROF, &limit, nullptr);
  try {
    kind.open(mutator, folder);
    return Verdict::Read;
  } catch (const Failure& failure) {
    const auto mustName = kind.mustName ? std::string(kind.mustName) : folder.string();
    if (verbose) fmt::print("refused: {}\n", failure.what());
    if (contains(failure.what(), mustName)) return Verdict::Refused;
    fmt::print(stderr, "{}the message does not name the file: {}\n", current, failure.what());
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}another exception than Failure: {}\n", current, error.what());
  }
  return Verdict::Wrong;
}

// False if an input was neither read nor properly refused.
bool openAll(const FuzzKind& kind, int times) {
  const TemporaryFolder folder;
  std::array<int, 3> counts{};
  const int inputs = kind.inputs * times;
  for (int i = 0; i < inputs; ++i) ++counts[static_cast<std::size_t>(openInput(kind, i, folder.path(), false))];
  fmt::print("{}: {} inputs, {} read, {} refused\n", kind.name, inputs, counts[0], counts[1]);
  std::fflush(stdout);
  // A kind that is always or never refused would test only one side.
  const bool bothSides = counts[0] > 0 && counts[1] > 0;
  if (!bothSides) fmt::print(stderr, "{}: the inputs do not exercise both outcomes\n", kind.name);
  return counts[2] == 0 && bothSides;
}

}  // namespace

int fuzz(const char* program, std::span<const FuzzKind> kinds, const std::optional<OneInput>& one) {
  ::signal(SIGPROF, onTimeout);
  __sanitizer_set_death_callback(printCurrent);
  const char* times = std::getenv("FB_FUZZ_TIMES");
  bool good = true;
  for (const auto& kind : kinds) {
    if (!one) {
      good &= openAll(kind, times ? std::atoi(times) : 1);
    } else if (one->kind == kind.name) {
      const auto folder = fs::temp_directory_path() / program;
      fs::create_directories(folder);
      fmt::print("{}\n", folder.string());
      good &= openInput(kind, one->number, folder, true) != Verdict::Wrong;
    }
  }
  return good ? 0 : 1;
}

}  // namespace fb::weights::test

// Asked by AddressSanitizer as it starts.
extern "C" const char* __asan_default_options() { return "hard_rss_limit_mb=2048:allocator_may_return_null=1"; }
