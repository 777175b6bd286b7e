// SPDX-License-Identifier: MIT
// The commands of the program. Each adds itself to the parser; its action runs after parsing and returns the exit code.
#pragma once

#include "cli/reporting.h"
#include "flowblend/engine.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>

namespace fb::cli {

struct Program {
  CLI::App& parser;
  const bool& json;
  const int& threads;
  RunControl& control;
  std::function<int()> chosen{};  // set by the command that was given
  std::unique_ptr<Engine> made{};

  // Only after parsing, which sets the number of threads.
  Engine& engine() {
    if (!made) made = createEngine({threads, /*keepTexts=*/true});
    return *made;
  }
};

struct RequestArguments;

// What each of the request's LoRAs will do to its model.
void tellLoras(Program& program, Reporter& reporter, const GenerationRequest& request);
// Tells what the user left to the diffusers folder of the models, and what each LoRA will do to its model.
void tellModels(Program& program, Reporter& reporter, const RequestArguments& arguments,
                const GenerationRequest& request);
// Ends a run that did not finish; says how to continue if its state was saved. Returns the exit code.
int reportUnfinished(Reporter& reporter, const Outcome<RunResult>& outcome, const std::filesystem::path& runFolder);

void addGenerate(Program& program);
void addProbe(Program& program);
void addCalibrate(Program& program);
void addResume(Program& program);
void addDecode(Program& program);
void addExport(Program& program);
void addInspect(Program& program);
void addEstimate(Program& program);
void addDevices(Program& program);
void addBatch(Program& program);
void addSweep(Program& program);
void addPropose(Program& program);
void addReport(Program& program);

}  // namespace fb::cli
