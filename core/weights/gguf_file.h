// SPDX-License-Identifier: MIT
// The GGUF container, versions 2 and 3: typed metadata, a table of tensors, aligned little-endian data. std types only.
// Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
#pragma once

#include "weights/weights_file.h"

#include <memory>

namespace fb::weights {

// Judged by its first bytes.
bool isGguf(const DataFile& file);

// Shapes are in torch's order, and have more dimensions than ggml's if `comfy.gguf.orig_shape.<name>` says so. The
// metadata includes only strings. Throws Failure: Corrupt (with the file's name and what is wrong), Unsupported for
// other versions and for types that this program does not read.
WeightsFile readGguf(std::shared_ptr<const DataFile> file);

}  // namespace fb::weights
