// SPDX-License-Identifier: MIT
// Which process is working in a run folder.
#pragma once

#include <filesystem>

namespace fb {

// Only its holder works in the folder. It is a lock on the folder itself, which the system releases when the process
// ends, however that happens: there are no stale leases and no lock files. Does nothing on file systems that do not
// support locks. Any thread.
class RunLease {
public:
  // The folder must exist. Throws Failure(Invalid) if somebody else holds its lease, Failure(NotFound | Io) if the
  // folder cannot be opened.
  explicit RunLease(const std::filesystem::path& folder);
  ~RunLease();
  RunLease(const RunLease&) = delete;
  RunLease& operator=(const RunLease&) = delete;

  static bool isHeld(const std::filesystem::path& folder);

private:
  int m_descriptor;
};

}  // namespace fb
