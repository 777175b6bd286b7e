// SPDX-License-Identifier: MIT
#include "models/shared_work.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>

namespace fb::models {
namespace {

constexpr std::int64_t kPartsPerThread = 8;

class Shared final : public Parts {
public:
  Shared(std::int64_t count, std::int64_t together, const std::function<void(Parts&)>& work)
      : m_count(count), m_together(together), m_work(work) {}

  bool next(std::int64_t& begin, std::int64_t& end) override {
    begin = m_next.fetch_add(m_together, std::memory_order_relaxed);
    if (begin >= m_count) return false;
    end = std::min(begin + m_together, m_count);
    return true;
  }

  // By another thread, which may come when all is done and the work no longer exists.
  void help() {
    {
      const std::lock_guard lock(m_mutex);
      if (m_isOver) return;
      ++m_helpers;
    }
    compute();
    const std::lock_guard lock(m_mutex);
    --m_helpers;
    m_changed.notify_all();
  }

  void compute() {
    try {
      m_work(*this);
    } catch (...) {
      m_next = m_count;  // the others need not go on
      const std::lock_guard lock(m_mutex);
      m_problem = std::current_exception();
    }
  }

  void finish() {
    std::unique_lock lock(m_mutex);
    m_isOver = true;
    m_changed.wait(lock, [&] { return m_helpers == 0; });
    if (m_problem) std::rethrow_exception(m_problem);
  }

private:
  const std::int64_t m_count, m_together;
  const std::function<void(Parts&)>& m_work;
  std::atomic<std::int64_t> m_next = 0;
  std::mutex m_mutex;  // guards what follows
  std::condition_variable m_changed;
  int m_helpers = 0;
  bool m_isOver = false;
  std::exception_ptr m_problem;
};

}  // namespace

void shareWork(std::int64_t count, std::int64_t least, const std::function<void(Parts&)>& work) {
  if (count <= 0) return;
  least = std::max<std::int64_t>(least, 1);
  const auto most = at::in_parallel_region() ? 1 : static_cast<std::int64_t>(at::get_num_threads());
  const auto threads = std::clamp<std::int64_t>(count / least, 1, most);
  const auto together = threads == 1 ? count : std::max(least, count / (threads * kPartsPerThread));
  const auto shared = std::make_shared<Shared>(count, together, work);
  try {
    for (std::int64_t i = 1; i < threads; ++i) at::launch([shared] { shared->help(); });
  } catch (const std::exception&) {
    // There are no more threads, or no memory for a task: this one computes the rest. Some may have begun, so that
    // nothing may be thrown before they have ended.
  }
  shared->compute();
  shared->finish();
}

}  // namespace fb::models
