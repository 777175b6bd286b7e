// SPDX-License-Identifier: MIT
// The names inside a run folder. engine/run_folder.h says what the files hold.
#pragma once

namespace fb::run_files {

inline constexpr auto kRequest = "request.json";
inline constexpr auto kInputs = "inputs.json";
inline constexpr auto kPlace = "place.json";
inline constexpr auto kText = "conditioning.safetensors";
inline constexpr auto kState = "state.safetensors";
inline constexpr auto kClip = "clip.safetensors";
inline constexpr auto kThumbnail = "thumbnail.png";

}  // namespace fb::run_files
