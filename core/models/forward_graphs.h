// SPDX-License-Identifier: MIT
// Forwards that are recorded once and replayed as a whole. A short forward takes a GPU less time than the host needs to
// enqueue its kernels one by one; a replay enqueues them all at once.
#pragma once

#include "base/forward_control.h"
#include "base/scoped_value.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace fb::models {

// Recorded work.
class Recording {
public:
  virtual ~Recording() = default;
  // Does the work again, with what is in the tensors that it read. The result is valid until the next replay.
  virtual const at::Tensor& replay() = 0;
};

// How work is recorded. Any thread may call.
class Recorder {
public:
  virtual ~Recorder() = default;
  // May run the work several times. It must not wait for the device, nor read tensors that are gone at a replay. Throws
  // what the work throws, or an exception that says why it cannot be recorded.
  virtual std::unique_ptr<Recording> record(at::Device device, const std::function<at::Tensor()>& work) = 0;

  // Why nothing is recorded any more: a sentence, absent if there is no problem.
  std::optional<std::string> problem() const;
  // Only the first reason is kept.
  void giveUp(const std::string& reason);

private:
  mutable std::mutex m_mutex;
  std::optional<std::string> m_problem;
};

// The recorder of the device, which uses compute::DeviceGraph and lives as long as the process. Null on the CPU, and if
// the environment has FLOWBLEND_GRAPHS=0.
Recorder* recorderOf(at::Device device);
// For tests: what recorderOf() returns on this thread for every device, if not absent. Returns the previous value.
std::optional<Recorder*> exchangeRecorder(std::optional<Recorder*> recorder);
using RecorderScope = ScopedValue<exchangeRecorder>;

// The forwards of one model with the same prompts, one recording for each kind. A forward is recorded when it is needed
// for the second time: a single step does not pay for it. Its first replay is compared with the plain forward, bit for
// bit; if they differ, or if it cannot be recorded, the recorder gives up. One thread at a time.
class ForwardGraphs {
public:
  using Inputs = std::vector<at::Tensor>;
  using Work = std::function<at::Tensor(const Inputs&, const ForwardControl&)>;

  // recorder: must outlive it; null: every forward is a plain one.
  explicit ForwardGraphs(Recorder* recorder = nullptr) : m_recorder(recorder) {}

  // The result of work(inputs, control). kind: forwards of one kind differ in nothing but the values of their inputs.
  // With inputs of another shape or dtype, or another `state`, a kind begins anew. work: holds what it reads besides
  // the inputs, and does not change it after its first use. Throws Stopped: a replay notices a stop before it begins.
  at::Tensor forward(const std::string& kind, const Inputs& inputs, std::uint64_t state, const Work& work,
                     const ForwardControl& control);
  // Drops all recordings, which no longer apply.
  void clear() { m_kept.clear(); }

private:
  struct Kept {
    Inputs inputs;  // what the recording reads
    std::uint64_t state = 0;
    Work work;                             // of the recording, which reads what it holds
    std::unique_ptr<Recording> recording;  // null after the first use; ends first

    bool isFor(const Inputs& others, std::uint64_t now) const;
  };

  bool isOn() const { return m_recorder && !m_recorder->problem(); }
  void record(Kept& kept, const Work& work, const at::Tensor& expected);

  Recorder* m_recorder;
  std::map<std::string, Kept> m_kept;
};

}  // namespace fb::models
