// SPDX-License-Identifier: MIT
// Threads that work on one tensor together. A single reading thread reaches neither the memory bandwidth nor the
// throughput of a disk that serves several requests at once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace fb::weights {

inline constexpr std::int64_t kLeastPerReader = 4 << 20;  // below this, a thread costs more than it gains

inline constexpr std::int64_t kMostReaders = 4;

// Calls work(begin, end) concurrently for parts that together cover 0 to `size`; returns when all are done, or throws
// what one of them threw.
template <class Work>
void shareOut(std::int64_t size, std::int64_t leastPerThread, const Work& work,
              std::int64_t mostThreads = kMostReaders) {
  const auto processors = std::max<std::int64_t>(1, std::thread::hardware_concurrency());
  const auto threads = std::max<std::int64_t>(1, std::min({processors, mostThreads, size / leastPerThread}));
  const auto share = size / threads;
  std::vector<std::future<void>> others;
  auto mine = size;  // parts are given away from the end
  try {
    for (auto i = threads - 1; i > 0; --i) {
      others.push_back(std::async(std::launch::async, [&work, begin = i * share, end = mine] { work(begin, end); }));
      mine = i * share;
    }
  } catch (const std::system_error&) {
    // The system gives no more threads: this one does what is left.
  }
  work(0, mine);
  for (auto& other : others) other.get();
}

}  // namespace fb::weights
