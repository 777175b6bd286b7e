// SPDX-License-Identifier: MIT
// One piece of main memory from which a device copies. torch's own pinned allocator rounds up to powers of two, which
// would turn 28 GB into 40.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fb::weights {

class HostSlab {
public:
  // lock: page-locks it for the device's copies, which are then asynchronous and faster; if the machine refuses, the
  // memory is pageable. Throws c10::OutOfMemoryError.
  HostSlab(std::uint64_t bytes, bool lock);
  ~HostSlab();
  HostSlab(const HostSlab&) = delete;
  HostSlab& operator=(const HostSlab&) = delete;

  std::byte* data() const { return m_data; }

private:
  std::byte* m_data = nullptr;
  std::uint64_t m_bytes;
  bool m_locked = false;
};

}  // namespace fb::weights
