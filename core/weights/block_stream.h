// SPDX-License-Identifier: MIT
// The blocks of a transformer that does not fit its device: each is brought there shortly before it is used, into one
// of a few slots, while the block before it computes. A block's tensors are views of its slot, made once; between two
// uses they hold another block's numbers.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fb::weights {

// Bytes that a model's tensors take on its device.
struct WeightSizes {
  std::uint64_t fixed = 0;            // outside the stack of blocks
  std::vector<std::uint64_t> blocks;  // each with the room that alignment takes

  std::uint64_t total() const;
  std::uint64_t largestBlock() const;
};

// Where a model's weights are kept.
struct Placement {
  // Of the stack, how many blocks stay on the device; -1: all of them. The others are streamed through the slots.
  std::int64_t residentBlocks = -1;
  int slots = 2;
  enum class Source {
    Memory,  // read from the file once, then kept in main memory, locked for the device's copies
    Disk     // read from the file at every use: for machines with less memory than the model
  };
  Source source = Source::Memory;

  bool streams(const WeightSizes& sizes) const;
  // Resident blocks lie evenly between the streamed ones, so that each has a neighbour's time to arrive in.
  bool isResident(std::int64_t block, std::int64_t count) const;
  // What the model takes on the device, the slots included; in main memory, locked.
  std::uint64_t deviceBytes(const WeightSizes& sizes) const;
  std::uint64_t hostBytes(const WeightSizes& sizes) const;
  bool operator==(const Placement&) const = default;
};

// Built by one thread, then used by one thread at a time; a thread of its own reads and copies ahead.
class BlockStream {
public:
  // Fills a contiguous tensor on the CPU. Throws Failure.
  using Fill = std::function<void(at::Tensor& host)>;

  // sizes: of the model whose blocks these are; placement.streams(sizes) holds. Throws c10::OutOfMemoryError.
  BlockStream(at::Device device, Placement placement, WeightSizes sizes);
  ~BlockStream();
  BlockStream(const BlockStream&) = delete;
  BlockStream& operator=(const BlockStream&) = delete;

  // Building: blocks in their order, from 0. A streamed block's tensors are added between begin and end.
  void begin(std::int64_t block);
  // The place of the next tensor of the block: in a slot for a streamed block. Only while a streamed block is built.
  at::Tensor add(at::IntArrayRef shape, at::ScalarType dtype, Fill fill);
  void end();
  bool isStreaming() const;  // the block that is being built is streamed

  // From here to release(), the block's tensors hold its own numbers, as work on the device's current stream sees them.
  // Blocks are used in their order, round and round; another order is slower. Throws Failure where a file cannot be
  // read any more.
  void acquire(std::int64_t block);
  void release(std::int64_t block) noexcept;

  struct Counts {
    std::uint64_t copies = 0;  // blocks brought to the device
    std::uint64_t reads = 0;   // blocks read from the file
  };
  Counts counts() const;

private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

// Bytes of a tensor with the room that its alignment takes in a block.
std::uint64_t alignedBytes(at::IntArrayRef shape, at::ScalarType dtype);

}  // namespace fb::weights
