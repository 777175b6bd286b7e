// SPDX-License-Identifier: MIT
// Files in the user's state folder with what earlier runs have taught, of which several programs may learn at once.
// Losing them costs the estimates only.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>

namespace fb::engine {

// What the file holds: `none` if it is absent or damaged. Throws Failure if it cannot be read, or is a document of
// another kind than `none`, such as a newer version might keep there.
nlohmann::json learnedIn(const std::filesystem::path& file, const nlohmann::json& none);

// Reads the file as learnedIn() does, lets `add` change that, and writes it: other programs may have learned something
// in the meantime, and a newer version may keep more. Does nothing if the file cannot be read or written.
void addLearned(const std::filesystem::path& file, const nlohmann::json& none,
                const std::function<void(nlohmann::json&)>& add);

}  // namespace fb::engine
