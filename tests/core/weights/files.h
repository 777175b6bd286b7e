// SPDX-License-Identifier: MIT
// Files opened by the tests of this folder, and the failures expected from them.
#pragma once

#include "base/failure.h"
#include "temporary_folder.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace fb::weights::test {

inline std::filesystem::path writeFile(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

inline std::string readFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string littleEndian(std::uint64_t value) {
  std::string bytes;
  for (int i = 0; i < 8; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xff));
  return bytes;
}

// A safetensors file made from its two parts, whatever they contain.
inline std::string container(std::string_view header, std::string_view data) {
  return littleEndian(header.size()) + std::string(header) + std::string(data);
}

inline std::optional<Error> failureOf(const std::function<void()>& action) {
  try {
    action();
  } catch (const Failure& failure) {
    return failure.error();
  }
  return std::nullopt;
}

inline bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace fb::weights::test

// `action` throws a Failure of this kind whose message contains the part; every message contains the file's name.
#define EXPECT_FAILURE(action, expectedKind, file, part)                                                \
  do {                                                                                                  \
    const auto error = ::fb::weights::test::failureOf([&] { (void)(action); });                         \
    ASSERT_TRUE(error) << "no failure";                                                                 \
    EXPECT_EQ(static_cast<int>(error->kind), static_cast<int>(expectedKind)) << error->message;         \
    EXPECT_TRUE(::fb::weights::test::contains(error->message, file)) << error->message;                 \
    EXPECT_TRUE(::fb::weights::test::contains(error->message, part)) << error->message << "\n" << part; \
  } while (false)
