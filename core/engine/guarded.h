// SPDX-License-Identifier: MIT
// The single place where the engine's exceptions become return values.
#pragma once

#include "base/file_errors.h"

#include <c10/util/Exception.h>

#include <new>
#include <string>
#include <string_view>

namespace fb::engine {

// Whether these words of torch, or of a library below it, say that an allocation failed; most have no type for it.
inline bool saysOutOfMemory(std::string_view what) {
  // oneDNN describes a primitive first; that it then cannot be created or executed is for want of memory.
  for (const auto* words :
       {"ALLOC_FAILED", "ALLOCATION_FAILED", "out of memory", "DefaultCPUAllocator", "could not create a primitive",
        "could not execute a primitive", "could not create a memory object"})
    if (what.find(words) != std::string_view::npos) return true;
  return false;
}

// Whether these words of CUDA say that the GPU or its driver has failed: all further work of the process is refused.
inline bool saysGpuFailed(std::string_view what) {
  for (const auto* words :
       {"illegal memory access", "misaligned address", "illegal instruction", "device-side assert", "launch failure",
        "launch timed out", "uncorrectable", "hardware stack error", "invalid program counter", "unknown error"})
    if (what.find(words) != std::string_view::npos) return what.find("CUDA") != std::string_view::npos;
  return false;
}

// The error for the exception in flight; call inside a catch block. Stopped is not an error and passes through.
inline Error currentError() {
  const auto firstLine = [](const std::string& text) { return text.substr(0, text.find('\n')); };
  const std::string wayOut = ": choose a smaller size, fewer frames, a smaller dtype or another device";
  try {
    throw;
  } catch (const Stopped&) {
    throw;
  } catch (const Failure& failure) {
    return failure.error();
  } catch (const c10::OutOfMemoryError& error) {
    return {ErrorKind::OutOfMemory, "the device has too little memory" + wayOut};
  } catch (const std::bad_alloc&) {
    return {ErrorKind::OutOfMemory, "the machine has too little memory" + wayOut};
  } catch (const c10::Error& error) {
    const std::string what = error.what_without_backtrace();
    // torch has no exception type for a failed allocation on the CPU.
    if (what.find("DefaultCPUAllocator") != std::string::npos)
      return {ErrorKind::OutOfMemory, "the machine has too little memory" + wayOut};
    // Those of CUDA's libraries have none, either.
    if (saysOutOfMemory(what)) return {ErrorKind::OutOfMemory, "the device has too little memory" + wayOut};
    if (saysGpuFailed(what))
      return {ErrorKind::Internal, "the GPU failed (" + firstLine(what) +
                                       "), and this program can no longer use it: start it again, and continue the "
                                       "run from its last step"};
    return {ErrorKind::Internal, "the computation failed: " + firstLine(what)};
  } catch (const std::filesystem::filesystem_error& error) {
    return errorOf(error);
  } catch (const std::exception& error) {
    if (saysOutOfMemory(error.what())) return {ErrorKind::OutOfMemory, "the machine has too little memory" + wayOut};
    return {ErrorKind::Internal, std::string("unexpected: ") + error.what()};
  } catch (...) {
    return {ErrorKind::Internal, "unexpected: an exception of an unknown type was thrown"};
  }
}

// A value, or the error that `work` threw.
template <class Work>
auto guarded(Work&& work) -> Result<decltype(work())> {
  try {
    return work();
  } catch (...) {
    return currentError();
  }
}

}  // namespace fb::engine
