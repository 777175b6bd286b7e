// SPDX-License-Identifier: MIT
// What a transformer made of prompts, kept for runs with the same ones.
#pragma once

#include "models/layers.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <vector>

namespace fb::models {

// Part of a model, so that it ends with it. Safe on any thread.
class SpareContexts {
public:
  // Bytes of keys and values that are kept, of which the latest. A model that makes more of one prompt spends so much
  // on a step that making them again does not count.
  static constexpr std::uint64_t kMost = std::uint64_t{32} << 20;

  // The context of a run before this one with the same text and LoRA strengths; otherwise, or if somebody still holds
  // that, what `make` gives. bytes: of its keys and values once all blocks have added theirs.
  std::shared_ptr<CrossContext> of(const at::Tensor& text, const std::vector<double>& strengths, std::uint64_t bytes,
                                   const std::function<std::shared_ptr<CrossContext>()>& make);
  // Drops those that nobody holds; true if there were any.
  bool dropUnused();

private:
  struct Entry {
    at::Tensor text;
    std::vector<double> strengths;
    bool multipliesFp8 = false;  // kernels::usesFp8Products(), with which linear layers give other numbers
    std::uint64_t bytes = 0;
    std::shared_ptr<CrossContext> context;

    bool isUnused() const { return context.use_count() == 1; }
  };

  std::shared_ptr<CrossContext> find(const at::Tensor& text, const std::vector<double>& strengths);

  std::mutex m_mutex;
  std::list<Entry> m_entries;  // guarded by m_mutex; the least recently used first
};

}  // namespace fb::models
