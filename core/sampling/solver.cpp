// SPDX-License-Identifier: MIT
#include "sampling/solver.h"

#include "base/failure.h"
#include "sampling/solvers.h"

namespace fb::sampling {
namespace {

constexpr const char* kLastSample = "solver.last_sample";
constexpr const char* kLastOrder = "solver.last_order";
constexpr const char* kSources = "solver.sources";  // 0 = large, 1 = small, newest first
constexpr std::size_t kMaxPredictions = 2;

std::string predictionName(std::size_t i) { return fmt::format("solver.prediction.{}", i); }

const at::Tensor* find(const weights::NamedTensors& tensors, const std::string& name, at::ScalarType type,
                       const std::string& file) {
  const auto entry = tensors.find(name);
  if (entry == tensors.end()) return nullptr;
  if (entry->second.scalar_type() != type)
    fail(ErrorKind::Corrupt, "{}: \"{}\" has the wrong dtype; start the run again", file, name);
  return &entry->second;
}

std::vector<std::int64_t> integers(const weights::NamedTensors& tensors, const char* name, const std::string& file) {
  const auto* tensor = find(tensors, name, at::kLong, file);
  if (!tensor || tensor->dim() != 1)
    fail(ErrorKind::Corrupt, "{}: the list of integers \"{}\" is missing; start the run again", file, name);
  const auto values = tensor->contiguous();
  return {values.const_data_ptr<std::int64_t>(), values.const_data_ptr<std::int64_t>() + values.numel()};
}

void checkConsistent(const SolverState& state, const std::string& file) {
  bool ok = state.predictions.size() == state.sources.size() && state.lastOrder >= 0 &&
            static_cast<std::size_t>(state.lastOrder) <= state.predictions.size() &&
            state.lastSample.defined() == (state.lastOrder > 0);
  if (ok && state.lastSample.defined()) ok = state.lastSample.sizes() == state.predictions.front().sizes();
  for (const auto& prediction : state.predictions) ok = ok && prediction.sizes() == state.predictions.front().sizes();
  if (!ok) fail(ErrorKind::Corrupt, "{}: the solver's history is inconsistent; start the run again", file);
}

}  // namespace

weights::NamedTensors toTensors(const SolverState& state) {
  weights::NamedTensors tensors;
  if (state.lastSample.defined()) tensors[kLastSample] = state.lastSample;
  tensors[kLastOrder] = at::full({1}, state.lastOrder, at::kLong);
  auto sources = at::empty({static_cast<std::int64_t>(state.sources.size())}, at::kLong);
  for (std::size_t i = 0; i < state.predictions.size(); ++i) {
    tensors[predictionName(i)] = state.predictions[i];
    sources[static_cast<std::int64_t>(i)] = static_cast<std::int64_t>(state.sources[i] == Model::Small);
  }
  tensors[kSources] = sources;
  return tensors;
}

SolverState solverStateFromTensors(const weights::NamedTensors& tensors, const std::string& file) {
  SolverState state;
  if (const auto* sample = find(tensors, kLastSample, at::kFloat, file)) state.lastSample = *sample;
  for (std::size_t i = 0; i < kMaxPredictions; ++i)
    if (const auto* prediction = find(tensors, predictionName(i), at::kFloat, file))
      state.predictions.push_back(*prediction);
  for (const auto source : integers(tensors, kSources, file))
    state.sources.push_back(source ? Model::Small : Model::Large);
  const auto order = integers(tensors, kLastOrder, file);
  if (order.size() != 1 || order[0] < 0 || order[0] > static_cast<std::int64_t>(kMaxPredictions))
    fail(ErrorKind::Corrupt, "{}: \"{}\" is not a valid solver order; start the run again", file, kLastOrder);
  state.lastOrder = static_cast<int>(order[0]);
  checkConsistent(state, file);
  return state;
}

std::unique_ptr<Solver> makeSolver(SolverKind kind) {
  switch (kind) {
    case SolverKind::UniPC:
      return makeUniPC();
    case SolverKind::Euler:
      return makeFlowEuler();
    case SolverKind::DpmSolverPP:
      return makeDpmSolverPP();
  }
  fail(ErrorKind::Internal, "there is no solver of kind {}", static_cast<int>(kind));
}

}  // namespace fb::sampling
