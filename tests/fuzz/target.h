// SPDX-License-Identifier: MIT
// What the libFuzzer programs share: an input becomes a file, which is either read or refused by name.
#pragma once

#include "base/failure.h"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fb::fuzz {

// In a folder of this process, in memory.
inline std::filesystem::path fileWith(std::string_view bytes, const std::string& name) {
  static const auto folder = std::filesystem::path("/dev/shm") / ("flowblending-fuzz-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  static const bool registered = std::atexit([] {
                                   std::error_code ignored;
                                   std::filesystem::remove_all(folder, ignored);
                                 }) == 0;
  static_cast<void>(registered);
  std::ofstream(folder / name, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return folder / name;
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// A refusal names what it refuses; any other exception ends the program.
template <class Read>
void readOrRefused(const std::string& named, Read read) {
  try {
    read();
  } catch (const Failure& failure) {
    if (std::string_view(failure.what()).find(named) == std::string_view::npos) std::abort();
  }
}

}  // namespace fb::fuzz
