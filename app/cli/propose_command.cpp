// SPDX-License-Identifier: MIT
// flowblend propose: boundaries from a sweep, or from a probe by what a sweep has taught.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/sweep_tables.h"
#include "flowblend/counted.h"
#include "flowblend/deviation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

namespace fb::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ProposeArguments {
  std::filesystem::path folder;
  SamenessArguments sameness;
  int heldOut = 0;
  bool csv = false, fromProbe = false;
  std::string divergence{toString(DivergenceKind::RelativeL2)};

  DivergenceKind kind() const { return *divergenceKindFromString(divergence); }
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
    return !score.candidate.isRival() && heldOut.sameness(score) >= heldOut.sameness(own);
  });
  const double excess = own.cost / best->cost - 1;
  text +=
      fmt::format("\n          on held-out prompts: sameness {:.3f}, cost {:.1f} % above the best of equal sameness",
                  heldOut.sameness(own), 100 * excess);
  return {{"sameness", heldOut.sameness(own)}, {"best", toJson(*best, heldOut)}, {"cost_above_best", excess}};
}

// The divergence along the sweep's runs or, if they were not probed, what is kept of its pair and settings.
Result<ProbeProfile> profileOf(Program& program, const ProposeArguments& arguments, const Sweep& sweep) {
  auto profile = sweepProbe(arguments.folder);
  if (!profile || !profile.value().cells.empty()) return profile;
  profile = storedProbe(program.engine(), sweep.base);
  if (profile && profile.value().cells.empty())
    return Error{
        ErrorKind::NotFound,
        fmt::format("the runs of {} were not probed, and nothing is kept of its pair and settings: measure its "
                    "prompts and seeds with flowblend probe",
                    arguments.folder.string())};
  return profile;
}

Json fitJson(const DeviationFit& fit) {
  return {{"by", toString(fit.by)}, {"floor", toString(fit.from)}, {"divergence", toString(fit.divergence)},
          {"scale", fit.scale},     {"exponent", fit.exponent},    {"late_rate", fit.lateRate},
          {"growth", fit.growth},   {"spread", fit.spread},        {"prompts", fit.prompts},
          {"points", fit.points}};
}

std::string fitText(const DeviationFit& fit) {
  return fmt::format(
      "1 - sameness by {} = {:.4g} I^{:.3f} exp(-{:.3f} sigma_late), growth {:.2f}, by a factor of {:.2f} either way; "
      "{}, {}",
      toString(fit.by), fit.scale, fit.exponent, fit.lateRate, fit.growth, std::exp(fit.spread),
      counted(fit.prompts, "prompt"), counted(fit.points, "point"));
}

// How proposals from single probes of held-out prompts do.
int judge(Reporter& reporter, const ProposeArguments& arguments, const SweepResults& results,
          const ProbeProfile& profile) {
  const auto& sameness = arguments.sameness;
  const auto found = judgeDeviation(results, profile, sameness.measureOf(results), sameness.from(), arguments.kind(),
                                    sameness.asked, arguments.heldOut);
  if (!found) return reportFailure(reporter, found.error());
  const int steps = results.sweep.base.sampling.schedule.steps;
  auto text = fitText(found.value().fit) +
              "\nfrom one probe of each held-out prompt, judged on all of them\n"
              "prompt  proposed             predicted  reached  cost   above the best of equal sameness";
  auto probes = Json::array();
  for (const auto& probe : found.value().probes) {
    text += fmt::format("\n{:6}  {:<19}  {:9.3f}  {:7.3f}  {:3.0f} %  {:.1f} % ({})", probe.prompt + 1,
                        boundariesText(probe.proposed, steps), probe.predicted, probe.reached, 100 * probe.cost,
                        100 * probe.costAboveBest, boundariesText(probe.best, steps));
    probes.push_back({{"prompt", probe.prompt},
                      {"early_steps", probe.proposed.early},
                      {"late_steps", probe.proposed.late},
                      {"predicted", probe.predicted},
                      {"reached", probe.reached},
                      {"cost", probe.cost},
                      {"cost_above_best", probe.costAboveBest},
                      {"error", probe.error}});
  }
  text += fmt::format("\nmean {:.1f} %, worst {:.1f} % above the best", 100 * found.value().meanCostAboveBest(),
                      100 * found.value().worstCostAboveBest());
  reporter.result(text, {{"asked", sameness.asked},
                         {"fit", fitJson(found.value().fit)},
                         {"probes", probes},
                         {"mean_cost_above_best", found.value().meanCostAboveBest()},
                         {"worst_cost_above_best", found.value().worstCostAboveBest()}});
  return kDone;
}

int proposeFromProbe(Program& program, Reporter& reporter, const ProposeArguments& arguments,
                     const SweepResults& results) {
  const auto profile = profileOf(program, arguments, results.sweep);
  if (!profile) return reportFailure(reporter, profile.error());
  if (arguments.heldOut > 0) return judge(reporter, arguments, results, profile.value());
  const auto& sameness = arguments.sameness;
  const auto fits = fitDeviations(results, profile.value(), sameness.from(), arguments.kind());
  if (!fits) return reportFailure(reporter, fits.error());
  std::string text;
  auto kept = Json::array();
  const DeviationFit* own = nullptr;
  for (const auto& fit : fits.value()) {
    if (const auto stored = keepDeviation(fit); !stored) return reportFailure(reporter, stored.error());
    text += fitText(fit) + '\n';
    kept.push_back(fitJson(fit));
    if (fit.by == sameness.measureOf(results)) own = &fit;
  }
  if (!own)
    return reportFailure(reporter, {ErrorKind::Invalid, fmt::format("nothing could be fitted by {}: choose another "
                                                                    "measure",
                                                                    toString(sameness.measureOf(results)))});
  const auto& schedule = results.sweep.base.sampling.schedule;
  const auto predicted =
      predict(*own, profile.value(), results.run, schedule, predictableCandidates(*own, schedule.steps));
  if (!predicted) return reportFailure(reporter, predicted.error());
  const auto& chosen = cheapestOf(predicted.value(), sameness.asked);
  text +=
      fmt::format("for a sameness of {} or more, predicted: {}, {:.0f} % of the large model's cost, sameness {:.3f}",
                  sameness.asked, boundariesText(chosen.candidate, schedule.steps), 100 * chosen.cost, chosen.sameness);
  reporter.result(text, {{"asked", sameness.asked},
                         {"fits", kept},
                         {"proposal",
                          {{"early_steps", chosen.candidate.early},
                           {"late_steps", chosen.candidate.late},
                           {"cost", chosen.cost},
                           {"sameness", chosen.sameness},
                           {"low", chosen.low},
                           {"high", chosen.high}}}});
  return kDone;
}

int propose(Program& program, const ProposeArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  const auto failed = [&](const Error& error) { return reportFailure(*reporter, error); };
  const auto results = readSweepResults(arguments.folder);
  if (!results) return failed(results.error());
  if (arguments.fromProbe) return proposeFromProbe(program, *reporter, arguments, results.value());
  const int prompts = static_cast<int>(results.value().sweep.prompts.size());
  if (arguments.heldOut >= prompts)
    return failed({ErrorKind::Invalid, fmt::format("--hold-out {} leaves none of {} to propose from", arguments.heldOut,
                                                   counted(prompts, "prompt"))});
  std::vector<int> order(static_cast<std::size_t>(prompts));
  std::iota(order.begin(), order.end(), 0);
  const auto measure = arguments.sameness.measureOf(results.value());
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
  auto* csv = command->add_flag("--csv", arguments->csv, "Write the table as CSV, without the proposals");
  auto* probe = command->add_flag(
      "--probe", arguments->fromProbe,
      "Fit the constants with which a probe alone proposes boundaries, keep them for flowblend probe, and propose so; "
      "with --hold-out: judge such proposals on the last prompts, and keep nothing");
  probe->excludes(csv);
  std::vector<std::string> kinds;
  for (const auto each : kDivergenceKinds) kinds.emplace_back(toString(each));
  takeNames(command->add_option("--divergence", arguments->divergence, "Which divergence is fitted. Default: l2."),
            kinds)
      ->needs(probe);
  command->callback([&program, arguments] { program.chosen = [=, &program] { return propose(program, *arguments); }; });
}

}  // namespace fb::cli
