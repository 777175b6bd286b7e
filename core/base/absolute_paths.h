// SPDX-License-Identifier: MIT
// Paths that mean the same wherever they are read. All throw Failure.
#pragma once

#include "flowblend/request.h"

#include <filesystem>

namespace fb {

std::filesystem::path absolutePath(const std::filesystem::path& path);
// The request with every path made absolute.
GenerationRequest withAbsolutePaths(GenerationRequest request);

}  // namespace fb
