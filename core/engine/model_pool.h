// SPDX-License-Identifier: MIT
// The models in memory, each loaded once for its files, dtype and device, and dropped when room is needed.
#pragma once

#include "compute/memory.h"
#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <ATen/ATen.h>

#include <any>
#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <utility>

namespace fb::engine {

// Knows no model: entries are told apart by their type. One thread at a time.
class ModelPool {
public:
  // A model of `checkpoint`. The type says what it is made of: `Config`, with `Config::detect(checkpoint)`, and
  // `names(checkpoint)`, its names to those of the checkpoint. Loading is strict. Throws Failure(OutOfMemory) naming
  // the checkpoint if it does not fit even after every unused model is dropped.
  template <class Model>
  std::shared_ptr<const Model> get(const weights::Checkpoint& checkpoint, at::ScalarType dtype, at::Device device);

  // What else is made of a file and shared, such as a tokenizer; takes no room on a device.
  template <class T, class Make>
  std::shared_ptr<const T> share(const std::filesystem::path& path, const Make& make);

  // What the models on one device may fill together.
  void setBudget(compute::MemoryBudget budget) { m_budget = budget; }
  // Drops every model that no run holds; true when something was dropped.
  bool dropUnused();
  void clear() { m_entries.clear(); }

private:
  struct Key {
    weights::Checkpoint::Identity checkpoint;
    at::ScalarType dtype = at::kFloat;
    at::Device device = at::kCPU;
    // Of what is shared by its path: the path, and when the file was last changed.
    std::filesystem::path path;
    std::int64_t changed = 0;
    bool operator==(const Key&) const = default;
  };
  struct Entry {
    Key key;
    std::any model;                     // a std::shared_ptr<const Model>
    std::weak_ptr<const void> holders;  // counts who holds it, the entry included
    std::uint64_t bytes = 0;
    bool isUnused() const { return holders.use_count() == 1; }
  };

  static Key keyOf(const std::filesystem::path& path);
  template <class T>
  std::shared_ptr<const T> find(const Key& key);
  template <class T>
  std::shared_ptr<const T> add(Key key, std::shared_ptr<const T> made, std::uint64_t bytes);
  void makeRoom(std::uint64_t bytes, at::Device device, const std::filesystem::path& path);
  std::uint64_t roomOn(at::Device device) const;
  static std::uint64_t bytesInMemory(const weights::Checkpoint& checkpoint, at::ScalarType dtype);

  std::list<Entry> m_entries;  // the longest unused first
  compute::MemoryBudget m_budget;
};

template <class Model>
std::shared_ptr<const Model> ModelPool::get(const weights::Checkpoint& checkpoint, at::ScalarType dtype,
                                            at::Device device) {
  const Key key{checkpoint.identity(), dtype, device, {}, 0};
  if (auto known = find<Model>(key)) return known;
  const auto bytes = bytesInMemory(checkpoint, dtype);
  makeRoom(bytes, device, checkpoint.path());
  weights::CheckpointReader reader(checkpoint, Model::names(checkpoint), device, dtype);
  auto model = std::make_shared<const Model>(Model::Config::detect(checkpoint), reader);
  reader.finish();
  return add<Model>(key, std::move(model), bytes);
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
std::shared_ptr<const T> ModelPool::add(Key key, std::shared_ptr<const T> made, std::uint64_t bytes) {
  m_entries.push_back({std::move(key), made, made, bytes});
  return made;
}

}  // namespace fb::engine
