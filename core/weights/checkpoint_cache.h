// SPDX-License-Identifier: MIT
// Checkpoints that one job opens: each file's header is read once, however often and by whatever name it is asked for.
#pragma once

#include "weights/checkpoint.h"

#include <filesystem>
#include <map>
#include <memory>

namespace fb::weights {

// Holds on to what it opened, so that a job sees one state of its files from its start to its end. One thread.
class CheckpointCache {
public:
  CheckpointCache() = default;
  CheckpointCache(const CheckpointCache&) = delete;
  CheckpointCache& operator=(const CheckpointCache&) = delete;

  // As Checkpoint::open(); valid as long as the cache.
  const Checkpoint& open(const std::filesystem::path& path);

private:
  std::map<std::filesystem::path, Checkpoint> m_checkpoints;
  std::map<std::filesystem::path, std::shared_ptr<const WeightsFile>> m_files;  // by canonical path
};

}  // namespace fb::weights
