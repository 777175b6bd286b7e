// SPDX-License-Identifier: MIT
// One pass through a model's stack of blocks: loads streamed blocks, notices a stop, keeps the host from running far
// ahead of the device, and reports progress.
#pragma once

#include "base/forward_control.h"
#include "models/device_pace.h"
#include "weights/block_stream.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>

namespace fb::models {

class BlockPass {
public:
  // stream: null if all blocks are on the device.
  BlockPass(ForwardControl control, at::Device device, std::shared_ptr<weights::BlockStream> stream,
            std::int64_t blocks);

  // While it exists, the block's tensors hold its weights.
  class Use {
  public:
    Use(weights::BlockStream* stream, std::int64_t block) : m_stream(stream), m_block(block) {
      if (m_stream) m_stream->acquire(m_block);
    }
    ~Use() {
      if (m_stream) m_stream->release(m_block);
    }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

  private:
    weights::BlockStream* m_stream;
    std::int64_t m_block;
  };
  // Throws Stopped; on a CUDA device, within two blocks of the one being computed, unless it must not wait for it.
  [[nodiscard]] Use enter(std::size_t block);

private:
  ForwardControl m_control;
  DevicePace m_pace;
  std::shared_ptr<weights::BlockStream> m_stream;
  std::int64_t m_blocks;
};

}  // namespace fb::models
