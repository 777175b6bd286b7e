// SPDX-License-Identifier: MIT
#include "compute/device_graph.h"

#include "compute/memory.h"

#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <c10/util/Exception.h>

#include <dlfcn.h>

#include <exception>
#include <map>
#include <mutex>
#include <utility>

namespace fb::compute {
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

// First called when there is a CUDA device, for which libtorch_cuda has been loaded.
const Symbols& symbols() {
  static const Symbols symbols;
  return symbols;
}

// One for all recordings on a device: torch keeps a workspace for the matrix products of each stream.
c10::Stream streamOn(at::Device device) {
  static std::mutex mutex;
  static std::map<c10::DeviceIndex, c10::Stream> streams;
  const std::scoped_lock lock(mutex);
  const auto known = streams.find(device.index());
  if (known != streams.end()) return known->second;
  const c10::impl::VirtualGuardImpl guard(device.type());
  return streams.emplace(device.index(), guard.getStreamFromGlobalPool(device)).first->second;
}

}  // namespace

bool DeviceGraph::isAvailable(at::Device device) { return device.is_cuda() && symbols().areFound(); }

DeviceGraph::DeviceGraph(at::Device device, const std::function<at::Tensor()>& work) : m_device(device) {
  const c10::impl::VirtualGuardImpl guard(device.type());
  guard.synchronizeDevice(device.index());
  const c10::StreamGuard onStream(streamOn(device));
  work();
  guard.synchronizeDevice(device.index());
  // What the plain run leaves in reserve belongs to this stream alone: the recording can use that memory.
  releaseCachedMemory(device);
  symbols().construct(m_graph.data(), false);
  try {
    record(work);
  } catch (...) {
    symbols().destroy(m_graph.data());
    throw;
  }
}

void DeviceGraph::record(const std::function<at::Tensor()>& work) {
  constexpr int kThreadLocal = 1;  // cudaStreamCaptureModeThreadLocal
  symbols().begin(m_graph.data(), {0, 0}, kThreadLocal);
  std::exception_ptr problem;
  try {
    m_result = work();
  } catch (...) {
    problem = std::current_exception();
  }
  try {
    // Also after a failure: the stream would otherwise go on recording.
    symbols().end(m_graph.data());
  } catch (...) {
    if (!problem) throw;
  }
  if (problem) std::rethrow_exception(problem);
}

DeviceGraph::~DeviceGraph() {
  // The allocator gives back the graph's memory when it is asked for it, and waits only for the stream of the
  // recording.
  try {
    c10::impl::VirtualGuardImpl(m_device.type()).synchronizeDevice(m_device.index());
  } catch (const c10::Error&) {
    // The device has failed: the next operation tells.
  }
  symbols().destroy(m_graph.data());
}

const at::Tensor& DeviceGraph::replay() {
  symbols().replay(m_graph.data());
  return m_result;
}

}  // namespace fb::compute
