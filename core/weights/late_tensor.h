// SPDX-License-Identifier: MIT
// Weights in main memory that are read when a layer first uses them: a model's work begins at once, and what no layer
// uses is never read. The files stay open until then.
#pragma once

#include "weights/quantization.h"

#include <ATen/ATen.h>

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace fb::weights {

// The order of a stored tensor's dimensions in memory: a permutation that begins with 0 and ends with 1. Empty: as
// stored.
using Order = std::vector<std::int64_t>;

// The tensor with its dimensions in this order, contiguous, on its device.
at::Tensor inOrder(const at::Tensor& stored, const Order& order);
// The same of the meta device's shapes.
std::vector<std::int64_t> shapeInOrder(at::IntArrayRef stored, const Order& order);

// The late tensors of one model, in about the order of their use. While one is in use, a thread asks the system to read
// what follows, so that a disk and the processor work at the same time. Built by one thread; from then on, safe on any
// thread.
class LateReads {
public:
  LateReads() = default;
  ~LateReads();
  LateReads(const LateReads&) = delete;
  LateReads& operator=(const LateReads&) = delete;

  // Returns the tensor's number.
  std::size_t add(StoredWeight weight, at::ScalarType as, Order order);
  // Reads it if this is its first use; if that fails, the next use tries again. The reference stays valid. Throws
  // Failure as readInto(), c10::Error if there is no memory.
  const at::Tensor& get(std::size_t number);

private:
  struct Item {
    Item(StoredWeight weight, at::ScalarType dtype, Order dimensions)
        : source(std::move(weight)), as(dtype), order(std::move(dimensions)) {}

    std::mutex reading;
    std::optional<StoredWeight> source;  // absent once it is read; guarded by m_mutex
    at::ScalarType as;
    Order order;
    at::Tensor tensor;
    std::atomic<bool> isRead = false;
  };

  void readAheadFrom(std::size_t number);
  void ask();

  std::deque<Item> m_items;
  std::mutex m_mutex;  // guards what follows
  std::condition_variable m_changed;
  std::size_t m_last = 0;  // read last
  std::size_t m_next = 0, m_until = 0;
  std::atomic<bool> m_ends = false;
  std::thread m_asks;  // started at the first use
};

// A tensor that is there, or will be when it is first used.
class LateTensor {
public:
  LateTensor() = default;
  LateTensor(at::Tensor there) : m_there(std::move(there)) {}
  LateTensor(std::shared_ptr<LateReads> reads, std::size_t number) : m_reads(std::move(reads)), m_number(number) {}

  // Throws as LateReads::get().
  const at::Tensor& operator*() const { return m_reads ? m_reads->get(m_number) : m_there; }

private:
  at::Tensor m_there;
  std::shared_ptr<LateReads> m_reads;  // null if it is there
  std::size_t m_number = 0;
};

}  // namespace fb::weights
