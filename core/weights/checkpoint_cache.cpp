// SPDX-License-Identifier: MIT
#include "weights/checkpoint_cache.h"

namespace fb::weights {

const Checkpoint& CheckpointCache::open(const std::filesystem::path& path) {
  if (const auto known = m_checkpoints.find(path); known != m_checkpoints.end()) return known->second;
  auto checkpoint = Checkpoint::open(path, [this](const std::filesystem::path& file) {
    std::error_code error;
    const auto canonical = std::filesystem::canonical(file, error);
    auto& opened = m_files[error ? file : canonical];
    if (!opened) opened = std::make_shared<const WeightsFile>(openWeights(file));
    return opened;
  });
  return m_checkpoints.emplace(path, std::move(checkpoint)).first->second;
}

}  // namespace fb::weights
