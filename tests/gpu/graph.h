// SPDX-License-Identifier: MIT
// A forward recorded as a CUDA graph by torch's own at::cuda::CUDAGraph, which libtorch_cuda exports. It is looked up
// at run time, since that library is not linked.
#pragma once

#include <ATen/ATen.h>
#include <c10/core/Stream.h>

#include <array>
#include <cstddef>
#include <functional>

namespace fb::gpu {

class Graph {
public:
  // False without a GPU, and if this LibTorch's symbols are others.
  static bool isAvailable(at::Device device);

  // Runs `work` twice on a stream of its own: once plainly, which prepares what may not happen while recording, then to
  // record it. It must not wait for the device, nor read memory that is gone at a replay.
  Graph(at::Device device, const std::function<at::Tensor()>& work);
  ~Graph();
  Graph(const Graph&) = delete;
  Graph& operator=(const Graph&) = delete;

  // Enqueues the recorded work on the current stream; the tensor holds its result afterwards.
  const at::Tensor& replay();

private:
  static constexpr std::size_t kRoom = 4096;  // more than a CUDAGraph takes

  alignas(std::max_align_t) std::array<std::byte, kRoom> m_graph;
  at::Tensor m_result;
};

}  // namespace fb::gpu
