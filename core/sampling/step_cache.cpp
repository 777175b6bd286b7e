// SPDX-License-Identifier: MIT
#include "sampling/step_cache.h"

#include "base/failure.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace fb::sampling {
namespace {

// EasyCache (Zhou et al., arXiv 2507.02860): the layout of a clip is decided in the first steps.
constexpr int kEasyCacheStart = 10;
// TeaCache (Liu et al., arXiv 2411.19108).
constexpr int kTeaCacheStart = 1, kRetentionSteps = 5;
// MagCache (Ma et al., arXiv 2506.09045): this part of the steps, which its authors give for WAN 2.1.
constexpr double kMagCacheStart = 0.2;

constexpr std::string_view kConditional = "conditional";  // the evaluation's name

constexpr const char* kRule = "cache.rule";    // 1 = EasyCache, 2 = TeaCache, 3 = MagCache
constexpr const char* kModel = "cache.model";  // 0 = large, 1 = small
constexpr const char* kStage = "cache.stage";  // 0 = early, 1 = middle, 2 = late
constexpr const char* kError = "cache.error";
constexpr const char* kRate = "cache.rate";
constexpr const char* kLastInput = "cache.last_input";
constexpr const char* kComputedInput = "cache.computed_input";
constexpr const char* kComputedVelocity = "cache.computed_velocity";
constexpr std::string_view kResidual = "cache.residual.";
constexpr std::string_view kMagnitude = "cache.magnitude.";  // ratio, error, reused, step

constexpr int kRules = 4;  // with None

double meanOfSizes(const at::Tensor& x) { return x.abs().mean().item<double>(); }

// |now| / |last| of each token, and the mean of these; 0 if it is no number.
double meanRatio(const at::Tensor& now, const at::Tensor& last) {
  const auto size = [](const at::Tensor& x) {
    return at::linalg_vector_norm(x, 2, at::IntArrayRef{-1}, /*keepdim=*/false, at::kFloat);
  };
  const auto ratio = (size(now) / size(last)).mean().item<double>();
  return std::isfinite(ratio) ? ratio : 0;
}

bool keepsTokens(CacheRule rule) { return rule == CacheRule::TeaCache || rule == CacheRule::MagCache; }

// Highest power first.
double polynomial(const std::vector<double>& coefficients, double x) {
  double value = 0;
  for (const double coefficient : coefficients) value = value * x + coefficient;
  return value;
}

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
    if (!std::isfinite(value)) refuse(name);
    return value;
  }
  at::Tensor values(const std::string& name) const {
    auto tensor = floats(name);
    if (tensor.defined() && (tensor.scalar_type() != at::kFloat || tensor.dim() != 1 || tensor.numel() != m_values))
      refuse(name);
    return tensor;
  }
  at::Tensor floats(const std::string& name) const {
    const auto entry = m_tensors.find(name);
    if (entry == m_tensors.end()) return {};
    if (!entry->second.is_floating_point()) refuse(name);
    return entry->second;
  }

  MagnitudeState magnitude(const std::string& name) const {
    const auto& tensor = m_tensors.at(name);
    if (tensor.scalar_type() != at::kDouble || tensor.dim() != 1 || tensor.numel() != kMagnitudeParts) refuse(name);
    const auto* parts = tensor.const_data_ptr<double>();
    const auto isCount = [](double part) { return part >= 0 && part <= kMaxSteps && part == std::floor(part); };
    if (!std::isfinite(parts[0]) || !std::isfinite(parts[1]) || !isCount(parts[2]) || !isCount(parts[3])) refuse(name);
    return {parts[0], parts[1], static_cast<int>(parts[2]), static_cast<int>(parts[3])};
  }

private:
  static constexpr std::int64_t kMagnitudeParts = 4;

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
  tensors[kRule] = at::full({1}, static_cast<std::int64_t>(state.rule), at::kLong);
  tensors[kModel] = at::full({1}, *state.model == Model::Small ? 1 : 0, at::kLong);
  tensors[kStage] = at::full({1}, static_cast<std::int64_t>(state.stage), at::kLong);
  tensors[kError] = at::full({1}, state.error, at::kDouble);
  if (state.rate) tensors[kRate] = at::full({1}, *state.rate, at::kDouble);
  for (const auto& [name, tensor] : {std::pair(kLastInput, &state.lastInput),
                                     {kComputedInput, &state.computedInput},
                                     {kComputedVelocity, &state.computedVelocity}})
    if (tensor->defined()) tensors[name] = *tensor;
  for (const auto& [evaluation, residual] : state.residuals) tensors[std::string(kResidual) + evaluation] = residual;
  for (const auto& [evaluation, magnitude] : state.magnitudes)
    tensors[std::string(kMagnitude) + evaluation] = at::tensor(
        {magnitude.ratio, magnitude.error, static_cast<double>(magnitude.reused), static_cast<double>(magnitude.step)},
        at::kDouble);
  return tensors;
}

CacheState cacheStateFromTensors(const weights::NamedTensors& tensors, std::int64_t values, const std::string& file) {
  const Reader reader(tensors, values, file);
  CacheState state;
  const auto model = reader.index(kModel, 2);
  if (!model) return state;
  state.file = file;
  state.rule = static_cast<CacheRule>(reader.index(kRule, kRules).value_or(0));
  const bool isWhole = !keepsTokens(state.rule);
  state.model = *model == 1 ? Model::Small : Model::Large;
  state.stage = static_cast<Stage>(reader.index(kStage, 3).value_or(0));
  state.error = reader.number(kError).value_or(0);
  state.rate = reader.number(kRate);
  state.lastInput = isWhole ? reader.values(kLastInput) : reader.floats(kLastInput);
  state.computedInput = reader.values(kComputedInput);
  state.computedVelocity = reader.values(kComputedVelocity);
  for (const auto& [name, tensor] : tensors) {
    if (name.starts_with(kResidual))
      state.residuals[name.substr(kResidual.size())] = isWhole ? reader.values(name) : reader.floats(name);
    if (name.starts_with(kMagnitude)) state.magnitudes[name.substr(kMagnitude.size())] = reader.magnitude(name);
  }
  return state;
}

StepCache::StepCache(const CachePlan& plan, const CacheState& state, const Position& position)
    : m_plan(plan), m_position(position) {
  if (plan.rule == CacheRule::None) return;
  if (state.rule == plan.rule && state.model == position.model && state.stage == position.stage) m_state = state;
  m_state.rule = plan.rule;
  m_state.model = position.model;
  m_state.stage = position.stage;
}

at::Tensor StepCache::velocity(const Evaluation& evaluation) { return velocities({&evaluation, 1}, {}).front(); }

std::vector<at::Tensor> StepCache::velocities(std::span<const Evaluation> evaluations, const Together& together) {
  for (const auto& evaluation : evaluations) decide(evaluation);
  const bool isTogether = together && std::ranges::none_of(evaluations, [this](const Evaluation& evaluation) {
                            return isRemembered(evaluation);
                          });
  at::Tensor all, residuals;
  if (isTogether) all = together(m_plan.measured || keepsTokens(m_plan.rule) ? &residuals : nullptr);
  std::vector<at::Tensor> velocities;
  for (auto evaluation : evaluations) {
    if (isTogether)
      evaluation.forward = [&, i = static_cast<std::int64_t>(velocities.size())](at::Tensor* residual) {
        // A copy, so that each is freed on its own.
        if (residual) *residual = residuals.narrow(0, i, 1).clone();
        return all.narrow(0, i, 1);
      };
    velocities.push_back(evaluated(evaluation));
    if (m_keepsConditional && evaluation.name == kConditional) m_conditional = velocities.back();
  }
  return velocities;
}

void StepCache::decide(const Evaluation& evaluation) {
  if (m_plan.measured || m_plan.rule == CacheRule::None) return;
  ++m_evaluations;
  if (m_plan.rule == CacheRule::MagCache) {
    if (!reusesByMagnitude(evaluation.name)) m_state.residuals.erase(evaluation.name);
    return;
  }
  if (m_decision != Decision::None) return;
  m_decision = reuses(evaluation) ? Decision::Reuse : Decision::Compute;
  m_decider = evaluation.name;
  if (m_decision == Decision::Compute) m_state.residuals.clear();
}

bool StepCache::isRemembered(const Evaluation& evaluation) const {
  return !m_plan.measured && m_plan.rule != CacheRule::None && m_state.residuals.contains(evaluation.name);
}

at::Tensor StepCache::evaluated(const Evaluation& evaluation) {
  if (m_plan.measured) return measure(evaluation);
  if (m_plan.rule == CacheRule::None) return evaluation.forward(nullptr);
  return keepsTokens(m_plan.rule) ? ofBlocks(evaluation) : ofModel(evaluation);
}

at::Tensor StepCache::ofModel(const Evaluation& evaluation) {
  const auto x = evaluation.input.flatten();
  if (const auto known = m_state.residuals.find(evaluation.name); known != m_state.residuals.end()) {
    ++m_reused;
    return (x + known->second).view(evaluation.input.sizes());
  }
  auto computed = evaluation.forward(nullptr);
  const auto v = computed.to(at::kFloat).flatten();
  if (evaluation.name == m_decider) learn(x, v);
  m_state.residuals[evaluation.name] = v - x;
  return computed;
}

at::Tensor StepCache::ofBlocks(const Evaluation& evaluation) {
  auto& residual = m_state.residuals[evaluation.name];
  if (residual.defined()) {
    requireShape(residual, evaluation.tokens);
    ++m_reused;
  }
  return evaluation.forward(&residual);
}

at::Tensor StepCache::measure(const Evaluation& evaluation) {
  auto& last = m_state.residuals[evaluation.name];
  auto& magnitude = m_state.magnitudes[evaluation.name];
  at::Tensor residual;
  auto velocity = evaluation.forward(&residual);
  const bool follows = last.defined() && magnitude.step + 1 == m_position.step;
  m_plan.measured(evaluation.name, m_position.step, m_position.step == 0 ? 1 : follows ? meanRatio(residual, last) : 0);
  last = residual;
  magnitude.step = m_position.step;
  return velocity;
}

bool StepCache::reuses(const Evaluation& evaluation) {
  const bool isTea = m_plan.rule == CacheRule::TeaCache;
  const auto now = isTea ? evaluation.signal() : evaluation.input.flatten();
  const auto last = std::exchange(m_state.lastInput, now);
  if (m_position.step < computedAtStart(m_plan.rule, m_plan.retains, m_position.steps) ||
      (m_position.isLast() && computesLast(m_plan.rule, m_plan.retains))) {
    m_state.error = 0;
    return false;
  }
  if (!last.defined() || !m_state.residuals.contains(evaluation.name)) return false;
  requireShape(last, now.sizes());
  m_state.error += change(now, last);
  // Written so that a number that is none computes. A polynomial may be negative.
  if (m_plan.threshold > 0 && m_state.error < m_plan.threshold) return true;
  m_state.error = 0;
  return false;
}

bool StepCache::reusesByMagnitude(const std::string& evaluation) {
  auto& now = m_state.magnitudes[evaluation];
  const bool follows = std::exchange(now.step, m_position.step) + 1 == m_position.step;
  if (follows && m_state.residuals.contains(evaluation) &&
      m_position.step >= computedAtStart(m_plan.rule, m_plan.retains, m_position.steps)) {
    now.ratio *= ratioNow(evaluation);
    now.error += std::abs(1 - now.ratio);
    // Written so that a number that is none computes.
    if (m_plan.threshold > 0 && now.error < m_plan.threshold && ++now.reused <= m_plan.reuseLimit) return true;
  }
  now = {.step = m_position.step};
  return false;
}

double StepCache::ratioNow(const std::string& evaluation) const {
  const auto& curves = m_plan.curves[static_cast<std::size_t>(m_position.model)];
  const auto entry = curves.find(evaluation);
  if (entry == curves.end() || entry->second.empty()) return 0;
  const auto& curve = entry->second;
  if (m_position.steps <= 1) return curve.back();
  const double scale = static_cast<double>(curve.size() - 1) / (m_position.steps - 1);
  // Halves to the even neighbour, as in numpy, with which the authors compute it.
  return curve[std::min(static_cast<std::size_t>(std::nearbyint(m_position.step * scale)), curve.size() - 1)];
}

double StepCache::change(const at::Tensor& now, const at::Tensor& last) const {
  constexpr auto kNever = std::numeric_limits<double>::infinity();
  if (m_plan.rule == CacheRule::TeaCache) {
    const auto& coefficients = m_plan.polynomials[static_cast<std::size_t>(m_position.model)];
    return coefficients.empty() ? kNever : polynomial(coefficients, meanOfSizes(now - last) / meanOfSizes(last));
  }
  return m_state.rate ? *m_state.rate * meanOfSizes(now - last) / meanOfSizes(m_state.computedVelocity) : kNever;
}

void StepCache::learn(const at::Tensor& input, const at::Tensor& velocity) {
  if (m_state.computedVelocity.defined()) {
    const double rate = meanOfSizes(velocity - m_state.computedVelocity) / meanOfSizes(input - m_state.computedInput);
    if (std::isfinite(rate)) m_state.rate = rate;
  }
  m_state.computedInput = input;
  m_state.computedVelocity = velocity;
}

void StepCache::requireShape(const at::Tensor& remembered, at::IntArrayRef shape) const {
  if (remembered.sizes() != shape)
    fail(ErrorKind::Corrupt, "{}: the state of its cache is not that of this clip and model; start the run again",
         m_state.file);
}

bool computesLast(CacheRule rule, bool retains) {
  return rule == CacheRule::EasyCache || (rule == CacheRule::TeaCache && !retains);
}

int computedAtStart(CacheRule rule, bool retains, int steps) {
  switch (rule) {
    case CacheRule::None:
      return 0;
    case CacheRule::EasyCache:
      return kEasyCacheStart;
    case CacheRule::TeaCache:
      return retains ? kRetentionSteps : kTeaCacheStart;
    case CacheRule::MagCache:
      return std::max(1, static_cast<int>(steps * kMagCacheStart));
  }
  return 0;
}

std::vector<Reuse> foreseen(const CachePlan& plan, const std::vector<PlannedStep>& steps,
                            const std::function<at::Tensor(Model, double timestep)>& signal) {
  std::vector<Reuse> reuses;
  CacheState state;
  for (const auto& step : steps) {
    StepCache cache(plan, state, step.position);
    for (const auto& name : step.evaluations) {
      StepCache::Evaluation evaluation;
      evaluation.name = name;
      evaluation.tokens = {1};
      evaluation.signal = [&] { return signal(step.position.model, step.timestep); };
      evaluation.forward = [](at::Tensor* residual) { return *residual = at::zeros({1}); };
      cache.velocity(evaluation);
    }
    reuses.push_back({static_cast<int>(step.evaluations.size()), cache.reusedEvaluations()});
    state = cache.state();
  }
  return reuses;
}

}  // namespace fb::sampling
