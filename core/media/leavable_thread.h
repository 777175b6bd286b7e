// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

namespace fb::media {

// Makes uninterruptible calls of a library on a thread that is left behind if a stop comes before a call has returned:
// an encoder may work for seconds on the frames that it holds. The thread then frees what it owns when the call
// returns. A process that exits earlier does not wait for it and keeps its exit code. Used on one thread.
class LeavableThread {
public:
  // owned: what the calls refer to. It is freed after the last call, if that was left on this thread.
  explicit LeavableThread(std::shared_ptr<void> owned);
  // Waits for a thread that was not left.
  ~LeavableThread();
  LeavableThread(const LeavableThread&) = delete;
  LeavableThread& operator=(const LeavableThread&) = delete;

  // Returns when `call` has, and throws what it throws. Throws Stopped as soon as a stop is requested; no further calls
  // are possible then. `call` may only refer to what is owned or held by itself.
  void run(std::function<void()> call, const std::stop_token& stop);

private:
  struct Shared;
  std::shared_ptr<Shared> m_shared;
  bool m_isLeft = false;
};

}  // namespace fb::media
