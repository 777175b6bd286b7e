// SPDX-License-Identifier: MIT
// Tensors in main memory that stay for long, in mappings of their own. In the heap, they would come to lie between what
// operations need for a moment, and that memory could neither be given back nor be used for anything larger.
#pragma once

#include <ATen/ATen.h>

namespace fb::weights {

// Contiguous, on the CPU, not initialised; in the heap if it is small. Throws c10::OutOfMemoryError.
at::Tensor longLived(at::IntArrayRef shape, at::ScalarType dtype);
// The same numbers with the same strides. A tensor that is small, on another device or has gaps is returned as it is.
at::Tensor longLived(const at::Tensor& tensor);
// Room for a tensor of the same shape, strides and dtype, not initialised; undefined where longLived() returns the
// tensor as it is.
at::Tensor longLivedLike(const at::Tensor& tensor);

}  // namespace fb::weights
