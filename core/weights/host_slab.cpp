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
  if (m_locked) callDriver("cuCtxGetCurrent", &m_context);
}

// The thread that ends may be another one, without a context.
bool HostSlab::unlock() {
  const bool isCurrent = callDriver("cuCtxPushCurrent_v2", m_context);
  const bool isUnlocked = callDriver("cuMemHostUnregister", static_cast<void*>(m_data));
  void* popped = nullptr;
  if (isCurrent) callDriver("cuCtxPopCurrent_v2", &popped);
  return isUnlocked;
}

HostSlab::~HostSlab() {
  // Memory that stays page-locked stays mapped: what the system mapped at its address next would be copied to the
  // device from the old pages.
  if (m_locked && !unlock()) return;
  ::munmap(m_data, m_bytes);
}

}  // namespace fb::weights
