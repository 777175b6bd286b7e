// SPDX-License-Identifier: MIT
// Threads that read one tensor together: one alone reaches neither the speed of memory nor that of a disk that serves
// several requests at once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <future>
#include <thread>
#include <vector>

namespace fb::weights {

inline constexpr std::int64_t kLeastPerReader = 4 << 20;  // below that a thread costs more than it brings

// work(begin, end) for parts that together are 0 to `size`, at once; returns, or throws what one of them threw, when
// all are done.
template <class Work>
void shareOut(std::int64_t size, std::int64_t leastPerReader, const Work& work) {
  constexpr std::int64_t kMostReaders = 4;
  const auto processors = std::max<std::int64_t>(1, std::thread::hardware_concurrency());
  const auto readers = std::max<std::int64_t>(1, std::min({processors, kMostReaders, size / leastPerReader}));
  const auto share = size / readers;
  std::vector<std::future<void>> others;
  for (std::int64_t i = 1; i < readers; ++i)
    others.push_back(
        std::async(std::launch::async,
                   [&work, begin = i * share, end = i + 1 == readers ? size : (i + 1) * share] { work(begin, end); }));
  work(0, readers == 1 ? size : share);
  for (auto& other : others) other.get();
}

}  // namespace fb::weights
