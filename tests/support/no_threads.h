// SPDX-License-Identifier: MIT
// Threads that the system refuses to start. It defines pthread_create(): include it in one source of a program.
#pragma once

#include <dlfcn.h>
#include <pthread.h>

#include <atomic>
#include <cerrno>

namespace fb {

inline std::atomic<bool> startsNoThreads = false;

// While it exists, no thread starts.
class NoThreads {
public:
  NoThreads() { startsNoThreads = true; }
  ~NoThreads() { startsNoThreads = false; }
  NoThreads(const NoThreads&) = delete;
  NoThreads& operator=(const NoThreads&) = delete;
};

}  // namespace fb

extern "C" int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*),
                              void* argument) noexcept {
  static const auto system = reinterpret_cast<decltype(&pthread_create)>(::dlsym(RTLD_NEXT, "pthread_create"));
  return fb::startsNoThreads ? EAGAIN : system(thread, attributes, start, argument);
}
