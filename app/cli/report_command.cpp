// SPDX-License-Identifier: MIT
// flowblend report: a sweep as one HTML file.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "flowblend/sweep_report.h"

#include <fmt/format.h>

#include <memory>

namespace fb::cli {
namespace {

struct ReportArguments {
  std::filesystem::path sweep, file;
  SamenessArguments sameness;
  bool overwrite = false;
};

int report(Program& program, const ReportArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  const auto results = readSweepResults(arguments.sweep);
  if (!results) return reportFailure(*reporter, results.error());
  const SweepReportOptions options{arguments.sameness.measureOf(results.value()), arguments.sameness.from(),
                                   arguments.sameness.asked, arguments.overwrite};
  const auto written = writeSweepReport(program.engine(), arguments.sweep, arguments.file, options, program.control);
  if (written.failed()) return reportFailure(*reporter, written.error());
  if (written.cancelled()) {
    reporter->cancelled("stopped; no report was written", {});
    return kCancelled;
  }
  reporter->result(arguments.file.string(), {{"output", arguments.file.string()}});
  return kDone;
}

}  // namespace

void addReport(Program& program) {
  auto* command = program.parser.add_subcommand("report", "Write a sweep as one HTML file, with its clips");
  const auto arguments = std::make_shared<ReportArguments>();
  command->add_option("SWEEP", arguments->sweep, "Folder of a sweep")->required();
  command->add_option("-o,--out", arguments->file, "HTML file to write")->required();
  arguments->sameness.addTo(*command);
  command->add_flag("--overwrite", arguments->overwrite, "Replace the file if it exists");
  command->callback([&program, arguments] { program.chosen = [=, &program] { return report(program, *arguments); }; });
}

}  // namespace fb::cli
