// SPDX-License-Identifier: MIT
// The names inside a run folder. engine/run_folder.h says what the files hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fb::run_files {

inline constexpr auto kRequest = "request.json";
inline constexpr auto kInputs = "inputs.json";
inline constexpr auto kPlace = "place.json";
inline constexpr auto kMagnitudes = "magnitudes.json";
inline constexpr auto kText = "conditioning.safetensors";
inline constexpr auto kState = "state.safetensors";
inline constexpr auto kClip = "clip.safetensors";
inline constexpr auto kThumbnail = "thumbnail.png";

// The state after `step` steps that is stored for other runs to branch from, "state-00012.safetensors".
std::string keptState(int step);
// The step of such a name; none if it is another name.
std::optional<int> keptStep(std::string_view name);

}  // namespace fb::run_files
