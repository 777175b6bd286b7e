// SPDX-License-Identifier: MIT
// A stop in the middle of a forward.
#pragma once

#include <ATen/record_function.h>

#include <memory>
#include <stop_token>
#include <string>
#include <utility>

namespace fb::models {

// While it exists, it requests a stop when this thread first calls the operator, and counts the calls. One at a time
// per thread.
class StopAtFirst {
public:
  explicit StopAtFirst(std::string operation)
      : m_operation(std::move(operation)), m_handle(at::addThreadLocalCallback(at::RecordFunctionCallback(observe))) {
    s_current = this;
  }
  ~StopAtFirst() {
    at::removeCallback(m_handle);
    s_current = nullptr;
  }
  StopAtFirst(const StopAtFirst&) = delete;
  StopAtFirst& operator=(const StopAtFirst&) = delete;

  std::stop_token token() const { return m_stop.get_token(); }
  int calls() const { return m_calls; }

private:
  static std::unique_ptr<at::ObserverContext> observe(const at::RecordFunction& function) {
    if (function.name() == s_current->m_operation && ++s_current->m_calls == 1) s_current->m_stop.request_stop();
    return {};
  }
  static inline thread_local StopAtFirst* s_current = nullptr;

  std::string m_operation;
  std::stop_source m_stop;
  int m_calls = 0;
  at::CallbackHandle m_handle;
};

}  // namespace fb::models
