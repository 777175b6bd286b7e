// SPDX-License-Identifier: MIT
#include "cli/process_start.h"

#include "cli/reporting.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <string_view>
#include <thread>

namespace fb::cli {
namespace {

sigset_t endSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  // Under nohup, the run should outlive its terminal.
  struct sigaction hangup {};
  if (::sigaction(SIGHUP, nullptr, &hangup) != 0 || hangup.sa_handler != SIG_IGN) sigaddset(&signals, SIGHUP);
  return signals;
}

void requireFolder() {
  constexpr std::string_view kGone = "error: the current folder no longer exists: change to another one\n";
  char folder[PATH_MAX];
  if (::getcwd(folder, sizeof folder) || errno != ENOENT) return;
  static_cast<void>(!::write(STDERR_FILENO, kGone.data(), kGone.size()));
  ::_exit(kOtherFailure);
}

void begin(int, char**, char**) {
  // The threads that libraries start inherit this, so that only the waiting thread receives the signals.
  const auto signals = endSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  requireFolder();
}

// LibTorch takes a fifth of a second to start, before main(). The loader calls these functions first of all.
[[gnu::section(".preinit_array"), gnu::used]] void (*const kBegin)(int, char**, char**) = begin;

}  // namespace

void stopOnEndSignals(RunControl& control) {
  std::thread([signals = endSignals(), &control] {
    int signal = 0;
    sigwait(&signals, &signal);
    control.requestStop();
    sigwait(&signals, &signal);
    ::_exit(128 + signal);
  }).detach();
}

}  // namespace fb::cli
