// SPDX-License-Identifier: MIT
#include "lab/prompt_pattern.h"

#include "base/failure.h"
#include "flowblend/batch.h"

#include <algorithm>
#include <utility>

namespace fb::lab {
namespace {

constexpr int kMaxDepth = 32;

// Where the brace that opens at `open` closes, and whether there is a | of its own in between.
struct Extent {
  std::size_t close = std::string_view::npos;
  bool hasChoices = false;
};

Extent extentOf(std::string_view text, std::size_t open) {
  Extent extent;
  int depth = 0;
  for (std::size_t at = open; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '{') {
      if (++depth > kMaxDepth) fail(ErrorKind::Invalid, "alternatives are nested more than {} deep", kMaxDepth);
    } else if (text[at] == '|' && depth == 1) {
      extent.hasChoices = true;
    } else if (text[at] == '}' && --depth == 0) {
      extent.close = at;
      return extent;
    }
  }
  return extent;
}

}  // namespace

PromptPattern::PromptPattern(std::string_view text) {
  std::size_t at = 0;
  *this = parse(text, at, false);
  if (count() > kMaxBatchClips) fail(ErrorKind::Invalid, "the prompt stands for more than {} texts", kMaxBatchClips);
}

// inside: one alternative, which ends at | or }.
PromptPattern PromptPattern::parse(std::string_view whole, std::size_t& at, bool inside) {
  PromptPattern pattern;
  std::string text;
  int literal = 0;  // braces that are text and not closed yet
  const auto flush = [&] {
    if (!text.empty()) pattern.m_parts.push_back({std::exchange(text, {}), {}});
  };
  for (; at < whole.size(); ++at) {
    const char c = whole[at];
    if (c == '}' && literal > 0) {
      --literal;
      text += c;
      continue;
    }
    if (inside && (c == '|' || c == '}')) break;
    if (c == '\\' && at + 1 < whole.size() && std::string_view("{|}\\").find(whole[at + 1]) != std::string_view::npos) {
      text += whole[++at];
      continue;
    }
    if (c != '{') {
      text += c;
      continue;
    }
    const auto extent = extentOf(whole, at);
    if (extent.close == std::string_view::npos)
      fail(ErrorKind::Invalid, "the brace before \"{}\" is not closed; write \\{{ for a brace that is text",
           whole.substr(at + 1, 20));
    if (!extent.hasChoices) {
      ++literal;
      text += c;
      continue;
    }
    flush();
    Part part;
    do {
      ++at;
      part.choices.push_back(parse(whole, at, true));
    } while (whole[at] == '|');
    pattern.m_parts.push_back(std::move(part));
  }
  flush();
  return pattern;
}

std::uint64_t PromptPattern::count() const {
  constexpr std::uint64_t kEnough = kMaxBatchClips + 1;
  std::uint64_t product = 1;
  for (const auto& part : m_parts) {
    if (part.choices.empty()) continue;
    std::uint64_t sum = 0;
    for (const auto& choice : part.choices) sum += choice.count();
    product = std::min(product * std::min(sum, kEnough), kEnough);
  }
  return product;
}

std::string PromptPattern::text(std::uint64_t index) const {
  std::string text;
  // The last choice changes fastest, as the reader expects.
  for (auto part = m_parts.rbegin(); part != m_parts.rend(); ++part) {
    if (part->choices.empty()) {
      text.insert(0, part->text);
      continue;
    }
    std::uint64_t sum = 0;
    for (const auto& choice : part->choices) sum += choice.count();
    auto left = index % sum;
    index /= sum;
    for (const auto& choice : part->choices) {
      const auto count = choice.count();
      if (left < count) {
        text.insert(0, choice.text(left));
        break;
      }
      left -= count;
    }
  }
  return text;
}

}  // namespace fb::lab
