// SPDX-License-Identifier: MIT
// Where exceptions become return values in public functions that need no engine; engine/guarded.h also knows torch's.
#pragma once

#include "base/file_errors.h"
#include "flowblend/status.h"

#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <utility>

namespace fb {

// A value, or the error that `work` threw. Stopped passes through.
template <class Work>
auto guarded(Work&& work) -> Result<decltype(work())> {
  try {
    return std::forward<Work>(work)();
  } catch (const Stopped&) {
    throw;
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const std::filesystem::filesystem_error& error) {
    return errorOf(error);
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::OutOfMemory, "the machine has too little memory"};
  } catch (const std::exception& error) {
    return Error{ErrorKind::Internal, std::string("unexpected: ") + error.what()};
  }
}

// The other way round, for public functions that call others.
template <class T>
T valueOrFail(Result<T> result) {
  if (!result) throw Failure(result.error());
  return std::move(result).value();
}

// Throws Stopped if it was cancelled.
template <class T>
T valueOrFail(Outcome<T> outcome) {
  if (outcome.cancelled()) throw Stopped();
  if (outcome.failed()) throw Failure(outcome.error());
  return std::move(outcome).value();
}

}  // namespace fb
