// SPDX-License-Identifier: MIT
// Checkpoints that one job opens: each file's header is read once, however often and under whatever name it is
// requested.
#pragma once

#include "weights/checkpoint.h"

#include <filesystem>
#include <map>
#include <memory>

namespace fb::weights {

// Keeps everything that it opened, so that a job sees one consistent state of its files. One thread only.
class CheckpointCache {
public:
  CheckpointCache() = default;
  CheckpointCache(const CheckpointCache&) = delete;
  CheckpointCache& operator=(const CheckpointCache&) = delete;

  // Like Checkpoint::open(); valid as long as the cache.
  const Checkpoint& open(const std::filesystem::path& path);

private:
  std::map<std::filesystem::path, Checkpoint> m_checkpoints;
  std::map<std::filesystem::path, std::shared_ptr<const WeightsFile>> m_files;  // by canonical path
};

}  // namespace fb::weights
