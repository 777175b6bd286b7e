// SPDX-License-Identifier: MIT
#include "models/block_pass.h"

#include "base/failure.h"

#include <utility>

namespace fb::models {
namespace {

constexpr std::size_t kAhead = 2;  // blocks

}  // namespace

BlockPass::BlockPass(ForwardControl control, at::Device device, std::shared_ptr<weights::BlockStream> stream,
                     std::int64_t blocks)
    : m_control(std::move(control)), m_pace(device, kAhead), m_stream(std::move(stream)), m_blocks(blocks) {}

BlockPass::Use BlockPass::enter(std::size_t index) {
  const auto block = static_cast<std::int64_t>(index);
  if (m_control.waitsForDevice) m_pace.wait();
  throwIfStopped(m_control.stop);
  if (m_control.onBlock) m_control.onBlock(block, m_blocks);
  return {m_stream.get(), block};
}

}  // namespace fb::models
