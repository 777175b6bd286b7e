// SPDX-License-Identifier: MIT
// Preloaded: sends the process the signal FB_SIGNAL when the libraries start, before main(), and FB_SIGNAL_AT_END when
// they end, after main() and the destructors of its static objects. What waits for signals takes the second one, which
// ends the process, only after it has dealt with the first one.
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static int from_environment(const char* name) {
  const char* number = getenv(name);
  return number ? atoi(number) : 0;
}

__attribute__((constructor)) static void send(void) {
  const int number = from_environment("FB_SIGNAL");
  if (number) kill(getpid(), number);
}

__attribute__((destructor)) static void send_at_end(void) {
  const int number = from_environment("FB_SIGNAL_AT_END");
  if (!number) return;
  sigset_t pending;
  kill(getpid(), number);
  do {
    sched_yield();
    sigpending(&pending);
  } while (sigismember(&pending, number));
  kill(getpid(), number);
  for (;;) sched_yield();
}
