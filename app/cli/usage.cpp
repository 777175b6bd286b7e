// SPDX-License-Identifier: MIT
#include "cli/usage.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace fb::cli {
namespace {

// How many letters must be put in, left out or replaced to make one word of the other (Levenshtein's distance).
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// "; did you mean generate?" Empty if no name is near to the word.
std::string suggestion(std::string_view word, const std::vector<std::string>& names) {
  constexpr std::size_t kLettersPerMistake = 3;
  const std::string* nearest = nullptr;
  auto least = word.size() / kLettersPerMistake + 1;
  for (const auto& name : names) {
    const auto distance = editDistance(word, name);
    if (distance >= least) continue;
    least = distance;
    nearest = &name;
  }
  return nearest ? fmt::format("; did you mean {}?", *nearest) : std::string();
}

std::vector<std::string> ownOptionNames(const CLI::App& command) {
  std::vector<std::string> found;
  for (const auto* option : command.get_options())
    for (const auto& name : option->get_lnames()) found.push_back("--" + name);
  return found;
}

// With those of its groups.
std::vector<std::string> optionNames(const CLI::App& command) {
  auto found = ownOptionNames(command);
  for (const auto* group : command.get_subcommands({})) {
    auto more = optionNames(*group);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::vector<std::string> commandNames(const CLI::App& parser) {
  std::vector<std::string> found;
  for (const auto* command : parser.get_subcommands({})) found.push_back(command->get_name());
  return found;
}

// "; it is one of estimate, generate": which commands have this option. Empty if none has it.
std::string whereItIs(const CLI::App& parser, const std::string& option) {
  std::vector<std::string> found;
  for (const auto* command : parser.get_subcommands({}))
    if (std::ranges::count(optionNames(*command), option) > 0) found.push_back(command->get_name());
  return found.empty() ? std::string() : fmt::format("; it is one of {}", fmt::join(found, ", "));
}

bool takesPrompt(const CLI::App& command) { return std::ranges::count(optionNames(command), "--prompt") > 0; }

// `left`: what the parser could not use, in the order in which it was given.
std::string ofUnexpected(const CLI::App& parser, const CLI::App& command, const std::vector<std::string>& left) {
  // What follows an unknown option is its value, most likely.
  const auto option = std::ranges::find_if(left, [](const std::string& word) { return word.starts_with('-'); });
  if (option != left.end()) {
    const auto name = option->substr(0, option->find('='));
    auto names = optionNames(command);
    for (auto& general : ownOptionNames(parser)) names.push_back(std::move(general));
    const auto place = whereItIs(parser, name);
    return fmt::format("{} has no option {}{}", command.get_name(), name,
                       place.empty() ? suggestion(name, names) : place);
  }
  return fmt::format("\"{}\" was not expected{}", left.front(),
                     takesPrompt(command) ? "; a prompt is given as -p \"...\", in quotes" : "");
}

std::string ofCommand(const CLI::App& parser, const std::vector<std::string>& left) {
  if (left.empty()) return "a command is missing";
  if (left.front().starts_with('-')) return fmt::format("a command is missing before {}", left.front());
  return fmt::format("\"{}\" is not a command{}", left.front(), suggestion(left.front(), commandNames(parser)));
}

// CLI11 begins these texts with the option's name.
std::string ofCount(std::string_view text) {
  const auto name = text.substr(0, text.find(':'));
  if (text.find("At Most 1 required") != std::string_view::npos)
    return fmt::format("{} is given more than once, and takes one value", name);
  if (text.find("missing") != std::string_view::npos) return fmt::format("{} needs a value", name);
  return std::string(text);
}

// "--pair: File does not exist: a.json" in the words of the other messages.
std::string ofFile(std::string text) {
  for (const auto& [begin, end] : {std::pair(std::string_view("File does not exist: "), " does not exist"),
                                   {std::string_view("File is actually a directory: "), " is a folder, not a file"}})
    if (const auto at = text.find(begin); at != std::string::npos) return text.erase(at, begin.size()) + end;
  return text;
}

// By type: CLI11 names some mistakes after the command.
template <class Kind>
bool is(const CLI::ParseError& mistake) {
  return dynamic_cast<const Kind*>(&mistake) != nullptr;
}

std::string sentenceOf(const CLI::App& parser, const CLI::App* command, const CLI::ParseError& mistake) {
  const auto left = parser.remaining(true);
  if (!command && is<CLI::RequiredError>(mistake)) return ofCommand(parser, left);
  if (command && is<CLI::ExtrasError>(mistake) && !left.empty()) return ofUnexpected(parser, *command, left);
  if (is<CLI::ArgumentMismatch>(mistake)) return ofCount(mistake.what());
  return is<CLI::ValidationError>(mistake) ? ofFile(mistake.what()) : mistake.what();
}

}  // namespace

std::string usageText(const CLI::App& parser, const CLI::ParseError& mistake) {
  const auto given = parser.get_subcommands();
  const auto* command = given.empty() ? nullptr : given.front();
  return fmt::format("{}\nflowblend{} --help tells more.\n", sentenceOf(parser, command, mistake),
                     command ? " " + command->get_name() : std::string());
}

std::string shellWord(const std::filesystem::path& path) {
  constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+,:@%=";
  // An option's name would not be taken as a path.
  const auto text = path.string().starts_with('-') ? "./" + path.string() : path.string();
  const auto isPlain = [&](char letter) {
    return kPlain.find(letter) != std::string_view::npos || static_cast<unsigned char>(letter) >= 0x80;
  };
  if (!text.empty() && std::ranges::all_of(text, isPlain)) return text;
  std::string quoted = "'";
  for (const char letter : text) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

}  // namespace fb::cli
