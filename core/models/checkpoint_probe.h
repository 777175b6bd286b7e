// SPDX-License-Identifier: MIT
// What a model's detection needs from a checkpoint: whether a tensor exists, its shape, and values from config.json.
#pragma once

#include "weights/checkpoint.h"
#include "weights/weight_reader.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fb::models {

class CheckpointProbe {
public:
  // names: maps the model's names to the checkpoint's. `what` is the model's name in error messages.
  CheckpointProbe(const weights::Checkpoint& checkpoint, weights::NameMap names, std::string what);

  bool has(const std::string& name) const;
  // Whether the checkpoint has a tensor with this prefix; for parts that only other variants have.
  bool hasPrefix(std::string_view prefix) const;
  // Every size is at least 1. Throws Failure(Corrupt) if the tensor is missing, has a size of 0 or not `rank`
  // dimensions.
  std::vector<std::int64_t> shape(const std::string& name, std::size_t rank) const;

  // The config next to the weights; an empty object if there is none.
  const nlohmann::json& config() const { return m_config; }
  // A list of numbers in the config; empty if it is missing. Throws Failure(Corrupt).
  std::vector<double> numbers(const char* field) const;
  // The name of that document in errors.
  std::string configName() const;
  std::string file() const { return m_checkpoint.path().string(); }

private:
  const weights::Checkpoint& m_checkpoint;
  weights::NameMap m_names;
  std::string m_what;
  nlohmann::json m_config;
};

// `name` with the first text of every rule replaced by its second, one rule after the other.
struct Renaming {
  std::string_view from;
  std::string_view to;
};
std::string renamed(std::string name, const std::vector<Renaming>& rules);

}  // namespace fb::models
