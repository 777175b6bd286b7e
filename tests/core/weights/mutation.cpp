// SPDX-License-Identifier: MIT
#include "mutation.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fb::weights::test {
namespace {

using nlohmann::json;

// Pointers to every value below `root`, including the root.
void collect(json& root, std::vector<json*>& values) {
  values.push_back(&root);
  if (root.is_structured())
    for (auto& child : root) collect(child, values);
}

json oddValue(Mutator& mutator) {
  static const std::vector<json> kValues = {nullptr,
                                            true,
                                            0,
                                            -1,
                                            1.5,
                                            1e300,
                                            2147483648u,
                                            9223372036854775807,
                                            18446744073709551615u,
                                            "",
                                            "..",
                                            "/dev/zero",
                                            std::string(3, '\0'),
                                            std::string(300, 'x'),
                                            json::array(),
                                            json::object(),
                                            json::array({json::array({1, 2}), "a"}),
                                            json{{"a", json{{"b", 1}}}}};
  return kValues[mutator.below(kValues.size())];
}

}  // namespace

std::string Mutator::mutated(std::string bytes, const std::vector<std::string>& tokens) {
  for (auto changes = 1 + below(4); changes > 0; --changes) oneIn(2) ? overwrite(bytes, tokens) : move(bytes, tokens);
  return bytes;
}

std::string Mutator::overwritten(std::string bytes, const std::vector<std::string>& tokens) {
  for (auto changes = 1 + below(4); changes > 0; --changes) overwrite(bytes, tokens);
  return bytes;
}

void Mutator::overwrite(std::string& bytes, const std::vector<std::string>& tokens) {
  if (bytes.empty()) return;
  const auto at = below(bytes.size());
  const auto choice = below(3);
  if (choice == 0) {
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
  } else if (choice == 1) {
    bytes[at] = static_cast<char>(below(256));
  } else {
    const auto& token = tokens[below(tokens.size())];
    std::copy_n(token.begin(), std::min(token.size(), bytes.size() - at),
                bytes.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

void Mutator::move(std::string& bytes, const std::vector<std::string>& tokens) {
  const auto at = below(bytes.size() + 1);
  const auto length = std::min(bytes.size() - at, 1 + below(oneIn(4) ? 4096 : 16));
  switch (below(4)) {
    case 0:
      bytes.erase(at, length);
      break;
    case 1:
      bytes.insert(below(bytes.size() + 1), bytes.substr(at, length));
      break;
    case 2:
      bytes.resize(at);
      break;
    default:
      bytes.insert(at, tokens[below(tokens.size())]);
  }
}

const std::vector<std::string>& jsonTokens() {
  static const std::vector<std::string> kTokens = {"null",
                                                   "true",
                                                   "-1",
                                                   "0",
                                                   "1e999",
                                                   "1e300",
                                                   "-0.5",
                                                   "2147483648",
                                                   "9223372036854775808",
                                                   "18446744073709551616",
                                                   "\"",
                                                   "\\",
                                                   "\\u0000",
                                                   "\\ud800",
                                                   "\xff\xfe",
                                                   "{}",
                                                   "[]",
                                                   "{",
                                                   "}",
                                                   "[",
                                                   "]",
                                                   ",",
                                                   ":",
                                                   std::string(5000, '['),
                                                   "{\"a\":" + std::string(5000, '['),
                                                   "\"pair\":",
                                                   "\"defaults\":",
                                                   "\"weight_map\":",
                                                   "\"../x\"",
                                                   "\"F4\"",
                                                   "\"I64\"",
                                                   std::string(1, '\0'),
                                                   "\"__metadata__\":{}",
                                                   "\"data_offsets\":[0,0]"};
  return kTokens;
}

const std::vector<std::string>& binaryTokens() {
  static const std::vector<std::string> kTokens = {std::string(1, '\0'),
                                                   std::string(4, '\0'),
                                                   "\xff",
                                                   "\xff\xff\xff\xff",
                                                   std::string(10, '\xff'),
                                                   "\x7f",
                                                   "\x80",
                                                   "\xff\xff\xff\xff\x0f",
                                                   "\xff\xff\xff\xff\xff\xff\xff\xff\x7f",
                                                   "\x0a",
                                                   "\x12",
                                                   "\x1a",
                                                   "\x0a\x00",
                                                   "\x80\x80\x80\x80"};
  return kTokens;
}

std::string restructured(const std::string& text, Mutator& mutator) {
  auto root = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (root.is_discarded()) return text;
  std::vector<json*> values;
  collect(root, values);
  auto& value = *values[mutator.below(values.size())];
  const bool named = value.is_object() && !value.empty();
  if (named && mutator.oneIn(3)) {
    value.erase(std::next(value.begin(), static_cast<std::ptrdiff_t>(mutator.below(value.size()))));
  } else if (named && mutator.oneIn(2)) {
    const auto copied = *std::next(value.begin(), static_cast<std::ptrdiff_t>(mutator.below(value.size())));
    value["copy"] = copied;
  } else if (value.is_number_integer() && mutator.oneIn(2)) {
    value = value.get<std::int64_t>() + static_cast<std::int64_t>(mutator.below(17)) - 8;
  } else {
    value = oddValue(mutator);
  }
  return root.dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace fb::weights::test
