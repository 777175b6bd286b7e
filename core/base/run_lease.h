// SPDX-License-Identifier: MIT
// Which process works in a run folder.
#pragma once

#include <filesystem>

namespace fb {

// The one who holds it is the only one who works in the folder. It is a lock on the folder itself, which the system
// takes back when the process ends, however it ends: there is no lease that nobody holds, and no file that tells of
// one. Does nothing on file systems that cannot lock. Any thread.
class RunLease {
public:
  // Of a folder that exists. Throws Failure(Invalid) if another one holds its lease, Failure(NotFound | Io) if the
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
