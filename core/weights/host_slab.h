// SPDX-License-Identifier: MIT
// One piece of main memory that a device copies from. torch's own pinned allocator rounds up to powers of two, which
// would make 40 GB of 28.
#pragma once

#include <cstddef>
#include <cstdint>

namespace fb::weights {

class HostSlab {
public:
  // lock: for the device's copies, which are asynchronous and faster then; where the machine refuses, the memory is
  // plain. Throws c10::OutOfMemoryError.
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
