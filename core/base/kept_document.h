// SPDX-License-Identifier: MIT
// What the JSON documents have in common that the program keeps for itself: a checksum, so that damage is told as
// damage and never taken for other content, and that those of a newer version are not replaced.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

namespace fb {

// Adds the field "checksum": that of all other fields, whatever their order and however the text is laid out. json: an
// object.
void addChecksum(nlohmann::ordered_json& json);

// The text of the file: with its checksum, readable, and with what is no UTF-8 replaced. json: an object.
std::string documentText(nlohmann::ordered_json json);

// Throws Failure(Corrupt) if the object has a checksum that is not that of its content. Documents without one, which
// earlier versions wrote, and those with one of another kind are not checked.
void requireChecksum(const nlohmann::json& json, const std::string& document);

// Before the document `file` is written again. Throws Failure(Unsupported) if its "version" is above `known`: a newer
// version of the program wrote it. What is absent or damaged may be replaced. Throws Failure if it cannot be read.
void requireReplaceable(const std::filesystem::path& file, int known);

}  // namespace fb
