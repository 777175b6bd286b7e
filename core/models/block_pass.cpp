// SPDX-License-Identifier: MIT
#include "models/block_pass.h"

#include "base/failure.h"

#include <c10/core/impl/VirtualGuardImpl.h>

#include <utility>

namespace fb::models {
namespace {

// How many blocks the host may be ahead: enough to keep the device busy, few enough to stop promptly.
constexpr std::size_t kAhead = 2;

}  // namespace

BlockPass::BlockPass(ForwardControl control, at::Device device, std::shared_ptr<weights::BlockStream> stream,
                     std::int64_t blocks)
    : m_control(std::move(control)), m_device(device), m_stream(std::move(stream)), m_blocks(blocks) {}

BlockPass::Use BlockPass::enter(std::size_t index) {
  const auto block = static_cast<std::int64_t>(index);
  waitForDevice();
  throwIfStopped(m_control.stop);
  if (m_control.onBlock) m_control.onBlock(block, m_blocks);
  return {m_stream.get(), block};
}

// A CUDA device queues a whole forward within milliseconds, and the queue cannot be cancelled.
void BlockPass::waitForDevice() {
  if (!m_device.is_cuda() || !m_control.waitsForDevice) return;
  m_queued.emplace_back(m_device.type());
  m_queued.back().record(c10::impl::VirtualGuardImpl(m_device.type()).getStream(m_device));
  if (m_queued.size() <= kAhead) return;
  m_queued.front().synchronize();
  m_queued.pop_front();
}

}  // namespace fb::models
