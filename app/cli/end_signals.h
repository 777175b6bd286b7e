// SPDX-License-Identifier: MIT
// Ctrl+C, a service manager and a closing terminal.
#pragma once

#include "flowblend/events.h"

namespace fb::cli {

// INT, TERM and HUP ask the run to stop and to save its state; a second one ends the program immediately. In a program
// that calls this they wait from the moment it has been loaded, before any library starts and before main(): what
// comes earlier ends the process as usual, when nothing has begun. HUP stays ignored under nohup. `control` must live
// until the end of the process. Call once, before other threads start.
void stopOnEndSignals(RunControl& control);

}  // namespace fb::cli
