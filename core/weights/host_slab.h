// SPDX-License-Identifier: MIT
// One piece of main memory from which a device copies. torch's own pinned allocator rounds up to powers of two, which
// would turn 28 GB into 40.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fb::weights {

class HostSlab {
public:
  // lock: page-locks it for the device's copies, which are then asynchronous and faster; if the machine refuses, or if
  // this thread has no current CUDA context, the memory is pageable. Throws c10::OutOfMemoryError.
  HostSlab(std::uint64_t bytes, bool lock);
  // On any thread.
  ~HostSlab();
  HostSlab(const HostSlab&) = delete;
  HostSlab& operator=(const HostSlab&) = delete;

  std::byte* data() const { return m_data; }
  bool isLocked() const { return m_locked; }

private:
  bool unlock();

  std::byte* m_data = nullptr;
  std::uint64_t m_bytes;
  bool m_locked = false;
  void* m_context = nullptr;  // in which it was page-locked
};

}  // namespace fb::weights
