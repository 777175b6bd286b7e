// SPDX-License-Identifier: MIT
#pragma once

#include "target.h"
#include "weights/checkpoint.h"
#include "weights/storage_type.h"

namespace fb::fuzz {

// Reads what was accepted to the last byte, as a loader would.
inline void openWeights(std::string_view bytes, const std::string& name) {
  const auto file = fileWith(bytes, name);
  readOrRefused(file.string(), [&] {
    volatile unsigned sum = 0;
    const auto checkpoint = weights::Checkpoint::open(file);
    for (const auto& [tensor, view] : checkpoint.tensors()) {
      if (weights::denseBytes(view.type, view.shape) != view.bytes) std::abort();
      for (const auto byte : weights::bytesOf(view)) sum = sum + static_cast<unsigned>(byte);
    }
  });
}

}  // namespace fb::fuzz
