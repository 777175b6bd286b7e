// SPDX-License-Identifier: MIT
#include "base/run_lease.h"

#include "base/file_errors.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace fb {
namespace {

int openFolder(const std::filesystem::path& folder) {
  return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

// A caller of isHeld() holds a shared lock for a moment, which must not be mistaken for work in progress.
bool isTaken(int descriptor) {
  constexpr int kAttempts = 100;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (attempt > 0) std::this_thread::sleep_for(std::chrono::milliseconds(10));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return false;
  }
  return true;
}

}  // namespace

RunLease::RunLease(const std::filesystem::path& folder) : m_descriptor(openFolder(folder)) {
  if (m_descriptor < 0) failWithErrno("open", folder, errno);
  if (!isTaken(m_descriptor)) return;
  ::close(m_descriptor);
  fail(ErrorKind::Invalid, "{} is in use by another program. Wait until it has finished", folder.string());
}

RunLease::~RunLease() { ::close(m_descriptor); }

bool RunLease::isHeld(const std::filesystem::path& folder) {
  const int descriptor = openFolder(folder);
  // If this process is out of descriptors, the folder cannot be asked: a live run must not be taken for one cut off.
  if (descriptor < 0) return errno == EMFILE || errno == ENFILE;
  const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return held;
}

}  // namespace fb
