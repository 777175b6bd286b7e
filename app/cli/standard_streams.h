// SPDX-License-Identifier: MIT
// Standard output and standard error as the program finds them: full, closed, or a pipe without a reader. A run
// continues whatever happens to its output; the exit code reports that output was lost.
#pragma once

namespace fb::cli {

// Call first: a file opened later must not get the number of a closed stream, and a broken pipe must not end the
// program.
void secureStandardStreams();

// Call last. False if some output to either stream was lost.
bool flushStandardStreams();

}  // namespace fb::cli
