// SPDX-License-Identifier: MIT
// How a caller controls one forward of a model and follows its progress.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <utility>

namespace fb {

struct ForwardControl {
  std::stop_token stop;
  // Called when a block out of `blocks` starts, counted from 0; on the thread that runs the forward.
  std::function<void(std::int64_t block, std::int64_t blocks)> onBlock;
  // A GPU's queue is kept so short that a stop takes effect within two blocks. Without this the host never waits in the
  // forward, as measurements and the recording of a graph need it.
  bool waitsForDevice = true;

  ForwardControl() = default;
  ForwardControl(std::stop_token token) : stop(std::move(token)) {}  // most callers need nothing else

  // For the `part`-th of `parts` forwards whose progress is told as that of one. count: how many of them the forward
  // does at once.
  ForwardControl part(std::int64_t part, std::int64_t parts, std::int64_t count = 1) const {
    ForwardControl control(stop);
    control.waitsForDevice = waitsForDevice;
    if (onBlock)
      control.onBlock = [whole = onBlock, part, parts, count](std::int64_t block, std::int64_t blocks) {
        whole(part * blocks + count * block, parts * blocks);
      };
    return control;
  }
};

}  // namespace fb
