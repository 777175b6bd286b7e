// SPDX-License-Identifier: MIT
// Damages inputs for the fuzz test, in the same way in every run.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace fb::weights::test {

class Mutator {
public:
  explicit Mutator(std::uint64_t seed) : m_random(seed) {}

  // One to four changes of bytes: flips, cuts, insertions, repetitions, tokens from a list.
  std::string mutated(std::string bytes, const std::vector<std::string>& tokens);
  // The same without moving or removing any byte, so that lengths inside the file stay correct.
  std::string overwritten(std::string bytes, const std::vector<std::string>& tokens);
  // 0 to end - 1.
  std::size_t below(std::size_t end) { return end ? m_random() % end : 0; }
  bool oneIn(std::size_t n) { return below(n) == 0; }

private:
  void overwrite(std::string& bytes, const std::vector<std::string>& tokens);
  void move(std::string& bytes, const std::vector<std::string>& tokens);

  std::mt19937_64 m_random;
};

// What breaks JSON readers: limits, other types, nesting, keywords of our own documents.
const std::vector<std::string>& jsonTokens();
// What breaks readers of protobuf messages: lengths, tags, limits.
const std::vector<std::string>& binaryTokens();

// The JSON text with one value, anywhere inside, replaced, removed or repeated under another name: still well-formed,
// so that it reaches the checks after the parser. A text that is not JSON is returned unchanged.
std::string restructured(const std::string& text, Mutator& mutator);

}  // namespace fb::weights::test
