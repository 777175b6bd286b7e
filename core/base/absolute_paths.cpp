// SPDX-License-Identifier: MIT
#include "base/absolute_paths.h"

#include "base/file_errors.h"
#include "base/pair_parts.h"

namespace fb {

namespace fs = std::filesystem;

fs::path absolutePath(const fs::path& path) {
  std::error_code error;
  const auto absolute = fs::absolute(path, error);
  if (error) failWithErrno("find", path, error.value());
  return absolute.lexically_normal();
}

GenerationRequest withAbsolutePaths(GenerationRequest request) {
  const auto makeAbsolute = [](fs::path& path) {
    if (!path.empty()) path = absolutePath(path);
  };
  for (const auto& part : kPairParts) makeAbsolute(request.pair.*part.member);
  for (auto& image : request.clip.images) makeAbsolute(image.file);
  for (auto& lora : request.sampling.loras) makeAbsolute(lora.file);
  makeAbsolute(request.options.runFolder);
  makeAbsolute(request.options.traceFile);
  makeAbsolute(request.options.branchFrom);
  return request;
}

}  // namespace fb
