// SPDX-License-Identifier: MIT
// As long as it lives, this process can open nothing: every call that needs a new descriptor fails with EMFILE.
#pragma once

#include <sys/resource.h>

namespace fb {

class NoDescriptors {
public:
  NoDescriptors() {
    ::getrlimit(RLIMIT_NOFILE, &m_before);
    const rlimit none{0, m_before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
  NoDescriptors(const NoDescriptors&) = delete;
  NoDescriptors& operator=(const NoDescriptors&) = delete;

private:
  rlimit m_before{};
};

}  // namespace fb
