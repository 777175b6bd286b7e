// SPDX-License-Identifier: MIT
// Plays the part of NVIDIA's driver that page-locks memory: it needs a current context on the calling thread, as the
// real one does.
#include <cstddef>
#include <mutex>
#include <set>
#include <vector>

namespace {

constexpr int kInvalidContext = 201, kNotRegistered = 713;

thread_local std::vector<void*> contexts;  // the current one last

std::mutex mutex;
std::set<void*> locked;
bool refusesToUnlock = false;

}  // namespace

extern "C" {

int cuCtxPushCurrent_v2(void* context) {
  if (!context) return kInvalidContext;
  contexts.push_back(context);
  return 0;
}

int cuCtxPopCurrent_v2(void** context) {
  if (contexts.empty()) return kInvalidContext;
  *context = contexts.back();
  contexts.pop_back();
  return 0;
}

int cuCtxGetCurrent(void** context) {
  *context = contexts.empty() ? nullptr : contexts.back();
  return 0;
}

int cuMemHostRegister_v2(void* memory, std::size_t /*bytes*/, unsigned /*flags*/) {
  if (contexts.empty()) return kInvalidContext;
  const std::scoped_lock lock(mutex);
  locked.insert(memory);
  return 0;
}

int cuMemHostUnregister(void* memory) {
  if (contexts.empty() || refusesToUnlock) return kInvalidContext;
  const std::scoped_lock lock(mutex);
  return locked.erase(memory) == 1 ? 0 : kNotRegistered;
}

// For the test.
std::size_t fakeDriverLocked() {
  const std::scoped_lock lock(mutex);
  return locked.size();
}
void fakeDriverRefusesToUnlock(bool refuses) { refusesToUnlock = refuses; }

}  // extern "C"
