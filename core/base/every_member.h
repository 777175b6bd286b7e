// SPDX-License-Identifier: MIT
// The number of members of an aggregate, for checks that none was forgotten.
#pragma once

#include <cstddef>
#include <type_traits>

namespace fb {

// Converts to a member of any type except the aggregate itself.
template <class Aggregate>
struct AnyMember {
  template <class T>
  requires(!std::is_same_v<T, Aggregate>) operator T() const;
};

// For a struct without bases: the maximum number of values that it can be initialised from.
template <class Aggregate, class... Members>
consteval std::size_t memberCount() {
  static_assert(std::is_aggregate_v<Aggregate>);
  if constexpr (requires { Aggregate{Members{}..., AnyMember<Aggregate>{}}; })
    return memberCount<Aggregate, Members..., AnyMember<Aggregate>>();
  else
    return sizeof...(Members);
}

}  // namespace fb
