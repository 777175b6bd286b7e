// SPDX-License-Identifier: MIT
// What happens if an exception that nobody expected reaches the border of a thread.
#pragma once

#include <QString>

#include <optional>

namespace fb::ui {

class RunStore;

// One per program, made by main. As long as it lives, such an exception, on whichever thread, does not abort the
// program: changes to the queue and history get a moment to be written, the reason is written to stderr and noted in
// the state folder, so that the next start can tell it, and the exit code is 1, or 4 for lack of memory.
class UnexpectedEnd {
public:
  explicit UnexpectedEnd(const QString& stateFolder);
  ~UnexpectedEnd();
  UnexpectedEnd(const UnexpectedEnd&) = delete;
  UnexpectedEnd& operator=(const UnexpectedEnd&) = delete;

  // Whose changes are written; null: none. It must be alive until this is called with another one. GUI thread.
  static void keep(RunStore* store);

  // Why the last process with this folder ended unexpectedly, once; absent if it did not.
  static std::optional<QString> take(const QString& stateFolder);
};

}  // namespace fb::ui
