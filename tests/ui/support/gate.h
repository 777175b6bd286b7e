// SPDX-License-Identifier: MIT
// A point in a fake's work at which a test decides when it continues.
#pragma once

#include <condition_variable>
#include <limits>
#include <mutex>
#include <stop_token>

namespace fb::ui {

// Open at first. Any thread.
class Gate {
public:
  // From now on, callers wait, except for the first `passes`.
  void close(int passes = 0) {
    const std::lock_guard lock(m_mutex);
    m_passes = passes;
  }
  void letPass(int passes = 1) {
    const std::lock_guard lock(m_mutex);
    m_passes += passes;
    m_changed.notify_all();
  }
  void open() {
    const std::lock_guard lock(m_mutex);
    m_passes = kOpen;
    m_changed.notify_all();
  }
  // Whether a caller is waiting at it.
  bool isHolding() const {
    const std::lock_guard lock(m_mutex);
    return m_waiting > 0;
  }

  // Waits until it may pass; false if a stop was requested first.
  bool enter(const std::stop_token& stop = {}) {
    std::unique_lock lock(m_mutex);
    ++m_waiting;
    const bool passes = m_changed.wait(lock, stop, [this] { return m_passes > 0; });
    --m_waiting;
    if (passes && m_passes != kOpen) --m_passes;
    return passes && !stop.stop_requested();
  }

private:
  static constexpr int kOpen = std::numeric_limits<int>::max();

  mutable std::mutex m_mutex;
  std::condition_variable_any m_changed;
  int m_passes = kOpen;  // guarded by m_mutex
  int m_waiting = 0;     // guarded by m_mutex
};

}  // namespace fb::ui
