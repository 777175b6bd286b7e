// SPDX-License-Identifier: MIT
// How a run computes where its request leaves that to the program: the device and the dtype, and which models evaluate
// both prompts in one forward. It stays the same for the whole run, even if it is resumed: on another kind of device or
// in another dtype, the clip would be different, and other batches may round differently.
#pragma once

#include "flowblend/device.h"
#include "flowblend/request.h"
#include "flowblend/schedule.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fb::engine {

struct RunPlace {
  std::string device;      // "cpu", "cuda:0"
  std::string deviceName;  // its model name
  DType dtype = DType::Float32;
  // The models whose guided steps evaluate both prompts in one forward; absent: not decided yet, or not recorded.
  std::optional<std::vector<Model>> batched{};
};

// The place of a run on one of `devices`. began: the place of the run so far, if it is resumed; with the device "auto",
// a device with the same name is chosen if there is one, and the dtype is kept; the batches are, too, if the bits may
// be the same. Throws Failure(Invalid | Unsupported) for a device that does not exist or cannot be used.
RunPlace placeOf(const RunOptions& options, std::span<const DeviceInfo> devices,
                 const std::optional<RunPlace>& began = {});
// The request as it runs there.
GenerationRequest placed(GenerationRequest request, const RunPlace& place);

// Whether a run may give different bits at `now` than at `then`.
bool differs(const RunPlace& then, const RunPlace& now);

std::string toJson(const RunPlace& place);
// Throws Failure(Corrupt).
RunPlace runPlaceFromJson(std::string_view text, const std::string& document);

}  // namespace fb::engine
