// SPDX-License-Identifier: MIT
// Paths that cannot be examined or opened, each for a different reason.
#pragma once

#include "temporary_folder.h"

#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace fb {

// While it exists, permissions apply to this thread as to everybody; otherwise they do not apply to root.
class AsAnybody {
public:
  AsAnybody() {
    ::syscall(SYS_capget, &m_header, m_before);
    __user_cap_data_struct without[2] = {m_before[0], m_before[1]};
    without[0].effective &= ~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH);
    ::syscall(SYS_capset, &m_header, without);
  }
  ~AsAnybody() { ::syscall(SYS_capset, &m_header, m_before); }
  AsAnybody(const AsAnybody&) = delete;
  AsAnybody& operator=(const AsAnybody&) = delete;

private:
  __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
  __user_cap_data_struct m_before[2] = {};
};

class HostilePaths {
public:
  HostilePaths() {
    std::filesystem::permissions(folder(), std::filesystem::perms::all);
    std::filesystem::create_directories(folder() / "closed" / "run");
    std::ofstream(folder() / "closed" / "clip.mp4") << "x";
    std::filesystem::create_directories(folder() / "caf\xe9");
    for (const auto* name : {"closed", "caf\xe9"})
      std::filesystem::permissions(folder() / name, std::filesystem::perms::none);
    // What is in a writable folder may also be replaced.
    std::filesystem::create_directories(folder() / "kept");
    std::ofstream(folder() / "kept" / "unreadable.json") << "{}";
    std::filesystem::permissions(folder() / "kept" / "unreadable.json", std::filesystem::perms::none);
    std::filesystem::permissions(folder() / "kept", std::filesystem::perms(0555));
    std::filesystem::create_symlink("loop", folder() / "loop");
    ::mkfifo((folder() / "pipe.mp4").c_str(), 0666);
    std::ofstream(folder() / "file") << "x";
  }
  ~HostilePaths() {
    std::error_code ignored;
    for (const auto* name : {"closed", "kept", "caf\xe9"})
      std::filesystem::permissions(folder() / name, std::filesystem::perms::owner_all, ignored);
  }
  HostilePaths(const HostilePaths&) = delete;
  HostilePaths& operator=(const HostilePaths&) = delete;

  std::vector<std::filesystem::path> all() const {
    std::vector<std::filesystem::path> paths;
    for (const std::string& name :
         {std::string("closed"), std::string("closed/run"), std::string("closed/clip.mp4"),
          std::string("closed/absent/model.safetensors"), std::string("kept/unreadable.json"), std::string("loop"),
          std::string("loop/clip.mp4"), std::string(300, 'a'), std::string(300, 'a') + ".mp4",
          std::string(300, 'a') + "/x.safetensors", std::string("file/below"), std::string("pipe.mp4"),
          std::string("caf\xe9/absent.mp4")})
      paths.push_back(folder() / name);
    std::string deep;
    while (deep.size() < 5000) deep += deep.empty() ? "folder" : "/folder";
    paths.push_back(folder() / deep);
    return paths;
  }
  std::filesystem::path folder() const { return m_folder.path(); }

private:
  TemporaryFolder m_folder;
};

}  // namespace fb
