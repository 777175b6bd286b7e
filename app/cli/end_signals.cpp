// SPDX-License-Identifier: MIT
#include "cli/end_signals.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
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

// The threads that libraries start inherit this, so that only the waiting thread receives the signals.
void block(int, char**, char**) {
  const auto signals = endSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

// LibTorch takes a fifth of a second to start, before main(). The loader calls these functions first of all.
[[gnu::section(".preinit_array"), gnu::used]] void (*const kBlockFirst)(int, char**, char**) = block;

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
