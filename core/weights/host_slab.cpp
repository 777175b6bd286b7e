// SPDX-License-Identifier: MIT
#include "weights/host_slab.h"

#include "base/shared_library.h"

#include <c10/util/Exception.h>

#include <sys/mman.h>

namespace fb::weights {
namespace {

template <class... Args>
bool callDriver(const char* name, Args... args) {
  return cudaDriver().open().empty() && cudaDriver().call(name, args...) == 0;
}

constexpr unsigned kPortable = 1;  // CU_MEMHOSTREGISTER_PORTABLE

}  // namespace

HostSlab::HostSlab(std::uint64_t bytes, bool lock) : m_bytes(bytes) {
  void* memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  TORCH_CHECK_WITH(OutOfMemoryError, memory != MAP_FAILED, "no ", bytes, " bytes of main memory are left");
  m_data = static_cast<std::byte*>(memory);
  m_locked = lock && callDriver("cuMemHostRegister_v2", memory, static_cast<std::size_t>(bytes), kPortable);
}

HostSlab::~HostSlab() {
  if (m_locked) callDriver("cuMemHostUnregister", static_cast<void*>(m_data));
  ::munmap(m_data, m_bytes);
}

}  // namespace fb::weights
