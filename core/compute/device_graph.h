// SPDX-License-Identifier: MIT
// Work on a GPU that is recorded once and then started as a whole: for work that the host enqueues more slowly than the
// GPU computes it. Uses torch's at::cuda::CUDAGraph, whose symbols are looked up at run time because libtorch_cuda is
// not linked.
#pragma once

#include <ATen/ATen.h>

#include <array>
#include <cstddef>
#include <functional>

namespace fb::compute {

// One thread at a time.
class DeviceGraph {
public:
  // False without a GPU, and if this LibTorch lacks the symbols.
  static bool isAvailable(at::Device device);

  // Runs `work` twice on a stream of its own: first to warm up, since some initialisation is not allowed in a
  // recording, then to record it. It must not wait for the device, nor read memory that is gone at a replay. What it
  // allocates while it is recorded stays allocated as long as the graph exists. Throws what `work` throws, and
  // c10::Error if it cannot be recorded.
  DeviceGraph(at::Device device, const std::function<at::Tensor()>& work);
  // Waits for the device, which may still be replaying.
  ~DeviceGraph();
  DeviceGraph(const DeviceGraph&) = delete;
  DeviceGraph& operator=(const DeviceGraph&) = delete;

  // Enqueues the recorded work on the current stream; the tensor holds its result afterwards, until the next replay.
  const at::Tensor& replay();

private:
  static constexpr std::size_t kRoom = 4096;  // more than a CUDAGraph takes

  void record(const std::function<at::Tensor()>& work);

  at::Device m_device;
  alignas(std::max_align_t) std::array<std::byte, kRoom> m_graph;
  at::Tensor m_result;
};

}  // namespace fb::compute
