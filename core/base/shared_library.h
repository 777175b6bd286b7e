// SPDX-License-Identifier: MIT
// Libraries with a C interface that are loaded when they are first needed. Linking NVIDIA's would make a GPU's driver a
// requirement for starting. Any thread may call.
#pragma once

#include "base/failure.h"

#include <dlfcn.h>

#include <atomic>
#include <optional>
#include <string>

namespace fb {

class SharedLibrary {
public:
  // file: as dlopen() takes it; must outlive this.
  explicit SharedLibrary(const char* file) : m_file(file) {}

  // Loads it; it stays loaded as long as the process lives. Empty on success, otherwise dlopen's message. May be
  // called again.
  std::string open() {
    if (m_handle) return {};
    m_handle = ::dlopen(m_file, RTLD_LAZY | RTLD_LOCAL);
    if (m_handle) return {};
    const char* why = ::dlerror();
    return why ? why : fmt::format("{} cannot be opened", m_file);
  }

  // Null before open() has succeeded.
  void* handle() const { return m_handle; }

  // What the function returns; absent if there is no such function. The arguments have the types of its parameters.
  template <class... Args>
  std::optional<int> call(const char* name, Args... args) const {
    void* const library = m_handle;
    const auto function = library ? reinterpret_cast<int (*)(Args...)>(::dlsym(library, name)) : nullptr;
    return function ? std::optional(function(args...)) : std::nullopt;
  }

private:
  const char* m_file;
  std::atomic<void*> m_handle = nullptr;
};

// The driver of NVIDIA's GPUs.
inline SharedLibrary& cudaDriver() {
  static SharedLibrary library("libcuda.so.1");
  return library;
}

// One function of an open library, looked up on construction. Throws Failure(Unsupported).
template <class Signature>
class LibraryFunction;

template <class R, class... Args>
class LibraryFunction<R(Args...)> {
public:
  LibraryFunction(void* library, const char* name)
      : m_function(reinterpret_cast<R (*)(Args...)>(::dlsym(library, name))) {
    if (!m_function) fail(ErrorKind::Unsupported, "NVIDIA's library lacks the function {}", name);
  }
  R operator()(Args... args) const { return m_function(args...); }

private:
  R (*m_function)(Args...);
};

}  // namespace fb
