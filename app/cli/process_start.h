// SPDX-License-Identifier: MIT
// What the process does before its libraries start and main() is called, in a program that calls stopOnEndSignals().
// - Ctrl+C, a service manager and a closing terminal (INT, TERM, HUP) wait from then on; what comes earlier ends the
//   process as usual, when nothing has begun. HUP stays ignored under nohup.
// - In a folder that was removed, nothing can be found by a relative path and some libraries end the process: it ends
//   at once, with a sentence.
// - An exception that nobody catches, as while libraries start with too little memory, ends it in the same way.
#pragma once

#include "flowblend/events.h"

namespace fb::cli {

// The signals ask the run to stop and to save its state; a second one ends the program immediately. `control` must live
// until the end of the process. Call once, before other threads start.
void stopOnEndSignals(RunControl& control);

// Ends the process with a sentence about the exception in flight, if there is one, and its exit code. The handler of
// std::terminate().
[[noreturn]] void endAfterException();

}  // namespace fb::cli
