// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

namespace fb {

// While it exists, something has another value; then it has the previous one again. exchange: sets a value and returns
// the previous one. Of several that exist at a time, the last one made must end first.
template <auto exchange>
class ScopedValue;

template <class T, T (*exchange)(T)>
class ScopedValue<exchange> {
public:
  explicit ScopedValue(T value) : m_before(exchange(std::move(value))) {}
  ~ScopedValue() { exchange(std::move(m_before)); }
  ScopedValue(const ScopedValue&) = delete;
  ScopedValue& operator=(const ScopedValue&) = delete;

private:
  T m_before;
};

}  // namespace fb
