// SPDX-License-Identifier: MIT
// Writing and reading clip files: see the members of Engine with the same names. None throws.
#pragma once

#include "flowblend/events.h"
#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "flowblend/status.h"

#include <filesystem>
#include <vector>

namespace fb::media {

std::vector<ExportFormat> availableExportFormats();
Status checkExport(const ClipShape& clip, const std::filesystem::path& path, const ExportOptions& options);
Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                         EventSink& sink, RunControl& control);
Result<ClipInfo> inspectClip(const std::filesystem::path& path);
Result<AudioInfo> inspectAudio(const std::filesystem::path& path);
Result<Clip> readClip(const std::filesystem::path& path);
// The image in a file, or its first one; no other is decoded.
Result<Frame> readFirstFrame(const std::filesystem::path& path);

}  // namespace fb::media
