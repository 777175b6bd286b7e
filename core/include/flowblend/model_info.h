// SPDX-License-Identifier: MIT
// What a checkpoint was recognised as (Engine::inspectComponent). A value; safe on any thread.
#pragma once

#include "flowblend/family.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace fb {

// What a file or folder was recognised as, by tensor names and shapes.
struct ComponentInfo {
  ComponentKind kind;
  std::string layout;   // "diffusers", "original", "transformers"
  std::string variant;  // "1.3B", "14B", "2B 0.9.5 and later" or the sizes in words
  std::string storage;  // "float32", "bfloat16", "float8_e4m3fn, scaled", ...
  std::uint64_t parameters = 0;
  int files = 0;
  std::map<std::string, std::int64_t> sizes;  // dim, layers, heads, ...
  std::vector<std::string> missing;           // tensor names
  std::vector<std::string> unexpected;
  std::vector<std::string> misshapen;  // "name: is [..], must be [..]"
  bool complete() const { return missing.empty() && unexpected.empty() && misshapen.empty(); }
};

}  // namespace fb
