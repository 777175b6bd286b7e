// SPDX-License-Identifier: MIT
// flowblend propose: boundaries from a sweep.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/sweep_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <numeric>

namespace fb::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ProposeArguments {
  std::filesystem::path folder;
  SamenessArguments sameness;
  int heldOut = 0;
  bool csv = false;
};

struct Rule {
  const char* name;
  SweepCandidate SweepProposal::*candidate;
  const char* reason;
};
constexpr Rule kRules[] = {
    {"cheapest", &SweepProposal::cheapest, "the cheapest that is near enough"},
    {"sure", &SweepProposal::sure, "the cheapest that is near enough with 95 % certainty over prompts"},
    {"knee", &SweepProposal::knee, "from here on, more large steps bring less than on average"},
    {"paper", &SweepProposal::paper, "the paper's criteria: where sameness begins to fall with less of each stage"}};

// How the proposal does on prompts that it was not made from: its cost against that of the cheapest candidate there
// that is at least as near.
Json judged(const SweepCandidate& candidate, const SweepScores& heldOut, std::string& text) {
  const auto& own = heldOut.of(candidate);
  const auto best = std::ranges::find_if(heldOut.candidates, [&](const CandidateScore& score) {
    return heldOut.sameness(score) >= heldOut.sameness(own);
  });
  const double excess = own.cost / best->cost - 1;
  text +=
      fmt::format("\n          on held-out prompts: sameness {:.3f}, cost {:.1f} % above the best of equal sameness",
                  heldOut.sameness(own), 100 * excess);
  return {{"sameness", heldOut.sameness(own)}, {"best", toJson(*best, heldOut)}, {"cost_above_best", excess}};
}

int propose(Program& program, const ProposeArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  const auto failed = [&](const Error& error) { return reportFailure(*reporter, error); };
  const auto results = readSweepResults(arguments.folder);
  if (!results) return failed(results.error());
  const int prompts = static_cast<int>(results.value().sweep.prompts.size());
  if (arguments.heldOut >= prompts)
    return failed({ErrorKind::Invalid, fmt::format("--hold-out {} leaves none of the {} prompts to propose from",
                                                   arguments.heldOut, prompts)});
  std::vector<int> order(static_cast<std::size_t>(prompts));
  std::iota(order.begin(), order.end(), 0);
  const auto measure = arguments.sameness.measure();
  const auto seen = std::span(order).first(static_cast<std::size_t>(prompts - arguments.heldOut));
  const auto scores = scoreSweep(results.value(), measure, arguments.sameness.from(), seen);
  if (!scores) return failed(scores.error());
  std::optional<SweepScores> heldOut;
  if (arguments.heldOut > 0) {
    auto others = scoreSweep(results.value(), measure, scores.value().from, std::span(order).subspan(seen.size()));
    if (!others) return failed(others.error());
    heldOut = std::move(others).value();
  }
  const auto proposal = fb::propose(scores.value(), arguments.sameness.asked);
  auto json = toJson(scores.value());
  json["asked"] = arguments.sameness.asked;
  auto text = arguments.csv ? scoreCsv(scores.value()) : scoreTable(scores.value());
  text += arguments.csv ? "" : fmt::format("\n\nfor a sameness of {} or more:", arguments.sameness.asked);
  std::string lines;
  for (const auto& rule : kRules) {
    const auto& chosen = scores.value().of(proposal.*rule.candidate);
    lines += fmt::format("\n{:<9} {:<19} {:3.0f} % of the large model's cost, sameness {:.3f} ({:.2f} to {:.2f}): {}",
                         rule.name, boundariesText(chosen.candidate, scores.value().steps), 100 * chosen.cost,
                         scores.value().sameness(chosen), chosen.low, chosen.high, rule.reason);
    auto entry = toJson(chosen, scores.value());
    if (heldOut) entry["held_out"] = judged(chosen.candidate, *heldOut, lines);
    json["proposals"][rule.name] = std::move(entry);
  }
  reporter->result(arguments.csv ? text : text + lines, json);
  return kDone;
}

}  // namespace

void addPropose(Program& program) {
  auto* command = program.parser.add_subcommand("propose", "Propose boundaries from a sweep");
  const auto arguments = std::make_shared<ProposeArguments>();
  command->add_option("SWEEP", arguments->folder, "Folder of a sweep")->required();
  arguments->sameness.addTo(*command);
  addWhole(*command, "--hold-out", arguments->heldOut, 0, 1'000'000,
           "Judge the proposals on the last prompts, this many, and make them from the others");
  command->add_flag("--csv", arguments->csv, "Write the table as CSV, without the proposals");
  command->callback([&program, arguments] { program.chosen = [=, &program] { return propose(program, *arguments); }; });
}

}  // namespace fb::cli
