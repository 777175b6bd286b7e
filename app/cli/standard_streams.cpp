// SPDX-License-Identifier: MIT
#include "cli/standard_streams.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>

namespace fb::cli {

void secureStandardStreams() {
  // Opened for reading, so that writing to a closed stream fails as it would have.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF) static_cast<void>(::open("/dev/null", O_RDONLY));
  // Writing then fails, which is told, instead of ending the process: after a reader that is gone, and at a limit of
  // the size of files (ulimit -f).
  for (const int signal : {SIGPIPE, SIGXFSZ}) std::signal(signal, SIG_IGN);
}

bool flushStandardStreams() {
  std::cout.flush();
  const bool outFailed = std::fflush(stdout) != 0 || std::ferror(stdout) != 0 || !std::cout;
  if (outFailed) std::fputs("error: some of the standard output could not be written\n", stderr);
  const bool errorFailed = std::fflush(stderr) != 0 || std::ferror(stderr) != 0;
  return !outFailed && !errorFailed;
}

}  // namespace fb::cli
