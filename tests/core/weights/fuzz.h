// SPDX-License-Identifier: MIT
// What the fuzz tests share: each kind's damaged files, the same ones in every run, are either read or refused with a
// Failure that names them, within ten seconds of the processor and two gigabytes each.
#pragma once

#include "mutation.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>

namespace fb::weights::test {

struct FuzzKind {
  const char* name;
  int inputs;
  // Writes an input into the folder and opens it.
  void (*open)(Mutator& mutator, const std::filesystem::path& folder);
  const char* mustName;  // what a message must contain; null: the folder that contains the file
};

struct OneInput {
  std::string kind;
  int number;
};

// The exit code. FB_FUZZ_TIMES: that many times as many inputs. With `one`, only that input, which is kept in the
// folder that is printed.
int fuzz(const char* program, std::span<const FuzzKind> kinds, const std::optional<OneInput>& one);

}  // namespace fb::weights::test
