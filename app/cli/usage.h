// SPDX-License-Identifier: MIT
// What is told of a command line that cannot be understood, and paths in commands that are told.
#pragma once

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>

namespace fb::cli {

// A sentence about the mistake, and where to read on; ends with a newline. parser: the program's, after parsing.
std::string usageText(const CLI::App& parser, const CLI::ParseError& mistake);

// A path as a shell takes it: quoted where it must be.
std::string shellWord(const std::filesystem::path& path);

}  // namespace fb::cli
