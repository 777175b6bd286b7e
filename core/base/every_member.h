// SPDX-License-Identifier: MIT
// How many members an aggregate has, for checks that none was forgotten.
#pragma once

#include <cstddef>
#include <type_traits>

namespace fb {

// Stands in for a member of any type but the aggregate's own.
template <class Aggregate>
struct AnyMember {
  template <class T>
  requires(!std::is_same_v<T, Aggregate>) operator T() const;
};

// Of a struct without bases: the most values that it can be initialised from.
template <class Aggregate, class... Members>
consteval std::size_t memberCount() {
  static_assert(std::is_aggregate_v<Aggregate>);
  if constexpr (requires { Aggregate{Members{}..., AnyMember<Aggregate>{}}; })
    return memberCount<Aggregate, Members..., AnyMember<Aggregate>>();
  else
    return sizeof...(Members);
}

}  // namespace fb
