// SPDX-License-Identifier: MIT
#include "models/checkpoint_probe.h"

#include "base/json.h"

#include <fmt/ranges.h>

#include <algorithm>

namespace fb::models {

CheckpointProbe::CheckpointProbe(const weights::Checkpoint& checkpoint, weights::NameMap names, std::string what)
    : m_checkpoint(checkpoint), m_names(std::move(names)), m_what(std::move(what)), m_config(nlohmann::json::object()) {
  if (checkpoint.config().empty()) return;
  m_config = parseJson(checkpoint.config(), configName());
  if (!m_config.is_object()) fail(ErrorKind::Corrupt, "{}: a JSON object is expected", configName());
}

bool CheckpointProbe::has(const std::string& name) const { return m_checkpoint.find(m_names(name)) != nullptr; }

bool CheckpointProbe::hasPrefix(std::string_view prefix) const {
  const auto next = m_checkpoint.tensors().lower_bound(std::string(prefix));
  return next != m_checkpoint.tensors().end() && next->first.starts_with(prefix);
}

std::vector<std::int64_t> CheckpointProbe::shape(const std::string& name, std::size_t rank) const {
  const auto stored = m_names(name);
  const auto* tensor = m_checkpoint.find(stored);
  if (!tensor) fail(ErrorKind::Corrupt, "{}: the tensor {} of a {} is missing", file(), stored, m_what);
  if (tensor->shape.size() != rank)
    fail(ErrorKind::Corrupt, "{}: the tensor {} of a {} must have {} dimensions, but has {}", file(), stored, m_what,
         rank, tensor->shape.size());
  // From here on, sizes are used as divisors and for allocations.
  if (std::ranges::any_of(tensor->shape, [](std::int64_t size) { return size < 1; }))
    fail(ErrorKind::Corrupt, "{}: the tensor {} of a {} has a size of 0: [{}]", file(), stored, m_what,
         fmt::join(tensor->shape, ", "));
  return tensor->shape;
}

std::vector<double> CheckpointProbe::numbers(const char* field) const {
  std::vector<double> values;
  const auto found = m_config.find(field);
  if (found == m_config.end()) return values;
  for (const auto& value : *found) {
    if (!value.is_number()) fail(ErrorKind::Corrupt, "{}: \"{}\" must be a list of numbers", configName(), field);
    values.push_back(value.get<double>());
  }
  return values;
}

std::string CheckpointProbe::configName() const { return "config.json of " + file(); }

std::string renamed(std::string name, const std::vector<Renaming>& rules) {
  for (const auto& [from, to] : rules)
    if (const auto at = name.find(from); at != std::string::npos) name.replace(at, from.size(), to);
  return name;
}

}  // namespace fb::models
