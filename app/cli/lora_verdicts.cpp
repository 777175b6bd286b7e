// SPDX-License-Identifier: MIT
#include "cli/commands.h"

#include <fmt/format.h>

#include <cstddef>

namespace fb::cli {

void tellLoras(Program& program, Reporter& reporter, const GenerationRequest& request) {
  const auto reports = program.engine().checkLoras(request);
  if (!reports) return;  // the run reports why
  for (std::size_t i = 0; const auto& report : reports.value()) {
    const auto& lora = request.sampling.loras.at(i++);
    reporter.happened(
        "lora",
        fmt::format("{} at {} for {}: {}", lora.file.string(), lora.strength, toString(lora.target), report.words()),
        {{"file", lora.file.string()},
         {"strength", lora.strength},
         {"target", toString(lora.target)},
         {"kinds", report.kinds},
         {"layers", report.layers},
         {"applied", report.applied},
         {"text_layers", report.textLayers},
         {"rank", report.rank},
         {"alpha", report.alpha ? nlohmann::ordered_json(*report.alpha) : nlohmann::ordered_json()},
         {"unmatched", report.unmatched}});
  }
}

}  // namespace fb::cli
