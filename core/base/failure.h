// SPDX-License-Identifier: MIT
// How the engine's own code reports that it cannot go on. The public calls catch these once and return them as values;
// nothing outside core/ ever sees them.
#pragma once

#include "flowblend/status.h"

#include <fmt/format.h>

#include <exception>
#include <stop_token>
#include <utility>

namespace fb {

class Failure : public std::exception {
public:
  explicit Failure(Error error) : m_error(std::move(error)) {}
  const Error& error() const { return m_error; }
  const char* what() const noexcept override { return m_error.message.c_str(); }

private:
  Error m_error;
};

// Thrown when a stop request is noticed; not an error.
class Stopped : public std::exception {
public:
  const char* what() const noexcept override { return "stopped on request"; }
};

template <class... Args>
[[noreturn]] void fail(ErrorKind kind, fmt::format_string<Args...> format, Args&&... args) {
  throw Failure({kind, fmt::format(format, std::forward<Args>(args)...)});
}

inline void throwIfStopped(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Stopped();
}

}  // namespace fb
