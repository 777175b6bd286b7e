// SPDX-License-Identifier: MIT
#include "models/spare_contexts.h"

#include "kernels/fp8_product.h"

#include <iterator>

namespace fb::models {
namespace {

bool isSame(const at::Tensor& a, const at::Tensor& b) {
  return a.device() == b.device() && a.scalar_type() == b.scalar_type() && a.sizes() == b.sizes() && at::equal(a, b);
}

}  // namespace

std::shared_ptr<CrossContext> SpareContexts::find(const at::Tensor& text, const std::vector<double>& strengths) {
  for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
    if (!entry->isUnused() || entry->strengths != strengths || entry->multipliesFp8 != kernels::usesFp8Products() ||
        !isSame(entry->text, text))
      continue;
    m_entries.splice(m_entries.end(), m_entries, entry);
    return entry->context;
  }
  return nullptr;
}

std::shared_ptr<CrossContext> SpareContexts::of(const at::Tensor& text, const std::vector<double>& strengths,
                                                std::uint64_t bytes,
                                                const std::function<std::shared_ptr<CrossContext>()>& make) {
  if (bytes > kMost) return make();
  const std::scoped_lock lock(m_mutex);
  if (auto known = find(text, strengths)) return known;
  auto made = make();
  std::uint64_t sum = bytes;
  for (const auto& entry : m_entries) sum += entry.bytes;
  for (auto entry = m_entries.begin(); entry != m_entries.end() && sum > kMost;) {
    const bool goes = entry->isUnused();
    if (goes) sum -= entry->bytes;
    entry = goes ? m_entries.erase(entry) : std::next(entry);
  }
  // A copy: the caller's may change.
  if (sum <= kMost) m_entries.push_back({text.clone(), strengths, kernels::usesFp8Products(), bytes, made});
  return made;
}

bool SpareContexts::dropUnused() {
  const std::scoped_lock lock(m_mutex);
  return m_entries.remove_if([](const Entry& entry) { return entry.isUnused(); }) > 0;
}

}  // namespace fb::models
