// SPDX-License-Identifier: MIT
// Computes velocities on request, for tests/oracle/bench_*_transformer.py: reads a line from the standard input, runs
// one forward, and writes how long it took, the processor time of all threads, both in seconds, and by how many bytes
// the process grew at most; a line other than "time" is the file name for the velocity.
#pragma once

#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <malloc.h>

#include <chrono>
#include <cstdint>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>

namespace fb {

inline double processorSeconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// A line of /proc/self/status in bytes: "VmRSS:" is what is in memory, "VmHWM:" the most since the last restart of that
// count.
inline std::int64_t memoryInUse(const std::string& key) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::int64_t kilobytes = 0;
    if (word == key && status >> kilobytes) return 1024 * kilobytes;
  }
  return 0;
}

// Memory that is free but still the process's would hide what it needs.
inline void restartPeak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
}

template <class Forward>
void answerWithVelocities(const Forward& forward) {
  for (std::string line; std::getline(std::cin, line);) {
    restartPeak();
    const auto before = memoryInUse("VmRSS:");
    const auto start = std::chrono::steady_clock::now();
    const auto processor = processorSeconds();
    const at::Tensor velocity = forward();
    const auto used = processorSeconds() - processor;
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    const auto grown = memoryInUse("VmHWM:") - before;
    if (line != "time") weights::saveTensors(line, {{"velocity", velocity}});
    std::cout << seconds.count() << ' ' << used << ' ' << grown << std::endl;
  }
}

}  // namespace fb
