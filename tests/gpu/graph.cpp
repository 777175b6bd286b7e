// SPDX-License-Identifier: MIT
#include "graph.h"

#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <dlfcn.h>

#include <utility>

namespace fb::gpu {
namespace {

// Member functions of at::cuda::CUDAGraph, whose first argument is the object.
struct Symbols {
  using Pool = std::pair<unsigned long long, unsigned long long>;

  void (*construct)(void*, bool) = find<void(void*, bool)>("_ZN2at4cuda9CUDAGraphC1Eb");
  void (*begin)(void*, Pool, int) =
      find<void(void*, Pool, int)>("_ZN2at4cuda9CUDAGraph13capture_beginESt4pairIyyE21cudaStreamCaptureMode");
  void (*end)(void*) = find<void(void*)>("_ZN2at4cuda9CUDAGraph11capture_endEv");
  void (*replay)(void*) = find<void(void*)>("_ZN2at4cuda9CUDAGraph6replayEv");
  void (*destroy)(void*) = find<void(void*)>("_ZN2at4cuda9CUDAGraphD1Ev");

  bool areFound() const { return construct && begin && end && replay && destroy; }

private:
  template <class Signature>
  static Signature* find(const char* name) {
    return reinterpret_cast<Signature*>(::dlsym(RTLD_DEFAULT, name));
  }
};

const Symbols& symbols() {
  static const Symbols symbols;
  return symbols;
}

}  // namespace

bool Graph::isAvailable(at::Device device) { return device.is_cuda() && symbols().areFound(); }

Graph::Graph(at::Device device, const std::function<at::Tensor()>& work) {
  constexpr int kThreadLocal = 1;  // cudaStreamCaptureModeThreadLocal
  const c10::impl::VirtualGuardImpl guard(device.type());
  guard.synchronizeDevice(device.index());
  const c10::StreamGuard onStream(guard.getStreamFromGlobalPool(device));
  work();
  guard.synchronizeDevice(device.index());
  symbols().construct(m_graph.data(), false);
  try {
    symbols().begin(m_graph.data(), {0, 0}, kThreadLocal);
    m_result = work();
    symbols().end(m_graph.data());
  } catch (...) {
    symbols().destroy(m_graph.data());
    throw;
  }
}

Graph::~Graph() { symbols().destroy(m_graph.data()); }

const at::Tensor& Graph::replay() {
  symbols().replay(m_graph.data());
  return m_result;
}

}  // namespace fb::gpu
