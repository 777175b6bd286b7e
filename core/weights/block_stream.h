// SPDX-License-Identifier: MIT
// The blocks of a transformer that does not fit its device: each is copied there shortly before it is used, into one of
// a few slots, while the previous block computes. A block's tensors are views of its slot, made once; between two uses
// they hold another block's weights.
#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fb::weights {

// Bytes of a model's tensors on its device.
struct WeightSizes {
  std::uint64_t fixed = 0;            // outside the stack of blocks
  std::vector<std::uint64_t> blocks;  // each including alignment
  // Beside the model while a layer computes: the most for a matrix that stays quantised or that LoRAs change.
  std::uint64_t dequantized = 0;

  std::uint64_t total() const;
  std::uint64_t largestBlock() const;
};

// Where a model's weights are stored.
struct Placement {
  // How many blocks of the stack stay on the device; -1: all of them. The others are streamed through the slots.
  std::int64_t residentBlocks = -1;
  int slots = 2;
  enum class Source {
    Memory,  // read from the file once, then kept in main memory, page-locked for copies to the device
    Disk     // read from the file at every use: for machines with less memory than the model
  };
  Source source = Source::Memory;

  bool streams(const WeightSizes& sizes) const;
  // Resident blocks are spread evenly among the streamed ones, which gives each more time to arrive.
  bool isResident(std::int64_t block, std::int64_t count) const;
  // How much memory the model takes on the device, including the slots; and in main memory, page-locked.
  std::uint64_t deviceBytes(const WeightSizes& sizes) const;
  std::uint64_t hostBytes(const WeightSizes& sizes) const;
  bool operator==(const Placement&) const = default;
};

// Built by one thread, then used by one thread at a time; a separate thread reads and copies ahead.
class BlockStream {
public:
  // Fills a contiguous tensor on the CPU. Throws Failure.
  using Fill = std::function<void(at::Tensor& host)>;

  // sizes: of the model that the blocks belong to; placement.streams(sizes) must be true. Throws c10::OutOfMemoryError.
  BlockStream(at::Device device, Placement placement, WeightSizes sizes);
  ~BlockStream();
  BlockStream(const BlockStream&) = delete;
  BlockStream& operator=(const BlockStream&) = delete;

  // Building: blocks in order, from 0. A streamed block's tensors are added between begin and end.
  void begin(std::int64_t block);
  // The memory of the block's next tensor: in a slot for a streamed block. Only while a streamed block is being built.
  at::Tensor add(at::IntArrayRef shape, at::ScalarType dtype, Fill fill);
  void end();
  bool isStreaming() const;  // the block being built is streamed
  // After the last block: begins to bring the first streamed one, before anything asks for it.
  void readAhead();

  // From here to release(), the block's tensors hold its own weights, as seen by work on the device's current stream.
  // Blocks are expected to be used in order, cyclically; any other order is slower. Throws Failure if a file can no
  // longer be read.
  void acquire(std::int64_t block);
  void release(std::int64_t block) noexcept;

  struct Counts {
    std::uint64_t copies = 0;  // blocks copied to the device
    std::uint64_t reads = 0;   // blocks read from the file
    // Pieces of main memory that the machine did not page-lock for a GPU: copies from them are slower.
    std::uint64_t pageable = 0;
  };
  Counts counts() const;

private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

// Bytes of a tensor in a block, including alignment.
std::uint64_t alignedBytes(at::IntArrayRef shape, at::ScalarType dtype);

}  // namespace fb::weights
