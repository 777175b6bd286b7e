// SPDX-License-Identifier: MIT
#include "media/leavable_thread.h"

#include "base/failure.h"

#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include <unistd.h>

namespace fb::media {
namespace {

std::atomic<int> leftThreads = 0;

// A thread that is still working must not access destroyed statics: this is registered when the first one is left, so
// it runs before any static that existed then is destroyed.
void exitAroundLeftThreads(int status, void* /*unused*/) {
  if (leftThreads == 0) return;
  std::fflush(nullptr);
  ::_exit(status);
}

}  // namespace

struct LeavableThread::Shared {
  std::shared_ptr<void> owned;
  std::mutex mutex;
  std::condition_variable_any changed;
  std::function<void()> call;
  std::exception_ptr thrown;
  bool isOver = false;  // no more calls will come
  bool isLeft = false;
  std::thread thread;

  static void work(const std::shared_ptr<Shared>& shared);
};

void LeavableThread::Shared::work(const std::shared_ptr<Shared>& shared) {
  std::unique_lock lock(shared->mutex);
  for (;;) {
    shared->changed.wait(lock, [&] { return shared->call || shared->isOver; });
    if (!shared->call) break;
    lock.unlock();
    std::exception_ptr thrown;
    try {
      shared->call();
    } catch (...) {
      thrown = std::current_exception();
    }
    lock.lock();
    shared->thrown = thrown;
    shared->call = nullptr;
    shared->changed.notify_all();
  }
  if (!shared->isLeft) return;
  lock.unlock();
  shared->owned.reset();
  --leftThreads;
}

LeavableThread::LeavableThread(std::shared_ptr<void> owned) : m_shared(std::make_shared<Shared>()) {
  m_shared->owned = std::move(owned);
  m_shared->thread = std::thread([shared = m_shared] { Shared::work(shared); });
}

LeavableThread::~LeavableThread() {
  if (m_isLeft) return;
  {
    const std::lock_guard lock(m_shared->mutex);
    m_shared->isOver = true;
    m_shared->changed.notify_all();
  }
  m_shared->thread.join();
}

void LeavableThread::run(std::function<void()> call, const std::stop_token& stop) {
  std::unique_lock lock(m_shared->mutex);
  if (m_isLeft) throw Stopped();
  m_shared->call = std::move(call);
  m_shared->changed.notify_all();
  const bool hasReturned = m_shared->changed.wait(lock, stop, [this] { return !m_shared->call; });
  const auto thrown = std::exchange(m_shared->thrown, nullptr);
  if (hasReturned && !thrown) return;
  if (!stop.stop_requested()) std::rethrow_exception(thrown);
  // Even if the call itself has noticed the stop: freeing what it worked on may take just as long.
  [[maybe_unused]] static const int registered = ::on_exit(exitAroundLeftThreads, nullptr);
  ++leftThreads;
  m_isLeft = m_shared->isLeft = m_shared->isOver = true;
  m_shared->changed.notify_all();
  m_shared->thread.detach();
  throw Stopped();
}

}  // namespace fb::media
