// SPDX-License-Identifier: MIT
// Two learned measures of how far one clip is from another: DINOv2 (Oquab et al., arXiv 2304.07193), for what frames
// show, and LPIPS (Zhang et al., arXiv 1801.03924), for how alike they look. Their weights are not part of this
// program; docs/boundaries.md lists the files that can be given. Values; any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace fb {

// One value for each of the two.
template <class T>
struct Perceptual {
  T dinov2{};
  T lpips{};

  bool operator==(const Perceptual&) const = default;
};

// Calls visit(name, ...) with the DINOv2 values of all arguments, then with their LPIPS values.
template <class Visit, class... Each>
void forEachPerceptual(const Visit& visit, Each&&... each) {
  visit("dinov2", each.dinov2...);
  visit("lpips", each.lpips...);
}

// Files with weights, or their folders; those that are empty are not used.
using PerceptualWeights = Perceptual<std::filesystem::path>;

// Means over the frames, each from 0 for the same frame; absent if the weights were not given.
// DINOv2: 1 - cosine of the two frames' class features, from 0 to 2. Frames are resized as a whole with Pillow's
// bicubic filter, the shorter side to 224 pixels and the longer one to the nearest multiple of the model's patches, and
// normalised by ImageNet's mean and standard deviation.
// LPIPS: version 0.1, of whole frames at their own size, with values from -1 to 1.
using PerceptualDistances = Perceptual<std::optional<double>>;

// What a file of weights is.
struct PerceptualModel {
  std::string name;      // "DINOv2 ViT-S/14", "LPIPS with VGG16"
  std::string identity;  // equal for equal weights, wherever they are; a hash in hexadecimal digits
  int minSide = 1;       // pixels that each side of a frame must have
};
using PerceptualModels = Perceptual<std::optional<PerceptualModel>>;

}  // namespace fb
