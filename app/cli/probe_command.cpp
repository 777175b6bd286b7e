// SPDX-License-Identifier: MIT
// flowblend probe: how much the two models' velocities differ, and boundaries from that.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/list_option.h"
#include "flowblend/boundary_rule.h"
#include "flowblend/counted.h"
#include "flowblend/deviation.h"
#include "flowblend/sweep.h"

#include <fmt/format.h>

#include <memory>

namespace fb::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct ProbeArguments {
  RequestArguments request;
  SamenessArguments sameness;
  fs::path promptFile, exported, imported;
  std::optional<std::vector<std::uint64_t>> seeds;
  std::string divergence{toString(DivergenceKind::RelativeL2)};
  bool blended = false, onlyKept = false, overwrite = false;

  void addTo(CLI::App& command);
  DivergenceKind kind() const { return *divergenceKindFromString(divergence); }
};

void ProbeArguments::addTo(CLI::App& command) {
  auto* group = command.add_option_group("Probe");
  group->add_option("--prompts", promptFile, "File with one prompt per line")->check(CLI::ExistingFile);
  addList(*group, "--seeds", seeds, 0, "Seeds, as in 1,2, each with every prompt. Default: that of --seed.");
  std::vector<std::string> kinds;
  for (const auto each : kDivergenceKinds) kinds.emplace_back(toString(each));
  auto* ofKind = takeNames(
      group->add_option(
          "--divergence", divergence,
          "Distance by which boundaries are suggested without a sweep: relative L2 or cosine distance, of the "
          "guided velocities or of the conditional ones alone. Default: l2."),
      kinds);
  auto* kept = group->add_flag("--kept", onlyKept, "Measure nothing, and show what is kept of this pair and settings");
  auto* file = group->add_option("--import", imported, "Add the profile of a file to what is kept, and measure nothing")
                   ->check(CLI::ExistingFile)
                   ->excludes(kept);
  auto* other = group->add_flag(
      "--blended", blended,
      "Measure on the trajectory of these boundaries instead of the large model's; it is shown, but not kept");
  other->excludes(kept)->excludes(file)->excludes(ofKind);
  group->add_option("-o,--out", exported, "File to write the profile to (JSON)")->excludes(other);
  group->add_flag("--overwrite", overwrite, "Replace the file if it exists");
  sameness.addTo(*group);
  request.addTo(command);
}

// The plan's base is the request; its prompts are that of --prompt and those of the file, or the pair's own one.
Result<ProbePlan> planOf(Engine& engine, const ProbeArguments& arguments) {
  ProbePlan plan;
  auto given = arguments.request;
  const bool hasPrompt = given.settings.contains("prompt");
  if (!arguments.promptFile.empty()) {
    auto prompts = readPrompts(arguments.promptFile);
    if (!prompts) return prompts.error();
    plan.prompts = std::move(prompts).value();
    // The pair may have none.
    if (!hasPrompt) given.settings["prompt"] = plan.prompts.front();
  }
  auto request = given.request(engine);
  if (!request) return request.error();
  plan.base = std::move(request).value();
  if (hasPrompt || plan.prompts.empty()) plan.prompts.insert(plan.prompts.begin(), plan.base.clip.prompt);
  plan.seeds = arguments.seeds.value_or(std::vector{plan.base.sampling.seed});
  return plan;
}

class Progress : public RunReporting<ProbeSink> {
public:
  using RunReporting::RunReporting;

  void cellStarted(const std::string& prompt, std::uint64_t seed, int index, int count) override {
    m_reporter.happened("probe", fmt::format("probe {} of {}: seed {}, {}", index + 1, count, seed, prompt),
                        {{"prompt", prompt}, {"seed", seed}, {"index", index}, {"count", count}});
  }
};

// What the models' divergence alone says about the boundaries.
struct Suggestion {
  std::string text;
  Json json;
};

Suggestion byShape(const std::vector<double>& divergence, const StageSchedule& schedule) {
  const auto suggestion = suggestBoundaries(divergence);
  const auto moved = suggestion.appliedTo(schedule);
  if (!suggestion.isFound())
    return {fmt::format("\nno suggestion: {}", reasonFor(suggestion.verdict)),
            {{"reason", reasonFor(suggestion.verdict)}}};
  return {fmt::format("\nsuggested: --early {:.3g} --late {:.3g}, the large model on {} of {}", moved.early, moved.late,
                      moved.largeSteps(), counted(moved.steps, "step")),
          {{"early", moved.early}, {"late", moved.late}}};
}

Suggestion byFit(const DeviationFit& fit, const PredictedCandidate& chosen, const ProbeProfile& profile, double asked) {
  const double early = static_cast<double>(chosen.candidate.early) / profile.steps(),
               late = static_cast<double>(chosen.candidate.late) / profile.steps();
  const bool isOwn = fit.settings == profile.settings;
  return {fmt::format("\nsuggested: --early {:.3g} --late {:.3g}, predicted sameness {:.3f} ({:.2f} to {:.2f} for nine "
                      "of ten clips) by {} at {:.0f} % of the large model's cost; asked: {}, fitted on {}{}",
                      early, late, chosen.sameness, chosen.low, chosen.high, toString(fit.by), 100 * chosen.cost, asked,
                      counted(fit.prompts, "prompt"), isOwn ? "" : " with other settings"),
          {{"early", early},
           {"late", late},
           {"sameness", chosen.sameness},
           {"low", chosen.low},
           {"high", chosen.high},
           {"cost", chosen.cost},
           {"by", toString(fit.by)},
           {"floor", toString(fit.from)},
           {"fitted_on", fit.prompts},
           {"fitted_here", isOwn}}};
}

// By the constants of the pair's sweep if there are any, otherwise by the shape of the profile.
Suggestion suggestionFor(Engine& engine, Reporter& reporter, const ProbeArguments& arguments,
                         const GenerationRequest& request, const ProbeProfile& profile) {
  const auto shape = [&] { return byShape(bandOf(profile, arguments.kind()).median, request.sampling.schedule); };
  const auto instead = [&](const Error& error) {
    reporter.warning(error.message);
    return shape();
  };
  const auto& sameness = arguments.sameness;
  auto fit = storedDeviation(engine, request, sameness.given().value_or(SamenessMeasure::Ssim), sameness.from());
  // A sweep that compared latents only knows nothing else.
  if (fit && !fit.value() && !sameness.given())
    fit = storedDeviation(engine, request, SamenessMeasure::Latents, sameness.from());
  if (!fit) return instead(fit.error());
  if (!fit.value()) return shape();
  const auto run = costOfWholeRuns(engine, request);
  if (!run) return instead(run.error());
  const auto& schedule = request.sampling.schedule;
  const auto predicted =
      predict(*fit.value(), profile, run.value(), schedule, predictableCandidates(*fit.value(), schedule.steps));
  if (!predicted) return instead(predicted.error());
  return byFit(*fit.value(), cheapestOf(predicted.value(), sameness.asked), profile, sameness.asked);
}

std::string tableOf(const ProbeProfile& profile) {
  const auto guided = bandOf(profile, DivergenceKind::RelativeL2), cosine = bandOf(profile, DivergenceKind::Cosine),
             conditional = bandOf(profile, DivergenceKind::ConditionalL2);
  auto table = fmt::format(
      "on the large model's trajectory, {}; median, and the range of eight of ten\n"
      "step  sigma   relative L2                 cosine distance  conditional L2",
      counted(profile.cells.size(), "prompt with its seed", "prompts and seeds"));
  for (std::size_t i = 0; i < guided.sigmas.size(); ++i)
    table += fmt::format("\n{:4}  {:.4f}  {:11.4f} ({:.4f} to {:.4f})  {:15.4f}  {}", i + 1, guided.sigmas[i],
                         guided.median[i], guided.low[i], guided.high[i], cosine.median[i],
                         conditional.median.empty() ? std::string() : fmt::format("{:14.4f}", conditional.median[i]));
  return table;
}

// One object per step, with the medians under the names of a step's report.
Json stepsOf(const ProbeProfile& profile) {
  const std::pair<DivergenceKind, const char*> names[] = {
      {DivergenceKind::RelativeL2, "relative_l2"},
      {DivergenceKind::Cosine, "cosine_distance"},
      {DivergenceKind::ConditionalL2, "conditional_relative_l2"},
      {DivergenceKind::ConditionalCosine, "conditional_cosine_distance"}};
  auto steps = Json::array();
  for (const auto& [kind, name] : names) {
    const auto band = bandOf(profile, kind);
    for (std::size_t i = 0; i < band.median.size(); ++i) {
      if (i == steps.size()) steps.push_back({{"step", i}, {"sigma", band.sigmas[i]}, {"model", "large"}});
      steps[i][name] = band.median[i];
      steps[i][std::string(name) + "_low"] = band.low[i];
      steps[i][std::string(name) + "_high"] = band.high[i];
    }
  }
  return steps;
}

int show(Program& program, Reporter& reporter, const ProbeArguments& arguments, const GenerationRequest& request,
         const ProbeProfile& profile) {
  if (profile.cells.empty())
    return reportFailure(
        reporter,
        {ErrorKind::NotFound,
         fmt::format("nothing is kept of \"{}\" with these settings; measure it without --kept", request.pair.name)});
  if (!arguments.exported.empty())
    if (const auto written = writeProbe(profile, arguments.exported, arguments.overwrite); !written)
      return reportFailure(reporter, written.error());
  const auto suggestion = suggestionFor(program.engine(), reporter, arguments, request, profile);
  reporter.result(tableOf(profile) + suggestion.text, {{"trajectory", "large"},
                                                       {"cells", profile.cells.size()},
                                                       {"steps", stepsOf(profile)},
                                                       {"suggestion", suggestion.json},
                                                       {"profile", ownJson(toJson(profile))}});
  return kDone;
}

int probeBlended(Program& program, Reporter& reporter, const GenerationRequest& request) {
  const auto outcome = program.engine().probe(request, reporter, program.control);
  if (!outcome) return reportUnfinished(reporter, outcome, request.options.runFolder);
  std::string table = "on the blended trajectory\nstep  sigma   model  relative L2  cosine distance  conditional L2";
  const auto& steps = outcome.value().steps;
  for (const auto& step : steps) {
    table += fmt::format("\n{:4}  {:.4f}  {}", step.step + 1, step.sigma, toString(step.model));
    if (step.divergence)
      table += fmt::format("  {:11.4f}  {:15.4f}", step.divergence->relativeL2, step.divergence->cosineDistance);
    if (step.conditionalDivergence) table += fmt::format("  {:14.4f}", step.conditionalDivergence->relativeL2);
  }
  const auto& schedule = request.sampling.schedule;
  const auto suggestion = byShape(divergenceProfile(steps, schedule.steps), schedule);
  reporter.result(table + suggestion.text,
                  {{"trajectory", "blended"}, {"steps", ownJson(toJson(steps))}, {"suggestion", suggestion.json}});
  return kDone;
}

int measure(Program& program, Reporter& reporter, const ProbeArguments& arguments, const ProbePlan& plan) {
  auto& engine = program.engine();
  const auto cost = planProbe(engine, plan);
  if (!cost) return reportFailure(reporter, cost.error());
  const auto& [runs, flops, seconds] = cost.value();
  if (runs > 0)
    reporter.happened("plan",
                      fmt::format("{} of {} by both models: {}{}", counted(runs, "probe"),
                                  counted(plan.base.sampling.schedule.steps, "step"), humanFlops(flops),
                                  seconds ? ", about " + humanTime(*seconds) : std::string()),
                      {{"probes", runs}, {"flops", flops}, {"seconds", seconds ? Json(*seconds) : Json()}});
  Progress progress(reporter);
  const auto outcome = runProbe(engine, plan, progress, program.control);
  if (outcome.cancelled()) {
    reporter.cancelled(
        fmt::format("stopped after {} of {}; what was probed is kept, and the same command with these prompts "
                    "and seeds goes on",
                    outcome.stepsDone(), counted(runs, "probe")),
        {{"probes_done", outcome.stepsDone()}});
    return kCancelled;
  }
  if (outcome.failed()) return reportFailure(reporter, outcome.error());
  return show(program, reporter, arguments, plan.base, outcome.value());
}

int probe(Program& program, const ProbeArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  auto& engine = program.engine();
  const auto plan = planOf(engine, arguments);
  if (!plan) return reportFailure(*reporter, plan.error());
  const auto& request = plan.value().base;
  std::error_code error;
  if (!arguments.overwrite && !arguments.exported.empty() && fs::exists(arguments.exported, error))
    throw CLI::ValidationError("--out", fmt::format("{} already exists: choose another file, or give --overwrite",
                                                    arguments.exported.string()));
  if (!arguments.exported.empty())
    if (const auto writable = checkProbeFile(arguments.exported, arguments.overwrite); !writable)
      return reportFailure(*reporter, writable.error());
  tellModels(program, *reporter, arguments.request, request);
  if (arguments.blended) {
    tellRemarks(*reporter, request.sampling.schedule);
    return probeBlended(program, *reporter, request);
  }
  if (!arguments.onlyKept && arguments.imported.empty()) return measure(program, *reporter, arguments, plan.value());
  const auto profile =
      arguments.onlyKept ? storedProbe(engine, request) : importProbe(engine, request, arguments.imported);
  if (!profile) return reportFailure(*reporter, profile.error());
  return show(program, *reporter, arguments, request, profile.value());
}

}  // namespace

void addProbe(Program& program) {
  auto* command = program.parser.add_subcommand(
      "probe", "Measure how much the two models' velocities differ at each step, and suggest boundaries");
  const auto arguments = std::make_shared<ProbeArguments>();
  arguments->addTo(*command);
  command->callback([&program, arguments] { program.chosen = [=, &program] { return probe(program, *arguments); }; });
}

}  // namespace fb::cli
