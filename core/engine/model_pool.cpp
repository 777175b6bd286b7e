// SPDX-License-Identifier: MIT
#include "engine/model_pool.h"

#include "base/failure.h"

namespace fb::engine {

ModelPool::Key ModelPool::keyOf(const std::filesystem::path& path) {
  std::error_code error;
  Key key;
  key.path = std::filesystem::weakly_canonical(path, error);
  if (error) key.path = path;
  const auto changed = std::filesystem::last_write_time(path, error);
  key.changed = error ? 0 : changed.time_since_epoch().count();
  return key;
}

std::vector<ModelPool::Lora> ModelPool::idsOf(const weights::LoraStack& loras, const weights::Placement& placement) {
  const bool merges = weights::mergesLoras(loras, placement);
  std::vector<Lora> ids;
  for (const auto& use : loras)
    ids.push_back({use.checkpoint->identity(), merges ? std::optional(use.strengths) : std::nullopt});
  return ids;
}

std::uint64_t ModelPool::bytesOn(at::Device device) const {
  std::uint64_t bytes = 0;
  for (const auto& entry : m_entries)
    if (entry.key.device == device) bytes += entry.bytes;
  return bytes;
}

bool ModelPool::dropUnused() {
  bool isAnyDropped = m_entries.remove_if([](const Entry& entry) { return entry.isUnused(); }) > 0;
  for (const auto& entry : m_entries) isAnyDropped = (entry.dropSpare && entry.dropSpare()) || isAnyDropped;
  return isAnyDropped;
}

void ModelPool::release(const weights::Checkpoint& checkpoint) {
  drop([identity = checkpoint.identity()](const Entry& entry) { return entry.key.checkpoint == identity; });
}

std::uint64_t ModelPool::roomOn(at::Device device) const { return m_budget.room(device, bytesOn(device)); }

void ModelPool::makeRoom(std::uint64_t bytes, at::Device device, const std::filesystem::path& path) {
  for (auto entry = m_entries.begin(); entry != m_entries.end() && roomOn(device) < bytes;) {
    const bool goes = entry->isUnused() && entry->key.device == device;
    entry = goes ? m_entries.erase(entry) : std::next(entry);
    if (goes) compute::releaseCachedMemory(device);
  }
  const auto room = roomOn(device);
  if (room >= bytes) return;
  constexpr double kGigabyte = 1e9;
  const auto gigabytes = [](std::uint64_t count) { return static_cast<double>(count) / kGigabyte; };
  if (compute::freeMemory(device) >= bytes)
    fail(ErrorKind::OutOfMemory,
         "{} needs {:.2f} GB on {}, but {:.2f} GB of the memory budget of {:.2f} GB are left: raise the budget in the "
         "settings, or choose a smaller dtype",
         path.string(), gigabytes(bytes), device.str(), gigabytes(room), gigabytes(m_budget.limit));
  fail(ErrorKind::OutOfMemory,
       "{} needs {:.1f} GB on {}, but {:.1f} GB are free: choose a smaller dtype (bf16 halves fp32), another device, "
       "or close other programs",
       path.string(), gigabytes(bytes), device.str(), gigabytes(room));
}

}  // namespace fb::engine
