// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/request.h"

#include <ATen/ATen.h>

#include <string>
#include <vector>

namespace fb::sampling {

// Classifier-free guidance in the model's dtype: unconditional + scale * (conditional - unconditional).
at::Tensor guide(const at::Tensor& conditional, const at::Tensor& unconditional, double scale);

// The unconditional velocity scaled to best fit the conditional one, <c, u> / |u|^2 (CFG-Zero*, Fan et al., arXiv
// 2503.18886).
at::Tensor projected(const at::Tensor& unconditional, const at::Tensor& conditional);

// `velocity` with the fraction `share` of its standard deviation replaced by the conditional one's (Lin et al., arXiv
// 2305.08891, section 3.4). 0: unchanged.
at::Tensor rescaled(const at::Tensor& velocity, const at::Tensor& conditional, double share);

// The values at a noise level: the table's row if the model has a table, otherwise `guidance` and the spec's own
// fields.
struct GuidanceScales {
  double guidance = 1;
  double stg = 0;
  double rescale = 0;
  std::vector<int> stgBlocks;
};
GuidanceScales guidanceAt(const GuidanceSpec& spec, double guidance, double sigma);

// Whether the negative prompt is evaluated at some noise level.
bool isGuided(const GuidanceSpec& spec, double guidance);

// How many different guidance evaluations there are in a trajectory.
int evaluationKinds(const GuidanceSpec& spec, double guidance);

// Names of the guidance evaluations that these values need, in their order: "conditional", "unconditional",
// "perturbed.19.20" with the skipped blocks.
std::vector<std::string> guidanceEvaluations(const GuidanceScales& scales);

}  // namespace fb::sampling
