// SPDX-License-Identifier: MIT
// Plays a GPU's graphs: work that is recorded runs again at each replay, into the same memory. Work that read anything
// of its caller's then, rather than its inputs, would give what it gave when it was recorded.
#pragma once

#include "models/forward_graphs.h"

#include <functional>
#include <memory>
#include <utility>

namespace fb {

class CountingRecorder : public models::Recorder {
public:
  std::unique_ptr<models::Recording> record(at::Device /*device*/, const std::function<at::Tensor()>& work) override {
    if (onRecord) onRecord();
    ++records;
    return std::make_unique<Again>(*this, work);
  }

  int records = 0, replays = 0;
  int alive = 0;  // recordings
  std::function<void()> onRecord;

private:
  class Again : public models::Recording {
  public:
    Again(CountingRecorder& recorder, std::function<at::Tensor()> work)
        : m_recorder(recorder), m_work(std::move(work)), m_result(m_work()) {
      ++m_recorder.alive;
    }
    ~Again() override { --m_recorder.alive; }
    Again(const Again&) = delete;
    Again& operator=(const Again&) = delete;

    const at::Tensor& replay() override {
      ++m_recorder.replays;
      m_result.copy_(m_work());
      return m_result;
    }

  private:
    CountingRecorder& m_recorder;
    std::function<at::Tensor()> m_work;
    at::Tensor m_result;
  };
};

}  // namespace fb
