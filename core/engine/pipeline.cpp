// SPDX-License-Identifier: MIT
#include "engine/pipeline.h"

#include "base/failure.h"

#include <algorithm>

namespace fb::engine {

TextConditioning TextConditioning::onDevice(at::Device device) const {
  auto moved = *this;
  for (auto* tensor : {&moved.mask, &moved.negativeMask})
    if (tensor->defined()) *tensor = tensor->to(device);
  for (auto& [positive, negative] : moved.prompts) {
    positive = positive.to(device);
    negative = negative.to(device);
  }
  return moved;
}

void requireShape(const TextConditioning& text, const TextShape& shape, const std::string& file) {
  const auto sound = [&](const at::Tensor& embedding, const at::Tensor& mask) {
    if (!embedding.is_floating_point() || embedding.dim() != 3 || mask.defined() != shape.hasMask) return false;
    const std::array<std::int64_t, 3> expected{1, shape.rows > 0 ? shape.rows : embedding.size(1), shape.width};
    return embedding.sizes() == at::IntArrayRef(expected) && embedding.size(1) > 0 &&
           (!shape.hasMask || (mask.scalar_type() == at::kLong && mask.sizes() == embedding.sizes().slice(0, 2)));
  };
  const auto isSound = [&](const EncodedPrompts& prompts) {
    return sound(prompts.positive, text.mask) && sound(prompts.negative, text.negativeMask);
  };
  if (text.prompts.empty() || !std::ranges::all_of(text.prompts, isSound))
    fail(ErrorKind::Corrupt, "{}: the encoded prompts are not of this pair's shape; start the run again", file);
}

sampling::VelocityField& PassFields::of(Model model) {
  const auto index = static_cast<std::size_t>(model);
  auto& field = m_fields[index];
  if (field) return *field;
  auto& other = m_fields[1 - index];
  try {
    field = m_make(model);
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::OutOfMemory || !other) throw;
    other.reset();
    field = m_make(model);
  }
  return *field;
}

}  // namespace fb::engine
