// SPDX-License-Identifier: MIT
// Computes velocities on request, for tests/oracle/bench_*_transformer.py: reads a line from the standard input, runs
// one forward, and writes its duration in seconds; a line other than "time" is the file name for the velocity.
#pragma once

#include "weights/tensor_file.h"

#include <ATen/ATen.h>

#include <chrono>
#include <iostream>
#include <string>

namespace fb {

template <class Forward>
void answerWithVelocities(const Forward& forward) {
  for (std::string line; std::getline(std::cin, line);) {
    const auto start = std::chrono::steady_clock::now();
    const at::Tensor velocity = forward();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    if (line != "time") weights::saveTensors(line, {{"velocity", velocity}});
    std::cout << seconds.count() << std::endl;
  }
}

}  // namespace fb
