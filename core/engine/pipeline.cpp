// SPDX-License-Identifier: MIT
#include "engine/pipeline.h"

#include "base/failure.h"

namespace fb::engine {

void requireShape(const TextConditioning& text, const TextShape& shape, const std::string& file) {
  const auto sound = [&](const at::Tensor& embedding, const at::Tensor& mask) {
    if (!embedding.is_floating_point() || embedding.dim() != 3 || mask.defined() != shape.hasMask) return false;
    const std::array<std::int64_t, 3> expected{1, shape.rows > 0 ? shape.rows : embedding.size(1), shape.width};
    return embedding.sizes() == at::IntArrayRef(expected) && embedding.size(1) > 0 &&
           (!shape.hasMask || (mask.scalar_type() == at::kLong && mask.sizes() == embedding.sizes().slice(0, 2)));
  };
  if (!sound(text.prompt, text.mask) || !sound(text.negative, text.negativeMask))
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
