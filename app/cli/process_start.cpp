// SPDX-License-Identifier: MIT
#include "cli/process_start.h"

#include "cli/reporting.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <exception>
#include <new>
#include <string_view>
#include <system_error>
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

// Takes no memory, of which there may be none left.
[[noreturn]] void endWith(ExitCode code, std::string_view sentence, std::string_view reason = {}) {
  for (const std::string_view part : {std::string_view("error: "), sentence, reason, std::string_view("\n")})
    static_cast<void>(!::write(STDERR_FILENO, part.data(), part.size()));
  ::_exit(code);
}

void requireFolder() {
  char folder[PATH_MAX];
  if (::getcwd(folder, sizeof folder) || errno != ENOENT) return;
  endWith(kOtherFailure, "the current folder no longer exists: change to another one");
}

void begin(int, char**, char**) {
  std::set_terminate(endAfterException);
  // The threads that libraries start inherit this, so that only the waiting thread receives the signals.
  const auto signals = endSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  requireFolder();
}

// LibTorch takes a fifth of a second to start, before main(). The loader calls these functions first of all.
[[gnu::section(".preinit_array"), gnu::used]] void (*const kBegin)(int, char**, char**) = begin;

}  // namespace

void endAfterException() {
  constexpr std::string_view kUnexpected = "unexpected: ";
  try {
    if (std::current_exception()) throw;
  } catch (const std::bad_alloc&) {
    endWith(kOutOfMemory, "this process gets too little memory: close other programs, or raise its limit (ulimit -v)");
  } catch (const std::system_error& failure) {
    if (failure.code() == std::errc::resource_unavailable_try_again || failure.code() == std::errc::not_enough_memory)
      endWith(kOutOfMemory,
              "this process cannot start a thread: close other programs, or raise its limits (ulimit -v, ulimit -u)");
    endWith(kOtherFailure, kUnexpected, failure.what());
  } catch (const std::exception& failure) {
    endWith(kOtherFailure, kUnexpected, failure.what());
  } catch (...) {
  }
  endWith(kOtherFailure, "an unexpected error occurred");
}

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
