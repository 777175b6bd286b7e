// SPDX-License-Identifier: MIT
// Standard output and standard error as the program finds them: full, closed, or a pipe that nobody reads any more. A
// run goes on whatever becomes of what is said about it; the exit code tells that it was not said.
#pragma once

namespace fb::cli {

// First of all: a file that is opened later must not get the number of a stream that was closed, and a broken pipe must
// not end the program.
void secureStandardStreams();

// Last of all. False if anything that was written to either stream did not go out.
bool flushStandardStreams();

}  // namespace fb::cli
