// SPDX-License-Identifier: MIT
#include "weights/late_tensor.h"

#include "weights/long_lived.h"
#include "weights/readers.h"
#include "weights/tensor_types.h"

#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace fb::weights {
namespace {

constexpr std::int64_t kPartBytes = 1 << 20;      // read and reordered together: fits a core's cache
constexpr std::uint64_t kAheadBytes = 256 << 20;  // asked for before they are needed
constexpr std::uint64_t kAskBytes = 128 << 10;    // more in one call would be ignored

// Where the positions of a row's other dimensions, in the stored order, are in the kept one.
std::vector<std::int64_t> placesOf(at::IntArrayRef stored, const Order& order) {
  std::vector<std::int64_t> strides(stored.size(), 0);  // in the kept tensor, in units of a position's channels
  std::int64_t positions = 1;
  for (auto at = order.size() - 1; at-- > 1;) {
    strides[static_cast<std::size_t>(order[at])] = positions;
    positions *= stored[static_cast<std::size_t>(order[at])];
  }
  std::vector<std::int64_t> places{0};
  for (std::size_t dimension = 2; dimension < stored.size(); ++dimension) {
    std::vector<std::int64_t> next;
    for (const auto place : places)
      for (std::int64_t i = 0; i < stored[dimension]; ++i) next.push_back(place + i * strides[dimension]);
    places = std::move(next);
  }
  return places;
}

// Of `rows` rows [channels, places] -> [places, channels].
template <class Number>
void reorderRows(const Number* from, Number* to, std::int64_t rows, std::int64_t channels,
                 const std::vector<std::int64_t>& places) {
  constexpr std::int64_t kTogether = 16;  // channels, whose stored positions stay in the nearest cache
  const auto positions = static_cast<std::int64_t>(places.size());
  for (std::int64_t row = 0; row < rows; ++row, from += channels * positions, to += channels * positions)
    for (std::int64_t first = 0; first < channels; first += kTogether) {
      const auto end = std::min(first + kTogether, channels);
      for (std::int64_t position = 0; position < positions; ++position) {
        auto* const target = to + places[static_cast<std::size_t>(position)] * channels;
        for (auto channel = first; channel < end; ++channel) target[channel] = from[channel * positions + position];
      }
    }
}

// Both contiguous, on the CPU, of one dtype.
void reorder(const at::Tensor& stored, const at::Tensor& kept, const std::vector<std::int64_t>& places) {
  const auto in = [&](auto number) {
    using Number = decltype(number);
    reorderRows(static_cast<const Number*>(stored.const_data_ptr()), static_cast<Number*>(kept.mutable_data_ptr()),
                stored.size(0), stored.size(1), places);
  };
  switch (stored.element_size()) {
    case 1:
      return in(std::uint8_t());
    case 2:
      return in(std::uint16_t());
    case 4:
      return in(std::uint32_t());
    default:
      return in(std::uint64_t());
  }
}

// `count` rows of a tensor without blocks, from `first` on.
TensorView rowsOf(const TensorView& view, std::int64_t first, std::int64_t count) {
  auto rows = view;
  const auto each = view.bytes / static_cast<std::uint64_t>(view.shape[0]);
  rows.shape[0] = count;
  rows.bytes = static_cast<std::uint64_t>(count) * each;
  rows.begin += static_cast<std::uint64_t>(first) * each;
  return rows;
}

at::Tensor onCpu(const StoredWeight& weight, at::ScalarType as) {
  if (weight.isPacked()) return dequantized(load(weight, at::kCPU), as);
  auto tensor = longLived(weight.data.shape, as);
  copyInto(weight.data, tensor);
  return tensor;
}

// Part by part, so that the tensor is in memory only once.
at::Tensor readInOrder(const StoredWeight& weight, at::ScalarType as, const Order& order) {
  if (order.empty()) return onCpu(weight, as);
  if (weight.isPacked()) return inOrder(onCpu(weight, as), order);
  const auto& view = weight.data;
  auto kept = longLived(shapeInOrder(view.shape, order), as);
  if (kept.numel() == 0) return kept;
  const auto places = placesOf(view.shape, order);
  const auto rowBytes = static_cast<std::int64_t>(kept.nbytes()) / view.shape[0];
  const auto together = std::max<std::int64_t>(1, kPartBytes / rowBytes);
  shareOut(view.shape[0], std::max<std::int64_t>(1, kLeastPerReader / rowBytes), [&](auto begin, auto end) {
    const c10::InferenceMode inference;
    auto shape = view.shape;
    shape[0] = std::min(together, end - begin);
    const auto part = at::empty(shape, as);
    for (; begin < end; begin += together) {
      const auto count = std::min(together, end - begin);
      const auto rows = part.narrow(0, 0, count);
      copyInto(rowsOf(view, begin, count), rows);
      reorder(rows, kept.narrow(0, begin, count), places);
    }
  });
  return kept;
}

}  // namespace

std::vector<std::int64_t> shapeInOrder(at::IntArrayRef stored, const Order& order) {
  auto shape = stored.vec();
  for (std::size_t at = 0; at < order.size(); ++at) shape[at] = stored[static_cast<std::size_t>(order[at])];
  return shape;
}

at::Tensor inOrder(const at::Tensor& stored, const Order& order) {
  if (order.empty()) return stored;
  if (!stored.is_cpu() || stored.numel() == 0) return stored.permute(order).contiguous();
  // torch's copy takes ten times as long, and weights of gigabytes pass through here.
  const auto dense = stored.contiguous();
  auto kept = at::empty(shapeInOrder(stored.sizes(), order), stored.options());
  const auto places = placesOf(stored.sizes(), order);
  const auto rowBytes = std::max<std::int64_t>(1, static_cast<std::int64_t>(dense.nbytes()) / dense.size(0));
  shareOut(dense.size(0), std::max<std::int64_t>(1, kLeastPerReader / rowBytes), [&](auto begin, auto end) {
    const c10::InferenceMode inference;
    reorder(dense.narrow(0, begin, end - begin), kept.narrow(0, begin, end - begin), places);
  });
  return kept;
}

LateReads::~LateReads() {
  m_ends = true;
  { const std::lock_guard lock(m_mutex); }
  m_changed.notify_all();
  if (m_asks.joinable()) m_asks.join();
}

std::size_t LateReads::add(StoredWeight weight, at::ScalarType as, Order order) {
  m_items.emplace_back(std::move(weight), as, std::move(order));
  return m_items.size() - 1;
}

const at::Tensor& LateReads::get(std::size_t number) {
  auto& item = m_items.at(number);
  if (item.isRead.load(std::memory_order_acquire)) return item.tensor;
  const std::lock_guard lock(item.reading);
  if (item.isRead.load(std::memory_order_relaxed)) return item.tensor;
  item.tensor = readInOrder(*item.source, item.as, item.order);
  item.isRead.store(true, std::memory_order_release);
  readAheadFrom(number);
  return item.tensor;
}

void LateReads::readAheadFrom(std::size_t number) {
  {
    const std::lock_guard lock(m_mutex);
    m_items[number].source.reset();  // the last of a file closes it
    // Others of the model are used now, for example its encoder before its decoder.
    if (number < m_last || number >= m_until) m_next = number + 1;
    m_last = number;
    m_until = number + 1;
    for (std::uint64_t bytes = 0; m_until < m_items.size() && bytes < kAheadBytes; ++m_until)
      if (const auto& source = m_items[m_until].source) bytes += source->data.bytes;
    if (m_next >= m_until) return;
    try {
      if (!m_asks.joinable()) m_asks = std::thread([this] { ask(); });
    } catch (const std::system_error&) {
      return;  // The system gives no more threads: what follows is read without being announced.
    }
  }
  m_changed.notify_all();
}

// The thread that asks for what is needed next.
void LateReads::ask() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_changed.wait(lock, [&] { return m_ends || m_next < m_until; });
    if (m_ends) return;
    const auto& source = m_items[m_next++].source;
    if (!source) continue;
    const auto view = source->data;
    lock.unlock();
    for (std::uint64_t at = 0; at < view.bytes && !m_ends; at += kAskBytes)
      view.file->expect(view.begin + at, std::min(kAskBytes, view.bytes - at));
    lock.lock();
  }
}

}  // namespace fb::weights
