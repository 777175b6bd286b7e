// SPDX-License-Identifier: MIT
#include "base/families/wan.h"

#include "base/families.h"

namespace fb {

FamilyDescription describeWan() {
  FamilyDescription description;
  description.info = {.family = Family("wan"),
                      .name = "WAN",
                      .models = "WAN 2.1",
                      .transformer = wan::kTransformer,
                      .textEncoder = kUmt5Encoder,
                      .vae = wan::kVae,
                      .imageEncoder = kVisionEncoder,
                      .upsampler = {},
                      .severalVaes = false,
                      .limits = {.sideMultiple = wan::kSideMultiple,
                                 .frameRatio = wan::kTemporalRatio,
                                 .textLength = wan::kTextLength,
                                 .images = ImageUse::None},
                      .imagesWithEncoder = ImageUse::FirstFrame};
  return description;
}

}  // namespace fb
