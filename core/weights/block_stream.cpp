// SPDX-License-Identifier: MIT
#include "weights/block_stream.h"

#include "weights/host_slab.h"

#include <c10/core/DeviceGuard.h>
#include <c10/core/Event.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/StreamGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

namespace fb::weights {
namespace {

constexpr std::uint64_t kAlignment = 256;  // as torch's device allocator

// For one tensor of a block.
struct Piece {
  std::uint64_t offset;
  std::vector<std::int64_t> shape;
  at::ScalarType dtype;
  BlockStream::Fill fill;
};

struct Block {
  std::vector<Piece> pieces;
  std::uint64_t bytes = 0;
  int slot = -1;                   // -1: resident
  std::unique_ptr<HostSlab> kept;  // once read, if it is kept in main memory
};

struct Slot {
  at::Tensor memory;  // bytes on the device
  std::int64_t holds = -1;
  int users = 0;
  std::optional<c10::Event> ready, free;  // for devices with streams: the copy is done; the last use of it is done
};

// The source of a copy to the device: the previous copy must have finished before it is refilled.
struct Staging {
  std::unique_ptr<HostSlab> slab;
  std::optional<c10::Event> copied;
};

}  // namespace

std::uint64_t alignedBytes(at::IntArrayRef shape, at::ScalarType dtype) {
  const auto bytes = static_cast<std::uint64_t>(c10::multiply_integers(shape)) * c10::elementSize(dtype);
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

std::uint64_t WeightSizes::total() const { return std::accumulate(blocks.begin(), blocks.end(), fixed); }

std::uint64_t WeightSizes::largestBlock() const {
  return blocks.empty() ? 0 : *std::max_element(blocks.begin(), blocks.end());
}

bool Placement::streams(const WeightSizes& sizes) const {
  return residentBlocks >= 0 && residentBlocks < static_cast<std::int64_t>(sizes.blocks.size());
}

bool Placement::isResident(std::int64_t block, std::int64_t count) const {
  if (residentBlocks < 0 || residentBlocks >= count) return true;
  return (block + 1) * residentBlocks / count > block * residentBlocks / count;
}

std::uint64_t Placement::deviceBytes(const WeightSizes& sizes) const {
  if (!streams(sizes)) return sizes.total();
  const auto count = static_cast<std::int64_t>(sizes.blocks.size());
  auto bytes = sizes.fixed + static_cast<std::uint64_t>(slots) * sizes.largestBlock();
  for (std::int64_t i = 0; i < count; ++i)
    if (isResident(i, count)) bytes += sizes.blocks[static_cast<std::size_t>(i)];
  return bytes;
}

std::uint64_t Placement::hostBytes(const WeightSizes& sizes) const {
  if (!streams(sizes)) return 0;
  if (source == Source::Disk) return static_cast<std::uint64_t>(slots) * sizes.largestBlock();
  const auto count = static_cast<std::int64_t>(sizes.blocks.size());
  std::uint64_t bytes = 0;
  for (std::int64_t i = 0; i < count; ++i)
    if (!isResident(i, count)) bytes += sizes.blocks[static_cast<std::size_t>(i)];
  return bytes;
}

class BlockStream::Impl {
public:
  Impl(at::Device device, Placement placement, WeightSizes sizes)
      : m_device(device), m_placement(placement), m_sizes(std::move(sizes)), m_blocks(m_sizes.blocks.size()) {
    const c10::InferenceMode inference;
    const auto bytes = static_cast<std::int64_t>(m_sizes.largestBlock());
    for (int i = 0; i < m_placement.slots; ++i) {
      Slot slot;
      slot.memory = at::empty({bytes}, at::TensorOptions(device).dtype(at::kByte));
      if (hasStreams()) {
        slot.ready.emplace(device.type());
        slot.free.emplace(device.type());
        // Work that has been queued may still use what the slot's memory was before.
        slot.free->record(current());
      }
      m_slots.push_back(std::move(slot));
    }
    if (hasStreams())
      m_copies.emplace(c10::impl::VirtualGuardImpl(device.type()).getStreamFromGlobalPool(device, /*high=*/true));
  }

  ~Impl() {
    {
      const std::lock_guard lock(m_mutex);
      m_ends = true;
    }
    m_changed.notify_all();
    if (m_reader.joinable()) m_reader.join();
    // Copies in progress read memory that is about to be freed.
    if (m_copies) waitForCopies();
  }

  void begin(std::int64_t block) {
    m_building = &m_blocks.at(static_cast<std::size_t>(block));
    if (!m_placement.isResident(block, static_cast<std::int64_t>(m_blocks.size()))) {
      m_building->slot = m_streamed % m_placement.slots;
      ++m_streamed;
      m_order.push_back(block);
    }
  }

  bool isStreaming() const { return m_building && m_building->slot >= 0; }

  at::Tensor add(at::IntArrayRef shape, at::ScalarType dtype, Fill fill) {
    auto& block = *m_building;
    const auto bytes = alignedBytes(shape, dtype);
    const auto& memory = m_slots[static_cast<std::size_t>(block.slot)].memory;
    TORCH_CHECK(block.bytes + bytes <= m_sizes.largestBlock(), "a block is larger than measured");
    block.pieces.push_back({block.bytes, shape.vec(), dtype, std::move(fill)});
    const auto used = c10::multiply_integers(shape) * static_cast<std::int64_t>(c10::elementSize(dtype));
    auto place = memory.narrow(0, static_cast<std::int64_t>(block.bytes), used).view(dtype).view(shape);
    block.bytes += bytes;
    return place;
  }

  void end() { m_building = nullptr; }

  void readAhead() {
    if (m_order.empty()) return;
    const std::lock_guard lock(m_mutex);
    startReader();
    m_wanted.push_back(m_order.front());
    m_changed.notify_all();
  }

  void acquire(std::int64_t index) {
    const auto& block = m_blocks.at(static_cast<std::size_t>(index));
    if (block.slot < 0) return;
    auto& slot = m_slots[static_cast<std::size_t>(block.slot)];
    std::unique_lock lock(m_mutex);
    startReader();
    if (slot.holds != index) {
      if (m_current != index) {
        // Used out of order, for example because a forward was stopped: blocks that were about to come are no longer
        // wanted.
        m_wanted.clear();
        m_wanted.push_back(index);
        m_problem = nullptr;
      }
      m_changed.notify_all();
      m_changed.wait(lock, [&] { return slot.holds == index || m_problem; });
      if (m_problem) std::rethrow_exception(std::exchange(m_problem, nullptr));
    }
    if (slot.ready) slot.ready->block(current());
    ++slot.users;
    const auto next = following(index);
    if (next != index && m_slots[static_cast<std::size_t>(blockAt(next).slot)].holds != next && m_current != next &&
        std::ranges::find(m_wanted, next) == m_wanted.end())
      m_wanted.push_back(next);
    m_changed.notify_all();
  }

  void release(std::int64_t index) noexcept {
    const auto& block = blockAt(index);
    if (block.slot < 0) return;
    auto& slot = m_slots[static_cast<std::size_t>(block.slot)];
    const std::lock_guard lock(m_mutex);
    if (slot.free) recordUse(*slot.free);
    --slot.users;
    m_changed.notify_all();
  }

  Counts counts() const {
    const std::lock_guard lock(m_mutex);
    return m_counts;
  }

private:
  bool hasStreams() const { return !m_device.is_cpu(); }
  c10::Stream current() const { return c10::impl::VirtualGuardImpl(m_device.type()).getStream(m_device); }
  Block& blockAt(std::int64_t index) { return m_blocks[static_cast<std::size_t>(index)]; }

  // A device that has failed tells so at the next operation, from which the caller learns it.
  void recordUse(c10::Event& end) noexcept {
    try {
      end.record(current());
    } catch (const c10::Error&) {
    }
  }
  void waitForCopies() noexcept {
    try {
      m_copies->synchronize();
    } catch (const c10::Error&) {
    }
  }

  // The streamed block that is used after this one.
  std::int64_t following(std::int64_t index) const {
    const auto at = std::ranges::find(m_order, index);
    return at + 1 == m_order.end() ? m_order.front() : *(at + 1);
  }

  // With m_mutex.
  void startReader() {
    if (!m_reader.joinable()) m_reader = std::thread([this] { read(); });
  }

  // The thread that loads blocks.
  void read() {
    const c10::InferenceMode inference;
    const c10::OptionalDeviceGuard guard(hasStreams() ? std::optional(m_device) : std::nullopt);
    makeContextCurrent();
    std::unique_lock lock(m_mutex);
    for (;;) {
      m_changed.wait(lock, [&] { return m_ends || (!m_wanted.empty() && !m_problem); });
      if (m_ends) return;
      const auto index = m_wanted.front();
      auto& block = blockAt(index);
      auto& slot = m_slots[static_cast<std::size_t>(block.slot)];
      if (slot.holds == index) {
        m_wanted.pop_front();
        continue;
      }
      if (slot.users > 0) {
        m_changed.wait(lock);
        continue;
      }
      m_wanted.pop_front();
      m_current = index;
      slot.holds = -1;
      lock.unlock();
      std::exception_ptr problem;
      try {
        bring(block, slot);
      } catch (...) {
        problem = std::current_exception();
      }
      lock.lock();
      m_current = -1;
      if (problem)
        m_problem = problem;
      else
        slot.holds = index;
      ++m_counts.copies;
      m_changed.notify_all();
    }
  }

  // Memory is page-locked through the driver, which needs a current context; the guard gives a new thread none if its
  // device is the first one.
  void makeContextCurrent() noexcept {
    try {
      if (m_copies) m_copies->query();
    } catch (const c10::Error&) {
      // The first copy fails as well, where it can be told.
    }
  }

  std::unique_ptr<HostSlab> slabOf(std::uint64_t bytes) {
    auto slab = std::make_unique<HostSlab>(bytes, hasStreams());
    if (hasStreams() && !slab->isLocked()) {
      const std::lock_guard lock(m_mutex);
      ++m_counts.pageable;
    }
    return slab;
  }

  void bring(Block& block, Slot& slot) {
    const bool keeps = m_placement.source == Placement::Source::Memory;
    if (!hasStreams() && !keeps) {
      fill(block, static_cast<std::byte*>(slot.memory.mutable_data_ptr()));
      return;
    }
    const std::byte* from = nullptr;
    Staging* staging = nullptr;
    if (keeps) {
      if (!block.kept) {
        auto slab = slabOf(block.bytes);
        fill(block, slab->data());
        block.kept = std::move(slab);
      }
      from = block.kept->data();
    } else {
      staging = &stagingOf(block.slot);
      fill(block, staging->slab->data());
      from = staging->slab->data();
    }
    copy(from, block.bytes, slot);
    if (staging) staging->copied->record(*m_copies);
  }

  Staging& stagingOf(int slot) {
    if (m_staging.empty()) m_staging.resize(m_slots.size());
    auto& staging = m_staging[static_cast<std::size_t>(slot)];
    if (!staging.slab) {
      staging.slab = slabOf(m_sizes.largestBlock());
      staging.copied.emplace(m_device.type());
    } else {
      staging.copied->synchronize();
    }
    return staging;
  }

  void fill(const Block& block, std::byte* to) {
    for (const auto& piece : block.pieces) {
      auto host = at::from_blob(to + piece.offset, piece.shape, at::TensorOptions(piece.dtype));
      piece.fill(host);
    }
    const std::lock_guard lock(m_mutex);
    ++m_counts.reads;
  }

  void copy(const std::byte* from, std::uint64_t bytes, Slot& slot) {
    const auto host =
        at::from_blob(const_cast<std::byte*>(from), {static_cast<std::int64_t>(bytes)}, at::TensorOptions(at::kByte));
    auto there = slot.memory.narrow(0, 0, host.size(0));
    if (!hasStreams()) {
      there.copy_(host);
      return;
    }
    const c10::StreamGuard guard(*m_copies);
    // The last work that used the slot must have finished on the device, not only been queued.
    slot.free->block(*m_copies);
    there.copy_(host, /*non_blocking=*/true);
    slot.ready->record(*m_copies);
  }

  at::Device m_device;
  Placement m_placement;
  WeightSizes m_sizes;
  std::vector<Block> m_blocks;
  std::vector<std::int64_t> m_order;  // of the streamed blocks
  Block* m_building = nullptr;
  int m_streamed = 0;
  std::vector<Slot> m_slots;
  std::vector<Staging> m_staging;  // one per slot; used only by the reader
  std::optional<c10::Stream> m_copies;

  mutable std::mutex m_mutex;  // guards what follows, and the slots' holds, users and events
  std::condition_variable m_changed;
  std::deque<std::int64_t> m_wanted;
  std::int64_t m_current = -1;  // being loaded
  std::exception_ptr m_problem;
  Counts m_counts;
  bool m_ends = false;
  std::thread m_reader;  // started by readAhead() or the first use
};

BlockStream::BlockStream(at::Device device, Placement placement, WeightSizes sizes)
    : m_impl(std::make_unique<Impl>(device, placement, std::move(sizes))) {}
BlockStream::~BlockStream() = default;

void BlockStream::begin(std::int64_t block) { m_impl->begin(block); }
at::Tensor BlockStream::add(at::IntArrayRef shape, at::ScalarType dtype, Fill fill) {
  return m_impl->add(shape, dtype, std::move(fill));
}
void BlockStream::end() { m_impl->end(); }
void BlockStream::readAhead() { m_impl->readAhead(); }
bool BlockStream::isStreaming() const { return m_impl->isStreaming(); }
void BlockStream::acquire(std::int64_t block) { m_impl->acquire(block); }
void BlockStream::release(std::int64_t block) noexcept { m_impl->release(block); }
BlockStream::Counts BlockStream::counts() const { return m_impl->counts(); }

}  // namespace fb::weights
