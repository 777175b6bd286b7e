// SPDX-License-Identifier: MIT
// Where and in what a run runs whose request leaves that to the program. It stays so for the whole run, also where the
// run goes on after an interruption: on another kind of device or in another dtype it would come to another clip.
#pragma once

#include "flowblend/device.h"
#include "flowblend/request.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace fb::engine {

struct RunPlace {
  std::string device;      // "cpu", "cuda:0"
  std::string deviceName;  // its kind
  DType dtype = DType::Float32;
};

// The place of a run on one of `devices`. began: that of the run so far, if it goes on; with the device "auto" it takes
// a device of the same name if there is one, and it keeps its dtype. Throws Failure(Invalid | Unsupported) for a device
// that is not there or cannot be used.
RunPlace placeOf(const RunOptions& options, std::span<const DeviceInfo> devices,
                 const std::optional<RunPlace>& began = {});
// The request as it runs there.
GenerationRequest placed(GenerationRequest request, const RunPlace& place);

// Whether a run may come to other bits at `now` than at `then`.
bool differs(const RunPlace& then, const RunPlace& now);

std::string toJson(const RunPlace& place);
// Throws Failure(Corrupt).
RunPlace runPlaceFromJson(std::string_view text, const std::string& document);

}  // namespace fb::engine
