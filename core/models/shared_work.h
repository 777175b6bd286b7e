// SPDX-License-Identifier: MIT
// Loops that several threads compute together. In code that is not compiled with OpenMP, at::parallel_for runs on one
// thread without saying so, and a second OpenMP library would bring threads of its own; these are torch's inter-op
// threads. Each takes the next part when it is done with one, so a thread that a busy machine holds up delays only its
// own part.
#pragma once

#include <cstdint>
#include <functional>

namespace fb::models {

// The parts of 0 to a count.
class Parts {
public:
  virtual ~Parts() = default;
  // The next one that no thread has taken, or false.
  virtual bool next(std::int64_t& begin, std::int64_t& end) = 0;
};

// Calls work(parts) on up to at::get_num_threads() threads, this one among them, at the same time; each takes parts of
// 0 to `count` until there are none. least: fewer are not worth another thread. Returns when all is done, or throws
// what one of them threw, std::bad_alloc too. What is computed must not depend on how the parts are cut. Any thread may
// call, one that computes a part of something else, too.
void shareWork(std::int64_t count, std::int64_t least, const std::function<void(Parts&)>& work);

// The same for work(begin, end).
template <class Work>
void shareLoop(std::int64_t count, std::int64_t least, const Work& work) {
  shareWork(count, least, [&](Parts& parts) {
    for (std::int64_t begin = 0, end = 0; parts.next(begin, end);) work(begin, end);
  });
}

}  // namespace fb::models
