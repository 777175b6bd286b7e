// SPDX-License-Identifier: MIT
// Keeps the host from running far ahead of a GPU: the GPU's queue takes a whole forward within milliseconds, and what
// is in it cannot be cancelled.
#pragma once

#include <ATen/ATen.h>
#include <c10/core/Event.h>

#include <cstddef>
#include <deque>

namespace fb::models {

// One thread.
class DevicePace {
public:
  // ahead: how many pieces of work the host may be ahead: enough to keep the device busy, few enough to stop promptly.
  DevicePace(at::Device device, std::size_t ahead) : m_device(device), m_ahead(ahead) {}

  // Between two pieces of work: waits until the device has no more than `ahead` of those that are enqueued on the
  // current stream left to finish. Does nothing on the CPU. Throws c10::Error if the device has failed.
  void wait();

private:
  at::Device m_device;
  std::size_t m_ahead;
  std::deque<c10::Event> m_queued;  // the ends of the pieces that the device may still be computing
};

}  // namespace fb::models
