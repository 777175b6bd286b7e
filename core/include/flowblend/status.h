// SPDX-License-Identifier: MIT
// How every public call of the engine reports its outcome. Values; safe on any thread.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace fb {

enum class ErrorKind {
  Invalid,      // a field of the request or of a document has an invalid value
  NotFound,     // a given file, folder or tensor does not exist
  Corrupt,      // a file exists but its content violates its format
  Unsupported,  // well-formed, but not something that this program can run
  OutOfMemory,  // the device or the machine has too little memory
  Io,           // reading or writing failed
  NotFinite,    // NaN or Inf appeared in the latents
  Internal,     // a bug in this program
};

// A kind for programs and a sentence for people. The sentence names the file or field and says what to do.
struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string message;
};

// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
public:
  Result(T value) : m_state(std::move(value)) {}
  Result(Error error) : m_state(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(m_state); }
  explicit operator bool() const { return ok(); }
  // Only when ok().
  const T& value() const& { return std::get<T>(m_state); }
  T& value() & { return std::get<T>(m_state); }
  T&& value() && { return std::get<T>(std::move(m_state)); }
  // Only when not ok().
  const Error& error() const { return std::get<Error>(m_state); }

private:
  std::variant<T, Error> m_state;
};

struct Done {};
using Status = Result<Done>;

// Stopped on request; not an error.
struct Cancelled {
  int stepsDone = 0;  // of a run; 0 of an export
};

// The outcome of a call that can be stopped: exactly one of done(), cancelled() and failed() holds.
template <class T>
class [[nodiscard]] Outcome {
public:
  Outcome(T value) : m_state(std::move(value)) {}
  Outcome(Cancelled cancelled) : m_state(cancelled) {}
  Outcome(Error error) : m_state(std::move(error)) {}

  bool done() const { return std::holds_alternative<T>(m_state); }
  explicit operator bool() const { return done(); }
  bool cancelled() const { return std::holds_alternative<Cancelled>(m_state); }
  bool failed() const { return std::holds_alternative<Error>(m_state); }
  // Only when done().
  const T& value() const& { return std::get<T>(m_state); }
  T& value() & { return std::get<T>(m_state); }
  T&& value() && { return std::get<T>(std::move(m_state)); }
  // Only when cancelled().
  int stepsDone() const { return std::get<Cancelled>(m_state).stepsDone; }
  // Only when failed().
  const Error& error() const { return std::get<Error>(m_state); }

private:
  std::variant<T, Cancelled, Error> m_state;
};

}  // namespace fb
