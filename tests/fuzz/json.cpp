// SPDX-License-Identifier: MIT
// The documents in JSON; the first byte says which one the rest is.
#include "base/json.h"
#include "engine/run_inputs.h"
#include "flowblend/clip_metadata.h"
#include "flowblend/events.h"
#include "flowblend/request.h"
#include "target.h"

namespace {

using namespace fb;

constexpr auto kDocument = "/folder/document.json";

// What was read is written and read again, as in a run folder.
void readRequest(std::string_view text) {
  const auto request = requestFromJson(text);
  if (!request) throw Failure({request.error().kind, kDocument + request.error().message});
  if (!requestFromJson(toJson(request.value()))) std::abort();
}

void readPair(std::string_view text) {
  const auto pair = pairFromJson(parseJson(text, kDocument), kDocument, "/folder");
  pairFromJson(parseJson(toJsonValue(pair, "/folder").dump(), kDocument), kDocument, "/folder");
}

void readReports(std::string_view text) {
  const auto reports = stepReportsFromJson(text);
  if (!reports) throw Failure({reports.error().kind, kDocument + reports.error().message});
  if (!stepReportsFromJson(toJson(reports.value()))) std::abort();
}

void readInputs(std::string_view text) {
  engine::runInputsFromJson(engine::toJson(engine::runInputsFromJson(text, kDocument)), kDocument);
}

void readComment(std::string_view text) {
  const std::string comment(text);
  if (isOwnMetadata(comment)) static_cast<void>(requestFromJson(comment));
}

constexpr void (*kReaders[])(std::string_view) = {readRequest, readPair, readReports, readInputs, readComment};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto reader = kReaders[data[0] % std::size(kReaders)];
  fuzz::readOrRefused(kDocument, [&] { reader(fuzz::textOf(data + 1, size - 1)); });
  return 0;
}
