// SPDX-License-Identifier: MIT
#include "models/forward_graphs.h"

#include "base/failure.h"
#include "compute/device_graph.h"

#include <c10/core/InferenceMode.h>
#include <c10/util/Exception.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <string_view>
#include <utility>

namespace fb::models {
namespace {

thread_local std::optional<Recorder*> recorderOfTests;

class GraphRecording : public Recording {
public:
  GraphRecording(at::Device device, const std::function<at::Tensor()>& work) : m_graph(device, work) {}
  const at::Tensor& replay() override { return m_graph.replay(); }

private:
  compute::DeviceGraph m_graph;
};

class GraphRecorder : public Recorder {
public:
  std::unique_ptr<Recording> record(at::Device device, const std::function<at::Tensor()>& work) override {
    return std::make_unique<GraphRecording>(device, work);
  }
};

bool switchedOff() {
  const char* value = std::getenv("FLOWBLEND_GRAPHS");
  return value && std::string_view(value) == "0";
}

bool areSameBits(const at::Tensor& a, const at::Tensor& b) {
  const auto bytes = [](const at::Tensor& x) { return x.contiguous().view(at::kByte); };
  return a.sizes() == b.sizes() && a.scalar_type() == b.scalar_type() && at::equal(bytes(a), bytes(b));
}

}  // namespace

std::optional<std::string> Recorder::problem() const {
  const std::scoped_lock lock(m_mutex);
  return m_problem;
}

void Recorder::giveUp(const std::string& reason) {
  const std::scoped_lock lock(m_mutex);
  if (!m_problem)
    m_problem = fmt::format(
        "short forwards are enqueued one kernel at a time instead of as CUDA graphs, which is slower: {}", reason);
}

Recorder* recorderOf(at::Device device) {
  if (recorderOfTests) return *recorderOfTests;
  static GraphRecorder recorder;
  static const bool off = switchedOff();
  return !off && compute::DeviceGraph::isAvailable(device) ? &recorder : nullptr;
}

std::optional<Recorder*> exchangeRecorder(std::optional<Recorder*> recorder) {
  return std::exchange(recorderOfTests, recorder);
}

bool ForwardGraphs::Kept::isFor(const Inputs& others, std::uint64_t now) const {
  return state == now && std::ranges::equal(inputs, others, [](const at::Tensor& a, const at::Tensor& b) {
           return a.sizes() == b.sizes() && a.strides() == b.strides() && a.scalar_type() == b.scalar_type() &&
                  a.device() == b.device();
         });
}

at::Tensor ForwardGraphs::forward(const std::string& kind, const Inputs& inputs, std::uint64_t state, const Work& work,
                                  const ForwardControl& control) {
  if (!isOn()) return work(inputs, control);
  // The kept inputs are made here and overwritten at each use, which torch allows only in this mode.
  const c10::InferenceMode inference;
  auto& kept = m_kept[kind];
  if (!kept.isFor(inputs, state)) {
    kept.recording.reset();  // before what it reads
    kept = Kept();
    kept.state = state;
    auto result = work(inputs, control);
    for (const auto& input : inputs) kept.inputs.push_back(at::empty_like(input));
    return result;
  }
  if (kept.recording) {
    throwIfStopped(control.stop);
    if (control.onBlock) control.onBlock(0, 1);
  }
  for (std::size_t i = 0; i < inputs.size(); ++i) kept.inputs[i].copy_(inputs[i]);
  // A copy: the next replay overwrites its result.
  if (kept.recording) return kept.recording->replay().clone();
  auto result = work(inputs, control);
  record(kept, work, result);
  return result;
}

void ForwardGraphs::record(Kept& kept, const Work& work, const at::Tensor& expected) {
  // Nothing may interrupt a recording, which takes no longer than the forward.
  ForwardControl uninterrupted;
  uninterrupted.waitsForDevice = false;
  try {
    auto recording = m_recorder->record(
        expected.device(), [work, inputs = kept.inputs, uninterrupted] { return work(inputs, uninterrupted); });
    if (areSameBits(recording->replay(), expected)) {
      kept.work = work;
      kept.recording = std::move(recording);
      return;
    }
    m_recorder->giveUp("the first one gave another result");
  } catch (const c10::OutOfMemoryError&) {
    // The recorder is not to blame, and the plain forward had enough memory.
    m_recorder = nullptr;
  } catch (const c10::Error& error) {
    m_recorder->giveUp(error.what_without_backtrace());
  } catch (const std::exception& error) {
    m_recorder->giveUp(error.what());
  }
  m_kept.clear();
}

}  // namespace fb::models
