// SPDX-License-Identifier: MIT
// Files with what is said about them behind their names.
#include "flowblend/numbers.h"
#include "flowblend/settings.h"

#include <fmt/format.h>

#include <filesystem>

namespace fb {
namespace {

bool isFile(const std::string& name) {
  std::error_code ignored;
  return std::filesystem::exists(name, ignored);
}

}  // namespace

Result<ImageCondition> imageFromText(const std::string& text) {
  const auto at = text.rfind('@');
  if (at == std::string::npos || isFile(text)) return ImageCondition{text, 0, 1};
  const auto place = std::string_view(text).substr(at + 1);
  const auto colon = place.find(':');
  const auto frame = numberFrom<int>(place.substr(0, colon));
  const auto strength = colon == std::string_view::npos ? 1 : numberFrom<double>(place.substr(colon + 1));
  if (!frame || !strength)
    return Error{
        ErrorKind::Invalid,
        fmt::format("{}: the @ must be followed by a frame, or by a frame and a strength as in @16:0.5", text)};
  return ImageCondition{text.substr(0, at), *frame, *strength};
}

Result<Lora> loraFromText(const std::string& text) {
  Lora lora{text};
  if (isFile(text)) return lora;
  auto rest = text;
  if (const auto at = rest.rfind('@'); at != std::string::npos) {
    const auto target = loraTargetFromString(std::string_view(rest).substr(at + 1));
    if (!target)
      return Error{ErrorKind::Invalid, fmt::format("{}: the @ must be followed by large, small, early or late", text)};
    lora.target = *target;
    rest.resize(at);
  }
  lora.file = rest;
  if (isFile(rest)) return lora;
  const auto colon = rest.rfind(':');
  if (colon == std::string::npos) return lora;
  const auto strength = numberFrom<double>(std::string_view(rest).substr(colon + 1));
  if (!strength)
    return Error{ErrorKind::Invalid, fmt::format("{}: the : must be followed by a strength, as in FILE:0.8", text)};
  lora.strength = *strength;
  lora.file = rest.substr(0, colon);
  return lora;
}

}  // namespace fb
