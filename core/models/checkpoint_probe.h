// SPDX-License-Identifier: MIT
// What the models' detection asks a checkpoint: is a tensor there, what shape has it, what does config.json say.
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
  // names: the model's to the checkpoint's. `what` is the model in error messages.
  CheckpointProbe(const weights::Checkpoint& checkpoint, weights::NameMap names, std::string what);

  bool has(const std::string& name) const;
  // Some tensor of the checkpoint begins so; for the parts that only other variants have.
  bool hasPrefix(std::string_view prefix) const;
  // Every size is at least 1. Throws Failure(Corrupt) if the tensor is missing, has a size of 0 or not `rank`
  // dimensions.
  std::vector<std::int64_t> shape(const std::string& name, std::size_t rank) const;

  // The config beside the weights, an empty object where there is none.
  const nlohmann::json& config() const { return m_config; }
  // A list of numbers in the config, empty where there is none. Throws Failure(Corrupt).
  std::vector<double> numbers(const char* field) const;
  // How errors call that document.
  std::string configName() const;
  std::string file() const { return m_checkpoint.path().string(); }

private:
  const weights::Checkpoint& m_checkpoint;
  weights::NameMap m_names;
  std::string m_what;
  nlohmann::json m_config;
};

// `name` with every rule's first text replaced by its second where it occurs, one rule after the other.
struct Renaming {
  std::string_view from;
  std::string_view to;
};
std::string renamed(std::string name, const std::vector<Renaming>& rules);

}  // namespace fb::models
