// SPDX-License-Identifier: MIT
// An optional NVIDIA library and its C functions.
#pragma once

#include "base/failure.h"

#include <dlfcn.h>

#include <string>

namespace fb::kernels {

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

}  // namespace fb::kernels
