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
  // The most bytes of keys and values that are kept; the latest ones are. A model that makes more of one prompt takes
  // so long for a step that computing them again is negligible.
  static constexpr std::uint64_t kMost = std::uint64_t{32} << 20;

  // Of the keys and values that all blocks of a transformer make of a text [B, S, width].
  template <class Config>
  static std::uint64_t bytesOf(const at::Tensor& text, const Config& config, at::ScalarType dtype) {
    return static_cast<std::uint64_t>(text.size(0) * text.size(1) * config.layers * 2 * config.dim()) *
           c10::elementSize(dtype);
  }

  // The context of an earlier run with the same text and LoRA strengths; if there is none, or if it is still in use,
  // what `make` returns. bytes: bytesOf() of the text.
  std::shared_ptr<CrossContext> of(const at::Tensor& text, const std::vector<double>& strengths, std::uint64_t bytes,
                                   const std::function<std::shared_ptr<CrossContext>()>& make);
  // Drops those that are not in use; true if there were any.
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
