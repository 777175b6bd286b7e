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

}  // namespace fb
