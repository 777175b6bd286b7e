// SPDX-License-Identifier: MIT
#include "engine/run_place.h"

#include "base/json.h"
#include "base/kept_document.h"
#include "compute/devices.h"

#include <algorithm>
#include <utility>

namespace fb::engine {
namespace {

// What the run may choose from: with "auto", devices of the kind that it began on, if there are any.
std::vector<DeviceInfo> choicesFor(const RunOptions& options, std::span<const DeviceInfo> devices,
                                   const std::optional<RunPlace>& began) {
  std::vector<DeviceInfo> same;
  if (began && options.device == kAutomaticDevice)
    std::ranges::copy_if(devices, std::back_inserter(same), [&](const DeviceInfo& device) {
      return device.isUsable() && (device.isCpu() ? began->device == device.id : device.name == began->deviceName);
    });
  return same.empty() ? std::vector(devices.begin(), devices.end()) : same;
}

constexpr auto kBatched = "batched";

std::vector<Model> modelsIn(const JsonObject& object) {
  std::vector<Model> models;
  for (const auto& name : object.list(kBatched)) {
    const auto model = name.is_string() ? modelFromString(name.get_ref<const std::string&>()) : std::nullopt;
    if (!model) fail(ErrorKind::Corrupt, "{}: \"{}\" must be a list of models", object.document(), kBatched);
    models.push_back(*model);
  }
  return models;
}

}  // namespace

RunPlace placeOf(const RunOptions& options, std::span<const DeviceInfo> devices, const std::optional<RunPlace>& began) {
  const auto choices = choicesFor(options, devices, began);
  const auto& device = compute::findDevice(options.device, choices);
  const auto asked = began && options.dtype == DType::Automatic ? began->dtype : options.dtype;
  RunPlace place{device.id, device.name, resolvedDType(asked, device)};
  if (began && !differs(*began, place)) place.batched = began->batched;
  return place;
}

GenerationRequest placed(GenerationRequest request, const RunPlace& place) {
  request.options.device = place.device;
  request.options.dtype = place.dtype;
  return request;
}

bool differs(const RunPlace& then, const RunPlace& now) {
  const bool onCpu = then.device == "cpu" && now.device == "cpu";
  return then.dtype != now.dtype || (!onCpu && then.deviceName != now.deviceName);
}

std::string toJson(const RunPlace& place) {
  nlohmann::ordered_json json{
      {"device", place.device}, {"device_name", place.deviceName}, {"dtype", toString(place.dtype)}};
  if (place.batched) {
    json[kBatched] = nlohmann::ordered_json::array();
    for (const auto model : *place.batched) json[kBatched].push_back(toString(model));
  }
  return documentText(std::move(json));
}

RunPlace runPlaceFromJson(std::string_view text, const std::string& document) {
  const auto json = parseJson(text, document);
  const JsonObject object(json, document);
  requireChecksum(json, document);
  RunPlace place{object.string("device"), object.string("device_name"), object.named<DType>("dtype", dtypeFromString)};
  if (place.dtype == DType::Automatic) fail(ErrorKind::Corrupt, "{}: \"dtype\" must not be \"auto\"", document);
  if (object.has(kBatched)) place.batched = modelsIn(object);
  return place;
}

}  // namespace fb::engine
