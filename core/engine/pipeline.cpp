// SPDX-License-Identifier: MIT
#include "engine/pipeline.h"

#include "base/failure.h"

namespace fb::engine {

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
