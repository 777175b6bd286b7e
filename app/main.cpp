// SPDX-License-Identifier: MIT
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/process_start.h"
#include "cli/standard_streams.h"
#include "cli/usage.h"
#include "flowblend/request.h"

#include <fmt/format.h>

#include <exception>
#include <filesystem>
#include <new>

namespace {

// Nothing is thrown past this point: exceptions that the engine's calls have not turned into errors also end in a
// message.
int perform(CLI::App& parser, int argc, char** argv, const fb::cli::Program& program) {
  fb::Error error{fb::ErrorKind::Internal, "an unexpected error occurred"};
  try {
    parser.parse(argc, argv);
    return program.chosen();
  } catch (const CLI::ParseError& mistake) {
    return parser.exit(mistake) == 0 ? fb::cli::kDone : fb::cli::kUsage;
  } catch (const std::filesystem::filesystem_error& failure) {
    error = {fb::ErrorKind::Io, fmt::format("cannot use {}: {}", failure.path1().string(), failure.code().message())};
  } catch (const std::bad_alloc&) {
    error = {fb::ErrorKind::OutOfMemory, "the machine has too little memory"};
  } catch (const std::exception& failure) {
    error.message = fmt::format("unexpected: {}", failure.what());
  } catch (...) {
  }
  fb::cli::makeReporter(program.json)->failed(error);
  return fb::cli::exitCodeFor(error);
}

int run(int argc, char** argv) {
  fb::cli::secureStandardStreams();
  // Never destroyed: the detached signal thread may use it while the process ends.
  static auto& control = *new fb::RunControl;
  fb::cli::stopOnEndSignals(control);

  CLI::App parser(
      "FlowBlending: a large and a small video diffusion model share one sampling trajectory.\n"
      "The large model runs the early and late steps, the small one those between.\n\n"
      "  flowblend generate --prompt \"a red circle moves left on a blue background\" -o clip.mp4\n"
      "  flowblend generate --large Wan2.1-14B --small Wan2.1-1.3B --device cuda -p \"...\" -o clip.mp4\n"
      "  flowblend inspect clip.mp4");
  parser.failure_message([](const CLI::App* failed, const CLI::Error& error) {
    const auto* mistake = dynamic_cast<const CLI::ParseError*>(&error);
    return mistake ? fb::cli::usageText(*failed, *mistake) : std::string(error.what()) + '\n';
  });
  bool json = false;
  int threads = 0;
  parser.set_version_flag("--version", fb::version());
  parser.add_flag("--json", json, "Write one JSON object per line to the standard output, for programs");
  fb::cli::addWhole(parser, "--threads", threads, 0, 1024, "CPU threads; 0: all cores");
  parser.require_subcommand(1);
  parser.fallthrough();
  parser.footer(
      "Exit codes: 0 success, 1 other failure, 2 usage error, 3 bad input, 4 out of memory, 5 cancelled.\n"
      "Ctrl+C stops a command so that it can go on later; a second one ends it at once.");

  fb::cli::Program program{parser, json, threads, control};
  fb::cli::addGenerate(program);
  fb::cli::addProbe(program);
  fb::cli::addCalibrate(program);
  fb::cli::addResume(program);
  fb::cli::addDecode(program);
  fb::cli::addExport(program);
  fb::cli::addInspect(program);
  fb::cli::addEstimate(program);
  fb::cli::addDevices(program);
  fb::cli::addBatch(program);
  fb::cli::addSweep(program);
  fb::cli::addPropose(program);
  fb::cli::addReport(program);
  const int code = perform(parser, argc, argv, program);
  return fb::cli::flushStandardStreams() || code != fb::cli::kDone ? code : fb::cli::kOtherFailure;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (...) {
    // Before the command is known, or while a failure is reported, memory may run out.
    fb::cli::endAfterException();
  }
}
