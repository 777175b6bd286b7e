// SPDX-License-Identifier: MIT
#include "sampling/step_cache.h"

#include "base/failure.h"

#include <cmath>
#include <string_view>

namespace fb::sampling {
namespace {

// EasyCache (Zhou et al., arXiv 2507.02860): the layout of a clip is decided in the first steps.
constexpr int kEasyCacheStart = 10;

constexpr const char* kModel = "cache.model";  // 0 = large, 1 = small
constexpr const char* kStage = "cache.stage";  // 0 = early, 1 = middle, 2 = late
constexpr const char* kError = "cache.error";
constexpr const char* kRate = "cache.rate";
constexpr const char* kLastInput = "cache.last_input";
constexpr const char* kComputedInput = "cache.computed_input";
constexpr const char* kComputedVelocity = "cache.computed_velocity";
constexpr std::string_view kResidual = "cache.residual.";

double meanOfSizes(const at::Tensor& x) { return x.abs().mean().item<double>(); }

class Reader {
public:
  Reader(const weights::NamedTensors& tensors, std::int64_t values, const std::string& file)
      : m_tensors(tensors), m_values(values), m_file(file) {}

  std::optional<std::int64_t> index(const char* name, std::int64_t count) const {
    const auto* tensor = scalar(name, at::kLong);
    if (!tensor) return {};
    const auto value = tensor->item<std::int64_t>();
    if (value < 0 || value >= count) refuse(name);
    return value;
  }
  std::optional<double> number(const char* name) const {
    const auto* tensor = scalar(name, at::kDouble);
    if (!tensor) return {};
    const auto value = tensor->item<double>();
    if (!std::isfinite(value) || value < 0) refuse(name);
    return value;
  }
  at::Tensor values(const std::string& name) const {
    const auto entry = m_tensors.find(name);
    if (entry == m_tensors.end()) return {};
    if (entry->second.scalar_type() != at::kFloat || entry->second.dim() != 1 || entry->second.numel() != m_values)
      refuse(name);
    return entry->second;
  }

private:
  [[noreturn]] void refuse(std::string_view name) const {
    fail(ErrorKind::Corrupt, "{}: \"{}\" is not the state of a cache for these latents; start the run again", m_file,
         name);
  }
  const at::Tensor* scalar(const char* name, at::ScalarType type) const {
    const auto entry = m_tensors.find(name);
    if (entry == m_tensors.end()) return nullptr;
    if (entry->second.scalar_type() != type || entry->second.numel() != 1) refuse(name);
    return &entry->second;
  }

  const weights::NamedTensors& m_tensors;
  std::int64_t m_values;
  const std::string& m_file;
};

}  // namespace

void CacheState::moveTo(at::Device device) {
  for (auto* tensor : {&lastInput, &computedInput, &computedVelocity})
    if (tensor->defined()) *tensor = tensor->to(device);
  for (auto& [evaluation, residual] : residuals) residual = residual.to(device);
}

weights::NamedTensors toTensors(const CacheState& state) {
  weights::NamedTensors tensors;
  if (!state.model) return tensors;
  tensors[kModel] = at::full({1}, *state.model == Model::Small ? 1 : 0, at::kLong);
  tensors[kStage] = at::full({1}, static_cast<std::int64_t>(state.stage), at::kLong);
  tensors[kError] = at::full({1}, state.error, at::kDouble);
  if (state.rate) tensors[kRate] = at::full({1}, *state.rate, at::kDouble);
  for (const auto& [name, tensor] : {std::pair(kLastInput, &state.lastInput),
                                     {kComputedInput, &state.computedInput},
                                     {kComputedVelocity, &state.computedVelocity}})
    if (tensor->defined()) tensors[name] = *tensor;
  for (const auto& [evaluation, residual] : state.residuals) tensors[std::string(kResidual) + evaluation] = residual;
  return tensors;
}

CacheState cacheStateFromTensors(const weights::NamedTensors& tensors, std::int64_t values, const std::string& file) {
  const Reader reader(tensors, values, file);
  CacheState state;
  const auto model = reader.index(kModel, 2);
  if (!model) return state;
  state.model = *model == 1 ? Model::Small : Model::Large;
  state.stage = static_cast<Stage>(reader.index(kStage, 3).value_or(0));
  state.error = reader.number(kError).value_or(0);
  state.rate = reader.number(kRate);
  state.lastInput = reader.values(kLastInput);
  state.computedInput = reader.values(kComputedInput);
  state.computedVelocity = reader.values(kComputedVelocity);
  for (const auto& [name, tensor] : tensors)
    if (name.starts_with(kResidual)) state.residuals[name.substr(kResidual.size())] = reader.values(name);
  return state;
}

StepCache::StepCache(const CachePlan& plan, const CacheState& state, const Position& position)
    : m_plan(plan), m_position(position) {
  if (plan.rule == CacheRule::None) return;
  if (state.model == position.model && state.stage == position.stage) m_state = state;
  m_state.model = position.model;
  m_state.stage = position.stage;
}

at::Tensor StepCache::velocity(const std::string& evaluation, const at::Tensor& input,
                               const std::function<at::Tensor()>& compute) {
  if (m_plan.rule == CacheRule::None) return compute();
  const auto x = input.flatten();
  const bool decides = m_decision == Decision::None;
  if (decides) m_decision = reuses(evaluation, x) ? Decision::Reuse : Decision::Compute;
  if (m_decision == Decision::Reuse)
    if (const auto known = m_state.residuals.find(evaluation); known != m_state.residuals.end())
      return (x + known->second).view(input.sizes());
  auto computed = compute();
  const auto v = computed.to(at::kFloat).flatten();
  if (decides) learn(x, v);
  m_state.residuals[evaluation] = v - x;
  return computed;
}

bool StepCache::reuses(const std::string& evaluation, const at::Tensor& input) {
  const auto last = std::exchange(m_state.lastInput, input);
  if (m_position.step < computedAtStart(m_plan.rule) || m_position.isLast) {
    m_state.error = 0;
    return false;
  }
  if (!m_state.rate || !last.defined() || !m_state.residuals.contains(evaluation)) return false;
  m_state.error += *m_state.rate * meanOfSizes(input - last) / meanOfSizes(m_state.computedVelocity);
  // Written so that a number that is none computes.
  if (m_state.error < m_plan.threshold) return true;
  m_state.error = 0;
  return false;
}

void StepCache::learn(const at::Tensor& input, const at::Tensor& velocity) {
  if (m_state.computedVelocity.defined()) {
    const double rate = meanOfSizes(velocity - m_state.computedVelocity) / meanOfSizes(input - m_state.computedInput);
    if (std::isfinite(rate)) m_state.rate = rate;
  }
  m_state.computedInput = input;
  m_state.computedVelocity = velocity;
  m_state.residuals.clear();
}

int computedAtStart(CacheRule rule) { return rule == CacheRule::None ? 0 : kEasyCacheStart; }

}  // namespace fb::sampling
