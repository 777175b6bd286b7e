// SPDX-License-Identifier: MIT
// The models in memory, each loaded once for its files, dtype and device, and dropped when the memory is needed.
#pragma once

#include "compute/memory.h"
#include "weights/block_stream.h"
#include "weights/checkpoint.h"
#include "weights/load_model.h"

#include <ATen/ATen.h>

#include <any>
#include <filesystem>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fb::engine {

// Independent of the models: entries are distinguished by their type. One thread at a time.
class ModelPool {
public:
  // A model of `checkpoint` (weights/load_model.h) with LoRAs. If it is loaded with another placement or other LoRAs
  // and nobody holds it, it is reloaded; strengths that are not part of the weights are left to the caller to set.
  // Throws a Failure(OutOfMemory) that names the checkpoint if it does not fit even after every unused model is
  // dropped. Throws Stopped.
  template <class Model>
  std::shared_ptr<const Model> get(const weights::Checkpoint& checkpoint, at::ScalarType dtype, at::Device device,
                                   const weights::Placement& placement = {}, weights::LoadControl control = {},
                                   const weights::LoraStack& loras = {});

  // Anything else made from a file and shared, such as a tokenizer; uses no memory of a device.
  template <class T, class Make>
  std::shared_ptr<const T> share(const std::filesystem::path& path, const Make& make);

  // How much memory the models on one device may use together.
  void setBudget(compute::MemoryBudget budget) { m_budget = budget; }
  // Drops every model that no run holds, and what the others keep of earlier prompts; true if something was dropped.
  bool dropUnused();
  // The same for the models of one checkpoint.
  void release(const weights::Checkpoint& checkpoint);
  // The same for those of one type.
  template <class Model>
  void release(const weights::Checkpoint& checkpoint);
  // The model if it is loaded, without LoRAs; null otherwise.
  template <class Model>
  std::shared_ptr<const Model> loaded(const weights::Checkpoint& checkpoint, at::ScalarType dtype, at::Device device) {
    return find<Model>({checkpoint.identity(), dtype, device, {}, 0, {}});
  }
  // What that model takes of its device; 0 if it is not loaded.
  template <class Model>
  std::uint64_t bytesOf(const weights::Checkpoint& checkpoint, at::ScalarType dtype, at::Device device) const {
    const Key key{checkpoint.identity(), dtype, device, {}, 0, {}};
    for (const auto& entry : m_entries)
      if (entry.key == key && std::any_cast<std::shared_ptr<const Model>>(&entry.model)) return entry.bytes;
    return 0;
  }
  void clear() { m_entries.clear(); }
  // How much memory the models on the device use.
  std::uint64_t bytesOn(at::Device device) const;

private:
  // What of a LoRA is part of a loaded model.
  struct Lora {
    weights::Checkpoint::Identity file;
    std::optional<weights::LoraStrengths> merged;  // absent: they can be set later
    bool operator==(const Lora&) const = default;
  };
  struct Key {
    weights::Checkpoint::Identity checkpoint;
    at::ScalarType dtype = at::kFloat;
    at::Device device = at::kCPU;
    // For entries shared by path: the path, and when the file was last changed.
    std::filesystem::path path;
    std::int64_t changed = 0;
    std::vector<Lora> loras;
    bool operator==(const Key&) const = default;
    bool isSameModel(Key other) const {
      other.loras = loras;
      return *this == other;
    }
  };
  struct Entry {
    Key key;
    std::any model;                     // a std::shared_ptr<const Model>
    std::weak_ptr<const void> holders;  // counts the holders, including the entry
    std::uint64_t bytes = 0;
    weights::Placement placement;
    std::function<bool()> dropSpare;  // what the model keeps of earlier prompts; empty if it keeps nothing
    bool isUnused() const { return holders.use_count() == 1; }
  };

  static Key keyOf(const std::filesystem::path& path);
  static std::vector<Lora> idsOf(const weights::LoraStack& loras, const weights::Placement& placement);
  template <class T>
  std::shared_ptr<const T> find(const Key& key);
  template <class T>
  std::shared_ptr<const T> add(Key key, std::shared_ptr<const T> made, std::uint64_t bytes,
                               const weights::Placement& placement = {});
  template <class Model>
  void dropOthers(const Key& key, const weights::Placement& placement);
  // Drops the unused entries for which `goes` is true.
  template <class Goes>
  void drop(const Goes& goes);
  void makeRoom(std::uint64_t bytes, at::Device device, const std::filesystem::path& path);
  std::uint64_t roomOn(at::Device device) const;

  std::list<Entry> m_entries;  // the least recently used first
  compute::MemoryBudget m_budget;
};

template <class Model>
std::shared_ptr<const Model> ModelPool::get(const weights::Checkpoint& checkpoint, at::ScalarType dtype,
                                            at::Device device, const weights::Placement& placement,
                                            weights::LoadControl control, const weights::LoraStack& loras) {
  const Key key{checkpoint.identity(), dtype, device, {}, 0, idsOf(loras, placement)};
  dropOthers<Model>(key, placement);
  if (auto known = find<Model>(key)) return known;
  auto sizes = weights::sizesOf<Model>(checkpoint, dtype, loras, placement);
  const auto bytes = placement.deviceBytes(sizes);
  makeRoom(bytes, device, checkpoint.path());
  auto model =
      weights::loadModel<Model>(checkpoint, dtype, device, placement, std::move(control), {loras, std::move(sizes)});
  return add<Model>(key, std::move(model), bytes, placement);
}

template <class Model>
void ModelPool::dropOthers(const Key& key, const weights::Placement& placement) {
  const auto dropped = m_entries.remove_if([&](const Entry& entry) {
    return key.isSameModel(entry.key) && (entry.key != key || entry.placement != placement) && entry.isUnused() &&
           std::any_cast<std::shared_ptr<const Model>>(&entry.model);
  });
  if (dropped > 0) compute::releaseCachedMemory(key.device);
}

template <class Goes>
void ModelPool::drop(const Goes& goes) {
  for (auto entry = m_entries.begin(); entry != m_entries.end();) {
    const bool dropped = entry->isUnused() && goes(*entry);
    const auto device = entry->key.device;
    entry = dropped ? m_entries.erase(entry) : std::next(entry);
    if (dropped) compute::releaseCachedMemory(device);
  }
}

template <class Model>
void ModelPool::release(const weights::Checkpoint& checkpoint) {
  drop([identity = checkpoint.identity()](const Entry& entry) {
    return entry.key.checkpoint == identity && std::any_cast<std::shared_ptr<const Model>>(&entry.model);
  });
}

template <class T, class Make>
std::shared_ptr<const T> ModelPool::share(const std::filesystem::path& path, const Make& make) {
  const auto key = keyOf(path);
  if (auto known = find<T>(key)) return known;
  return add<T>(key, make(), 0);
}

template <class T>
std::shared_ptr<const T> ModelPool::find(const Key& key) {
  for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
    const auto* model = std::any_cast<std::shared_ptr<const T>>(&entry->model);
    if (!model || entry->key != key) continue;
    m_entries.splice(m_entries.end(), m_entries, entry);
    return *model;
  }
  return nullptr;
}

template <class T>
std::shared_ptr<const T> ModelPool::add(Key key, std::shared_ptr<const T> made, std::uint64_t bytes,
                                        const weights::Placement& placement) {
  std::function<bool()> dropSpare;
  if constexpr (requires { made->dropSpareContexts(); })
    dropSpare = [model = made.get()] { return model->dropSpareContexts(); };
  m_entries.push_back({std::move(key), made, made, bytes, placement, std::move(dropSpare)});
  return made;
}

}  // namespace fb::engine
