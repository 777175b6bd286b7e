// SPDX-License-Identifier: MIT
// Preloaded: sends the process the signal FB_SIGNAL when the libraries start, before main().
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

__attribute__((constructor)) static void send(void) {
  const char* number = getenv("FB_SIGNAL");
  if (number) kill(getpid(), atoi(number));
}
