// SPDX-License-Identifier: MIT
#include "flowblend/clip_metadata.h"

#include "base/json.h"

namespace fb {

bool isOwnMetadata(std::string_view metadata) {
  try {
    const auto json = parseJson(metadata, "the comment");
    const auto maker = json.is_object() ? json.find("made_with") : json.end();
    return maker != json.end() && maker->is_string() &&
           maker->get_ref<const std::string&>().starts_with("FlowBlending Studio ");
  } catch (const Failure&) {
    return false;
  }
}

std::optional<std::string> foreignPrompt(std::string_view metadata) {
  try {
    const auto json = parseJson(metadata, "the comment");
    const auto prompt = json.is_object() ? json.find("prompt") : json.end();
    if (prompt == json.end() || !prompt->is_string() || prompt->get_ref<const std::string&>().empty()) return {};
    return prompt->get<std::string>();
  } catch (const Failure&) {
    return {};
  }
}

}  // namespace fb
