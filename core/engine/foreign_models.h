// SPDX-License-Identifier: MIT
// Names published models of other programs, so that a refusal says what a file is.
#pragma once

#include "weights/checkpoint.h"

#include <string_view>

namespace fb::engine {

// What steers another model and is none itself: "a ControlNet"; empty if it is something else. Asked before the
// families, whose tensors such a file may contain as well.
std::string_view steeringModel(const weights::Checkpoint& checkpoint);

// What a file that no family knows is, by the names of its tensors in ComfyUI's and diffusers' files: "a FLUX
// transformer"; empty if that is not known either.
std::string_view foreignModel(const weights::Checkpoint& checkpoint);

// The quantisation of a file whose weights are packed in a form that no reader here knows, "SVDQuant (nunchaku)"; empty
// if none is recognised.
std::string_view unreadQuantization(const weights::Checkpoint& checkpoint);

}  // namespace fb::engine
