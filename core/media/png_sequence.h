// SPDX-License-Identifier: MIT
// How the frames of a PNG sequence are named and found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fb::media {

// For "clip.png", numbered files next to it; any other path is a separate folder.
struct PngSequence {
  explicit PngSequence(const std::filesystem::path& path);

  std::filesystem::path folder;
  std::string stem;             // "frame", "clip"
  std::filesystem::path shown;  // the path, if it is a file name; the folder is then not what the user named

  std::string fileName(int number) const;  // from 1
  std::filesystem::path file(int number) const { return folder / fileName(number); }
  // By number; empty if there are none. Throws Failure if the folder cannot be listed.
  std::vector<std::filesystem::path> files() const;
  // An export over these frames is giving its own their names, or was interrupted while it did.
  bool isBeingReplaced() const;
};

}  // namespace fb::media
