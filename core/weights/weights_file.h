// SPDX-License-Identifier: MIT
// What all containers of weights have in common: a table of tensors and metadata about them.
#pragma once

#include "weights/tensor_view.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace fb::weights {

enum class Container { Safetensors, Gguf };

struct WeightsFile {
  Container container = Container::Safetensors;
  std::shared_ptr<const DataFile> file;
  std::map<std::string, TensorView> tensors;
  std::map<std::string, std::string> metadata;

  const std::filesystem::path& path() const { return file->path(); }
};

// Detected by content, whatever the name. Reads only the header. Throws Failure: NotFound, Io, Corrupt (with the file's
// name and what is wrong), Unsupported (pickle and others).
WeightsFile openWeights(const std::filesystem::path& path);

}  // namespace fb::weights
